"""Where tasks and projects stand: whose word counts, and how many stand where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from evaluation.measure.assessment import ProjectStanding, TaskStanding
from evaluation.model import Evaluation, Project, ProjectReport, Report, Stage, Task, TaskReport, TaskState

TaskTable = dict[str, dict[TaskState | None, int]]
"""Row key → state → how many tasks."""
StageTable = dict[str, dict[Stage | None, int]]
"""Row key → stage → how many projects."""


def task_standings(evaluation: Evaluation) -> tuple[TaskStanding, ...]:
    """One for each task, in order: the lead unit's word decides; while it is silent, the first reporter's."""
    told = _told(evaluation, "task")
    return tuple(_task_standing(task, tuple(told[task.id])) for task in evaluation.tasks)


def _task_standing(task: Task, told: tuple[tuple[str, TaskReport], ...]) -> TaskStanding:
    """`told` is what was reported of it, in the order of the registry."""
    lead = next((entry for unit, entry in told if unit == task.lead), None)
    word = lead or (told[0][1] if told else None)
    return TaskStanding(task, word.state if word else None, lead, told)


def project_standings(evaluation: Evaluation) -> tuple[ProjectStanding, ...]:
    """One for each project, in order: the responsible unit's report, else the first that there is."""
    told = _told(evaluation, "project")
    return tuple(_project_standing(project, tuple(told[project.id])) for project in evaluation.projects)


def _project_standing(project: Project, told: tuple[tuple[str, ProjectReport], ...]) -> ProjectStanding:
    """`told` is what was reported of it, in the order of the registry."""
    by_lead = [(unit, entry) for unit, entry in told if unit == project.lead]
    reporter, word = (by_lead or told or ((None, None),))[0]
    return ProjectStanding(project, word.stage if word else None, word, reporter, told)


def _told(evaluation: Evaluation, kind: str) -> dict[str, list[tuple[str, Any]]]:
    """Id of a `task` or `project` → what each unit reported of it, in the order of the registry."""
    told = defaultdict(list)
    for report in reports_in_order(evaluation):
        for entry in getattr(report, f"{kind}s"):
            told[getattr(entry, kind)].append((report.unit, entry))
    return told


def reports_in_order(evaluation: Evaluation) -> tuple[Report, ...]:
    """Reports in the order of the registry; those of unknown units last, by id."""
    places = {unit.id: place for place, unit in enumerate(evaluation.units)}
    return tuple(sorted(evaluation.reports, key=lambda report: (places.get(report.unit, len(places)), report.unit)))


def tasks_by_state(standings: Iterable[TaskStanding]) -> dict[TaskState | None, int]:
    """How many tasks stand in each state, in the order of the states; None counts those nobody reported."""
    counts = Counter(standing.state for standing in standings)
    return {state: counts[state] for state in (*TaskState, None)}


def tasks_by_area(evaluation: Evaluation, standings: Iterable[TaskStanding]) -> TaskTable:
    standings = tuple(standings)
    return {area.id: tasks_by_state(s for s in standings if s.task.area == area.id) for area in evaluation.plan.areas}


def tasks_by_unit(evaluation: Evaluation) -> TaskTable:
    """How each unit that reported says its own tasks stand."""
    return {
        report.unit: {state: sum(entry.state is state for entry in report.tasks) for state in (*TaskState, None)}
        for report in reports_in_order(evaluation)
        if report.tasks
    }


def projects_by_stage(standings: Iterable[ProjectStanding]) -> dict[Stage | None, int]:
    """How many projects stand at each stage, in the order of the stages; None counts those nobody reported."""
    counts = Counter(standing.stage for standing in standings)
    return {stage: counts[stage] for stage in (*Stage, None)}


def projects_by_group(standings: Iterable[ProjectStanding]) -> StageTable:
    """By project group, in the order of their first project."""
    return _split(standings, lambda standing: (standing.project.group,))


def projects_by_area(evaluation: Evaluation, standings: Iterable[ProjectStanding]) -> StageTable:
    standings = tuple(standings)
    return {
        area.id: projects_by_stage(s for s in standings if s.project.area == area.id) for area in evaluation.plan.areas
    }


def projects_by_location(evaluation: Evaluation, standings: Iterable[ProjectStanding]) -> StageTable:
    """By place, in registry order. A project in several places counts in each: the rows do not add up to the total."""
    found = _split(standings, lambda standing: standing.project.location)
    return {unit.id: found[unit.id] for unit in evaluation.units if unit.id in found}


def projects_by_lead(evaluation: Evaluation, standings: Iterable[ProjectStanding]) -> StageTable:
    """By responsible unit, in registry order."""
    found = _split(standings, lambda standing: (standing.project.lead,))
    return {unit.id: found[unit.id] for unit in evaluation.units if unit.id in found}


def projects_by_funding(standings: Iterable[ProjectStanding]) -> StageTable:
    """By source of money, by name. A project with several sources counts in each."""
    return dict(sorted(_split(standings, lambda standing: standing.project.funding).items()))


def _split(standings: Iterable[ProjectStanding], keys) -> StageTable:
    parts: dict[str, list[ProjectStanding]] = {}
    for standing in standings:
        for key in dict.fromkeys(keys(standing)):
            parts.setdefault(key, []).append(standing)
    return {key: projects_by_stage(part) for key, part in parts.items()}
