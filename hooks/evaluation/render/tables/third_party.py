"""The third party's ratings beside the self-assessment, with what was agreed where they differ."""

from __future__ import annotations

from evaluation.measure.third_party import Comparison, comparisons
from evaluation.model import Stage, TaskState, VerdictClass
from evaluation.render import scope, wording
from evaluation.render.tables.cells import about_cell, unit_cell, words
from evaluation.render.tables.notes import notes, tasks_cut_off
from evaluation.render.tables.table import Cell, Column, Table, cell, text_columns
from evaluation.render.view import View

OWED = "待补（送审前）"
SCALE: dict[str, VerdictClass | TaskState | Stage] = {
    word.value: word for words in (VerdictClass, TaskState, Stage) for word in words
}


def third_party_table(view: View, argument: str | None) -> Table | None:
    """第三方评价: of one indicator, task, project or area where it is named; for a unit of its own self-assessment."""
    found = view.evaluation.third_party
    shown = view.ask(_shown, view.unit.id if view.unit else None, argument)
    if found is None or not shown:
        return None
    rows = tuple(_row(view, place, one) for place, one in enumerate(shown, 1))
    columns = (
        Column("序号", "center"),
        *text_columns("评价事项", "自评单位", "自评", "第三方评价", "是否一致", "核查情况和依据", "协调说明"),
    )
    return Table(
        "third-party",
        f"{scope.name(view)}第三方评价与自评对照",
        columns,
        rows,
        notes=notes(view, rows, tasks_cut_off(view), f"{found.assessor}，{wording.day(found.date)}"),
    )


def _shown(city: View, unit: str | None, argument: str | None) -> tuple[Comparison, ...]:
    return tuple(one for one in city.ask(_compared) if unit in (None, one.unit) and _about(city, one, argument))


def _compared(city: View) -> tuple[Comparison, ...]:
    return comparisons(city.evaluation, city.assessment)


def _about(city: View, one: Comparison, argument: str | None) -> bool:
    thing = city.evaluation.task(one.about) or city.evaluation.project(one.about)
    return argument in (None, one.about, *((thing.area,) if thing else ()))


def _row(view: View, place: int, one: Comparison) -> tuple[Cell, ...]:
    return (
        cell(place),
        about_cell(view.evaluation, (one.about,)),
        unit_cell(view.evaluation, one.unit) if one.unit else cell("全市"),
        cell(_status(one.own)),
        cell(_status(one.rating)),
        cell(_agreement(one)),
        words(one.finding),
        cell(_reconciled(one)),
    )


def _status(word: str | None) -> str:
    return wording.status(SCALE.get(word)) if word is None or word in SCALE else word


def _agreement(one: Comparison) -> str:
    if one.own is None:
        return wording.NO_DATA
    return "不一致" if one.differs else "一致"


def _reconciled(one: Comparison) -> str:
    note = one.reconciliation
    if note is None:
        return OWED if one.owes else wording.NO_DATA
    return f"{note.text.rstrip('。')}（{note.by}，{wording.day(note.date)}）"
