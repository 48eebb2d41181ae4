"""The why-card: everything a verdict was made from, with the formula's numbers filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.model import Indicator, Reading3, VerdictClass
from evaluation.render import figures, wording
from evaluation.render.borders import border_sentence, difference_unit
from evaluation.render.formulas import FORMULAS, in_formula
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


def why_markdown(view: View, indicator: Indicator) -> str:
    """A paragraph with the verdict and a list of its grounds, for the city or the view's unit."""
    row = figures.assessed(view, indicator)
    if row is None:
        return f"{bold(figures.verdict_status(None))}：{REASON_SENTENCES['no_data']}。"
    lines = [line for ground in GROUNDS for line in ground(view, indicator, row)]
    return "\n".join([f"{bold(figures.verdict_status(row))}", "", *lines])


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
        f"{in_formula(indicator, datum.value)}{escape(indicator.unit)}",
    )


def _formula(view: View, indicator: Indicator, row: IndicatorAssessment) -> Iterator[str]:
    write = FORMULAS.get(indicator.judged_as)
    text = write(indicator, row) if write and row.value is not None else None
    if text:
        yield bullet("算式", text)


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
    unit, places = difference_unit(figures.unit_of(view, indicator)), indicator.decimals + 1
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
