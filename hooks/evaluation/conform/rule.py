"""A rule of the standard as one function: what it reads is the file, what it yields are places that break it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from evaluation.conform.package import Package


class Severity(StrEnum):
    """must: 国标“应当”; should: “一般”“推荐”; house: usual practice."""

    MUST = "must"
    SHOULD = "should"
    HOUSE = "house"


HOUSE_CLAUSE = "—"
"""What the standard says nothing about."""

Breaches = Iterator[tuple[str, str]]
"""(where, what was found), both in Chinese."""


@dataclass(frozen=True)
class Rule:
    id: str
    clause: str
    severity: Severity
    title: str
    breaches: Callable[[Package], Breaches]


RULES: list[Rule] = []
"""Every rule, in the order a reader of the standard would go; filled where the rules are written."""


def rule(identifier: str, clause: str, severity: Severity, title: str) -> Callable[[Callable[[Package], Breaches]], Callable]:
    def register(breaches: Callable[[Package], Breaches]) -> Callable[[Package], Breaches]:
        RULES.append(Rule(identifier, clause, severity, title, breaches))
        return breaches

    return register


def near(expected: float, found: float | None, tolerance: float) -> bool:
    return found is not None and abs(found - expected) <= tolerance


def millimetres(twips: float) -> float:
    return twips * 25.4 / 1440


def quote(text: str, length: int = 18) -> str:
    text = text.strip()
    return f"“{text[:length]}{'…' if len(text) > length else ''}”"


def points(size: float | None) -> str:
    return "未指定" if size is None else f"{size:g} 磅"
