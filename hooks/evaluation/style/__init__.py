"""How an official text is written: numbers, brackets, dates, units, marks; over plain lines, wherever they come from.

A rule is a generator over all lines of one text whose name is its id. To add one that looks at single lines, add a row to
`patterns.PATTERNS`; one that looks at the order of lines is a function in `order.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evaluation.style.line import Line, Slip
from evaluation.style.order import (
    annexes_are_numbered_as_a_whole,
    enumerations_leave_nothing_out,
    numbers_follow_the_ladder,
)
from evaluation.style.patterns import PATTERNS

__all__ = ["RULES", "Line", "Slip"]

Rule = Callable[[tuple[Line, ...]], Iterator[Slip]]

RULES: tuple[Rule, ...] = (
    numbers_follow_the_ladder,
    annexes_are_numbered_as_a_whole,
    enumerations_leave_nothing_out,
    *PATTERNS,
)
