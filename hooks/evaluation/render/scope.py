"""What belongs to whose page: the tasks, projects, shares and events of the city or of one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from evaluation.measure.assessment import IndicatorAssessment, ProjectStanding, Share, TaskStanding
from evaluation.measure.shares import shares as all_shares
from evaluation.model import Accident, Disaster, Report, UnitKind
from evaluation.render.view import View

T = TypeVar("T")
E = TypeVar("E", Accident, Disaster)


def name(view: View) -> str:
    """Whose it is, as a prefix of a title: empty for the city."""
    return view.unit.label if view.unit else ""


def report(view: View) -> Report | None:
    return view.evaluation.report(view.unit.id) if view.unit else None


def indicators(view: View) -> tuple[IndicatorAssessment, ...]:
    """The city's eleven, or those the unit reported figures of."""
    if view.unit is None:
        return view.assessment.city
    return view.assessment.of_unit(view.unit.id)


def all_indicators(view: View) -> tuple[IndicatorAssessment, ...]:
    """The city's and every unit's, or those the unit reported figures of."""
    if view.unit is None:
        return *view.assessment.city, *view.assessment.units
    return indicators(view)


def tasks(view: View) -> tuple[TaskStanding, ...]:
    """All tasks, or those the unit leads or reported, each standing as the unit itself says; of the reports only its own."""
    if view.unit is None:
        return view.assessment.tasks
    return view.ask(_tasks_of, view.unit.id)


def _tasks_of(city: View, unit: str) -> tuple[TaskStanding, ...]:
    return tuple(_task_told_by(standing, unit) for standing in _tasks_by_unit(city).get(unit, ()))


def _tasks_by_unit(view: View) -> dict[str, tuple[TaskStanding, ...]]:
    def concerned(standing: TaskStanding) -> Iterator[str]:
        yield standing.task.lead
        yield from (unit for unit, _ in standing.reports)

    return view.once("tasks by unit", lambda: _grouped(view.assessment.tasks, concerned))


def _task_told_by(standing: TaskStanding, own: str) -> TaskStanding:
    word = standing.told_by(own)
    return replace(standing, state=word.state if word else None, reports=((own, word),) if word else ())


def projects(view: View) -> tuple[ProjectStanding, ...]:
    """All projects, or those the unit answers for, reported or has on its ground; its own word before others'."""
    if view.unit is None:
        return view.assessment.projects
    return view.ask(_projects_of, view.unit.id)


def _projects_of(city: View, unit: str) -> tuple[ProjectStanding, ...]:
    return tuple(_project_told_by(standing, unit) for standing in _projects_by_unit(city).get(unit, ()))


def _projects_by_unit(view: View) -> dict[str, tuple[ProjectStanding, ...]]:
    def concerned(standing: ProjectStanding) -> Iterator[str]:
        yield standing.project.lead
        yield from standing.project.location
        yield from (unit for unit, _ in standing.reports)

    return view.once("projects by unit", lambda: _grouped(view.assessment.projects, concerned))


def _project_told_by(standing: ProjectStanding, unit: str) -> ProjectStanding:
    word = standing.told_by(unit)
    if word is None:
        return replace(standing, reports=())
    return replace(standing, stage=word.stage, report=word, reporter=unit, reports=((unit, word),))


def shares(view: View) -> tuple[Share, ...]:
    """The shares over this scope's tasks and projects."""
    if view.unit is None:
        return view.assessment.shares
    return all_shares(tasks(view), projects(view), view.evaluation.plan.cut_offs.tasks.year)


def place_known(view: View) -> bool:
    """Whether event records tell where: a park lies inside a banner and has no events of its own."""
    return view.unit is None or view.unit.kind is not UnitKind.PARK


def accidents(view: View) -> tuple[Accident, ...]:
    """A banner's own; the whole city's for the city and its departments."""
    return _here(view, view.evaluation.accidents, view.evaluation.accidents_in)


def disasters(view: View) -> tuple[Disaster, ...]:
    return _here(view, view.evaluation.disasters, view.evaluation.disasters_in)


def _here(view: View, everywhere: tuple[E, ...], within: Callable[[str], tuple[E, ...]]) -> tuple[E, ...]:
    if not place_known(view):
        return ()
    if view.unit is None or view.unit.kind is not UnitKind.BANNER:
        return everywhere
    return within(view.unit.id)


def _grouped(things: Iterable[T], units: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    """Unit → what concerns it, in order: gone through once, however many units ask."""
    found: dict[str, list[T]] = {}
    for thing in things:
        for unit in dict.fromkeys(units(thing)):
            found.setdefault(unit, []).append(thing)
    return {unit: tuple(some) for unit, some in found.items()}
