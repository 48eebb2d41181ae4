"""Registers: problems, countermeasures, good practice and proposed changes of the plan, with links both ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from evaluation.measure import registers
from evaluation.measure.registers import Entry
from evaluation.model import Evaluation
from evaluation.render import scope
from evaluation.render.tables.cells import about_cell, unit_cell, words
from evaluation.render.tables.notes import notes, reported_by, tasks_cut_off
from evaluation.render.tables.table import Cell, Column, Table, cell, text_columns
from evaluation.render.view import View

Gather = Callable[[Evaluation], tuple[Any, ...]]


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
    entries = gathered(view, gather, argument)
    rows = tuple(_entry_row(view, place, entry) for place, entry in enumerate(entries, 1))
    if not rows:
        return None
    columns = (
        Column("序号", "center"),
        *text_columns(named, told, "涉及指标、任务、项目", "来源环节", *(() if view.unit else ("单位",))),
    )
    return _table(view, table_id, title, columns, rows)


def gathered(view: View, gather: Gather, argument: str | None) -> list[Any]:
    """The register's entries in this scope.

    `argument` is the id of an indicator, task or project; of an area, all that its tasks and projects concern.
    """
    return view.ask(_entries, gather, argument, view.unit.id if view.unit else None)


def _entries(city: View, gather: Gather, argument: str | None, unit: str | None) -> list[Any]:
    whole, by_unit, by_thing = city.ask(_indexed, gather)
    if argument is None:
        return whole if unit is None else by_unit.get(unit, [])
    found = by_thing.get(argument, [])
    return found if unit is None else [entry for entry in found if entry.unit == unit]


def _indexed(city: View, gather: Gather) -> tuple[list[Any], dict[str, list], dict[str, list]]:
    """(all, by unit, by what they concern)"""
    entries = gather(city.evaluation)
    by_unit: dict[str, list[Any]] = {}
    by_thing: dict[str, list[Any]] = {}
    for entry in entries:
        by_unit.setdefault(entry.unit, []).append(entry)
        about = entry.about if isinstance(entry.about, tuple) else (entry.about,)
        for thing in dict.fromkeys([*about, *_areas(city.evaluation, about)]):
            by_thing.setdefault(thing, []).append(entry)
    return list(entries), by_unit, by_thing


def _areas(evaluation: Evaluation, about: tuple[str, ...]) -> list[str]:
    found = (evaluation.task(one) or evaluation.project(one) for one in about)
    return [one.area for one in found if one is not None]


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
    entries = gathered(view, registers.adjustments, argument)
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
