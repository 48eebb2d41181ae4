"""What every chart says about itself: file stem, scope, source, cut-off and whether its figures are real."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.model import Indicator, Provenance
from evaluation.render import wording
from evaluation.render.view import View

ANNUAL, MONTHLY, WORK = "annual", "monthly", "tasks"
CUT_OFF_NAMES = {ANNUAL: "年度数据", MONTHLY: "月度数据", WORK: "任务和项目进展"}


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
