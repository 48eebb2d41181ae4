"""Words about indicators: values, targets, changes, verdicts and what belongs to them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.model import Indicator
from evaluation.render import figures, wording
from evaluation.render.inline import escape
from evaluation.render.view import View
from evaluation.render.words.roles import INDICATOR, PERIOD
from evaluation.render.words.word import Given, Word


def _value(view: View, given: Given) -> str:
    indicator = given[INDICATOR]
    return figures.sentence_figure(view, indicator, figures.of_period(view, indicator, given[PERIOD]))


def _target(view: View, given: Given) -> str:
    return escape(given[INDICATOR].target.text)


def _baseline(view: View, given: Given) -> str:
    indicator = given[INDICATOR]
    return figures.sentence_figure(view, indicator, figures.baseline(view, indicator))


def _change(view: View, given: Given) -> str:
    return figures.against_base(view, given[INDICATOR], given.get(PERIOD))


def _year_on_year(view: View, given: Given) -> str:
    return figures.on_year_before(view, given[INDICATOR], given[PERIOD])


def _verdict(view: View, given: Given) -> str:
    return figures.verdict_words(figures.assessed(view, given[INDICATOR]))


def _completion(row: IndicatorAssessment) -> str | None:
    if row.pace is not None:
        return wording.percent(row.completion)
    return f"{row.years_met}/{row.years_counted}年达标" if row.years_met is not None else None


def _elapsed(row: IndicatorAssessment) -> str | None:
    return wording.whole_percent(row.elapsed) if row.elapsed is not None else None


def _difference(row: IndicatorAssessment) -> str | None:
    return wording.against(row.difference, "时间进度") if row.difference is not None else None


def _of_row(write: Callable[[IndicatorAssessment], str | None]) -> Callable[[View, Given], str]:
    """A word that says one thing of the assessment, 暂无数据 where it is not to be had."""

    def words(view: View, given: Given) -> str:
        row = figures.assessed(view, given[INDICATOR])
        return (write(row) if row else None) or wording.NO_DATA_WORDS

    return words


def _in_unit(pick: Callable[[IndicatorAssessment], Decimal | None]) -> Callable[[View, Given], str]:
    """A computed figure in the indicator's own unit."""

    def words(view: View, given: Given) -> str:
        indicator: Indicator = given[INDICATOR]
        row = figures.assessed(view, indicator)
        return figures.with_unit(view, indicator, pick(row) if row else None)

    return words


WORDS = (
    Word("值", "value", _value, "值 死亡人数 2022", (INDICATOR, PERIOD)),
    Word("目标", "target", _target, "目标 死亡人数", (INDICATOR,)),
    Word("目标值", "target-value", _in_unit(lambda row: row.target), "目标值 死亡人数", (INDICATOR,)),
    Word("基期", "baseline", _baseline, "基期 死亡人数", (INDICATOR,)),
    Word("变化", "change", _change, "变化 死亡人数 2022", (INDICATOR,), (PERIOD,)),
    Word("同比", "year-on-year", _year_on_year, "同比 死亡人数 2022", (INDICATOR, PERIOD)),
    Word("评价", "verdict", _verdict, "评价 死亡人数", (INDICATOR,)),
    Word("完成率", "completion", _of_row(_completion), "完成率 死亡人数", (INDICATOR,)),
    Word("时间进度", "elapsed", _of_row(_elapsed), "时间进度 死亡人数", (INDICATOR,)),
    Word("差距", "difference", _of_row(_difference), "差距 死亡人数", (INDICATOR,)),
    Word("均值", "mean", _in_unit(lambda row: row.mean), "均值 十万人受灾人次", (INDICATOR,)),
    Word("余量", "headroom", _in_unit(lambda row: row.headroom), "余量 十万人受灾人次", (INDICATOR,)),
    Word("预期", "projection", _in_unit(lambda row: row.projection), "预期 死亡人数", (INDICATOR,)),
)
