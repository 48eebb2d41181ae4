"""How wide the columns of a table are, in which size, and whether the sheet is turned for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from evaluation.export.geometry import LANDSCAPE, PORTRAIT, Sheet
from evaluation.export.typesetting import ems, widest

PADDING = 114
"""Left and right margin of a cell together."""
SLACK = 20
"""The rule between two columns."""
MOST_UPRIGHT = 8
"""A table with more columns is turned."""
NORMAL, SMALL, SMALLEST = 12.0, 10.5, 9.0
"""小四, 五号, 小五: the largest one in which the table fits."""
MANY = 6
"""A table with more columns begins at 五号."""
LEAST_CHARACTERS = 2


@dataclass(frozen=True)
class Column:
    """What a column asks for, in ems."""

    natural: float
    """Its longest text on one line."""
    least: float
    """Its widest word."""
    weight: float
    """Its part of what is shared out: the square root of all its text."""

    def need(self, size: float) -> float:
        return self.natural * size * 20 + PADDING + SLACK

    def minimum(self, size: float) -> float:
        return self.least * size * 20 + PADDING + SLACK


@dataclass(frozen=True)
class Fit:
    """How a table goes on paper."""

    sheet: Sheet
    size: float
    widths: tuple[int, ...]
    squeezed: bool = False
    """Too wide even for the turned sheet: it was narrowed below what its words need."""


def fit(cells: Sequence[Sequence[str]]) -> Fit:
    """The sheet, the size and the column widths for rows of cell texts, header first."""
    columns = [_column(texts) for texts in zip(*cells, strict=True)]
    for sheet, size in _choices(len(columns)):
        if sum(column.minimum(size) for column in columns) <= sheet.text_width:
            return Fit(sheet, size, column_widths(columns, size, sheet.text_width))
    narrowed = [column.minimum(SMALLEST) for column in columns]
    return Fit(LANDSCAPE, SMALLEST, whole(narrowed, LANDSCAPE.text_width), squeezed=True)


def _column(texts: Sequence[str]) -> Column:
    lengths = [ems(text) for text in texts]
    return Column(max(lengths), max(LEAST_CHARACTERS, *map(widest, texts)), sqrt(sum(lengths) + 1))


def _choices(columns: int) -> list[tuple[Sheet, float]]:
    """An upright table is not set in 小五: turning it reads better."""
    sizes = (SMALL, SMALLEST) if columns > MANY else (NORMAL, SMALL, SMALLEST)
    upright = [(PORTRAIT, size) for size in sizes if size != SMALLEST] if columns <= MOST_UPRIGHT else []
    return upright + [(LANDSCAPE, size) for size in sizes]


def column_widths(columns: Sequence[Column], size: float, room: int) -> tuple[int, ...]:
    """Short columns get what they need, long ones share the rest by their weights."""
    needs = [column.need(size) for column in columns]
    if sum(needs) <= room:
        return whole(needs, room)
    minima = [column.minimum(size) for column in columns]
    found = _modest(needs, minima, room)
    while len(found) < len(columns):
        rest = room - sum(found.values())
        waiting = [i for i in range(len(columns)) if i not in found]
        total = sum(columns[i].weight for i in waiting)
        shares = {i: rest * columns[i].weight / total for i in waiting}
        # A column whose words are wider than its share comes first; then one whose share is more than it needs.
        tight = {i: minima[i] for i in waiting if minima[i] > shares[i]}
        easy = {i: needs[i] for i in waiting if needs[i] <= shares[i]}
        found |= tight or easy or shares
    return whole([found[i] for i in range(len(columns))], room)


def _modest(needs: Sequence[float], minima: Sequence[float], room: int) -> dict[int, float]:
    """Columns that ask for no more than an equal share get it, as long as the others keep what they must have."""
    modest = {i: need for i, need in enumerate(needs) if need <= room / len(needs)}
    others = sum(minimum for i, minimum in enumerate(minima) if i not in modest)
    return modest if sum(modest.values()) + others <= room else {}


def whole(widths: Sequence[float], room: int) -> tuple[int, ...]:
    """Whole twips in the same proportions whose sum is the room exactly."""
    edges, reached, total = [0], 0.0, sum(widths)
    for column in widths:
        reached += column
        edges.append(round(reached * room / total))
    return tuple(right - left for left, right in pairwise(edges))
