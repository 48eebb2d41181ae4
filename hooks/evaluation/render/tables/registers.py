"""Registers: problems, countermeasures, good practice and proposed changes of the plan, with links both ways."""

from __future__ import annotations

from collections.abc import Callable

from evaluation.measure import registers
from evaluation.measure.registers import Entry
from evaluation.model import Evaluation
from evaluation.render import scope
from evaluation.render.tables.cells import about_cell, unit_cell, words
from evaluation.render.tables.notes import notes, reported_by, tasks_cut_off
from evaluation.render.tables.table import Cell, Column, Table, cell, text_columns
from evaluation.render.view import View

Gather = Callable[[Evaluation], tuple[Entry, ...]]


def problems_table(view: View, argument: str | None) -> Table | None:
    """问题清单."""
    return _register(view, argument, registers.problems, "problems", "问题清单", "问题", "具体表现和原因")


def suggestions_table(view: View, argument: str | None) -> Table | None:
    """对策建议."""
    return _register(view, argument, registers.countermeasures, "suggestions", "对策建议", "对策建议", "内容")


def practices_table(view: View, argument: str | None) -> Table | None:
    """经验做法."""
    return _register(view, argument, registers.practices, "practices", "经验做法", "经验做法", "内容")


def _register(
    view: View, argument: str | None, gather: Gather, table_id: str, title: str, named: str, told: str
) -> Table | None:
    entries = [entry for entry in gather(view.evaluation) if _shown(view, argument, entry)]
    rows = tuple(_entry_row(view, place, entry) for place, entry in enumerate(entries, 1))
    if not rows:
        return None
    columns = (
        Column("序号", "center"),
        *text_columns(named, told, "涉及指标、任务、项目", "来源环节", *(() if view.unit else ("单位",))),
    )
    return _table(view, table_id, title, columns, rows)


def _shown(view: View, argument: str | None, entry: Entry) -> bool:
    """`argument` is the id of an indicator, task or project; of an area, all that its tasks and projects concern."""
    return _own(view, entry.unit) and (argument is None or concerns(view.evaluation, entry.about, argument))


def concerns(evaluation: Evaluation, about: tuple[str, ...], thing: str) -> bool:
    if thing in about:
        return True
    found = (evaluation.task(one) or evaluation.project(one) for one in about)
    return any(one.area == thing for one in found if one is not None)


def _own(view: View, unit: str) -> bool:
    return view.unit is None or unit == view.unit.id


def _entry_row(view: View, place: int, entry: Entry) -> tuple[Cell, ...]:
    return (
        cell(place),
        words(entry.title),
        words(entry.text),
        about_cell(view.evaluation, entry.about),
        cell(entry.origin),
        *_who(view, entry.unit),
    )


def _who(view: View, unit: str) -> tuple[Cell, ...]:
    """On a unit's own page everything is its own."""
    return (unit_cell(view.evaluation, unit),) if view.unit is None else ()


def adjustments_table(view: View, argument: str | None) -> Table | None:
    """规划调整建议."""
    found = registers.adjustments(view.evaluation)
    entries = [
        a for a in found if _own(view, a.unit) and (argument is None or concerns(view.evaluation, (a.about,), argument))
    ]
    rows = tuple(
        (
            cell(place),
            cell(entry.kind),
            about_cell(view.evaluation, (entry.about,)),
            words(entry.original),
            words(entry.proposed),
            words(entry.reason),
            words(entry.basis),
            *_who(view, entry.unit),
        )
        for place, entry in enumerate(entries, 1)
    )
    if not rows:
        return None
    columns = (
        Column("序号", "center"),
        *text_columns("类型", "事项", "原内容", "建议调整为", "理由", "依据", *(() if view.unit else ("提出单位",))),
    )
    return _table(view, "adjustments", "规划调整建议", columns, rows)


def _table(view: View, table_id: str, title: str, columns: tuple[Column, ...], rows: tuple) -> Table:
    return Table(
        table_id,
        scope.name(view) + title,
        columns,
        rows,
        notes=notes(view, rows, tasks_cut_off(view), reported_by(view)),
    )
