"""Figures can be what they say they are: their form, bounds, periods and state."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation.check.targets import greatest_share
from evaluation.check.walk import figures
from evaluation.model import Baseline, Evaluation, Indicator, Kind, Reading
from evaluation.problems import Problem

COUNTED_IN = ("人", "起", "个", "项", "次", "人次", "户", "处", "支", "座", "辆", "台")
"""Units of things that come whole."""

Quantity = Reading | Baseline

PARTS = (("value", "数值"), ("numerator", "分子"), ("denominator", "分母"))


def figures_come_in_their_indicators_form(evaluation: Evaluation) -> Iterator[Problem]:
    for unit, indicator, title, figure in _all(evaluation):
        missing, surplus = _form(indicator, figure)
        if surplus:
            kind = "比率只填分子和分母，数值由程序计算" if indicator.ratio else "不是比率，只填数值"
            what = f"{title}多写了{'、'.join(dict(PARTS)[key] for key in surplus)}（{kind}）"
            yield Problem(figure.place.of(surplus[0]), what, f"删去 {_keys(surplus)}", unit=unit)
        if missing and not isinstance(figure, Baseline):
            what = f"{title}没有{'、'.join(dict(PARTS)[key] for key in missing)}"
            yield Problem(figure.place, what, f"补 {_keys(missing)}；没有数据就删去整条，不要写 0", unit=unit)


def denominators_are_above_zero(evaluation: Evaluation) -> Iterator[Problem]:
    for unit, _, title, figure in _all(evaluation):
        if figure.denominator is not None and figure.denominator <= 0:
            what = f"{title}的分母是 {figure.denominator}"
            yield Problem(figure.place.of("denominator"), what, "分母应大于 0，改正它", unit=unit)


def figures_are_not_negative(evaluation: Evaluation) -> Iterator[Problem]:
    for unit, indicator, title, figure in _all(evaluation):
        for key, name in PARTS[:2]:
            number = getattr(figure, key)
            if number is not None and number < 0 and indicator.judged_as is not Kind.MEAN_GROWTH:
                what = f"{title}的{name}是负数 {number}"
                yield Problem(figure.place.of(key), what, "改正数值；下降幅度由程序计算，这里填实际数", unit=unit)


def counts_are_whole_numbers(evaluation: Evaluation) -> Iterator[Problem]:
    for unit, indicator, title, figure in _all(evaluation):
        # A baseline may be the mean of several years.
        counted = indicator.unit in COUNTED_IN and indicator.ratio is None and not isinstance(figure, Baseline)
        if counted and figure.value is not None and figure.value != int(figure.value):
            what = f"{title}的数值是 {figure.value}{indicator.unit}，不是整数"
            yield Problem(figure.place.of("value"), what, "按实际计数填整数", unit=unit)


def shares_are_no_more_than_all(evaluation: Evaluation) -> Iterator[Problem]:
    for unit, indicator, title, figure in _all(evaluation):
        most = greatest_share(indicator)
        if most is None:
            continue
        if indicator.ratio is None and figure.value is not None and figure.value > most:
            yield Problem(figure.place.of("value"), f"{title}是占比，{figure.value}% 超过 100%", "改正数值", unit=unit)
        elif _exceeds(figure.numerator, figure.denominator):
            what = f"{title}是占比，分子 {figure.numerator} 大于分母 {figure.denominator}"
            yield Problem(
                figure.place.of("numerator"), what, "改正分子或分母，检查两者是否写反、单位是否一致", unit=unit
            )


def figures_lie_within_the_plan_period(evaluation: Evaluation) -> Iterator[Problem]:
    """The base year counts as within: banners report it, since the plan states a baseline for the city only."""
    period = evaluation.plan.period
    for figure in figures(evaluation):
        year = figure.reading.period.year
        if not period.base_date.year <= year <= period.last_year:
            what = f"{figure.title}不在规划期内（{period.base_date.year}—{period.last_year}年）"
            yield Problem(figure.reading.place.of("period"), what, "改正时期，或删去这一条", unit=figure.unit)


def figures_lie_before_their_cut_off(evaluation: Evaluation) -> Iterator[Problem]:
    cut_offs = evaluation.plan.cut_offs
    for figure in figures(evaluation):
        kind, limit = ("年度", cut_offs.annual) if figure.reading.period.annual else ("月度", cut_offs.monthly)
        in_plan = figure.reading.period.year <= evaluation.plan.period.last_year
        if in_plan and figure.reading.period.end > limit:
            what = f"{figure.title}晚于{kind}数据截止时点 {limit}"
            yield Problem(figure.reading.place.of("period"), what, "删去这一条，或改正时期", unit=figure.unit)


def provisional_figures_say_when_and_from_where(evaluation: Evaluation) -> Iterator[Problem]:
    for figure in figures(evaluation):
        reading = figure.reading
        missing = [
            key for key in ("expected", "source") if reading.status.provisional and getattr(reading, key) is None
        ]
        if missing:
            owed = "、".join({"expected": "正式数预计发布日期", "source": "来源"}[key] for key in missing)
            what = f"{figure.title}是{reading.status}数，没有写{owed}"
            yield Problem(reading.place, what, f"补 {_keys(missing)}", unit=figure.unit)


def provisional_figures_are_not_overdue(evaluation: Evaluation) -> Iterator[Problem]:
    """Judged on the document's own date: the same sources say the same on any day."""
    day = evaluation.plan.document.date
    for figure in figures(evaluation):
        reading = figure.reading
        if reading.status.provisional and reading.expected is not None and reading.expected < day:
            what = f"{figure.title}还是{reading.status}数，正式数应已于 {reading.expected} 发布"
            fix = "换成正式数，把原数写进 `revisions`；尚未发布时改正 `expected`"
            yield Problem(reading.place.of("expected"), what, fix, unit=figure.unit)


def _all(evaluation: Evaluation) -> Iterator[tuple[str | None, Indicator, str, Quantity]]:
    """(unit, indicator, how to call it, figure) of every reading and every baseline."""
    for indicator in evaluation.indicators:
        if indicator.baseline is not None:
            yield None, indicator, f"{indicator.id} 基期", indicator.baseline
    yield from ((f.unit, f.indicator, f.title, f.reading) for f in figures(evaluation))


def _form(indicator: Indicator, figure: Quantity) -> tuple[list[str], list[str]]:
    """(keys that are owed, keys that may not be there)"""
    # Whether it owes a ratio's makeup is a rule about the indicator; without it nothing can be said of its figures.
    if indicator.kind is Kind.RATIO and indicator.ratio is None:
        return [], []
    wanted = ("numerator", "denominator") if indicator.ratio else ("value",)
    missing = [key for key in wanted if getattr(figure, key) is None]
    return missing, [key for key, _ in PARTS if key not in wanted and getattr(figure, key) is not None]


def _exceeds(part: Decimal | None, whole: Decimal | None) -> bool:
    return part is not None and whole is not None and 0 < whole < part


def _keys(keys: list[str]) -> str:
    return "、".join(f"`{key}`" for key in keys)
