"""Figures that will be replaced: where they stand, when the final ones are due, and which verdicts rest on them."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.model import Indicator
from evaluation.render import figures, scope, wording
from evaluation.render.tables.cells import indicator_cell, unit_cell, words
from evaluation.render.tables.notes import figures_cut_off, notes
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, text_columns
from evaluation.render.view import View


def provisional_table(view: View, argument: str | None) -> Table | None:
    """预计数据: every figure that will be replaced, with the day it is expected and the verdicts that rest on it."""
    rows = view.ask(_provisional_rows, view.unit.id if view.unit else None)
    if not rows:
        return None
    columns = (
        *text_columns("单位", "指标", "时期"),
        *figure_columns("数值"),
        *text_columns("数据状态", "正式数预计发布", "来源", "涉及评价"),
    )
    return Table(
        "provisional",
        f"{scope.name(view)}尚在使用的预计数据",
        columns,
        rows,
        notes=notes(view, rows, figures_cut_off(view), "各指标责任单位和各单位自评估报送数据"),
    )


def _provisional_rows(city: View, unit: str | None) -> tuple[tuple[Cell, ...], ...]:
    return tuple(_rows_of(city.of_id(unit)))


def _rows_of(view: View) -> Iterator[tuple[Cell, ...]]:
    for row in scope.all_indicators(view):
        indicator = view.evaluation.indicator(row.indicator)
        own = view.of_id(row.unit)
        if indicator is None:
            continue
        base = figures.baseline(own, indicator)
        for datum in (*((base,) if base else ()), *row.series):
            if datum.provisional:
                yield _provisional_row(own, indicator, row, datum)


def _provisional_row(own: View, indicator: Indicator, row: IndicatorAssessment, datum: Datum) -> tuple[Cell, ...]:
    used = any((used.period, used.value) == (datum.period, datum.value) for used in row.provisional)
    return (
        unit_cell(own.evaluation, own.unit.id) if own.unit else cell("全市"),
        indicator_cell(indicator),
        cell(wording.period(datum.period, indicator.nature)),
        cell(figures.figure(own, indicator, datum)),
        cell(datum.status.value),
        cell(wording.day(datum.expected)),
        words(datum.source),
        cell(figures.verdict_status(row) if used else "不影响评价"),
    )
