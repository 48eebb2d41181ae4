"""What is judged and what judging it yields: one indicator in one scope, in exact fractions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from evaluation.measure.exact import years_between
from evaluation.measure.ladder import Ladder
from evaluation.measure.series import Point, a_year_before
from evaluation.model import CumulativeInput, Indicator, Method, PlanPeriod, VerdictClass


@dataclass(frozen=True)
class Case:
    """One indicator in one scope with the figures that may be judged: by date, at least one."""

    indicator: Indicator
    plan: PlanPeriod
    method: Method
    points: tuple[Point, ...]
    baseline: Point | None
    start: date
    """t0: the day the baseline stands for."""

    @property
    def sign(self) -> int:
        return self.indicator.direction.sign

    @property
    def base(self) -> Fraction | None:
        return self.baseline.value if self.baseline else None

    @property
    def target(self) -> Fraction:
        """The number the plan gives: T, L, or per cent."""
        return Fraction(self.indicator.target.value)

    @property
    def latest(self) -> Point:
        return self.points[-1]

    @property
    def years(self) -> tuple[Point, ...]:
        """The whole years among the points."""
        return tuple(point for point in self.points if point.datum.period.annual)

    @property
    def years_passed(self) -> Fraction:
        """t - t0, by the judged figure's own date."""
        return years_between(self.start, self.latest.datum.date)

    @property
    def years_in_all(self) -> Fraction:
        return years_between(self.start, self.plan.end)

    @property
    def elapsed(self) -> Fraction | None:
        """e; None where the baseline's day leaves no time to have passed."""
        return self.years_passed / self.years_in_all if 0 < self.years_passed <= self.years_in_all else None


@dataclass(frozen=True)
class Quantity:
    """The number a verdict is about, the figures it is made of, and the same number a year before."""

    value: Fraction
    used: tuple[Point, ...]
    before: Fraction | None = None


def latest_value(case: Case) -> Quantity:
    before = a_year_before(case.points, case.latest)
    return Quantity(case.latest.value, (case.latest,), before.value if before else None)


def mean_so_far(case: Case) -> Quantity | None:
    """The mean of the plan's whole years so far; None before the first is known."""
    values = [point.value for point in case.years]
    if not values:
        return None
    before = sum(values[:-1]) / len(values[:-1]) if values[:-1] else None
    return Quantity(sum(values) / len(values), case.years, before)


def total_so_far(case: Case) -> Quantity | None:
    """What has been reached in all; None when a year's increment is missing, since a missing year is not a zero."""
    if case.indicator.input is CumulativeInput.RUNNING:
        return Quantity(case.latest.value, (case.latest,))
    owed = set(range(case.plan.first_year, case.latest.year + 1))
    if {point.year for point in case.years} != owed:
        return None
    return Quantity(sum((point.value for point in case.years), Fraction(0)), case.years)


@dataclass(frozen=True)
class Judgement:
    """What a kind of target makes of a case; without a ladder it is 暂不评价 and `reason` says why."""

    reason: str | None = None
    quantity: Quantity | None = None
    ladder: Ladder | None = None
    target: Fraction | None = None
    base: Fraction | None = None
    completion: Fraction | None = None
    expected: Fraction | None = None
    """The share of the way that the path requires at the figure's date."""
    required_change: Fraction | None = None
    projection: Fraction | None = None
    rate: Fraction | None = None
    mean: Fraction | None = None
    pooled: Fraction | None = None
    headroom: Fraction | None = None
    margin: Fraction | None = None
    years_met: int | None = None
    years_counted: int | None = None

    @property
    def verdict(self) -> VerdictClass:
        return self.ladder.verdict(self.quantity.value) if self.ladder else VerdictClass.NOT_JUDGED

    @property
    def met(self) -> bool:
        return self.verdict in (VerdictClass.ACHIEVED, VerdictClass.WITHIN, VerdictClass.MET_BUT_WEAKENING)

    @property
    def pace(self) -> Fraction | None:
        """k: the completion divided by what the path requires."""
        return self.completion / self.expected if self.completion is not None and self.expected else None


def not_judged(reason: str) -> Judgement:
    return Judgement(reason=reason)
