"""The path a target requires: which share of the way is due at a given time, and where the way walked so far leads."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from evaluation.measure.case import Case
from evaluation.measure.exact import power
from evaluation.model import Path


def linear(elapsed: Fraction, base: Fraction, target: Fraction) -> Fraction:
    """D·n/N: the elapsed share itself."""
    return elapsed


def compound(elapsed: Fraction, base: Fraction, target: Fraction) -> Fraction | None:
    """(1 - (1-D)^(n/N)) / D: the same percentage each year; None where there is no such percentage."""
    if base <= 0 or target <= 0 or base == target:
        return None
    growth = target / base
    return (power(growth, elapsed) - 1) / (growth - 1)


PATHS: dict[Path, Callable[[Fraction, Fraction, Fraction], Fraction | None]] = {
    Path.LINEAR: linear,
    Path.COMPOUND: compound,
}


def projected(case: Case, base: Fraction, value: Fraction) -> Fraction:
    """The value at the end of the plan if the way goes on as so far, along the indicator's own path."""
    if case.indicator.path is Path.COMPOUND and base > 0 and value > 0:
        ahead = base * power(value / base, 1 / case.elapsed)
    else:
        ahead = base + (value - base) / case.elapsed
    return _possible(case, base, value, ahead)


def _possible(case: Case, base: Fraction, value: Fraction, ahead: Fraction) -> Fraction:
    """A line drawn on may leave what is possible: no deaths below zero, no share above its natural limit."""
    if base >= 0 and value >= 0:
        ahead = max(ahead, Fraction(0))
    limit = case.indicator.limit
    if limit is not None and max(base, value) <= limit:
        ahead = min(ahead, Fraction(limit))
    return ahead
