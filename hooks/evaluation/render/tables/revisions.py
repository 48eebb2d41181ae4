"""修订记录: every figure that was replaced, what it was and became, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.measure.exact import decimal
from evaluation.measure.series import exact_value
from evaluation.model import Indicator, Reading, Revision
from evaluation.render import scope, wording
from evaluation.render.tables.cells import indicator_cell, unit_cell, words
from evaluation.render.tables.notes import figures_cut_off, notes, reported_by
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, text_columns
from evaluation.render.view import View

Revised = tuple[str | None, Indicator, Reading]
"""(unit, indicator, the reading as it is now)"""


def revisions_table(view: View, argument: str | None) -> Table | None:
    """修订记录: of one indicator where it is named, of its own figures for a unit."""
    found = view.ask(_revised, view.unit.id if view.unit else None, argument)
    rows = tuple(_row(view, one, earlier) for one in found for earlier in one[2].revisions)
    if not rows:
        return None
    columns = (
        *text_columns("单位", "指标", "时期"),
        *figure_columns("原数", "现数"),
        *text_columns("原状态", "修订日期", "修订说明"),
    )
    return Table(
        "revisions",
        f"{scope.name(view)}数据修订记录",
        columns,
        rows,
        notes=notes(view, rows, figures_cut_off(view), reported_by(view, "各指标责任单位和各单位")),
    )


def _revised(city: View, unit: str | None, argument: str | None) -> tuple[Revised, ...]:
    known = {one.id: one for one in city.evaluation.indicators if argument in (None, one.id)}
    return tuple(found for found in _readings(city, unit, known) if found[2].revisions)


def _readings(city: View, unit: str | None, known: dict[str, Indicator]) -> Iterator[Revised]:
    if unit is None:
        yield from ((None, indicator, reading) for indicator in known.values() for reading in indicator.readings)
    own = city.evaluation.report(unit) if unit else None
    for report in city.evaluation.reports if unit is None else (own,) if own else ():
        for reading in report.readings:
            if reading.indicator in known:
                yield report.unit, known[reading.indicator], reading


def _row(view: View, revised: Revised, earlier: Revision) -> tuple[Cell, ...]:
    unit, indicator, reading = revised
    return (
        unit_cell(view.evaluation, unit) if unit else cell("全市"),
        indicator_cell(indicator),
        cell(wording.period(reading.period, indicator.nature)),
        cell(told(indicator, earlier)),
        cell(told(indicator, reading)),
        cell(earlier.status.value),
        cell(wording.day(earlier.date)),
        words(earlier.note),
    )


def told(indicator: Indicator, figure: Reading | Revision) -> str:
    """46; of a ratio what it is made of too: 0.0104（49人÷4715.70亿元）."""
    value = wording.number(decimal(exact_value(indicator, figure)), indicator.decimals)
    ratio = indicator.ratio
    if ratio is None or figure.numerator is None or figure.denominator is None:
        return wording.number(figure.value) if ratio is None else value
    parts = (wording.number(figure.numerator) + ratio.numerator_unit, wording.number(figure.denominator) + ratio.denominator_unit)
    return f"{value}（{'÷'.join(parts)}）"
