"""What every chart says about itself: file stem, scope, source, cut-off and whether its figures are real."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.model import Indicator, Kind, Provenance
from evaluation.render import figures, wording
from evaluation.render.view import View

ANNUAL, MONTHLY, WORK = "annual", "monthly", "tasks"
CUT_OFF_NAMES = {ANNUAL: "年度数据", MONTHLY: "月度数据", WORK: "任务和项目进展"}
CEILINGS = (Kind.PERIOD_MEAN_CEILING, Kind.EACH_YEAR_CEILING)


def stem(view: View, kind: str) -> str:
    """city-bullet, dongsheng-bullet."""
    return f"{view.unit.id if view.unit else 'city'}-{kind}"


def whose(view: View) -> str:
    """全市, or the unit's name, for sentences."""
    return view.unit.label if view.unit else "全市"


def source(view: View, origin: str, cut_offs: Iterable[str], provenances: Iterable[Provenance]) -> str:
    """来源：…；年度数据截至2022年12月31日；示例数据."""
    days = view.evaluation.plan.cut_offs
    parts = [f"来源：{origin}"]
    parts += [f"{CUT_OFF_NAMES[name]}截至{wording.day(getattr(days, name))}" for name in cut_offs]
    if Provenance.DEMONSTRATION in set(provenances) and Provenance.DEMONSTRATION.value not in origin:
        parts.append(Provenance.DEMONSTRATION.value)
    return "；".join(parts)


def short_name(indicator: Indicator) -> str:
    """The first alias, which is made for tables and pictures."""
    return indicator.aliases[0] if indicator.aliases else indicator.name


def listed(names: Iterable[str]) -> str:
    return "、".join(names)


def find_indicator(view: View, argument: str | None) -> Indicator | None:
    """By id, name or alias."""
    for indicator in view.evaluation.indicators:
        if argument in (indicator.id, indicator.name, *indicator.aliases):
            return indicator
    return None


def value_words(indicator: Indicator, value: Decimal | None) -> str:
    return wording.number(value, indicator.decimals)


def computed_words(indicator: Indicator, value: Decimal | None) -> str:
    """A target or a mean keeps a place more: rounded, 14999.6 would stand at its ceiling."""
    return figures.computed(value, indicator.decimals)


def period_words(indicator: Indicator, datum: Datum) -> str:
    return wording.period(datum.period, indicator.nature)


def tagged(tag: str) -> str:
    return f"（{tag}）" if tag else ""


def tag(datum: Datum) -> str:
    return datum.status.value if datum.provisional else ""


def cut_offs(row: IndicatorAssessment) -> tuple[str, ...]:
    monthly = any(not datum.period.annual for datum in row.series)
    return (ANNUAL, MONTHLY) if monthly else (ANNUAL,)
