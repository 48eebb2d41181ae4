"""The why-card: everything a verdict was made from, with the formula's numbers filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.measure.indicators import COUNT_UNITS, city_assessment, unit_assessments
from evaluation.measure.what_if import Setting, with_setting
from evaluation.model import Indicator, Kind, Reading3, VerdictClass
from evaluation.render import figures, wording
from evaluation.render.inline import bold, bullet, escape
from evaluation.render.view import View

RATINGS = {
    "achieved": "已实现",
    "on_track": "按序时",
    "moderate": "进展中等",
    "limited": "进展有限",
    "deterioration": "倒退",
}
READINGS = {
    Reading3.POINT: "当期数与基期数相比",
    Reading3.MEAN_OF_MEANS: "规划期以来各年均值与基期年均值相比",
    Reading3.YEAR_ON_BASE_MEAN: "当年数与基期年均值相比",
}
REASON_SENTENCES = {
    "no_data": "没有可供评价的数据，暂不评价",
    "zero_baseline": "基期为零，升降幅度无从计算，按“不发生”判断",
    "small_base": "本级基数小，一两起事件即可使比率大幅变化，只列数量，不作评价",
    "not_computable": "按规定的方法无法计算，暂不评价",
    "maintain": "基期已经达到目标，只看是否保持，不计算完成率",
    "no_evidence": "报送已到最后阶段，但没有文号或日期作为依据，按前一阶段计算",
}
MOST_YEARS = 5
"""A figure that counts as one of so many in a mean must move so many times as far."""


def why_markdown(view: View, indicator: Indicator) -> str:
    """A paragraph with the verdict and a list of its grounds, for the city or the view's unit."""
    row = figures.assessed(view, indicator)
    if row is None:
        return f"{bold(figures.verdict_status(None))}：{REASON_SENTENCES['no_data']}。"
    lines = [line for ground in GROUNDS for line in ground(view, indicator, row)]
    return "\n".join([f"{bold(figures.verdict_status(row))}", "", *lines])


def _n(indicator: Indicator, value: Decimal) -> str:
    """A number inside a formula: two more places than printed elsewhere, unless it needs none."""
    exact = wording.rounded(value, indicator.decimals) == value
    return wording.plain(wording.rounded(value, indicator.decimals if exact else indicator.decimals + 2))


