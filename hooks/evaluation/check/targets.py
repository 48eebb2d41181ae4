"""Targets are such that progress towards them can be judged at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation.model import Baseline, Direction, Evaluation, Indicator, Kind
from evaluation.problems import Place, Problem

MEASURED_FROM_A_BASELINE = (Kind.LEVEL, Kind.RELATIVE_CHANGE, Kind.MEAN_GROWTH)
STATED_AS_CHANGE = (Kind.RELATIVE_CHANGE, Kind.MEAN_GROWTH)
ONLY_ONE_WAY = {
    Kind.PERIOD_MEAN_CEILING: Direction.DOWN,
    Kind.EACH_YEAR_CEILING: Direction.DOWN,
    Kind.EACH_YEAR_FLOOR: Direction.UP,
    Kind.CUMULATIVE: Direction.UP,
    Kind.MILESTONE: Direction.UP,
}


def ratios_say_how_they_are_formed(evaluation: Evaluation) -> Iterator[Problem]:
    for indicator in evaluation.indicators:
        if indicator.kind is Kind.RATIO and indicator.ratio is None:
            what = f"{indicator.id} 是比率，没有说明分子和分母"
            yield Problem(indicator.place.of("kind"), what, "补 `ratio:`，写明分子、分母、单位和按何种目标评价")
        elif indicator.kind is not Kind.RATIO and indicator.ratio is not None:
            what = f"{indicator.id} 写了比率的构成，目标类型却是 {indicator.kind}"
            yield Problem(indicator.place.of("ratio"), what, "把 `kind` 改为 ratio，或删去 `ratio`")
        elif indicator.ratio is not None and indicator.ratio.judged_as is Kind.RATIO:
            what = f"{indicator.id} 的比率没有说明按何种目标评价"
            yield Problem(indicator.ratio.place.of("judged_as"), what, "写 level、relative_change 等 ratio 以外的类型")


def targets_have_the_baseline_they_need(evaluation: Evaluation) -> Iterator[Problem]:
    """A baseline of zero is there: what follows from it is a rule of the method, not a fault."""
    for indicator in evaluation.indicators:
        baseline = indicator.baseline
        if indicator.judged_as in MEASURED_FROM_A_BASELINE and (
            baseline is None or not _has_figure(indicator, baseline)
        ):
            place = (baseline or indicator).place
            parts = "`numerator` 和 `denominator`" if indicator.ratio else "`value`"
            what = f"{indicator.id} 的目标要与基期比较，没有基期值"
            yield Problem(Place(place.path, place.line, place.column), what, f"在 `baseline` 下补 {parts}")


def targets_agree_with_the_direction(evaluation: Evaluation) -> Iterator[Problem]:
    for indicator in evaluation.indicators:
        step = _step(indicator)
        only = ONLY_ONE_WAY.get(indicator.judged_as)
        if step and (step > 0) != (indicator.direction is Direction.UP):
            movement = "高于" if step > 0 else "低于"
            what = f"{indicator.id} 的目标{movement}基期，方向却是“{indicator.direction}”"
            yield Problem(indicator.target.place.of("value"), what, "改正目标值的正负号或大小，或改正 `direction`")
        if only is not None and only is not indicator.direction:
            what = f"{indicator.id} 的目标类型 {indicator.judged_as} 只用于“{only}”，方向却是“{indicator.direction}”"
            yield Problem(indicator.place.of("direction"), what, f"改为“{only}”，或改正目标类型")


def cumulative_targets_say_how_they_are_reported(evaluation: Evaluation) -> Iterator[Problem]:
    for indicator in evaluation.indicators:
        if indicator.judged_as is Kind.CUMULATIVE and indicator.input is None:
            what = f"{indicator.id} 是累计指标，没有说明填报口径"
            yield Problem(indicator.place.of("kind"), what, "补 `input:`，当年数写 increment，累计数写 running")


def milestones_name_their_stages(evaluation: Evaluation) -> Iterator[Problem]:
    for indicator in evaluation.indicators:
        if indicator.judged_as is not Kind.MILESTONE:
            continue
        if not indicator.stages:
            yield Problem(
                indicator.place.of("kind"), f"{indicator.id} 是阶段性指标，没有列出阶段", "补 `stages:`，由先到后"
            )
        elif indicator.target.value not in range(1, len(indicator.stages) + 1):
            what = f"{indicator.id} 的目标是第 {indicator.target.value} 阶段，阶段只有 {len(indicator.stages)} 个"
            yield Problem(indicator.target.place.of("value"), what, f"写 1 至 {len(indicator.stages)} 的整数")


def shares_aim_at_no_more_than_all(evaluation: Evaluation) -> Iterator[Problem]:
    for indicator in evaluation.indicators:
        most = greatest_share(indicator)
        if most is not None and indicator.judged_as not in STATED_AS_CHANGE and indicator.target.value > most:
            what = f"{indicator.id} 是占比，目标值 {indicator.target.value} 超过 {most}"
            yield Problem(indicator.target.place.of("value"), what, "改正目标值")


def greatest_share(indicator: Indicator) -> Decimal | None:
    """What a share can be at most, in the indicator's own unit; None for what is no share."""
    if indicator.ratio is not None:
        return indicator.ratio.factor if indicator.ratio.share else None
    return Decimal(100) if indicator.unit == "%" and indicator.limit == 100 else None


def _has_figure(indicator: Indicator, baseline: Baseline) -> bool:
    if indicator.ratio is not None:
        return baseline.numerator is not None and baseline.denominator is not None
    return baseline.value is not None


def _step(indicator: Indicator) -> Decimal | None:
    """From the baseline to the target: its sign is the way the plan wants to go; 0 is "keep it"."""
    if indicator.judged_as in STATED_AS_CHANGE:
        return indicator.target.value
    if (
        indicator.judged_as is not Kind.LEVEL
        or indicator.baseline is None
        or not _has_figure(indicator, indicator.baseline)
    ):
        return None
    if indicator.ratio is None:
        return indicator.target.value - indicator.baseline.value
    # Multiplied out, so that a denominator of zero (a fault of its own) needs no exception here.
    return (
        indicator.target.value * indicator.baseline.denominator - indicator.ratio.factor * indicator.baseline.numerator
    )
