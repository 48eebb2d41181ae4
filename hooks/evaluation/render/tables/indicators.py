"""Tables of indicators: the main one, all figures, by banner, provisional ones, capacity, and sums."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment, SumCheck
from evaluation.measure.ranking import Place, rankings
from evaluation.model import Indicator, IndicatorGroup, Period, Unit
from evaluation.render import figures, scope, wording
from evaluation.render.links import of_unit
from evaluation.render.tables.cells import has_page, indicator_cell, unit_cell, words
from evaluation.render.tables.notes import figures_cut_off, notes, reported_by
from evaluation.render.tables.table import Cell, Column, Table, cell, figure_columns, linked, text_columns
from evaluation.render.view import View

CEILING_NOTE = "限值类指标不计算完成率，列示余量或达标年数"
SHORT_PERIOD_NOTE = "不足一年的一列，期间指标为累计数，时点指标为月末数"
COUNT_NOTE = "旗区的事故、灾害类比率指标基数小，列示绝对数，不作评价"


def main_table(view: View, argument: str | None) -> Table | None:
    """主要指标: one row an indicator, from its base to its verdict."""
    pairs = _pairs(view)
    if not pairs:
        return None
    periods = shown_periods(view)
    rows = tuple(_main_row(view, place, *pair, periods) for place, pair in enumerate(pairs, 1))
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


def _pairs(view: View) -> list[tuple[Indicator, IndicatorAssessment]]:
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
        *(cell(figures.figure(view, indicator, _in_series(row, period))) for period in periods),
        cell(_or_dash(figures.against_base(view, indicator, None))),
        cell(completion_or_margin(row)),
        cell(wording.whole_percent(row.elapsed)),
        cell(figures.verdict_status(row)),
    )


def _in_series(row: IndicatorAssessment, period: Period) -> Datum | None:
    return next((datum for datum in row.series if datum.period == period), None)


def _or_dash(text: str) -> str:
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
        for indicator, row in _pairs(view)
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


def by_banner_table(view: View, argument: str | None) -> Table | None:
    """分旗区指标: one indicator by banner, with places, the banners' sum and the city's own figure."""
    city = View(view.evaluation, view.assessment)
    indicator = view.evaluation.indicator(argument) if argument else None
    if indicator is None:
        return None
    banners = [(unit, view.assessment.indicator(indicator.id, unit.id)) for unit in view.evaluation.banners]
    if not any(row for _, row in banners):
        return None
    periods = _banner_periods(city, indicator, banners)
    places = {place.unit: place for place in _places(view) if place.indicator == indicator.id}
    rows = (
        *(_banner_row(view, indicator, unit, periods, places.get(unit.id)) for unit, _ in banners),
        *_total_rows(city, indicator, periods),
    )
    example = View(view.evaluation, view.assessment, banners[0][0])
    columns = (
        *text_columns("旗区"),
        *figure_columns(
            f"{figures.base_year(view)}年", *(wording.period(p, indicator.nature) for p in periods), "较基期", "位次"
        ),
    )
    extra = [_ranked_by(city, indicator)] if places else []
    if figures.as_count(example, indicator):
        extra.append(f"旗区基数小，列示{indicator.ratio.numerator}，不列比率")
    return Table(
        "indicator-by-banner",
        f"各旗区{indicator.name}",
        columns,
        rows,
        figures.unit_of(example, indicator),
        notes(city, rows, figures_cut_off(view), "各旗区自评估报送数据", extra),
    )


def _banner_periods(city: View, indicator: Indicator, banners: list) -> tuple[Period, ...]:
    found = {datum.period for _, row in banners if row for datum in row.series}
    return tuple(sorted(found, key=lambda period: (period.end, period)))


def _places(view: View) -> tuple[Place, ...]:
    return rankings(view.evaluation, view.assessment.city, view.assessment.units)


def _ranked_by(city: View, indicator: Indicator) -> str:
    row = figures.assessed(city, indicator)
    return f"位次按{wording.period(row.datum.period, indicator.nature)}数由优到劣排列，相同者并列"


def _banner_row(
    view: View, indicator: Indicator, unit: Unit, periods: tuple[Period, ...], place: Place | None
) -> tuple[Cell, ...]:
    own = View(view.evaluation, view.assessment, unit)
    return (
        linked(unit.label, of_unit(unit) if has_page(unit) else None),
        cell(figures.figure(own, indicator, figures.baseline(own, indicator))),
        *(cell(figures.figure(own, indicator, figures.of_period(own, indicator, period))) for period in periods),
        cell(_or_dash(figures.against_base(own, indicator, None))),
        cell(f"{place.place}/{place.among}" if place else wording.NO_DATA),
    )


def _total_rows(city: View, indicator: Indicator, periods: tuple[Period, ...]) -> Iterator[tuple[Cell, ...]]:
    """The banners' sum and the city's figure: both are always shown, neither is corrected."""
    checks = {check.period: check for check in city.assessment.sums if check.indicator == indicator.id}
    if not checks:
        return
    columns = (Period(str(figures.base_year(city))), *periods)
    for title, which in (("旗区合计", "total"), ("全市", "city")):
        values = (_total(checks.get(period), which) for period in columns)
        yield cell(title), *(cell(value) for value in values), cell(wording.NO_DATA), cell(wording.NO_DATA)


def _total(check: SumCheck | None, which: str) -> str:
    """As reported, places and all; a sum without all banners says so."""
    if check is None:
        return wording.NO_DATA
    lacking = f"（缺{len(check.missing)}个旗区）" if which == "total" and check.missing else ""
    return wording.number(getattr(check, which)) + lacking


def sums_table(view: View, argument: str | None) -> Table | None:
    """合计核对: the banners' sum beside the city's own figure, period by period."""
    rows = tuple(
        (
            indicator_cell(indicator),
            cell(wording.period(check.period, indicator.nature)),
            cell(wording.number(check.total)),
            cell(wording.number(check.city)),
            cell(wording.number(check.difference)),
            cell("一致" if check.difference == 0 and not check.missing else "有缺报" if check.missing else "不一致"),
            cell("、".join(_labels(view, check.missing)) or "无"),
        )
        for check in view.assessment.sums
        if (indicator := view.evaluation.indicator(check.indicator)) is not None
    )
    if not rows:
        return None
    columns = (
        *text_columns("指标", "时期"),
        *figure_columns("旗区合计", "全市数", "相差"),
        *text_columns("核对", "缺报旗区"),
    )
    extra = ("比率指标核对分子；两数不一致时并列，不作机械调整",)
    city = View(view.evaluation, view.assessment)
    return Table(
        "sums",
        "旗区合计与全市数核对",
        columns,
        rows,
        notes=notes(city, rows, figures_cut_off(view), "各旗区自评估报送数据、各指标责任单位", extra),
    )


def _labels(view: View, unit_ids: tuple[str, ...]) -> list[str]:
    units = [view.evaluation.unit(unit_id) for unit_id in unit_ids]
    return [unit.label for unit in units if unit]


def provisional_table(view: View, argument: str | None) -> Table | None:
    """预计数据: every figure that will be replaced, with the day it is expected and the verdicts that rest on it."""
    rows = tuple(_provisional_rows(view))
    if not rows:
        return None
    columns = (
        *text_columns("单位", "指标", "时期"),
        *figure_columns("数值"),
        *text_columns("数据状态", "正式数预计发布", "来源", "涉及评价"),
    )
    return Table(
        "provisional",
        f"{scope.name(view)}尚在使用的预计数据",
        columns,
        rows,
        notes=notes(view, rows, figures_cut_off(view), "各指标责任单位和各单位自评估报送数据"),
    )


def _provisional_rows(view: View) -> Iterator[tuple[Cell, ...]]:
    units = view.assessment.units
    shown = (*view.assessment.city, *units) if view.unit is None else scope.indicators(view)
    for row in shown:
        indicator = view.evaluation.indicator(row.indicator)
        own = View(view.evaluation, view.assessment, view.evaluation.unit(row.unit) if row.unit else None)
        if indicator is None:
            continue
        base = figures.baseline(own, indicator)
        for datum in (*((base,) if base else ()), *row.series):
            if datum.provisional:
                yield _provisional_row(own, indicator, row, datum)


def _provisional_row(own: View, indicator: Indicator, row: IndicatorAssessment, datum: Datum) -> tuple[Cell, ...]:
    used = any((used.period, used.value) == (datum.period, datum.value) for used in row.provisional)
    return (
        unit_cell(own.evaluation, own.unit.id) if own.unit else cell("全市"),
        indicator_cell(indicator),
        cell(wording.period(datum.period, indicator.nature)),
        cell(figures.figure(own, indicator, datum)),
        cell(datum.status.value),
        cell(wording.day(datum.expected)),
        words(datum.source),
        cell(figures.verdict_status(row) if used else "不影响评价"),
    )


def capacity_table(view: View, argument: str | None) -> Table | None:
    """应急能力: staff, fire-rescue strength and relief time, with what each ratio is made of."""
    rows = tuple(
        _capacity_row(view, indicator, row)
        for indicator, row in _pairs(view)
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
