"""Tables of tasks and safeguards: each with its work and results, and counts by area."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.measure.assessment import TaskStanding
from evaluation.measure.status import reports_in_order, tasks_by_area, tasks_by_state
from evaluation.model import TaskReport, TaskState
from evaluation.render import links, scope, wording
from evaluation.render.tables.cells import documents_text, task_cell, unit_cell, words
from evaluation.render.tables.notes import notes, reported_by, tasks_cut_off
from evaluation.render.tables.table import Cell, Column, Table, cell, figure_columns, linked, text_columns
from evaluation.render.view import View


def tasks_table(view: View, argument: str | None) -> Table | None:
    """工作任务: of one area where it is named."""
    standings = [s for s in scope.tasks(view) if argument in (None, s.task.area)]
    rows = tuple(_task_row(view, place, standing) for place, standing in enumerate(standings, 1))
    if not rows:
        return None
    columns = (
        Column("序号", "center"),
        *text_columns(
            "任务领域", "任务", "牵头单位", "进展", "主要工作", "出台制度和工作机制", "主要成效", "原因、对策和建议"
        ),
    )
    area = view.evaluation.plan.area(argument)
    return Table(
        "tasks",
        f"{scope.name(view)}{area.name if area else ''}工作任务进展情况",
        columns,
        rows,
        notes=notes(view, rows, tasks_cut_off(view), reported_by(view), _lead_note(view)),
    )


def list_table(view: View, argument: str | None) -> Table | None:
    """任务一览: every task in a line, those of one area where it is named: who leads it, how it stands and how many units reported on it."""
    standings = [s for s in scope.tasks(view) if argument in (None, s.task.area)]
    rows = tuple(
        (
            linked(area_name(view, standing.task.area), links.of_area(standing.task.area)),
            task_cell(standing.task),
            unit_cell(view.evaluation, standing.task.lead),
            cell(wording.status(standing.state) + substitute(view, standing)),
            cell(len(view.assessment.task(standing.task.id).reports)),
        )
        for standing in standings
    )
    if not rows:
        return None
    columns = (*text_columns("任务领域", "任务", "牵头单位", "进展"), *figure_columns("报送单位数"))
    return Table(
        "task-list",
        f"{scope.name(view)}工作任务一览",
        columns,
        rows,
        notes=notes(view, rows, tasks_cut_off(view), reported_by(view), _lead_note(view)),
    )


def _lead_note(view: View) -> tuple[str, ...]:
    return ("进展以牵头单位报送为准",) if view.unit is None else ()


def told(view: View, standing: TaskStanding) -> TaskReport | None:
    """The report that is quoted: the unit's own; for the city the lead's, else the first there is."""
    if view.unit is not None:
        return standing.told_by(view.unit.id)
    return standing.lead or next((entry for _, entry in standing.reports), None)


def substitute(view: View, standing: TaskStanding) -> str:
    """Whose word stands in while the lead is silent: （据东胜区报送）."""
    if view.unit is not None or standing.lead is not None or not standing.reports:
        return ""
    unit = view.evaluation.unit(standing.reports[0][0])
    return f"（据{unit.label}报送）" if unit else ""


def _task_row(view: View, place: int, standing: TaskStanding) -> tuple[Cell, ...]:
    task, report = standing.task, told(view, standing)
    return (
        cell(place),
        linked(area_name(view, task.area), links.of_area(task.area)),
        task_cell(task),
        unit_cell(view.evaluation, task.lead),
        cell(wording.status(standing.state) + substitute(view, standing)),
        words(report.work if report else None),
        words(rules_and_mechanisms(report) if report else None),
        words(report.results if report else None),
        words(explanation(report) if report else None),
    )


def area_name(view: View, area_id: str) -> str:
    area = view.evaluation.plan.area(area_id)
    return area.name if area else area_id


def rules_and_mechanisms(report: TaskReport) -> str:
    return "；".join(text for text in (documents_text(report.documents), "；".join(report.mechanisms)) if text)


def explanation(report) -> str:
    """What a task or safeguard that is not on schedule owes."""
    parts = (("原因", report.cause), ("对策", report.countermeasure), ("建议", report.suggestion))
    return "；".join(f"{name}：{text.rstrip('。；')}" for name, text in parts if text)


def progress_table(view: View, argument: str | None) -> Table | None:
    """任务进展: how many tasks of each area stand where."""
    standings = scope.tasks(view)
    if not standings:
        return None
    counts = tasks_by_area(view.evaluation, standings)
    shown = [area for area in view.evaluation.plan.areas if sum(counts[area.id].values())]
    rows = (
        *((linked(area.name, links.of_area(area.id)), *_count_cells(counts[area.id])) for area in shown),
        (cell("合计"), *_count_cells(tasks_by_state(standings))),
    )
    columns = (
        *text_columns("任务领域"),
        *figure_columns("合计", *(state.value for state in TaskState), wording.NOT_REPORTED),
    )
    return Table(
        "task-progress",
        f"{scope.name(view)}工作任务进展统计",
        columns,
        rows,
        "项",
        notes(view, rows, tasks_cut_off(view), reported_by(view), _lead_note(view)),
    )


def _count_cells(counts: dict) -> Iterator[Cell]:
    yield cell(sum(counts.values()))
    yield from (cell(count) for count in counts.values())


def safeguards_table(view: View, argument: str | None) -> Table | None:
    """保障措施: how each safeguard of the plan is carried out, by whom."""
    rows = view.ask(_safeguard_rows, view.unit.id if view.unit else None)
    if not rows:
        return None
    columns = text_columns("保障措施", "单位", "执行情况", "主要做法", "原因、对策和建议")
    return Table(
        "safeguards",
        f"{scope.name(view)}实施保障措施执行情况",
        columns,
        rows,
        notes=notes(view, rows, tasks_cut_off(view), reported_by(view)),
    )


def _safeguard_rows(city: View, unit: str | None) -> tuple[tuple[Cell, ...], ...]:
    own = city.evaluation.report(unit) if unit else None
    reports = reports_in_order(city.evaluation) if unit is None else (own,) if own else ()
    told_of = [entry.safeguard for report in reports for entry in report.safeguards]
    return tuple(
        (
            cell(safeguard),
            unit_cell(city.evaluation, report.unit),
            cell(wording.status(entry.state)),
            words(entry.work),
            words(explanation(entry)),
        )
        for safeguard in dict.fromkeys((*city.evaluation.plan.safeguards, *told_of))
        for report in reports
        for entry in report.safeguards
        if entry.safeguard == safeguard
    )


def reported_tasks_table(view: View, argument: str | None) -> Table | None:
    """单位任务进展: how each unit says that its own tasks stand."""
    rows = view.ask(_reported_rows)
    if not rows:
        return None
    columns = (*text_columns("单位"), *figure_columns("合计", *(state.value for state in TaskState)))
    city = view.of(None)
    return Table(
        "task-progress-by-unit", "各单位工作任务进展统计", columns, rows, "项",
        notes(city, rows, tasks_cut_off(view), reported_by(city)),
    )  # fmt: skip


def _reported_rows(city: View) -> tuple[tuple[Cell, ...], ...]:
    from_units = [(report.unit, report.tasks) for report in reports_in_order(city.evaluation) if report.tasks]
    return tuple(
        (
            unit_cell(city.evaluation, unit),
            cell(len(tasks)),
            *(cell(sum(t.state is state for t in tasks)) for state in TaskState),
        )
        for unit, tasks in from_units
    )
