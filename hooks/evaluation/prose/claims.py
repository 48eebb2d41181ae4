"""What a typed figure says, and which of the known facts it can be quoting."""

from __future__ import annotations

from dataclasses import dataclass

import evaluation.prose.facts as f
from evaluation.prose.facts import Fact
from evaluation.prose.tokens import Quantity

SCALE = {"万元": 10_000, "亿元": 100_000_000, "万吨": 10_000, "亿吨": 100_000_000, "万人": 10_000}
"""What a fact's unit is worth in the plain one, in which a written figure is counted."""
COMPATIBLE = {
    "人": ("人", "万人", "人/万人", "人/亿元", "人/十万人", "人/百万人"),
    "人次": ("人次", "人次/十万人"),
    "": ("位", "人/万人", "人/亿元", "人/十万人", "人/百万人", "人/百万吨", "人次/十万人", "小时"),
    "元": ("元", "万元", "亿元"),
    "吨": ("吨", "万吨", "亿吨"),
    "项": ("个",),
    "个": ("个",),
    "家": ("个",),
}
"""What a written unit may stand for; one that is not named stands for itself."""
FAR = 20
"""A level this many times greater or less than the datum is not a misprint of it but about something else."""


@dataclass(frozen=True)
class Claim:
    start: int
    """Where the figure begins in the sentence, and where it ends."""
    end: int
    quantity: Quantity
    facts: tuple[Fact, ...]
    """Any of which it may be quoting; none of them: it is wrong."""
    sign: int = 0
    """-1 where it is said to fall, 1 to rise."""
    lead: int | None = None
    """Where the word of direction begins."""
    exact: bool = False
    """低于0.02的目标: the small word is not about the figure itself."""
    certain: bool = True
    """Whether period and place are said; only then may it be replaced by a reference."""


def quotable(quantity: Quantity, fact: Fact) -> bool:
    """Whether a figure of this unit and size can be meant for the fact."""
    return _fits(quantity, fact) and _plausible(quantity, fact)


def _fits(quantity: Quantity, fact: Fact) -> bool:
    if fact.measure in (f.CHANGE, f.YEARLY, f.TARGET_CHANGE):
        return quantity.unit in ("%", "成", "百分点")
    if quantity.unit == "成":
        return fact.unit == "%"
    return fact.unit == quantity.unit or fact.unit in COMPATIBLE.get(quantity.unit, ())


def _plausible(quantity: Quantity, fact: Fact) -> bool:
    if (
        fact.unit == quantity.unit
        or fact.measure not in (f.VALUE, f.MEAN, f.SUM)
        or not fact.value
        or not quantity.amount
    ):
        return True
    value = abs(fact.value) * SCALE.get(fact.unit, 1) / (10 if quantity.unit == "成" else 1)
    return quantity.amount / FAR <= value <= quantity.amount * FAR
