"""Shares of projects and tasks, each with its own numerator, denominator and scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from evaluation.measure.assessment import ProjectStanding, Share, TaskStanding
from evaluation.model import BuildNature, Stage, TaskState


def started(projects: tuple[ProjectStanding, ...], year: int) -> Share:
    """开工率."""
    scope = f"在建、主体完工和已完工项目占全部{len(projects)}个重点项目的比重"
    return _share("开工率", scope, projects, _has_started)


def started_of_new(projects: tuple[ProjectStanding, ...], year: int) -> Share:
    """新建开工率."""
    new = [standing for standing in projects if standing.project.nature is BuildNature.NEW]
    return _share("新建开工率", f"已开工新建项目占计划新建的{len(new)}个项目的比重", new, _has_started)


def finished(projects: tuple[ProjectStanding, ...], year: int) -> Share:
    """竣工率: of the projects that the plan has finish by the cut-off's year, early finishers of later ones apart."""
    due = [standing for standing in projects if standing.project.end_year <= year]
    scope = f"已完工项目占计划{year}年底前完工的{len(due)}个项目的比重"
    return _share("竣工率", scope, due, lambda standing: standing.stage is Stage.DONE)


def invested(projects: tuple[ProjectStanding, ...], year: int) -> Share:
    """投资完成率, in 万元; what was not reported is missing from the numerator and the scope says how many."""
    done = [s.report.invested for s in projects if s.report is not None and s.report.invested is not None]
    scope = f"{len(done)}个项目报送的累计完成投资占全部{len(projects)}个项目规划总投资的比重（万元）"
    return Share("投资完成率", sum(done, Decimal(0)), sum((s.project.investment for s in projects), Decimal(0)), scope)


def on_schedule(projects: tuple[ProjectStanding, ...], year: int) -> Share:
    """序时达标率."""
    under_way = [standing for standing in projects if standing.stage is Stage.UNDER_WAY]
    scope = f"达到序时进度的项目占{len(under_way)}个开工在建项目的比重"
    return _share("序时达标率", scope, under_way, lambda standing: standing.report.on_schedule is True)


def tasks_done(tasks: tuple[TaskStanding, ...], year: int) -> Share:
    """任务完成率."""
    scope = f"已完成任务占全部{len(tasks)}项工作任务的比重"
    return _share("任务完成率", scope, tasks, lambda standing: standing.state is TaskState.DONE)


def tasks_on_schedule(tasks: tuple[TaskStanding, ...], year: int) -> Share:
    """按序时率."""
    scope = f"已完成和按序时推进的任务占全部{len(tasks)}项工作任务的比重"
    return _share("按序时率", scope, tasks, lambda standing: standing.state in (TaskState.DONE, TaskState.ON_SCHEDULE))


OF_PROJECTS: tuple[Callable[[tuple[ProjectStanding, ...], int], Share], ...] = (
    started,
    started_of_new,
    finished,
    invested,
    on_schedule,
)
OF_TASKS: tuple[Callable[[tuple[TaskStanding, ...], int], Share], ...] = (tasks_done, tasks_on_schedule)


def shares(tasks: Iterable[TaskStanding], projects: Iterable[ProjectStanding], year: int) -> tuple[Share, ...]:
    """All shares over the given tasks and projects; `year` is the cut-off's. A part of them may be given as well."""
    tasks, projects = tuple(tasks), tuple(projects)
    return tuple(share(projects, year) for share in OF_PROJECTS) + tuple(share(tasks, year) for share in OF_TASKS)


def _share(name: str, scope: str, whole: Iterable, belongs: Callable[..., bool]) -> Share:
    whole = tuple(whole)
    return Share(name, Decimal(sum(belongs(one) for one in whole)), Decimal(len(whole)), scope)


def _has_started(standing: ProjectStanding) -> bool:
    return standing.stage is not None and standing.stage.started
