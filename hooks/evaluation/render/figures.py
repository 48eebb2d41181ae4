"""The figures of an indicator as sentences and tables need them: of a period, against the base, against last year."""

from __future__ import annotations

from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.measure.indicators import chance_below_city
from evaluation.model import Indicator, Nature, Period, Reading3, Status
from evaluation.render import wording
from evaluation.render.view import View


def assessed(view: View, indicator: Indicator) -> IndicatorAssessment | None:
    """The indicator in the view's scope; None where the unit reported nothing about it."""
    return view.assessment.indicator(indicator.id, view.unit.id if view.unit else None)


def as_count(view: View, indicator: Indicator) -> bool:
    """Below city level a rate of events is shown by its events: chance decides the rate."""
    return view.unit is not None and chance_below_city(indicator)


def unit_of(view: View, indicator: Indicator) -> str:
    return indicator.ratio.numerator_unit if as_count(view, indicator) else indicator.unit


def decimals_of(view: View, indicator: Indicator) -> int | None:
    """None: as it was reported."""
    return None if as_count(view, indicator) else indicator.decimals


def value_of(view: View, indicator: Indicator, datum: Datum | None) -> Decimal | None:
    if datum is None:
        return None
    return datum.numerator if as_count(view, indicator) else datum.value


def figure(view: View, indicator: Indicator, datum: Datum | None) -> str:
    """For a cell: the number with its mark where it is provisional."""
    text = wording.number(value_of(view, indicator, datum), decimals_of(view, indicator))
    return text + (wording.mark(datum.status) if datum else "")


def sentence_figure(view: View, indicator: Indicator, datum: Datum | None) -> str:
    """For a sentence: with its unit too; 暂无数据 where there is none."""
    value = value_of(view, indicator, datum)
    text = wording.quantity(value, unit_of(view, indicator), decimals_of(view, indicator))
    return text + (wording.mark(datum.status) if datum else "")


def computed(value: Decimal | None, decimals: int) -> str:
    """A computed figure: one more place than the indicator has, unless it needs none."""
    if value is None:
        return wording.NO_DATA
    exact = wording.rounded(value, decimals) == value
    return wording.number(value, decimals if exact else decimals + 1)


def with_unit(view: View, indicator: Indicator, value: Decimal | None) -> str:
    """A computed figure in a sentence: 44.2人."""
    return wording.NO_DATA_WORDS if value is None else computed(value, indicator.decimals) + unit_of(view, indicator)


def base_year(view: View) -> int:
    return view.evaluation.plan.period.base_date.year


def baseline(view: View, indicator: Indicator) -> Datum | None:
    """The base period's figure: the city's by the plan, a unit's by its own report of that year."""
    if view.unit is not None:
        return _own_base(view, indicator)
    row, base = assessed(view, indicator), indicator.baseline
    if row is None or row.baseline is None or base is None:
        return None
    day = base.date or view.evaluation.plan.period.base_date
    return Datum(
        indicator.id, None, Period(str(day.year)), row.baseline, day, base.status, base.numerator, base.denominator,
        None, base.source,
    )  # fmt: skip


def _own_base(view: View, indicator: Indicator) -> Datum | None:
    row = assessed(view, indicator)
    if row is None or row.baseline is None:
        return None
    day = view.evaluation.plan.period.base_date
    readings = view.evaluation.readings(view.unit.id, indicator.id)
    told = next((reading for reading in readings if reading.period.end == day), None)
    return Datum(
        indicator.id, view.unit.id, Period(str(day.year)), row.baseline, day, told.status if told else Status.FINAL,
        told.numerator if told else None, told.denominator if told else None, None, told.source if told else None,
    )  # fmt: skip


def of_period(view: View, indicator: Indicator, period: Period) -> Datum | None:
    """The figure of a period, the base period included."""
    row = assessed(view, indicator)
    found = row and row.of(period)
    if found is None and period.annual and period.year == base_year(view):
        base = baseline(view, indicator)
        return base if base is not None and base.period.year == period.year and _of_one_year(view, indicator) else None
    return found


