"""What was decided by hand against the computed verdict: by whom, when and why."""

from __future__ import annotations

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.model import Indicator
from evaluation.render import wording
from evaluation.render.tables.cells import indicator_cell, words
from evaluation.render.tables.indicators import pairs
from evaluation.render.tables.notes import figures_cut_off, notes
from evaluation.render.tables.table import Cell, Table, cell, text_columns
from evaluation.render.view import View


def overrides_table(view: View, argument: str | None) -> Table | None:
    """人工评价: of the city only, since only its verdicts may be set by hand."""
    rows = tuple(_row(indicator, row) for indicator, row in pairs(view) if row.computed is not None)
    if not rows:
        return None
    columns = text_columns("指标", "计算结果", "人工评价", "理由", "决定单位", "日期")
    source = "各决定单位"
    return Table("overrides", "人工评价情况", columns, rows, notes=notes(view, rows, figures_cut_off(view), source))


def _row(indicator: Indicator, row: IndicatorAssessment) -> tuple[Cell, ...]:
    override = indicator.override
    return (
        indicator_cell(indicator),
        cell(wording.status(row.computed)),
        cell(wording.status(row.verdict)),
        words(override.reason),
        words(override.by),
        cell(wording.day(override.date)),
    )
