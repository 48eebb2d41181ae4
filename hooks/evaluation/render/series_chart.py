"""指标: one indicator over the years, with its path and corridor or its ceiling."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.measure.exact import decimal
from evaluation.measure.paths import PATHS
from evaluation.model import Indicator, Kind, Nature, Path
from evaluation.render import figures, scope, wording
from evaluation.render.chart import Chart, Limit, Point, Series
from evaluation.render.chart_words import (
    CEILINGS,
    computed_words,
    cut_offs,
    find_indicator,
    period_words,
    source,
    stem,
    tag,
    tagged,
    value_words,
    whose,
)
from evaluation.render.view import View

YEARLY = (*CEILINGS, Kind.EACH_YEAR_FLOOR)
"""Kinds that judge each year by itself: columns, since no path joins them."""


def series(view: View, argument: str | None = None) -> Chart | None:
    """One indicator over the years, with its path and corridor or its ceiling."""
    indicator = find_indicator(view, argument)
    row = figures.assessed(view, indicator) if indicator else None
    if indicator is None or row is None or not row.series:
        return None
    counted = figures.as_count(view, indicator)
    data = _counts(view, indicator, row) if counted else _figures(view, indicator, row)
    if not data.points:
        return None
    name = indicator.ratio.numerator if counted else indicator.name
    return Chart(
        name=stem(view, indicator.id),
        title=f"{scope.name(view)}{name}",
        alt=_series_alt(view, indicator, row, data, name),
        source=source(view, indicator.source, cut_offs(row), (indicator.provenance,)),
        kind="series",
        data=data,
        table=_series_table(indicator, data),
    )


def _shown(indicator: Indicator, row: IndicatorAssessment) -> tuple[list[Datum], str]:
    """The figures that may stand on one line, and words for a part of a year that may not."""
    if indicator.nature is Nature.STOCK:
        return list(row.series), ""
    parts = [datum for datum in row.series if not datum.period.annual]
    note = ""
    if parts:
        told = "，".join(
            f"{period_words(indicator, d)}为{value_words(indicator, d.value)}{indicator.unit}" for d in parts
        )
        note = f"注：{told}，是年内累计数，不与全年数相比。"
    return [datum for datum in row.series if datum.period.annual], note


def _at(datum: Datum) -> Decimal:
    """Where the figure's day lies when the mark 2022 stands for the end of 2022."""
    month = datum.period.month
    return Decimal(datum.period.year) - (1 - Decimal(month) / 12 if month else 0)


def _figures(view: View, indicator: Indicator, row: IndicatorAssessment) -> Series:
    plan = view.evaluation.plan.period
    shown, note = _shown(indicator, row)
    points = tuple(Point(_at(d), d.value, value_words(indicator, d.value), tag(d)) for d in shown)
    paced = row.pace is not None and row.baseline is not None and row.target is not None
    zero = row.reason == "zero_baseline"
    base = _base(view, indicator)
    return Series(
        unit=indicator.unit,
        first=plan.base_date.year if base else plan.first_year,
        last=plan.last_year,
        points=points,
        baseline=base,
        target=Point(Decimal(plan.last_year), row.target, computed_words(indicator, row.target)) if paced else None,
        **(_path(view, indicator, row) if paced else {}),
        limit=None if paced or row.target is None or zero else _limit(indicator, row),
        mean=Limit(row.mean, f"年均{computed_words(indicator, row.mean)}") if row.mean is not None else None,
        joined=indicator.judged_as not in YEARLY and not zero,
        note=note,
    )


def _base(view: View, indicator: Indicator) -> Point | None:
    datum = figures.baseline(view, indicator)
    if datum is None:
        return None
    value = figures.value_of(view, indicator, datum)
    if value is None:
        return None
    year = Decimal(view.evaluation.plan.period.base_date.year)
    words = wording.plain(value) if figures.as_count(view, indicator) else value_words(indicator, value)
    return Point(year, value, words, tag(datum))


def _limit(indicator: Indicator, row: IndicatorAssessment) -> Limit:
    words = {Kind.EACH_YEAR_FLOOR: "下限"} | dict.fromkeys(CEILINGS, "上限")
    return Limit(row.target, f"{words.get(indicator.judged_as, '目标')}{wording.plain(row.target)}")


def _path(view: View, indicator: Indicator, row: IndicatorAssessment) -> dict:
    """The way the target requires, year by year, and the band in which a figure is 基本符合预期."""
    plan, method = view.evaluation.plan.period, view.evaluation.plan.method
    base, target = Fraction(row.baseline), Fraction(row.target)
    walk = PATHS[Path.COMPOUND if indicator.judged_as is Kind.MEAN_GROWTH else indicator.path]
    steps = [(year, walk(Fraction(year, plan.years), base, target)) for year in range(plan.years + 1)]
    if any(share is None for _, share in steps):
        return {}

    def line(pace: Decimal) -> tuple[tuple[Decimal, Decimal], ...]:
        return tuple(
            (Decimal(plan.base_date.year + year), decimal(base + (target - base) * share * Fraction(pace)))
            for year, share in steps
        )

    return {
        "path": line(Decimal(1)),
        "low": line(method.on_track),
        "high": line(method.ahead),
        "corridor": "基本符合预期的范围",
    }


def _counts(view: View, indicator: Indicator, row: IndicatorAssessment) -> Series:
    """Below the city a rate of rare events is chance: the events themselves are shown."""
    plan = view.evaluation.plan.period
    points = tuple(
        Point(_at(d), d.numerator, wording.plain(d.numerator), tag(d))
        for d in row.series
        if d.period.annual and d.numerator is not None
    )
    base = _base(view, indicator)
    return Series(
        unit=indicator.ratio.numerator_unit, first=plan.base_date.year if base else plan.first_year,
        last=plan.last_year, points=points, baseline=base, target=None, joined=False,
        note=f"注：{whose(view)}只列{indicator.ratio.numerator}，不计算比率。",
    )  # fmt: skip


def _series_alt(view: View, indicator: Indicator, row: IndicatorAssessment, data: Series, name: str) -> str:
    told = [f"{_at_words(indicator, point.at)}{point.words}{data.unit}{tagged(point.tag)}" for point in data.points]
    if data.baseline:
        told.insert(0, f"基期{data.baseline.words}{data.unit}")
    sentence = f"{'折线图' if data.joined else '柱形图'}：{whose(view)}{name}，{'，'.join(told)}"
    if data.target:
        sentence += f"；{data.last}年目标{data.target.words}{data.unit}"
    sentence += "".join(f"；{level.words}{data.unit}" for level in (data.limit, data.mean) if level)
    return f"{sentence}。评价为{row.verdict.value}。{data.note.removeprefix('注：')}"


def _at_words(indicator: Indicator, at: Decimal) -> str:
    if at % 1 == 0:
        return f"{at}年{'末' if indicator.nature is Nature.STOCK else ''}"
    return f"{int(at) + 1}年{(at % 1 * 12).to_integral_value()}月末"


def _series_table(indicator: Indicator, data: Series) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    rows = [(_at_words(indicator, p.at), p.words, p.tag or "正式") for p in data.points]
    if data.baseline:
        rows.insert(0, (f"{data.first}年（基期）", data.baseline.words, data.baseline.tag or "正式"))
    if data.target:
        rows.append((f"{data.last}年（目标）", data.target.words, "目标"))
    return ("时期", f"数值（{data.unit}）", "数据状态"), tuple(rows)
