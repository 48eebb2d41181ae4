"""The banners' figures added up beside the city's own, where they ought to agree; neither is ever corrected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation.measure.assessment import Datum, SumCheck
from evaluation.measure.series import Point, baseline_point, points
from evaluation.model import Evaluation, Indicator, Period


def sum_checks(evaluation: Evaluation) -> tuple[SumCheck, ...]:
    """For each indicator counted from the banners and each period with a city figure and at least one banner's."""
    return tuple(
        check
        for indicator in evaluation.indicators
        if indicator.counted_from is not None
        for check in _of_indicator(evaluation, indicator)
    )


def _of_indicator(evaluation: Evaluation, indicator: Indicator) -> Iterator[SumCheck]:
    banners = {unit.id: _by_period(_reported(evaluation, indicator, unit.id)) for unit in evaluation.banners}
    for period, city in sorted(_by_period(_city(evaluation, indicator)).items()):
        parts = {unit: figures[period] for unit, figures in banners.items() if period in figures}
        if parts:
            missing = tuple(unit for unit in banners if unit not in parts)
            yield _check(indicator, period, tuple(parts.values()), city, missing)


def _check(
    indicator: Indicator, period: Period, parts: tuple[Datum, ...], city: Datum, missing: tuple[str, ...]
) -> SumCheck:
    """A ratio is compared by what it is made of: a sum of rates means nothing."""
    if indicator.ratio is None:
        return SumCheck(indicator.id, period, sum((d.value for d in parts), Decimal(0)), city.value, missing)
    return SumCheck(
        indicator.id,
        period,
        sum((d.numerator for d in parts), Decimal(0)),
        city.numerator,
        missing,
        sum((d.denominator for d in parts), Decimal(0)),
        city.denominator,
    )


def _city(evaluation: Evaluation, indicator: Indicator) -> tuple[Point, ...]:
    base = baseline_point(indicator, indicator.baseline, evaluation.plan.period.base_date)
    return (*((base,) if base else ()), *points(indicator, indicator.readings))


def _reported(evaluation: Evaluation, indicator: Indicator, unit: str) -> tuple[Point, ...]:
    report = evaluation.report(unit)
    return points(indicator, (r for r in report.readings if r.indicator == indicator.id), unit) if report else ()


def _by_period(series: tuple[Point, ...]) -> dict[Period, Datum]:
    return {point.datum.period: point.datum for point in series}
