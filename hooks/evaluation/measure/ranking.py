"""A banner's place among the nine in an indicator."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.measure.indicators import chance_below_city
from evaluation.model import Evaluation, Indicator, Period


@dataclass(frozen=True)
class Place:
    """A place from 1, the best first; equals share one.

    `value` is what was compared: a count where rates are not judged.
    """

    indicator: str
    unit: str
    period: Period
    value: Decimal
    place: int
    among: int


def rankings(
    evaluation: Evaluation, city: Iterable[IndicatorAssessment], units: Iterable[IndicatorAssessment]
) -> tuple[Place, ...]:
    """Places of all banners in all indicators, in indicator then place order; a banner without the figure has none.

    Compared is the period that the city is judged by, so that no banner's half-year meets another's whole one.
    """
    banners = {unit.id for unit in evaluation.banners}
    rows = [row for row in units if row.unit in banners]
    judged = {row.indicator: row.datum.period for row in city if row.datum is not None}
    return tuple(
        place
        for indicator in evaluation.indicators
        if indicator.id in judged
        for place in _places(indicator, judged[indicator.id], rows)
    )


def _places(indicator: Indicator, period: Period, rows: list[IndicatorAssessment]) -> tuple[Place, ...]:
    figures = [
        (row.unit, _compared(indicator, datum))
        for row in rows
        if row.indicator == indicator.id
        for datum in row.series
        if datum.period == period
    ]
    sign = indicator.direction.sign
    ranked = sorted(figures, key=lambda figure: -sign * figure[1])
    order = [-sign * value for _, value in ranked]
    return tuple(
        Place(indicator.id, unit, period, value, 1 + bisect_left(order, -sign * value), len(figures))
        for unit, value in ranked
    )


def _compared(indicator: Indicator, datum: Datum) -> Decimal:
    return datum.numerator if chance_below_city(indicator) else datum.value