def _of_one_year(view: View, indicator: Indicator) -> bool:
    """A base that is a mean of several years is no figure of its last one."""
    return view.unit is not None or indicator.reading is Reading3.POINT


def against_base(view: View, indicator: Indicator, period: Period | None) -> str:
    """下降11.5% by the indicator's own reading; 暂无数据 where part of a year would meet a whole one."""
    row = assessed(view, indicator)
    if row is None or row.baseline is None:
        return wording.NO_DATA_WORDS
    if as_count(view, indicator):
        return _count_against_base(view, indicator, row, period)
    value = row.value if period is None else _value_by_reading(view, indicator, row, period)
    return moved(value, row.baseline, indicator)


def _count_against_base(view: View, indicator: Indicator, row: IndicatorAssessment, period: Period | None) -> str:
    datum = row.datum if period is None else of_period(view, indicator, period)
    base = baseline(view, indicator)
    if datum is None or base is None or not (datum.period.annual or indicator.nature is Nature.STOCK):
        return wording.NO_DATA_WORDS
    return moved(datum.numerator, base.numerator, indicator, percent=False, unit=indicator.ratio.numerator_unit)


def _value_by_reading(view: View, indicator: Indicator, row: IndicatorAssessment, period: Period) -> Decimal | None:
    datum = of_period(view, indicator, period)
    if datum is None or (indicator.nature is Nature.FLOW and not period.annual):
        return None
    if indicator.reading is not Reading3.MEAN_OF_MEANS:
        return datum.value
    years = [d.value for d in row.series if d.period.annual and d.date <= datum.date]
    return sum(years, Decimal(0)) / len(years) if years else None


def on_year_before(view: View, indicator: Indicator, period: Period) -> str:
    """同比: against the same months of the year before."""
    datum = of_period(view, indicator, period)
    month = f"-{period.month:02}" if period.month else ""
    before = of_period(view, indicator, Period(f"{period.year - 1}{month}"))
    if datum is None or before is None:
        return wording.NO_DATA_WORDS
    now, then = value_of(view, indicator, datum), value_of(view, indicator, before)
    return moved(
        now,
        then,
        indicator,
        percent=indicator.unit == "%" and not as_count(view, indicator),
        unit=unit_of(view, indicator),
    )


def moved(
    now: Decimal | None,
    then: Decimal | None,
    indicator: Indicator,
    percent: bool | None = None,
    unit: str | None = None,
) -> str:
    """From `then` to `now`: in 百分点 for percentages, in the unit itself against zero, else in per cent."""
    if now is None or then is None:
        return wording.NO_DATA_WORDS
    if indicator.unit == "%" if percent is None else percent:
        return wording.change_in_points(now - then, indicator.decimals)
    if then == 0:
        return wording.change_by(now - then, unit or indicator.unit, indicator.decimals)
    return wording.change((now - then) / abs(then))


def verdict_words(row: IndicatorAssessment | None) -> str:
    """The verdict with what must be known beside it: 达标（零基数，未发生）, 暂不评价（缺数据）."""
    if row is None:
        return f"暂不评价（{REASONS['no_data']}）"
    notes = [REASONS[row.reason]] if row.reason in SHOWN_REASONS else []
    if row.reason == "zero_baseline" and row.value == 0:
        notes.append(wording.NOT_OCCURRED)
    return row.verdict.value + (f"（{'，'.join(notes)}）" if notes else "")


def verdict_status(row: IndicatorAssessment | None) -> str:
    """The same after its glyph, and whether provisional figures went into it."""
    tag = "（预计）" if row and row.provisional else ""
    return f"{wording.glyph(row.verdict) if row else wording.GLYPHS[None]} {verdict_words(row)}{tag}"


REASONS = {
    "no_data": "缺数据",
    "zero_baseline": "零基数",
    "small_base": "小基数",
    "not_computable": "无法计算",
    "maintain": "保持类目标",
    "no_evidence": "缺完成依据",
    "override": "人工评价",
}
SHOWN_REASONS = ("no_data", "zero_baseline", "small_base", "not_computable", "no_evidence", "override")
