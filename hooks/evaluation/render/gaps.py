"""The widest gaps: indicators behind, tasks that cannot go on, projects that stand still; the worst first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.model import Stage, TaskState, VerdictClass
from evaluation.render import figures, links, scope, wording
from evaluation.render.view import View

WORST = 5
BEHIND = (
    VerdictClass.OUT_OF_REACH,
    VerdictClass.EXCEEDED,
    VerdictClass.REVERSED,
    VerdictClass.FAR_BEHIND,
    VerdictClass.BEHIND,
    VerdictClass.MET_BUT_WEAKENING,
)
"""Worst first."""
STUCK = (TaskState.BLOCKED, TaskState.ADJUST)
HALTED = (Stage.CANCELLED, Stage.PAUSED, Stage.ADJUSTED)


class Gap(NamedTuple):
    """What lags: its name and page, where it stands, and by how much or why."""

    name: str
    page: str
    status: str
    told: str


def worst(view: View) -> list[Gap]:
    """Five at most: indicators by class and distance, then tasks and projects in the order of their lists."""
    return list(islice(_gaps(view), WORST))


def indicators_behind(view: View) -> list[IndicatorAssessment]:
    """By class, then by their distance from the time elapsed."""
    rows = [row for row in scope.indicators(view) if row.verdict in BEHIND]
    return sorted(rows, key=lambda row: (BEHIND.index(row.verdict), row.difference or 0, row.indicator))


def _gaps(view: View) -> Iterator[Gap]:
    for row in indicators_behind(view):
        name, page = links.of_thing(view.evaluation, row.indicator) or (row.indicator, "/indicators/index.md")
        yield Gap(name, page, figures.verdict_status(row), _distance(row))
    for state in STUCK:
        for standing in scope.tasks(view):
            if standing.state is state:
                yield Gap(standing.task.name, links.of_task(standing.task), wording.status(state), "工作任务")
    for stage in HALTED:
        for standing in scope.projects(view):
            if standing.stage is stage:
                yield Gap(standing.project.name, links.of_project(standing.project), wording.status(stage), "重点项目")


def _distance(row: IndicatorAssessment) -> str:
    if row.completion is None or row.pace is None:
        return ""
    return f"完成率{wording.percent(row.completion)}，{wording.against(row.difference, '时间进度')}"
