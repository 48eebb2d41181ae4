"""Tables of indicators: the main one, all figures with what they are made of, and capacity."""

from __future__ import annotations

from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.model import Indicator, IndicatorGroup, Period
from evaluation.render import figures, scope, wording
from evaluation.render.tables.cells import indicator_cell, words
from evaluation.render.tables.notes import figures_cut_off, notes, reported_by
from evaluation.render.tables.table import Cell, Column, Table, cell, figure_columns, text_columns
from evaluation.render.view import View

CEILING_NOTE = "限值类指标不计算完成率，列示余量或达标年数"
SHORT_PERIOD_NOTE = "不足一年的一列，期间指标为累计数，时点指标为月末数"
COUNT_NOTE = "旗区的事故、灾害类比率指标基数小，列示绝对数，不作评价"


def main_table(view: View, argument: str | None) -> Table | None:
    """主要指标: one row an indicator, from its base to its verdict."""
    found = pairs(view)
    if not found:
        return None
    periods = shown_periods(view)
    rows = tuple(_main_row(view, place, *pair, periods) for place, pair in enumerate(found, 1))
    columns = (
        Column("序号", "center"),
        *text_columns("类别", "指标", "单位", "属性"),
        *figure_columns(f"{figures.base_year(view)}年基期"),
        *text_columns(f"{view.evaluation.plan.period.last_year}年目标"),
        *figure_columns(*(period_title(period) for period in periods), "较基期", "完成率或余量", "时间进度"),
        *text_columns("评价"),
    )
    extra = (CEILING_NOTE, SHORT_PERIOD_NOTE) + ((COUNT_NOTE,) if view.unit else ())
    source = "各指标责任单位，详见各指标说明" if view.unit is None else reported_by(view)
    return Table(
        "indicators",
        f"{scope.name(view)}主要指标进展情况",
        columns,
        rows,
        notes=notes(view, rows, figures_cut_off(view), source, extra),
    )


def pairs(view: View) -> list[tuple[Indicator, IndicatorAssessment]]:
    known = ((view.evaluation.indicator(row.indicator), row) for row in scope.indicators(view))
    return [(indicator, row) for indicator, row in known if indicator is not None]


def shown_periods(view: View) -> tuple[Period, ...]:
    """The plan's years up to the annual cut-off, then the newest part of a year that any figure is of."""
    plan = view.evaluation.plan
    years = [Period(str(year)) for year in range(plan.period.first_year, plan.cut_offs.annual.year + 1)]
    parts = {d.period for row in scope.indicators(view) for d in row.series if not d.period.annual}
    return (*years, *sorted(part for part in parts if part.end <= plan.cut_offs.monthly)[-1:])


def period_title(period: Period) -> str:
    return f"{period.year}年" if period.annual else f"{period.year}年1—{period.month}月"


def _main_row(
    view: View, place: int, indicator: Indicator, row: IndicatorAssessment, periods: tuple[Period, ...]
) -> tuple[Cell, ...]:
    return (
        cell(place),
        cell(indicator.group.value),
        indicator_cell(indicator),
        cell(figures.unit_of(view, indicator)),
        cell(indicator.attribute.value),
        cell(figures.figure(view, indicator, figures.baseline(view, indicator))),
        cell(indicator.target.text),
        *(cell(figures.figure(view, indicator, row.of(period))) for period in periods),
        cell(or_dash(figures.against_base(view, indicator, None))),
        cell(completion_or_margin(row)),
        cell(wording.whole_percent(row.elapsed)),
        cell(figures.verdict_status(row)),
    )


def or_dash(text: str) -> str:
    return wording.NO_DATA if text == wording.NO_DATA_WORDS else text


def completion_or_margin(row: IndicatorAssessment) -> str:
    """76.9%; for ceilings 余量2.3% or 2/2年达标; — where neither is."""
    if row.pace is not None:
        return wording.percent(row.completion)
    if row.years_met is not None:
        return f"{row.years_met}/{row.years_counted}年达标"
    if row.margin is not None:
        return f"{'余量' if row.margin >= 0 else '超出'}{wording.percent(abs(row.margin))}"
    return wording.NO_DATA


