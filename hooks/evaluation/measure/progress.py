"""How far an indicator has come from its baseline to its target: one function a kind of target, chosen from a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from evaluation.measure.case import Case, Judgement, Quantity, latest_value, mean_so_far, not_judged, total_so_far
from evaluation.measure.ceilings import each_year_ceiling, each_year_floor, period_mean_ceiling
from evaluation.measure.exact import power
from evaluation.measure.ladder import Ladder, Step, met_steps, paced_steps
from evaluation.measure.paths import PATHS, projected
from evaluation.model import Direction, Kind, Reading3, VerdictClass

READINGS: dict[Reading3, Callable[[Case], Quantity | None]] = {
    Reading3.POINT: latest_value,
    Reading3.MEAN_OF_MEANS: mean_so_far,
    # The arithmetic of `point`; what differs is the baseline, which is then the mean of the base period.
    Reading3.YEAR_ON_BASE_MEAN: latest_value,
}

EVIDENCE = re.compile(r"〔\d{4}〕\s*\d+\s*号|\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}")


def judge(case: Case) -> Judgement:
    return KINDS[case.indicator.kind](case)


def level(case: Case) -> Judgement:
    """2025年达到 T: p = (v - b) / (T - b). A baseline already at or beyond T is to be kept."""
    if case.base is None:
        return not_judged("no_data")
    quantity = latest_value(case)
    if case.sign * (case.target - case.base) <= 0:
        return _maintained(case, quantity, case.target)
    return _travelled(case, quantity, case.base, case.target)


def relative_change(case: Case) -> Judgement:
    """累计下降15%: T = b(1 + ρ), p = (v/b - 1) / ρ. Zero cannot fall by a percentage: then it must not occur."""
    quantity = READINGS[case.indicator.reading](case)
    if case.base is None or quantity is None:
        return not_judged("no_data")
    if case.base == 0:
        return _not_occurring(case, quantity)
    change = case.target / 100
    target = case.base * (1 + change)
    if change == 0:
        return _maintained(case, quantity, target)
    if case.sign * (target - case.base) < 0:
        return not_judged("not_computable")
    return _travelled(case, quantity, case.base, target, change)


def cumulative(case: Case) -> Judgement:
    """五年累计新建 N 个: p = Σ/T, from increments or from a running total as declared."""
    if case.target <= 0 or case.indicator.direction is Direction.DOWN or case.indicator.input is None:
        return not_judged("not_computable")
    total = total_so_far(case)
    return _travelled(case, total, Fraction(0), case.target) if total else not_judged("no_data")


def mean_growth(case: Case) -> Judgement:
    """年均增长 x%: p is the observed mean rate over x, which needs no elapsed share to be compared with."""
    if case.base is None:
        return not_judged("no_data")
    quantity, rate = latest_value(case), case.target / 100
    if rate == 0:
        return _maintained(case, quantity, case.base)
    beyond_sense = 1 + Fraction(case.method.ahead) * rate <= 0 or 1 + rate <= 0
    if case.base <= 0 or quantity.value < 0 or case.sign * rate < 0 or beyond_sense or case.elapsed is None:
        return not_judged("not_computable")
    return _grown(case, quantity, rate)


def milestone(case: Case) -> Judgement:
    """建成、出台、基本实现: the number of the stage reached over that of all stages; the last needs its evidence."""
    stages = Fraction(len(case.indicator.stages))
    if stages == 0 or case.indicator.direction is Direction.DOWN:
        return not_judged("not_computable")
    quantity = latest_value(case)
    if quantity.value < stages or EVIDENCE.search(case.latest.datum.source or ""):
        return _travelled(case, quantity, Fraction(0), stages)
    proven = Quantity(stages - 1, quantity.used)
    return _travelled(case, proven, Fraction(0), stages, reason="no_evidence")


def ratio(case: Case) -> Judgement:
    """亿元GDP死亡率: judged by the kind it names; its value comes from numerator and denominator alone."""
    kind = case.indicator.judged_as
    return KINDS[kind](case) if kind is not Kind.RATIO else not_judged("not_computable")


KINDS: dict[Kind, Callable[[Case], Judgement]] = {
    Kind.LEVEL: level,
    Kind.RELATIVE_CHANGE: relative_change,
    Kind.PERIOD_MEAN_CEILING: period_mean_ceiling,
    Kind.EACH_YEAR_CEILING: each_year_ceiling,
    Kind.EACH_YEAR_FLOOR: each_year_floor,
    Kind.CUMULATIVE: cumulative,
    Kind.MEAN_GROWTH: mean_growth,
    Kind.MILESTONE: milestone,
    Kind.RATIO: ratio,
}


def _travelled(
    case: Case,
    quantity: Quantity,
    base: Fraction,
    target: Fraction,
    change: Fraction | None = None,
    reason: str | None = None,
) -> Judgement:
    """The verdict by pace: how much of the way from `base` to `target` against how much the path requires by now."""
    expected = PATHS[case.indicator.path](case.elapsed, base, target) if case.elapsed else None
    if not expected:
        return not_judged("not_computable")
    way = target - base
    paced = [
        Step(base + way * pace * expected, verdict) for pace, verdict in paced_steps(case.method) if pace * expected < 1
    ]
    achieved = Step(target, VerdictClass.ACHIEVED, not case.indicator.target.strict)
    met = met_steps(case.sign, achieved, _kept(quantity), case.method)
    return Judgement(
        reason=reason,
        quantity=quantity,
        ladder=Ladder(case.sign, VerdictClass.REVERSED, (*paced, *met)),
        target=target,
        base=base,
        completion=(quantity.value - base) / way,
        expected=expected,
        required_change=change * expected if change else None,
        projection=projected(case, base, quantity.value),
    )


def _grown(case: Case, quantity: Quantity, rate: Fraction) -> Judgement:
    passed, in_all = case.years_passed, case.years_in_all
    target = case.base * power(1 + rate, in_all)
    observed = power(quantity.value / case.base, 1 / passed) - 1
    cuts = [(case.base * power(1 + pace * rate, passed), verdict) for pace, verdict in paced_steps(case.method)]
    paced = [Step(value, verdict) for value, verdict in cuts if case.sign * (target - value) > 0]
    achieved = Step(target, VerdictClass.ACHIEVED, not case.indicator.target.strict)
    return Judgement(
        quantity=quantity,
        ladder=Ladder(
            case.sign, VerdictClass.REVERSED, (*paced, *met_steps(case.sign, achieved, _kept(quantity), case.method))
        ),
        target=target,
        base=case.base,
        completion=observed / rate,
        expected=Fraction(1),
        projection=case.base * power(1 + observed, in_all),
        rate=observed,
    )


def _maintained(case: Case, quantity: Quantity, target: Fraction) -> Judgement:
    """Met or not met, without a percentage; what is lost here had been there at the start, hence 出现倒退."""
    met = met_steps(case.sign, Step(target, VerdictClass.WITHIN), (case.base, *_kept(quantity)), case.method)
    return Judgement(
        reason="maintain",
        quantity=quantity,
        ladder=Ladder(case.sign, VerdictClass.REVERSED, met),
        target=target,
        base=case.base,
    )


def _not_occurring(case: Case, quantity: Quantity) -> Judgement:
    if case.indicator.direction is Direction.UP:
        return not_judged("not_computable")
    return Judgement(
        reason="zero_baseline",
        quantity=quantity,
        ladder=Ladder(case.sign, VerdictClass.EXCEEDED, (Step(Fraction(0), VerdictClass.WITHIN),)),
        target=Fraction(0),
        base=case.base,
    )


def _kept(quantity: Quantity) -> tuple[Fraction, ...]:
    """Last year's figure, where there is one: a met target must not hide a collapse since then."""
    return () if quantity.before is None else (quantity.before,)
