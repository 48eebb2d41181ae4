"""What other published methods would say: shown beside the verdict, never deciding it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isfinite

from evaluation.measure.assessment import SecondOpinion
from evaluation.measure.case import Case, Judgement
from evaluation.measure.exact import decimal
from evaluation.measure.ladder import paced_steps
from evaluation.measure.paths import compound, linear
from evaluation.model import Kind, Method, VerdictClass

ON_A_PATH = (Kind.LEVEL, Kind.RELATIVE_CHANGE, Kind.MEAN_GROWTH)
ACHIEVED, ON_TRACK, MODERATE, LIMITED, DETERIORATION = "achieved", "on_track", "moderate", "limited", "deterioration"
BEST, LEAST = 5.0, -5.0


@dataclass(frozen=True)
class Rating:
    """Open SDG / Statistics Canada: growth rate (over the target's, if there is one), score -5..5, class."""

    rate: float
    score: float
    rating: str


@dataclass(frozen=True)
class Growth:
    """From `base` to `value` in `years`; a `target` due in `target_years` and a natural `limit` where they exist."""

    base: float
    value: float
    years: float
    sign: int
    target: float | None = None
    target_years: float | None = None
    limit: float | None = None


def rate(growth: Growth) -> Rating | None:
    """The rating of method.md §5; None where compound growth cannot be formed (zero base, change of sign)."""
    try:
        rating = _against_target(growth) if growth.target is not None else _without_target(growth)
    except (OverflowError, ZeroDivisionError):
        return None
    return rating if rating and isfinite(rating.rate) and isfinite(rating.score) else None


def _against_target(growth: Growth) -> Rating | None:
    wanted = _compound(growth.base, growth.target, growth.target_years)
    walked = _compound(growth.base, growth.value, growth.years)
    if walked is None or not wanted:
        return None
    value = _good(growth) * walked / abs(wanted)
    if growth.sign * growth.value >= growth.sign * growth.target:
        return Rating(value, BEST, ACHIEVED)
    score = min(7.1429 * value - 4.2857, BEST) if value >= 0.6 else max(4.1667 * value - 2.5, LEAST)
    return Rating(value, score, _class(value, 0.95, 0.60))


def _without_target(growth: Growth) -> Rating | None:
    walked = _compound(growth.base, growth.value, growth.years)
    if walked is None:
        return None
    value, room = _good(growth) * walked, _room(growth)
    return Rating(value, _score_without_target(value, room), _class(value, 0.015 * room, 0.005 * room))


def _score_without_target(value: float, room: float) -> float:
    if value < 0:
        return max(125 * value - 2.5, LEAST)
    if room == 0:
        return BEST
    if value >= 0.015 * room:
        return min(500 * value / room - 5, BEST)
    return 250 * value / room - 1.25 if value >= 0.005 * room else 500 * value / room - 2.5


def _class(value: float, on_track: float, moderate: float) -> str:
    steps = ((on_track, ON_TRACK), (moderate, MODERATE), (0, LIMITED))
    return next((name for least, name in steps if value >= least), DETERIORATION)


def _good(growth: Growth) -> int:
    """s·d: +1 when growing in size is what the indicator wants."""
    return growth.sign * (-1 if growth.base < 0 else 1)


def _compound(start: float, end: float, years: float | None) -> float | None:
    if not start or not years or years < 0 or end / start < 0:
        return None
    return (end / start) ** (1 / years) - 1


def _room(growth: Growth) -> float:
    """C: near its natural limit an indicator cannot be asked to grow as fast."""
    if growth.limit is None:
        return 1.0
    size, limit = abs(growth.base), abs(growth.limit)
    if size >= 2 * limit:
        return 1.0
    return 1 - ((size if size <= limit else 2 * limit - size) / limit) ** 4.44


def second_opinion(case: Case, judgement: Judgement) -> SecondOpinion | None:
    """Other methods' words on a case that travels along a path; None for ceilings, totals and stages."""
    if case.indicator.judged_as not in ON_A_PATH or judgement.completion is None or judgement.base is None:
        return None
    opinion = rate_of(case, judgement)
    curved, straight = _pace(case, judgement, compound), _pace(case, judgement, linear)
    return SecondOpinion(
        compound_pace=decimal(curved),
        compound_verdict=_verdict(curved, judgement, case.method),
        rate=opinion.rate if opinion else None,
        score=opinion.score if opinion else None,
        rating=opinion.rating if opinion else None,
        linear_pace=decimal(straight),
        linear_verdict=_verdict(straight, judgement, case.method),
    )


def rate_of(case: Case, judgement: Judgement) -> Rating | None:
    try:
        numbers = [float(number) for number in (judgement.base, judgement.quantity.value, judgement.target)]
        limit = float(case.indicator.limit) if case.indicator.limit is not None else None
    except OverflowError:
        return None
    base, value, target = numbers
    return rate(Growth(base, value, float(case.years_passed), case.sign, target, float(case.years_in_all), limit))


def _pace(case: Case, judgement: Judgement, path) -> Fraction | None:
    share = path(case.elapsed, judgement.base, judgement.target)
    way = judgement.target - judgement.base
    return (judgement.quantity.value - judgement.base) / way / share if share and way else None


def _verdict(pace: Fraction | None, judgement: Judgement, method: Method) -> VerdictClass | None:
    if pace is None or judgement.met:
        return judgement.verdict if pace is not None else None
    passed = [verdict for least, verdict in paced_steps(method) if pace >= least]
    return passed[-1] if passed else VerdictClass.REVERSED
