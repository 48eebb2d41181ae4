"""Every figure of the indicators: values, targets, changes, means, completion, and a banner's place."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.model import Evaluation, Indicator, Kind, Nature, Reading3
from evaluation.prose.facts import (
    BASE,
    CHANGE,
    CHANGE_BY,
    COMPLETION,
    DIFFERENCE,
    ELAPSED,
    END,
    HEADROOM,
    LEFT,
    MEAN,
    PROJECTION,
    RANK,
    SUM,
    TARGET,
    TARGET_CHANGE,
    VALUE,
    YEARLY,
    YEARLY_BY,
    Fact,
)
from evaluation.prose.grouped import Grouped


def short_name(indicator: Indicator) -> str:
    """The name a reference calls it by."""
    return next((name for name in indicator.aliases if " " not in name), indicator.name)


def of_indicators(grouped: Grouped, scope: str | None) -> Iterator[Fact]:
    for indicator, row in grouped.rows(scope):
        yield from _of_row(grouped.evaluation, indicator, row)


def _of_row(evaluation: Evaluation, indicator: Indicator, row: IndicatorAssessment) -> Iterator[Fact]:
    subject, name = ("indicator", indicator.id), short_name(indicator)

    def fact(
        measure: str, value: Decimal | None, unit: str, period: str | None = None, word: str | None = None, also=()
    ):
        if value is not None:
            reference = word and " ".join(filter(None, (word, name, period if period not in (BASE, END) else None)))
            yield Fact(subject, measure, value, unit, period, row.unit, reference, tuple(also), indicator.name)

    yield from fact(VALUE, row.baseline, indicator.unit, BASE, "基期")
    for datum in row.series:
        yield from fact(VALUE, datum.value, indicator.unit, str(datum.period), "值")
    if row.target is not None or indicator.judged_as in (Kind.LEVEL,):
        yield from fact(TARGET, row.target, indicator.unit, END, "目标值")
    if indicator.judged_as is Kind.RELATIVE_CHANGE:
        yield from fact(TARGET_CHANGE, indicator.target.value, "%", END)
    yield from _changes(evaluation, indicator, row, fact)
    latest = str(row.datum.period) if row.datum else None
    if row.pace is not None:
        yield from fact(COMPLETION, _percent(row.completion), "%", None, "完成率")
        yield from fact(DIFFERENCE, _percent(row.difference), "百分点", None, "差距")
    yield from fact(ELAPSED, _percent(row.elapsed), "%", None, "时间进度")
    yield from fact(MEAN, row.mean, indicator.unit, None, "均值")
    yield from fact(HEADROOM, row.headroom, indicator.unit, None, "余量")
    yield from fact(PROJECTION, row.projection, indicator.unit, END, "预期")
    if row.mean is not None and row.target is not None:
        yield from fact(LEFT, abs(row.target - row.mean), indicator.unit)
    years = [datum for datum in row.series if datum.period.annual]
    if indicator.ratio is None and indicator.nature is Nature.FLOW and len(years) > 1:
        total = sum((datum.value for datum in years), Decimal(0))
        yield from fact(SUM, total, indicator.unit, latest)
        yield from fact(MEAN, total / len(years), indicator.unit, latest)


def _changes(evaluation: Evaluation, indicator: Indicator, row: IndicatorAssessment, fact) -> Iterator[Fact]:
    """Against the base period and against the year before: in per cent, or 百分点 where the figure is a percentage."""
    comparable = [d for d in row.series if d.period.annual or indicator.nature is Nature.STOCK]
    points = indicator.unit == "%"
    by_period = {str(datum.period): datum for datum in row.series}
    base_year = evaluation.plan.period.base_date.year
    for datum in comparable:
        before = by_period.get(str(datum.period).replace(str(datum.period.year), str(datum.period.year - 1), 1))
        then = (
            before.value
            if before
            else row.baseline
            if datum.period.annual and datum.period.year == base_year + 1
            else None
        )
        for measure, old, word in ((CHANGE, row.baseline, "变化"), (YEARLY, then, "同比")):
            if old is None or (measure == CHANGE and indicator.reading is not Reading3.POINT):
                continue
            by = YEARLY_BY if measure == YEARLY else CHANGE_BY
            if points:
                yield from fact(measure, datum.value - old, "百分点", str(datum.period), word)
                yield from fact(
                    measure, _percent((datum.value - old) / abs(old)) if old else None, "%", str(datum.period)
                )
                continue
            yield from fact(by, datum.value - old, indicator.unit, str(datum.period))
            if old:
                also = _from_rounded(datum.value, old, indicator.decimals)
                yield from fact(measure, _percent((datum.value - old) / abs(old)), "%", str(datum.period), word, also)


def _from_rounded(now: Decimal, then: Decimal, decimals: int) -> Iterator[Decimal]:
    """The change as a reader recomputes it from the printed figures."""
    step = Decimal(1).scaleb(-decimals)
    shown_now, shown_then = now.quantize(step), then.quantize(step)
    if shown_then:
        yield _percent((shown_now - shown_then) / abs(shown_then))


def _percent(fraction: Decimal | None) -> Decimal | None:
    return None if fraction is None else fraction * 100


def of_places(grouped: Grouped, scope: str | None) -> Iterator[Fact]:
    for place in grouped.places(scope):
        name = grouped.evaluation.indicator(place.indicator).name
        value = Decimal(place.place)
        yield Fact(("indicator", place.indicator), RANK, value, "位", None, place.unit, name=f"{name}名次")