def _judged(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.datum is not None:
        period = wording.period(row.datum.period, indicator.nature)
        yield bullet("评价所用数据", f"{period}{figures.sentence_figure(view, indicator, row.datum)}")
    if row.reason in REASON_SENTENCES:
        yield bullet("评价规则", REASON_SENTENCES[row.reason])


def _target(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    parts = [escape(indicator.target.text)]
    if row.baseline is not None:
        label = (
            f"{indicator.baseline.label}"
            if view.unit is None and indicator.baseline
            else f"{figures.base_year(view)}年"
        )
        parts.append(f"基期（{escape(label)}）{figures.with_unit(view, indicator, row.baseline)}")
    if row.target is not None:
        parts.append(f"目标值{figures.with_unit(view, indicator, row.target)}")
    yield bullet("目标", "；".join(parts))


def _composed(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    ratio, datum = indicator.ratio, row.datum
    if ratio is None or datum is None or datum.numerator is None or not datum.denominator:
        return
    factor = "" if ratio.factor == 1 else f"{wording.plain(ratio.factor)}×"
    yield bullet(
        "数值构成",
        f"{factor}{escape(ratio.numerator)}÷{escape(ratio.denominator)} = "
        f"{factor}{wording.number(datum.numerator)}{escape(ratio.numerator_unit)}÷"
        f"{wording.number(datum.denominator)}{escape(ratio.denominator_unit)} = "
        f"{_n(indicator, datum.value)}{escape(indicator.unit)}",
    )


def _formula(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    write = FORMULAS.get(indicator.judged_as)
    text = write(indicator, row) if write and row.value is not None else None
    if text:
        yield bullet("算式", text)


def _of_level(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None or row.baseline is None or row.target is None:
        return None
    v, b, t = (_n(indicator, value) for value in (row.value, row.baseline, row.target))
    return f"完成率p =（现值－基期值）÷（目标值－基期值）=（{v}－{b}）÷（{t}－{b}）= {wording.percent(row.completion)}"


def _of_relative_change(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None or row.baseline is None:
        return None
    v, b = _n(indicator, row.value), _n(indicator, row.baseline)
    goal = f"{wording.plain(indicator.target.value)}%".replace("-", "－")
    return f"完成率p =（现值÷基期值－1）÷目标变化率 =（{v}÷{b}－1）÷（{goal}）= {wording.percent(row.completion)}"


def _of_mean_ceiling(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.mean is None:
        return None
    years = [datum for datum in row.series if datum.period.annual][: row.years_counted]
    values = "＋".join(_n(indicator, datum.value) for datum in years)
    return f"年均 =（{values}）÷{len(years)} = {_n(indicator, row.mean)}，上限{wording.plain(indicator.target.value)}"


def _of_each_year(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.years_counted is None:
        return None
    return f"达标年数÷应达标年数 = {row.years_met}÷{row.years_counted}；以最近一年是否达标为准"


def _of_sum(indicator: Indicator, row: IndicatorAssessment) -> str | None:
    if row.completion is None:
        return None
    v, t = _n(indicator, row.value), wording.plain(indicator.target.value)
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


def _pace(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.pace is None or row.datum is None:
        return
    yield bullet("时间进度", f"e = {wording.whole_percent(row.elapsed)}（数据时点{wording.day(row.datum.date)}）")
    if row.expected is not None and row.expected != row.elapsed:
        yield bullet("按路径应完成", wording.percent(row.expected))
    yield bullet("相对速度", f"k = p÷e = {wording.plain(wording.rounded(row.pace, 2))}")
    yield bullet("差距", f"{wording.against(row.difference, '时间进度')}")


def _change(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.change is None or row.baseline is None:
        return
    told = figures.against_base(view, indicator, None)
    required = f"；到该时点应{wording.change(row.required_change)}" if row.required_change is not None else ""
    yield bullet("较基期", f"{told}{required}（{READINGS[indicator.reading]}）")


def _yearly(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.achieved_per_year is None:
        return
    unit, places = _difference_unit(figures.unit_of(view, indicator)), indicator.decimals + 1
    done = wording.change_by(row.achieved_per_year, unit, places)
    end = view.evaluation.plan.period.last_year
    if row.needed_per_year is None:
        yield bullet("年均变化", f"已实现年均{done}")
    elif row.verdict is VerdictClass.ACHIEVED:
        yield bullet("年均变化", f"已实现年均{done}，目标已经达到")
    else:
        needed = wording.change_by(row.needed_per_year, unit, places)
        yield bullet("年均变化", f"到{end}年末每年还需{needed}，已实现年均{done}")


def _projection(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.projection is not None:
        value = figures.with_unit(view, indicator, row.projection)
        yield bullet("按现速推算", f"{view.evaluation.plan.period.last_year}年为{value}")


def _ceiling(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.headroom is not None:
        left = figures.with_unit(view, indicator, row.headroom)
        told = f"其余各年平均不得超过{left}" if row.headroom >= 0 else "即使其余各年为零也无法实现"
        yield bullet(
            "余量", told + (f"，低于上限{wording.percent(row.margin)}" if row.margin and row.margin > 0 else "")
        )
    elif row.margin is not None:
        yield bullet("余量", f"{'低于' if row.margin >= 0 else '高于'}上限{wording.percent(abs(row.margin))}")
    if row.pooled is not None and row.mean is not None:
        yield bullet("对照", f"分子、分母分别相加后的均值为{figures.with_unit(view, indicator, row.pooled)}")


def _border(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.border is not None and row.value is not None:
        yield bullet("临界", border_sentence(view, indicator, row))


def border_sentence(view: View, indicator: Indicator, row: IndicatorAssessment) -> str:
    """再多2人即转为“进度滞后”: the nearest class border in the indicator's own unit; people in whole numbers."""
    rises = row.border.value >= row.value
    unit = figures.unit_of(view, indicator)
    step = _whole_step(view, indicator, row) if unit in COUNT_UNITS else None
    if step is not None:
        return f"再{'多' if rises else '少'}{step[0]}{unit}即转为“{step[1].value}”"
    distance = wording.plain(wording.rounded(row.border.distance, indicator.decimals + 2))
    return f"再{'上升' if rises else '下降'}{distance}{_difference_unit(unit)}即转为“{row.border.verdict.value}”"


def _whole_step(view: View, indicator: Indicator, row: IndicatorAssessment) -> tuple[int, VerdictClass] | None:
    """How many more or fewer change the class, and to which: one person may step over a narrow class."""
    if row.datum is None or row.datum.numerator is not None:
        return None
    direction, current = 1 if row.border.value >= row.value else -1, row.computed or row.verdict
    nearest = max(1, int(row.border.distance))
    for step in range(nearest, nearest * MOST_YEARS + 2):
        value = row.datum.value + direction * step
        found = _verdict_at(view, indicator, row, value) if value >= 0 else current
        if found is not current:
            return step, found
    return None


def _verdict_at(view: View, indicator: Indicator, row: IndicatorAssessment, value: Decimal) -> VerdictClass:
    """The class if the judged figure were `value`, by the same rules."""
    changed = with_setting(view.evaluation, Setting(row.unit, indicator.id, row.datum.period, value))
    if row.unit is None:
        assessed = city_assessment(changed, changed.indicator(indicator.id))
        return assessed.computed or assessed.verdict
    found = (one for one in unit_assessments(changed) if (one.unit, one.indicator) == (row.unit, indicator.id))
    return next(found).verdict


def _difference_unit(unit: str) -> str:
    return "个百分点" if unit == "%" else unit


def _provisional(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    told = [
        f"{wording.period(datum.period, indicator.nature)}{figures.sentence_figure(view, indicator, datum)}"
        + (f"，正式数预计{wording.day(datum.expected)}发布" if datum.expected else "")
        for datum in row.provisional
    ]
    if told:
        yield bullet("所用预计数", "；".join(told) + "。正式数据发布后重新评价")


def _small(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    if row.small_count:
        limit = wording.plain(view.evaluation.plan.method.small_count)
        yield bullet("小数说明", f"当期发生数不足{limit}，升降难以同偶然波动区分；本说明不改变评价")


def _second(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    second = row.second
    if second is None:
        return
    if second.compound_pace is not None and second.compound_verdict is not None:
        yield bullet("第二意见·复合路径", f"k = {_two(second.compound_pace)}，{second.compound_verdict.value}")
    if second.linear_pace is not None and second.linear_verdict is not None:
        yield bullet("第二意见·五年直线", f"k = {_two(second.linear_pace)}，{second.linear_verdict.value}")
    if second.rating is not None:
        parts = [RATINGS[second.rating]]
        parts += [f"R = {_float(second.rate)}"] if second.rate is not None else []
        parts += [f"得分{_float(second.score)}"] if second.score is not None else []
        yield bullet("第二意见·公开统计方法", f"{'，'.join(parts)}（Open SDG、加拿大统计局方法，只作对照，不改变评价）")


def _two(value: Decimal) -> str:
    return wording.plain(wording.rounded(value, 2))


def _float(value: float) -> str:
    return wording.number(Decimal(repr(value)), 2)


def _override(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    override = indicator.override
    if view.unit is None and override is not None and row.computed is not None:
        yield bullet(
            "人工评价",
            f"计算结果为“{row.computed.value}”，{escape(override.by)}于{wording.day(override.date)}"
            f"定为“{override.verdict.value}”，理由：{escape(override.reason)}",
        )


GROUNDS: tuple[Callable[[View, Indicator, IndicatorAssessment], Iterator[str]], ...] = (
    _judged,
    _target,
    _composed,
    _formula,
    _pace,
    _change,
    _yearly,
    _projection,
    _ceiling,
    _border,
    _provisional,
    _small,
    _second,
    _override,
)
"""In the order in which a reviewer asks."""
