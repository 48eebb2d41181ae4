"""Charts of indicators: all at a glance, one over the years, one over the banners."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.measure.exact import decimal
from evaluation.measure.indicators import chance_below_city
from evaluation.measure.paths import PATHS
from evaluation.model import Indicator, Kind, Nature, Path, Unit
from evaluation.render import figures, scope, wording
from evaluation.render.chart import (
    Bullet,
    BulletGroup,
    BulletRow,
    Chart,
    Limit,
    Point,
    Series,
    Tile,
    Tiles,
)
from evaluation.render.chart_words import ANNUAL, MONTHLY, listed, short_name, source, stem, whose
from evaluation.render.view import View

CEILINGS = (Kind.PERIOD_MEAN_CEILING, Kind.EACH_YEAR_CEILING)
YEARLY = (*CEILINGS, Kind.EACH_YEAR_FLOOR)
"""Kinds that judge each year by itself: columns, since no path joins them."""
PLACES = {
    "150602": (2, 1),
    "150603": (1, 1),
    "150621": (2, 0),
    "150622": (3, 1),
    "150623": (0, 2),
    "150624": (0, 1),
    "150625": (1, 0),
    "150626": (1, 2),
    "150627": (2, 2),
}
"""Column and row of each banner on the tile map, by its code; roughly as they lie to one another."""
COLUMNS = 4
REASONS = {
    "zero_baseline": "基期为零，不计算升降幅度",
    "small_base": "基数小，只列数量，不作评价",
    "not_computable": "不能计算完成率",
    "maintain": "基期已达目标，以保持为要求",
}


# ------------------------------------------------------------------------------------------------- 指标总览


def overview(view: View, argument: str | None = None) -> Chart | None:
    """The bullet chart of all indicators of the city or of a unit."""
    rows = [(indicator, row) for indicator in view.evaluation.indicators if (row := figures.assessed(view, indicator))]
    if not rows:
        return None
    data = Bullet(tuple(_groups(view, rows)), _pace([row for _, row in rows]))
    told = [row for group in data.groups for row in group.rows]
    sentences = "；".join(_sentence(row) for row in told)
    return Chart(
        name=stem(view, "bullet"),
        title=f"{scope.name(view)}主要指标完成情况",
        alt=f"条形图，列出{whose(view)}{len(told)}项主要指标的完成情况：{sentences}。",
        source=source(
            view, "各责任单位报送数据", (ANNUAL, MONTHLY), (indicator.provenance for indicator, _ in rows)
        ),
        kind="bullet",
        data=data,
        table=(
            ("指标", "进展", "完成情况", "时间进度", "评价"),
            tuple(
                (row.name, row.caption, row.words + _tagged(row.tag), _share(row.expected), f"{row.glyph} {row.verdict}")
                for row in told
            ),
        ),
    )  # fmt: skip


def _groups(view: View, rows: list[tuple[Indicator, IndicatorAssessment]]) -> list[BulletGroup]:
    kinds: tuple[tuple[str, str, Callable[[Indicator, IndicatorAssessment], BulletRow | None]], ...] = (
        ("有目标值的指标", "完成率（目标为100%）", _paced_row),
        ("有上限的指标", "占上限的比例（不高于100%为达标）", _ceiling_row),
        ("不计完成率的指标", "", _worded_row),
    )
    left, groups = rows, []
    for heading, scale, make in kinds:
        made = [(pair, make(*pair)) for pair in left]
        if chosen := tuple(row for _, row in made if row):
            groups.append(BulletGroup(heading, scale, chosen))
        left = [pair for pair, row in made if row is None]
    return groups


def _paced_row(indicator: Indicator, row: IndicatorAssessment) -> BulletRow | None:
    if row.pace is None or row.completion is None:
        return None
    caption = f"{_value(indicator, row.value)}{indicator.unit}，目标{_computed(indicator, row.target)}"
    if row.baseline is not None:
        caption = f"{_value(indicator, row.baseline)}→{caption}"
    words = f"完成率{wording.percent(row.completion)}"
    return _row(indicator, row, caption, row.completion, words, row.expected)


def _ceiling_row(indicator: Indicator, row: IndicatorAssessment) -> BulletRow | None:
    if indicator.judged_as not in CEILINGS or row.margin is None:
        return None
    what = "年均" if indicator.judged_as is Kind.PERIOD_MEAN_CEILING else _period(indicator, row.datum)
    write = _computed if row.mean is not None else _value
    caption = f"{what}{write(indicator, row.value)}{indicator.unit}，上限{wording.plain(row.target)}"
    used = 1 - row.margin
    return _row(indicator, row, caption, used, f"占上限{wording.percent(used)}", None)


def _worded_row(indicator: Indicator, row: IndicatorAssessment) -> BulletRow:
    if row.datum is None:
        return _row(indicator, row, f"目标：{indicator.target.text}", None, wording.NO_DATA_WORDS, None)
    datum = row.datum
    if row.reason == "small_base":
        caption = f"{_period(indicator, datum)}{wording.plain(datum.numerator)}{indicator.ratio.numerator_unit}"
    else:
        caption = f"{_period(indicator, datum)}{_value(indicator, datum.value)}{indicator.unit}"
    return _row(indicator, row, caption, None, REASONS.get(row.reason or "", indicator.target.text), None)


def _row(
    indicator: Indicator,
    row: IndicatorAssessment,
    caption: str,
    share: Decimal | None,
    words: str,
    expected: Decimal | None,
) -> BulletRow:
    verdict = row.verdict
    return BulletRow(
        short_name(indicator), caption, share, words, expected, wording.glyph(verdict), verdict.value,
        wording.tone(verdict), listed(dict.fromkeys(datum.status.value for datum in row.provisional)),
    )  # fmt: skip


def _pace(rows: list[IndicatorAssessment]) -> str:
    """时间进度（年度数据40%，6月末数据50%）: elapsed time belongs to the datum, so the legend names each."""
    shares = {}
    for row in rows:
        if row.pace is not None and row.datum is not None and row.elapsed is not None:
            month = row.datum.period.month
            shares[f"{month}月末数据" if month else "年度数据"] = row.elapsed
    words = "，".join(f"{name}{wording.whole_percent(share)}" for name, share in sorted(shares.items(), reverse=True))
    return f"时间进度（{words}）" if words else "时间进度"


def _sentence(row: BulletRow) -> str:
    return f"{row.name}{row.caption}，{row.words}{_tagged(row.tag)}，{row.verdict}"


def _tagged(tag: str) -> str:
    return f"（{tag}）" if tag else ""


def _share(share: Decimal | None) -> str:
    return wording.NO_DATA if share is None else wording.whole_percent(share)


def _value(indicator: Indicator, value: Decimal | None) -> str:
    return wording.number(value, indicator.decimals)


def _computed(indicator: Indicator, value: Decimal | None) -> str:
    """A target or a mean keeps a place more: rounded, 14999.6 would stand at its ceiling."""
    return figures.computed(value, indicator.decimals)


def _period(indicator: Indicator, datum: Datum) -> str:
    return wording.period(datum.period, indicator.nature)


# --------------------------------------------------------------------------------------------------- 指标


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
        source=source(view, indicator.source, _cut_offs(row), (indicator.provenance,)),
        kind="series",
        data=data,
        table=_series_table(indicator, data),
    )


def find_indicator(view: View, argument: str | None) -> Indicator | None:
    """By id, name or alias."""
    for indicator in view.evaluation.indicators:
        if argument in (indicator.id, indicator.name, *indicator.aliases):
            return indicator
    return None


def _cut_offs(row: IndicatorAssessment) -> tuple[str, ...]:
    monthly = any(not datum.period.annual for datum in row.series)
    return (ANNUAL, MONTHLY) if monthly else (ANNUAL,)


def _shown(indicator: Indicator, row: IndicatorAssessment) -> tuple[list[Datum], str]:
    """The figures that may stand on one line, and words for a part of a year that may not."""
    if indicator.nature is Nature.STOCK:
        return list(row.series), ""
    parts = [datum for datum in row.series if not datum.period.annual]
    note = ""
    if parts:
        told = "，".join(f"{_period(indicator, d)}为{_value(indicator, d.value)}{indicator.unit}" for d in parts)
        note = f"注：{told}，是年内累计数，不与全年数相比。"
    return [datum for datum in row.series if datum.period.annual], note


def _at(datum: Datum) -> Decimal:
    """Where the figure's day lies when the mark 2022 stands for the end of 2022."""
    month = datum.period.month
    return Decimal(datum.period.year) - (1 - Decimal(month) / 12 if month else 0)