def data_table(view: View, argument: str | None) -> Table | None:
    """指标数据: every figure with what it is made of; of one indicator where it is named."""
    rows = tuple(
        _data_row(view, indicator, datum)
        for indicator, row in pairs(view)
        if argument in (None, indicator.id)
        for datum in _with_base(view, indicator, row)
    )
    if not rows:
        return None
    columns = (
        *text_columns("指标", "时期"),
        *figure_columns("数值"),
        *text_columns("单位"),
        *figure_columns("分子", "分母"),
        *text_columns("数据状态", "正式数预计发布", "来源"),
    )
    indicator = view.evaluation.indicator(argument) if argument else None
    title = f"{scope.name(view)}{indicator.name if indicator else '主要指标'}数据"
    return Table(
        "indicator-data",
        title,
        columns,
        rows,
        notes=notes(view, rows, figures_cut_off(view), reported_by(view, "各指标责任单位")),
    )


def _with_base(view: View, indicator: Indicator, row: IndicatorAssessment) -> tuple[Datum, ...]:
    base = figures.baseline(view, indicator)
    return (*((base,) if base else ()), *row.series)


def _data_row(view: View, indicator: Indicator, datum: Datum) -> tuple[Cell, ...]:
    ratio = indicator.ratio
    return (
        indicator_cell(indicator),
        cell(wording.period(datum.period, indicator.nature)),
        cell(figures.figure(view, indicator, datum)),
        cell(figures.unit_of(view, indicator)),
        cell(_part(datum.numerator, ratio.numerator_unit if ratio else "")),
        cell(_part(datum.denominator, ratio.denominator_unit if ratio else "")),
        cell(datum.status.value),
        cell(wording.day(datum.expected)),
        words(datum.source or indicator.source),
    )


def _part(value: Decimal | None, unit: str) -> str:
    return wording.NO_DATA if value is None else wording.number(value) + unit


def capacity_table(view: View, argument: str | None) -> Table | None:
    """应急能力: staff, fire-rescue strength and relief time, with what each ratio is made of."""
    rows = tuple(
        _capacity_row(view, indicator, row)
        for indicator, row in pairs(view)
        if indicator.group is IndicatorGroup.CAPACITY
    )
    if not rows:
        return None
    columns = (
        *text_columns("指标", "单位"),
        *figure_columns(f"{figures.base_year(view)}年基期", "最新数"),
        *text_columns("时点", "构成", "目标", "评价"),
    )
    return Table(
        "capacity",
        f"{scope.name(view)}应急能力指标情况",
        columns,
        rows,
        notes=notes(view, rows, figures_cut_off(view), reported_by(view, "各指标责任单位")),
    )


def _capacity_row(view: View, indicator: Indicator, row: IndicatorAssessment) -> tuple[Cell, ...]:
    newest = row.series[-1] if row.series else None
    return (
        indicator_cell(indicator),
        cell(figures.unit_of(view, indicator)),
        cell(figures.figure(view, indicator, figures.baseline(view, indicator))),
        cell(figures.figure(view, indicator, newest)),
        cell(wording.period(newest.period, indicator.nature) if newest else wording.NO_DATA),
        cell(_composition(indicator, newest)),
        cell(indicator.target.text),
        cell(figures.verdict_status(row)),
    )


def _composition(indicator: Indicator, datum: Datum | None) -> str:
    ratio = indicator.ratio
    if ratio is None or datum is None or datum.numerator is None:
        return wording.NO_DATA
    return (
        f"{ratio.numerator}{wording.number(datum.numerator)}{ratio.numerator_unit}，"
        f"{ratio.denominator}{wording.number(datum.denominator)}{ratio.denominator_unit}"
    )
