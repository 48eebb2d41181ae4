"""What belongs to whose page: the tasks, projects, shares and events of the city or of one unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from evaluation.measure.assessment import IndicatorAssessment, ProjectStanding, Share, TaskStanding
from evaluation.measure.shares import shares as all_shares
from evaluation.model import Accident, Disaster, Report, Unit, UnitKind
from evaluation.render.view import View


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


def tasks(view: View) -> tuple[TaskStanding, ...]:
    """All tasks, or those the unit leads or reported, each standing as the unit itself says."""
    if view.unit is None:
        return view.assessment.tasks
    own = view.unit.id
    found = []
    for standing in view.assessment.tasks:
        word = next((entry for unit, entry in standing.reports if unit == own), None)
        if word is not None or standing.task.lead == own:
            found.append(replace(standing, state=word.state if word else None))
    return tuple(found)


def projects(view: View) -> tuple[ProjectStanding, ...]:
    """All projects, or those the unit answers for, reported or has on its ground; its own word before others'."""
    if view.unit is None:
        return view.assessment.projects
    return tuple(
        _told_by(standing, view.unit) for standing in view.assessment.projects if _concerns(standing, view.unit)
    )


def _concerns(standing: ProjectStanding, unit: Unit) -> bool:
    project = standing.project
    return unit.id == project.lead or unit.id in project.location or any(u == unit.id for u, _ in standing.reports)


def _told_by(standing: ProjectStanding, unit: Unit) -> ProjectStanding:
    word = next((entry for reporter, entry in standing.reports if reporter == unit.id), None)
    return replace(standing, stage=word.stage, report=word, reporter=unit.id) if word else standing


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
    return tuple(_here(view, view.evaluation.accidents))


def disasters(view: View) -> tuple[Disaster, ...]:
    return tuple(_here(view, view.evaluation.disasters))


def _here(view: View, events: Iterable) -> Iterable:
    if not place_known(view):
        return ()
    if view.unit is None or view.unit.kind is not UnitKind.BANNER:
        return events
    return (event for event in events if event.unit == view.unit.id)
