"""From readings to figures ready to judge: ratios computed, periods ordered, the judgeable ones picked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from evaluation.measure.assessment import Datum
from evaluation.measure.exact import decimal, fraction
from evaluation.model import Baseline, CutOffs, Indicator, Kind, Nature, Period, PlanPeriod, Reading, Revision, Status

JUDGED_BY_WHOLE_YEARS = (Kind.PERIOD_MEAN_CEILING, Kind.EACH_YEAR_CEILING, Kind.EACH_YEAR_FLOOR)
FIRMNESS = (Status.FINAL, Status.FLASH, Status.ESTIMATE)


@dataclass(frozen=True)
class Point:
    """A datum with its value as an exact fraction."""

    datum: Datum
    value: Fraction

    @property
    def year(self) -> int:
        return self.datum.period.year


def exact_value(indicator: Indicator, figure: Reading | Baseline | Revision) -> Fraction | None:
    """The value of a figure; a ratio's only from its numerator and denominator. None where it cannot be formed."""
    if indicator.ratio is None:
        return fraction(figure.value)
    if figure.numerator is None or not figure.denominator:
        return None
    return Fraction(indicator.ratio.factor) * Fraction(figure.numerator) / Fraction(figure.denominator)


def points(indicator: Indicator, readings: Iterable[Reading], unit: str | None = None) -> tuple[Point, ...]:
    """All figures by date, one a period: of two for the same period the firmer stands."""
    found: dict[Period, Point] = {}
    for reading in sorted(readings, key=_firmest_last):
        value = exact_value(indicator, reading)
        if value is not None:
            found[reading.period] = Point(_datum(indicator, reading, value, unit), value)
    return tuple(sorted(found.values(), key=lambda point: (point.datum.date, point.datum.period)))


def _firmest_last(reading: Reading) -> tuple:
    figures = (reading.value, reading.numerator, reading.denominator)
    known = ((number is not None, number or 0) for number in figures)
    return (-FIRMNESS.index(reading.status), *known, reading.source or "")


def _datum(indicator: Indicator, reading: Reading, value: Fraction, unit: str | None) -> Datum:
    return Datum(
        indicator=indicator.id,
        unit=unit,
        period=reading.period,
        value=decimal(value) if indicator.ratio else reading.value,
        date=reading.period.end,
        status=reading.status,
        numerator=reading.numerator,
        denominator=reading.denominator,
        expected=reading.expected,
        source=reading.source,
    )


def baseline_point(indicator: Indicator, baseline: Baseline | None, base_date: date) -> Point | None:
    """The city's baseline as a point, so that a provisional one is counted among the provisional figures."""
    value = exact_value(indicator, baseline) if baseline else None
    if value is None:
        return None
    day = baseline.date or base_date
    datum = Datum(
        indicator.id, None, Period(str(day.year)), decimal(value), day, baseline.status, baseline.numerator,
        baseline.denominator, None, baseline.source,
    )  # fmt: skip
    return Point(datum, value)


def within_plan(series: Iterable[Point], period: PlanPeriod) -> tuple[Point, ...]:
    return tuple(point for point in series if period.base_date < point.datum.date <= period.end)


def judgeable(indicator: Indicator, series: Iterable[Point], cut_offs: CutOffs) -> tuple[Point, ...]:
    """The figures a verdict may rest on: none after its cut-off, only whole years of what is counted over a year."""
    whole_years = indicator.nature is Nature.FLOW or indicator.judged_as in JUDGED_BY_WHOLE_YEARS
    return tuple(
        point
        for point in series
        if (point.datum.period.annual or not whole_years) and point.datum.date <= _cut_off(point.datum, cut_offs)
    )


def _cut_off(datum: Datum, cut_offs: CutOffs) -> date:
    return cut_offs.annual if datum.period.annual else cut_offs.monthly


def a_year_before(series: Iterable[Point], point: Point) -> Point | None:
    """Last year's figure: the same month's if there is one, else the last of that year."""
    last_year = [other for other in series if other.year == point.year - 1]
    same_month = [other for other in last_year if other.datum.period.month == point.datum.period.month]
    return (same_month or last_year or [None])[-1]
