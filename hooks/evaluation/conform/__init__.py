"""Whether a Word file is a 公文 by GB/T 9704-2012: read from the file alone, whoever made it."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.conform.package import Package, Unreadable
from evaluation.conform.rule import RULES, Rule, Severity
from evaluation.conform.rules import hygiene as _registered  # noqa: F401

__all__ = ["RULES", "Finding", "Rule", "Severity", "Unreadable", "conform"]

SHOWN = 5
"""Places shown of one broken rule; the rest are counted."""


@dataclass(frozen=True)
class Finding:
    """A broken rule with the places that break it."""

    rule: Rule
    places: tuple[tuple[str, str], ...]


def conform(data: bytes) -> tuple[Finding, ...]:
    """Every broken rule of the file. Raises Unreadable, with a Chinese sentence, when it is no Word file."""
    package = Package(data)
    found = ((rule, tuple(rule.breaches(package))) for rule in RULES)
    return tuple(Finding(rule, places) for rule, places in found if places)
