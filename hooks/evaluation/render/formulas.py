"""The formula of each kind of target with its numbers filled in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.model import Indicator, Kind
from evaluation.render import wording


def in_formula(indicator: Indicator, value: Decimal) -> str:
    """A number inside a formula: two more places than printed elsewhere, unless it needs none."""
    exact = wording.rounded(value, indicator.decimals) == value
    return wording.plain(wording.rounded(value, indicator.decimals if exact else indicator.decimals + 2))


def _of_level(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None or row.baseline is None or row.target is None:
        return None
    v, b, t = (in_formula(indicator, value) for value in (row.value, row.baseline, row.target))
    return f"完成率p =（现值－基期值）÷（目标值－基期值）=（{v}－{b}）÷（{t}－{b}）= {wording.percent(row.completion)}"


def _of_relative_change(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None or row.baseline is None:
        return None
    v, b = in_formula(indicator, row.value), in_formula(indicator, row.baseline)
    goal = f"{wording.plain(indicator.target.value)}%".replace("-", "－")
    return f"完成率p =（现值÷基期值－1）÷目标变化率 =（{v}÷{b}－1）÷（{goal}）= {wording.percent(row.completion)}"


def _of_mean_ceiling(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.mean is None:
        return None
    years = [datum for datum in row.series if datum.period.annual][: row.years_counted]
    values = "＋".join(in_formula(indicator, datum.value) for datum in years)
    mean, limit = in_formula(indicator, row.mean), wording.plain(indicator.target.value)
    return f"年均 =（{values}）÷{len(years)} = {mean}，上限{limit}"


def _of_each_year(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.years_counted is None:
        return None
    return f"达标年数÷应达标年数 = {row.years_met}÷{row.years_counted}；以最近一年是否达标为准"


def _of_sum(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None:
        return None
    v, t = in_formula(indicator, row.value), wording.plain(indicator.target.value)
    return f"完成率p = 累计数÷目标数 = {v}÷{t} = {wording.percent(row.completion)}"


def _of_growth(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None or row.rate is None:
        return None
    goal = f"{wording.plain(indicator.target.value)}%"
    return f"完成率p = 年均增速÷目标增速 = {wording.percent(row.rate, 2)}÷{goal} = {wording.percent(row.completion)}"


def _of_stages(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None:
        return None
    reached = f"{wording.plain(row.value)}÷{len(indicator.stages)}"
    return f"完成率p = 已到阶段÷全部阶段 = {reached} = {wording.percent(row.completion)}"


FORMULAS: dict[Kind, Callable[[Indicator, IndicatorAssessment], str | None]] = {
    Kind.LEVEL: _of_level,
    Kind.RELATIVE_CHANGE: _of_relative_change,
    Kind.PERIOD_MEAN_CEILING: _of_mean_ceiling,
    Kind.EACH_YEAR_CEILING: _of_each_year,
    Kind.EACH_YEAR_FLOOR: _of_each_year,
    Kind.CUMULATIVE: _of_sum,
    Kind.MEAN_GROWTH: _of_growth,
    Kind.MILESTONE: _of_stages,
}