def _figures(view: View, indicator: Indicator, row: IndicatorAssessment) -> Series:
    plan = view.evaluation.plan.period
    shown, note = _shown(indicator, row)
    points = tuple(Point(_at(d), d.value, _value(indicator, d.value), _tag(d)) for d in shown)
    paced = row.pace is not None and row.baseline is not None and row.target is not None
    zero = row.reason == "zero_baseline"
    base = _base(view, indicator)
    return Series(
        unit=indicator.unit,
        first=plan.base_date.year if base else plan.first_year,
        last=plan.last_year,
        points=points,
        baseline=base,
        target=Point(Decimal(plan.last_year), row.target, _computed(indicator, row.target)) if paced else None,
        **(_path(view, indicator, row) if paced else {}),
        limit=None if paced or row.target is None or zero else _limit(indicator, row),
        mean=Limit(row.mean, f"年均{_computed(indicator, row.mean)}") if row.mean is not None else None,
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
    words = wording.plain(value) if figures.as_count(view, indicator) else _value(indicator, value)
    return Point(year, value, words, _tag(datum))


def _tag(datum: Datum) -> str:
    return datum.status.value if datum.provisional else ""


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
        Point(_at(d), d.numerator, wording.plain(d.numerator), _tag(d))
        for d in row.series
        if d.period.annual and d.numerator is not None
    )
    base = _base(view, indicator)
    return Series(
        unit=indicator.ratio.numerator_unit, first=plan.base_date.year if base else plan.first_year,
        last=plan.last_year, points=points, baseline=base, target=None, joined=False,
        note=f"注：{whose(view)}基数小，只列{indicator.ratio.numerator}，不计算比率。",
    )  # fmt: skip


