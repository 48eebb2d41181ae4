"""What the work plan asks of each unit is there: reasons, plans, progress, evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from evaluation.check.walk import project_reports, safeguard_reports, task_reports
from evaluation.model import Evaluation, ProjectReport, SafeguardReport, Stage, TaskReport, TaskState
from evaluation.problems import Problem

EXPLANATION = {"cause": "原因", "countermeasure": "对策", "suggestion": "建议"}
SET_ASIDE = (Stage.PAUSED, Stage.ADJUSTED, Stage.CANCELLED)
BEING_BUILT = (Stage.UNDER_WAY, Stage.STRUCTURE_DONE)

TIME = re.compile(r"20[0-9]{2}|[0-9一二三四五六七八九十]+月|季度|年底|年内|年初|年末|上半年|下半年|[今明后]年")
"""A point in time, as plans in prose name it."""


def slow_tasks_are_explained(evaluation: Evaluation) -> Iterator[Problem]:
    for report, task in task_reports(evaluation):
        yield from _unexplained(task, f"任务 {task.task}", report.unit)


def slow_safeguards_are_explained(evaluation: Evaluation) -> Iterator[Problem]:
    for report, item in safeguard_reports(evaluation):
        yield from _unexplained(item, f"保障措施“{item.safeguard}”", report.unit)


def tasks_to_be_adjusted_come_with_a_proposal(evaluation: Evaluation) -> Iterator[Problem]:
    """What can no longer be carried out goes to the government as 规划调整建议, not as a remark."""
    proposed = {adjustment.about for report in evaluation.reports for adjustment in report.adjustments}
    for report, task in task_reports(evaluation):
        if task.state is TaskState.ADJUST and task.task not in proposed:
            what = f"任务 {task.task} 建议调整，没有规划调整建议"
            yield Problem(
                task.place.of("state"),
                what,
                "在 `adjustments` 下补一条，写明原内容、建议、理由和依据",
                unit=report.unit,
            )


def opinions_not_adopted_give_a_reason(evaluation: Evaluation) -> Iterator[Problem]:
    for opinion in evaluation.opinions:
        if opinion.outcome.owes_reason and not opinion.reason:
            what = f"意见{opinion.outcome.value}，没有写处理说明"
            yield Problem(opinion.place.of("outcome"), what, "在这一条下补 `reason:`，写明理由")


def projects_not_started_give_a_reason(evaluation: Evaluation) -> Iterator[Problem]:
    yield from _owing(evaluation, lambda p: p.stage.not_started, "reason", "未开工原因")


def projects_not_started_give_a_plan_with_dates(evaluation: Evaluation) -> Iterator[Problem]:
    for report, project in project_reports(evaluation):
        if not project.stage.not_started:
            continue
        if project.plan is None:
            what = f"项目 {project.project} {project.stage}，没有推动实施计划"
            yield Problem(project.place, what, "在该项目下补 `plan:`，写明时间节点", unit=report.unit)
        elif project.planned_start is None and not TIME.search(project.plan):
            what = f"项目 {project.project} 的推动实施计划没有时间节点"
            yield Problem(project.place.of("plan"), what, "写明何时做到哪一步，或补 `planned_start:`", unit=report.unit)


def projects_set_aside_give_a_reason(evaluation: Evaluation) -> Iterator[Problem]:
    yield from _owing(evaluation, lambda p: p.stage in SET_ASIDE, "reason", "原因")


def projects_under_way_give_progress_and_investment(evaluation: Evaluation) -> Iterator[Problem]:
    yield from _owing(evaluation, lambda p: p.stage in BEING_BUILT, "progress", "形象进度")
    yield from _owing(evaluation, lambda p: p.stage in BEING_BUILT, "invested", "累计完成投资")


def finished_projects_give_evidence(evaluation: Evaluation) -> Iterator[Problem]:
    yield from _owing(evaluation, lambda p: p.stage is Stage.DONE, "evidence", "完工依据（文件名称、文号、日期）")


def _owing(evaluation: Evaluation, owes: Callable[[ProjectReport], bool], key: str, name: str) -> Iterator[Problem]:
    for report, project in project_reports(evaluation):
        if owes(project) and getattr(project, key) is None:
            what = f"项目 {project.project} {project.stage}，没有写{name}"
            yield Problem(project.place, what, f"在该项目下补 `{key}:`", unit=report.unit)


def _unexplained(item: TaskReport | SafeguardReport, title: str, unit: str) -> Iterator[Problem]:
    missing = [key for key in EXPLANATION if getattr(item, key) is None]
    if item.state.owes_explanation and missing:
        owed = "、".join(EXPLANATION[key] for key in missing)
        keys = "、".join(f"`{key}:`" for key in missing)
        yield Problem(item.place, f"{title} {item.state}，没有写{owed}", f"在这一条下补 {keys}", unit=unit)
