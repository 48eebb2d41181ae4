"""How far the next class is: 再多2人即转为“进度滞后”."""

from __future__ import annotations

from decimal import Decimal

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.measure.indicators import COUNT_UNITS
from evaluation.measure.what_if import Setting, assessed_with
from evaluation.model import Indicator, VerdictClass
from evaluation.render import figures, wording
from evaluation.render.view import View

MOST_YEARS = 5
"""A figure that counts as one of so many in a mean must move so many times as far."""


def border_sentence(view: View, indicator: Indicator, row: IndicatorAssessment) -> str:
    """再多2人即转为“进度滞后”: the nearest class border in the indicator's own unit; people in whole numbers."""
    rises = row.border.value >= row.value
    unit = figures.unit_of(view, indicator)
    step = _whole_step(view, indicator, row) if unit in COUNT_UNITS else None
    if step is not None:
        return f"再{'多' if rises else '少'}{step[0]}{unit}即转为“{step[1].value}”"
    distance = wording.plain(wording.rounded(row.border.distance, indicator.decimals + 2))
    return f"再{'上升' if rises else '下降'}{distance}{difference_unit(unit)}即转为“{row.border.verdict.value}”"


def _whole_step(view: View, indicator: Indicator, row: IndicatorAssessment) -> tuple[int, VerdictClass] | None:
    """How many more or fewer change the class, and to which: one person may step over a narrow class."""
    if row.datum is None or row.datum.numerator is not None:
        return None
    direction, current = 1 if row.border.value >= row.value else -1, row.computed or row.verdict
    nearest = max(1, int(row.border.distance))
    for step in range(nearest, nearest * MOST_YEARS + 2):
        value = row.datum.value + direction * step
        found = _verdict_at(view, indicator, row, value) if value >= 0 else current
        if found is not current:
            return step, found
    return None


def _verdict_at(view: View, indicator: Indicator, row: IndicatorAssessment, value: Decimal) -> VerdictClass:
    """The class if the judged figure were `value`, by the same rules."""
    assessed = assessed_with(view.evaluation, Setting(row.unit, indicator.id, row.datum.period, value))
    return assessed.computed or assessed.verdict


def difference_unit(unit: str) -> str:
    return "个百分点" if unit == "%" else unit