def _series_alt(view: View, indicator: Indicator, row: IndicatorAssessment, data: Series, name: str) -> str:
    told = [f"{_at_words(indicator, point.at)}{point.words}{data.unit}{_tagged(point.tag)}" for point in data.points]
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


# ------------------------------------------------------------------------------------------------ 旗区分布


def tile_map(view: View, argument: str | None = None) -> Chart | None:
    """One indicator over the banners, for the period by which the city is judged."""
    indicator = find_indicator(view, argument)
    city = view.assessment.indicator(indicator.id) if indicator else None
    if indicator is None or city is None or city.datum is None:
        return None
    counted = chance_below_city(indicator)
    figures = [(unit, _banner_datum(view, indicator, unit, city.datum)) for unit in view.evaluation.banners]
    if sum(datum is not None for _, datum in figures) < 2:
        return None
    tiles = tuple(_tile(indicator, unit, datum, at, counted) for at, (unit, datum) in enumerate(figures))
    name = indicator.ratio.numerator if counted else indicator.name
    unit_word = indicator.ratio.numerator_unit if counted else indicator.unit
    period = _period(indicator, city.datum)
    told = "，".join(f"{tile.label}{tile.words}{_tagged(tile.tag)}" for tile in tiles)
    return Chart(
        name=f"city-map-{indicator.id}",
        title=f"{period}各旗区{name}（示意）",
        alt=f"方格示意图，按大致方位排列9个旗区，列出{period}{name}（单位：{unit_word}）：{told}。",
        source=source(view, indicator.source, _cut_offs(city), (indicator.provenance,)),
        kind="tiles",
        data=Tiles(unit_word, tiles, f"{period}{name}，颜色由浅到深表示数值由小到大。"),
        table=(("旗区", f"{name}（{unit_word}）", "数据状态"), tuple((t.label, t.words, t.tag or "正式") for t in tiles)),
    )  # fmt: skip


def _banner_datum(view: View, indicator: Indicator, unit: Unit, judged: Datum) -> Datum | None:
    row = view.assessment.indicator(indicator.id, unit.id)
    return next((datum for datum in row.series if datum.period == judged.period), None) if row else None


def _tile(indicator: Indicator, unit: Unit, datum: Datum | None, at: int, counted: bool) -> Tile:
    # A banner the map does not know stands in a row of its own, so that none is left out.
    column, line = PLACES.get(unit.code or "", (at % COLUMNS, 3 + at // COLUMNS))
    if datum is None:
        return Tile(unit.label, column, line, None, wording.NO_DATA_WORDS)
    value = datum.numerator if counted else datum.value
    words = wording.plain(value) if counted else _value(indicator, value)
    return Tile(unit.label, column, line, value, words, _tag(datum))
