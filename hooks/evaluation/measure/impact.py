"""What a new figure changes: the verdicts that flip, and every number before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evaluation.measure.assessment import Assessment, IndicatorAssessment, Share
from evaluation.measure.ranking import rankings
from evaluation.model import Evaluation

FIELDS: dict[str, str] = {
    "verdict": "评价",
    "baseline": "基期值",
    "value": "评价所用数值",
    "target": "目标值",
    "change": "较基期变化",
    "required_change": "序时要求",
    "completion": "完成率",
    "elapsed": "时间进度",
    "pace": "进度比 k",
    "difference": "与序时进度之差",
    "needed_per_year": "今后每年需变化",
    "achieved_per_year": "已实现年均变化",
    "projection": "规划期末预期值",
    "mean": "年均值",
    "headroom": "余下年份每年上限",
    "margin": "余量",
    "years_met": "达标年数",
    "border": "最近分界距离",
    "provisional": "预计数个数",
}
"""The numbers that are compared, with the words readers know them by."""
SHARES = ("change", "required_change", "completion", "elapsed", "difference", "margin")
"""Those that are fractions and print as per cent."""


@dataclass(frozen=True)
class Change:
    """One number or verdict before and after; None where there was or is none.

    `field` is a key of FIELDS, or a period for the figure itself.
    """

    indicator: str
    unit: str | None
    field: str
    before: Decimal | str | None
    after: Decimal | str | None

    @property
    def flips(self) -> bool:
        return self.field == "verdict"


@dataclass(frozen=True)
class Impact:
    """What changes in figures; all in fixed order."""

    changes: tuple[Change, ...]
    sums: tuple[tuple[str, str, Decimal | None, Decimal | None], ...]
    """(indicator, period, difference before, difference after) of banner sums against the city."""
    places: tuple[tuple[str, str, int | None, int | None], ...]
    """(indicator, unit, place before, place after)."""
    standings: tuple[tuple[str, str | None, str | None], ...]
    """(task or project, state before, state after)."""
    shares: tuple[tuple[str, Share | None, Share | None], ...]
    """(name, before, after)."""


def impact(before: Evaluation, was: Assessment, after: Evaluation, will_be: Assessment) -> Impact:
    """All differences between two evaluations."""
    return Impact(
        changes=tuple(_changes(was, will_be)),
        sums=_sum_changes(was, will_be),
        places=_place_changes(before, was, after, will_be),
        standings=_differing(_standings(was), _standings(will_be)),
        shares=_differing(_shares(was), _shares(will_be)),
    )


def _key(scope: tuple[str, str | None]) -> tuple[str, str]:
    return scope[0], scope[1] or ""


def _changes(was: Assessment, will_be: Assessment) -> Iterator[Change]:
    before, after = _rows(was), _rows(will_be)
    for scope in sorted({*before, *after}, key=_key):
        old, new = _numbers(before.get(scope)), _numbers(after.get(scope))
        for field in (*FIELDS, *sorted({*old, *new} - {*FIELDS})):
            if old.get(field) != new.get(field):
                yield Change(*scope, field, old.get(field), new.get(field))


def _rows(assessment: Assessment) -> dict[tuple[str, str | None], IndicatorAssessment]:
    return {(row.indicator, row.unit): row for row in (*assessment.city, *assessment.units)}


def _numbers(row: IndicatorAssessment | None) -> dict[str, Decimal | str | None]:
    """Every compared number of a verdict by its field, and the figures by their periods."""
    if row is None:
        return {}
    told = {field: getattr(row, field) for field in FIELDS} | {datum.period: datum.value for datum in row.series}
    met = None if row.years_met is None else Decimal(row.years_met)
    border = row.border.distance if row.border else None
    return told | {
        "verdict": row.verdict.value,
        "border": border,
        "provisional": Decimal(len(row.provisional)),
        "years_met": met,
    }


def _differing(old: dict, new: dict) -> tuple:
    """(key, before, after) of all that is not the same, in the order of the newer one."""
    keys = dict.fromkeys((*new, *old))
    return tuple((key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key))


def _standings(assessment: Assessment) -> dict[str, str | None]:
    tasks = {standing.task.id: standing.state for standing in assessment.tasks}
    projects = {standing.project.id: standing.stage for standing in assessment.projects}
    return {key: state.value if state else None for key, state in {**tasks, **projects}.items()}


def _shares(assessment: Assessment) -> dict[str, Share]:
    return {share.name: share for share in assessment.shares}


def _sum_changes(was: Assessment, will_be: Assessment) -> tuple:
    before, after = ({(s.indicator, str(s.period)): s.difference for s in a.sums} for a in (was, will_be))
    return tuple((*key, old, new) for key, old, new in sorted(_differing(before, after), key=lambda row: row[0]))


def _place_changes(before: Evaluation, was: Assessment, after: Evaluation, will_be: Assessment) -> tuple:
    old, new = _places(before, was), _places(after, will_be)
    return tuple((*key, was, now) for key, was, now in sorted(_differing(old, new), key=lambda row: row[0]))


def _places(evaluation: Evaluation, assessment: Assessment) -> dict[tuple[str, str], int]:
    return {(p.indicator, p.unit): p.place for p in rankings(evaluation, assessment.city, assessment.units)}
