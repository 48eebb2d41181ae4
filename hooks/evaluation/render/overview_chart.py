"""指标总览: how far each indicator has come, beside where it should be by now."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.model import Indicator, Kind
from evaluation.render import figures, scope, wording
from evaluation.render.chart import Bullet, BulletGroup, BulletRow, Chart
from evaluation.render.chart_words import (
    ANNUAL,
    CEILINGS,
    MONTHLY,
    computed_words,
    listed,
    period_words,
    short_name,
    source,
    stem,
    tagged,
    value_words,
    whose,
)
from evaluation.render.view import View

REASONS = {
    "zero_baseline": "基期为零，不计算升降幅度",
    "small_base": "只列数量，不作评价",
    "not_computable": "不能计算完成率",
    "maintain": "基期已达目标，以保持为要求",
}


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
            tuple(_cells(row) for row in told),
        ),
    )  # fmt: skip


def _cells(row: BulletRow) -> tuple[str, ...]:
    expected = wording.NO_DATA if row.expected is None else wording.whole_percent(row.expected)
    return row.name, row.caption, row.words + tagged(row.tag), expected, f"{row.glyph} {row.verdict}"


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
    target = computed_words(indicator, row.target) + _brief(indicator)
    caption = f"{value_words(indicator, row.value)}{indicator.unit}，目标{target}"
    if row.baseline is not None:
        caption = f"{value_words(indicator, row.baseline)}→{caption}"
    words = f"完成率{wording.percent(row.completion)}"
    return _row(indicator, row, caption, row.completion, words, row.expected)


def _ceiling_row(indicator: Indicator, row: IndicatorAssessment) -> BulletRow | None:
    if indicator.judged_as not in CEILINGS or row.margin is None:
        return None
    what = "年均" if indicator.judged_as is Kind.PERIOD_MEAN_CEILING else period_words(indicator, row.datum)
    write = computed_words if row.mean is not None else value_words
    caption = f"{what}{write(indicator, row.value)}{indicator.unit}，上限{wording.plain(row.target)}{_brief(indicator)}"
    used = 1 - row.margin
    return _row(indicator, row, caption, used, f"占上限{wording.percent(used)}", None)


def _worded_row(indicator: Indicator, row: IndicatorAssessment) -> BulletRow:
    if row.datum is None:
        return _row(indicator, row, f"目标：{indicator.target.text}", None, wording.NO_DATA_WORDS, None)
    datum = row.datum
    if row.reason == "small_base":
        caption = f"{period_words(indicator, datum)}{wording.plain(datum.numerator)}{indicator.ratio.numerator_unit}"
    else:
        happened = f"{value_words(indicator, datum.value)}{indicator.unit}"
        never = row.reason == "zero_baseline" and datum.value == 0
        caption = f"{period_words(indicator, datum)}{wording.NOT_OCCURRED if never else happened}"
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
    return f"{row.name}{row.caption}，{row.words}{tagged(row.tag)}，{row.verdict}"


def _brief(indicator: Indicator) -> str:
    """A unit short enough to stand twice in a caption."""
    return indicator.unit if len(indicator.unit) <= 2 else ""
