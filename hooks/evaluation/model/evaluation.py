"""Everything that was read, as one thing: the data and the texts that people wrote."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from evaluation.model.events import Accident, Disaster
from evaluation.model.indicators import Indicator
from evaluation.model.opinions import Opinion, ThirdParty
from evaluation.model.plan import Plan
from evaluation.model.record import Frozen, Record
from evaluation.model.reports import Report, UnitReading
from evaluation.model.units import Unit
from evaluation.model.words import Duty, UnitKind
from evaluation.model.work import Project, Task
from evaluation.problems import Problem


class Chapter(Record):
    """Text that people wrote: one Markdown file, its front matter taken off.

    `body` is as written, from `first_line` of the file. `unit` and `section` are set for self-assessments.
    """

    path: str
    """Relative to docs/, POSIX."""
    title: str | None = None
    body: str
    first_line: int = 1
    unit: str | None = None
    section: str | None = None
    verbatim: bool = False
    """Another's text, kept to the letter: what is wrong with it is told, and stays."""


class Evaluation(Frozen):
    """Everything a stage needs: read once, checked, never changed."""

    __slots__ = ("__dict__",)
    # What is looked up in it is remembered there.

    plan: Plan
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    tasks: tuple[Task, ...]
    projects: tuple[Project, ...]
    reports: tuple[Report, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    """What was said about the draft, in the order of the file."""
    accidents: tuple[Accident, ...] = ()
    disasters: tuple[Disaster, ...] = ()
    third_party: ThirdParty | None = None
    sections: tuple[Chapter, ...] = ()
    """Self-assessment sections of all units, in registry and framework order."""
    chapters: tuple[Chapter, ...] = ()
    """The city's report, in document order."""
    pages: tuple[Chapter, ...] = ()
    """Every other page that people wrote: the front page, the work plan, the guide; by path."""
    files: tuple[str, ...] = ()
    """Paths relative to docs/ of what the site may carry; whatever else lies there is not published."""
    faults: tuple[Problem, ...] = ()
    """Fatal problems found while reading; a unit that has one is marked 数据有误."""
    refused: tuple[str, ...] = ()
    """Ids of records that are written but could not be read: who names them has made no fault of his own."""

    def unit(self, unit_id: str) -> Unit | None:
        return self._units.get(unit_id)

    def indicator(self, indicator_id: str) -> Indicator | None:
        return self._indicators.get(indicator_id)

    def task(self, task_id: str) -> Task | None:
        return self._tasks.get(task_id)

    def project(self, project_id: str) -> Project | None:
        return self._projects.get(project_id)

    def report(self, unit_id: str) -> Report | None:
        return self._reports.get(unit_id)

    def readings(self, unit_id: str, indicator_id: str) -> tuple[UnitReading, ...]:
        """What the unit reported of one indicator."""
        report = self.report(unit_id)
        return tuple(reading for reading in report.readings if reading.indicator == indicator_id) if report else ()

    @cached_property
    def reporting_units(self) -> tuple[Unit, ...]:
        """Units that owe a self-assessment, in registry order."""
        return tuple(unit for unit in self.units if unit.duty is Duty.REPORTS)

    @cached_property
    def banners(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind is UnitKind.BANNER)

    def accidents_in(self, unit_id: str) -> tuple[Accident, ...]:
        """Those that happened in a banner, in order."""
        return self._accidents.get(unit_id, ())

    def disasters_in(self, unit_id: str) -> tuple[Disaster, ...]:
        return self._disasters.get(unit_id, ())

    def section(self, unit_id: str, section_id: str) -> Chapter | None:
        return self._sections.get((unit_id, section_id))

    def faulty(self, unit_id: str) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.faults if problem.unit == unit_id)

    # Looked up thousands of times in one build; of two records with one id the first is meant.

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in reversed(self.units)}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {item.id: item for item in reversed(self.indicators)}

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {item.id: item for item in reversed(self.tasks)}

    @cached_property
    def _projects(self) -> dict[str, Project]:
        return {item.id: item for item in reversed(self.projects)}

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return {report.unit: report for report in reversed(self.reports)}

    @cached_property
    def _sections(self) -> dict[tuple[str | None, str | None], Chapter]:
        return {(section.unit, section.section): section for section in reversed(self.sections)}

    @cached_property
    def _accidents(self) -> dict[str, tuple[Accident, ...]]:
        return _by_banner(self.accidents)

    @cached_property
    def _disasters(self) -> dict[str, tuple[Disaster, ...]]:
        return _by_banner(self.disasters)


def _by_banner(events: tuple[Any, ...]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for event in events:
        found.setdefault(event.unit, []).append(event)
    return {unit: tuple(some) for unit, some in found.items()}
