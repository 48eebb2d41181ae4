"""What units say about problems, countermeasures, practices and adjustments, gathered with links both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evaluation.measure.status import reports_in_order
from evaluation.model import Evaluation, Finding, Report, Stage


@dataclass(frozen=True)
class Entry:
    """One line of a register: who said it, what it is about, and where in the report it was said."""

    unit: str
    title: str
    text: str
    about: tuple[str, ...]
    """Ids of indicators, tasks and projects; a safeguard by its name."""
    origin: str
    """自评估 | 工作任务 | 重点项目 | 实施保障措施"""


@dataclass(frozen=True)
class AdjustmentEntry:
    """规划调整建议; `kind` is 指标 | 任务 | 项目, by the id it is about."""

    unit: str
    kind: str
    about: str
    original: str
    proposed: str
    reason: str
    basis: str


def problems(evaluation: Evaluation) -> tuple[Entry, ...]:
    """问题: what units name, why tasks and safeguards are not on schedule, why projects have not started."""
    return _gathered(evaluation, _problems_of)


def countermeasures(evaluation: Evaluation) -> tuple[Entry, ...]:
    """对策: what units suggest, and the countermeasures, suggestions and starting plans they owe."""
    return _gathered(evaluation, _countermeasures_of)


def practices(evaluation: Evaluation) -> tuple[Entry, ...]:
    """经验做法: what may be spread, from units and from their projects."""
    return _gathered(evaluation, _practices_of)


def adjustments(evaluation: Evaluation) -> tuple[AdjustmentEntry, ...]:
    """规划调整建议, by unit in registry order."""
    return tuple(
        AdjustmentEntry(report.unit, _kind(a.about), a.about, a.original, a.proposed, a.reason, a.basis)
        for report in reports_in_order(evaluation)
        for a in report.adjustments
    )


def about(entries: tuple[Entry, ...], thing: str) -> tuple[Entry, ...]:
    """The entries about one indicator, task or project: the way back of the link."""
    return tuple(entry for entry in entries if thing in entry.about)


def _gathered(evaluation: Evaluation, of_report: Callable[[Evaluation, Report], Iterator[Entry]]) -> tuple[Entry, ...]:
    return tuple(entry for report in reports_in_order(evaluation) for entry in of_report(evaluation, report))


def _problems_of(evaluation: Evaluation, report: Report) -> Iterator[Entry]:
    yield from _findings(report, report.problems)
    for task in report.tasks:
        if task.state.owes_explanation and task.cause:
            title = f"{_task_name(evaluation, task.task)}{task.state.value}"
            yield Entry(report.unit, title, task.cause, (task.task,), "工作任务")
    for project in report.projects:
        if project.reason:
            title = f"{_project_name(evaluation, project.project)}{_standing_still(project.stage)}"
            yield Entry(report.unit, title, project.reason, (project.project,), "重点项目")
    for safeguard in report.safeguards:
        if safeguard.state.owes_explanation and safeguard.cause:
            title = f"{safeguard.safeguard}{safeguard.state.value}"
            yield Entry(report.unit, title, safeguard.cause, (safeguard.safeguard,), "实施保障措施")


def _countermeasures_of(evaluation: Evaluation, report: Report) -> Iterator[Entry]:
    yield from _findings(report, report.suggestions)
    for task in report.tasks:
        for text in _owed(task):
            yield Entry(report.unit, _task_name(evaluation, task.task), text, (task.task,), "工作任务")
    for project in report.projects:
        if project.plan:
            yield Entry(
                report.unit, _project_name(evaluation, project.project), project.plan, (project.project,), "重点项目"
            )
    for safeguard in report.safeguards:
        for text in _owed(safeguard):
            yield Entry(report.unit, safeguard.safeguard, text, (safeguard.safeguard,), "实施保障措施")


def _practices_of(evaluation: Evaluation, report: Report) -> Iterator[Entry]:
    yield from _findings(report, report.practices)
    for project in report.projects:
        if project.practice:
            name = _project_name(evaluation, project.project)
            yield Entry(report.unit, name, project.practice, (project.project,), "重点项目")


def _findings(report: Report, findings: tuple[Finding, ...]) -> Iterator[Entry]:
    for finding in findings:
        yield Entry(report.unit, finding.title, finding.text, finding.about, "自评估")


def _owed(entry) -> tuple[str, ...]:
    """Countermeasure and suggestion, each once, of what is not on schedule."""
    if not entry.state.owes_explanation:
        return ()
    return tuple(dict.fromkeys(text for text in (entry.countermeasure, entry.suggestion) if text))


def _standing_still(stage: Stage) -> str:
    return "尚未开工" if stage.not_started else stage.value


def _task_name(evaluation: Evaluation, task_id: str) -> str:
    task = evaluation.task(task_id)
    return task.name if task else task_id


def _project_name(evaluation: Evaluation, project_id: str) -> str:
    project = evaluation.project(project_id)
    return project.name if project else project_id


def _kind(about_id: str) -> str:
    return {"I": "指标", "T": "任务"}.get(about_id[:1], "项目")
