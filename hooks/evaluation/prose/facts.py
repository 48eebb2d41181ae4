"""A figure that a text can quote: what it is about, for when and whom, and the reference that prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from evaluation.model import Evaluation, Unit

Subject = tuple[str, ...]
"""What a figure is about: ("indicator", "I01"), ("accidents", "煤矿"), ("stage", "开工在建") …"""

VALUE, TARGET, TARGET_CHANGE, CHANGE, CHANGE_BY, YEARLY, YEARLY_BY = (
    "值",
    "目标值",
    "目标变化",
    "变化",
    "增减",
    "同比",
    "同比增减",
)
COMPLETION, ELAPSED, DIFFERENCE, MEAN, SUM = "完成率", "时间进度", "差距", "均值", "合计"
HEADROOM, PROJECTION, RANK, BEGIN, FINISH, LEFT = "余量", "预期", "名次", "开工年", "完工年", "余地"
BASE, END = "base", "end"
"""Periods beside the years: the base period and the end of the plan."""

ALL = ""
"""As the second part of a subject: not one sector, kind or stage, but all of them."""


@dataclass(frozen=True)
class Fact:
    subject: Subject
    measure: str
    value: Decimal
    unit: str
    """Per cent and 百分点 stand for themselves: 0.115 is kept as 11.5."""
    period: str | None = None
    scope: str | None = None
    """A unit's id; None for the city."""
    reference: str | None = None
    """Without braces, and without the unit's name."""
    also: tuple[Decimal, ...] = ()
    """Values it may be quoted with as well: what follows from rounded figures."""
    name: str = ""


class Facts:
    """What is known of each place, found out when a text first speaks of it: most speak of their own alone."""

    def __init__(self, source: Callable[[str | None], Iterable[Fact]]) -> None:
        self._source = source
        self._tables: dict[str | None, dict[tuple[Subject, str], tuple[Fact, ...]]] = {}

    def of(self, subject: Subject, measure: str, scope: str | None = None) -> tuple[Fact, ...]:
        if scope not in self._tables:
            self._tables[scope] = self._table(scope)
        return self._tables[scope].get((subject, measure), ())

    def _table(self, scope: str | None) -> dict[tuple[Subject, str], tuple[Fact, ...]]:
        found: dict[tuple[Subject, str], list[Fact]] = {}
        for fact in self._source(scope):
            found.setdefault((fact.subject, fact.measure), []).append(fact)
        return {key: tuple(rows) for key, rows in found.items()}


def unit_name(evaluation: Evaluation, scope: str | None) -> str:
    unit: Unit | None = evaluation.unit(scope) if scope else None
    return unit.label if unit else "全市"
