"""Ceilings and floors: kept or not, with what is left under them; never a percentage of progress."""

from __future__ import annotations

from fractions import Fraction

from evaluation.measure.case import Case, Judgement, Quantity, latest_value, mean_so_far, not_judged
from evaluation.measure.ladder import Ladder, Step, met_steps
from evaluation.model import VerdictClass

DOWN, UP = -1, 1


def period_mean_ceiling(case: Case) -> Judgement:
    """年均 < L: the mean so far against L, and what each year without a figure may still have.

    年均 is by its own words a mean of yearly values; the rule against averaging percentages is about adding up the
    parts of one year. The mean pooled from numerators and denominators stands beside it where there are such.
    Single years swing (that is why a mean was chosen), so only a baseline, not last year, makes a kept ceiling weak.
    """
    quantity = mean_so_far(case)
    if quantity is None:
        return not_judged("no_data")
    counted, in_all, limit = len(case.years), case.plan.years, case.target
    left = in_all - counted
    headroom = (in_all * limit - counted * quantity.value) / left if left > 0 else None
    return Judgement(
        quantity=quantity,
        ladder=_mean_ladder(case, Fraction(in_all, counted) if left > 0 else None),
        target=limit,
        base=case.base,
        mean=quantity.value,
        pooled=_pooled(case),
        headroom=headroom,
        margin=_margin(quantity.value, limit),
        years_counted=counted,
    )


def _mean_ladder(case: Case, stretch: Fraction | None) -> Ladder:
    """Down to the mean that years of nothing at all could still mend it is 已无法实现, down to the limit 超标."""
    limit, inclusive = case.target, not case.indicator.target.strict
    kept = () if case.base is None else (case.base,)
    met = met_steps(DOWN, Step(limit, VerdictClass.WITHIN, inclusive), kept, case.method)
    if stretch is None or limit < 0:
        return Ladder(DOWN, VerdictClass.EXCEEDED, met)
    mendable = (Step(limit * stretch, VerdictClass.EXCEEDED, inclusive),) if limit else ()
    return Ladder(DOWN, VerdictClass.OUT_OF_REACH, (*mendable, *met))


def _pooled(case: Case) -> Fraction | None:
    data = [point.datum for point in case.years]
    if case.indicator.ratio is None:
        return None
    numerators, denominators = sum(Fraction(d.numerator) for d in data), sum(Fraction(d.denominator) for d in data)
    return Fraction(case.indicator.ratio.factor) * numerators / denominators if denominators else None


def each_year_ceiling(case: Case) -> Judgement:
    """每年 ≤ L: the last year decides, the share of years that kept it stands beside it."""
    return _each_year(case, DOWN, VerdictClass.EXCEEDED, _margin(case.latest.value, case.target))


def each_year_floor(case: Case) -> Judgement:
    """每年 ≥ L: as the ceiling; a floor that is missed is 进度滞后, since nothing has exceeded anything."""
    return _each_year(case, UP, VerdictClass.BEHIND, None)


def _each_year(case: Case, sign: int, unmet: VerdictClass, margin: Fraction | None) -> Judgement:
    inclusive = not case.indicator.target.strict
    simple = Ladder(sign, unmet, (Step(case.target, VerdictClass.WITHIN, inclusive),))
    met = sum(simple.verdict(point.value) is VerdictClass.WITHIN for point in case.years)
    # A year without a figure is not a year that kept the limit.
    counted = case.latest.year - case.plan.first_year + 1
    quantity = latest_value(case)
    return Judgement(
        quantity=quantity,
        ladder=Ladder(sign, unmet, met_steps(sign, simple.steps[0], _kept(case, quantity), case.method)),
        target=case.target,
        base=case.base,
        completion=Fraction(met, counted),
        margin=margin,
        years_met=met,
        years_counted=counted,
    )


def _kept(case: Case, quantity: Quantity) -> tuple[Fraction, ...]:
    return tuple(value for value in (case.base, quantity.before) if value is not None)


def _margin(value: Fraction, limit: Fraction) -> Fraction | None:
    return 1 - value / limit if limit else None
