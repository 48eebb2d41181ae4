"""What a chart is before it is drawn: its words, its table, and the figures the drawing needs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


@dataclass(frozen=True)
class Chart:
    """One picture, told completely: whatever is equal draws to equal bytes."""

    name: str
    """ASCII file stem, unique for chart, scope and argument: `city-bullet`, `dongsheng-I01`."""
    title: str
    alt: str
    """What is to be seen, with figures, in full Chinese sentences."""
    source: str
    """来源、截止时点、数据性质, for the note under the picture."""
    kind: str
    """Which drawing: a key of `evaluation.render.drawing.DRAWINGS`."""
    data: tuple
    """One of the shapes below: nested tuples of strings, whole numbers, Decimals and None."""
    table: tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
    """Headers and rows with the same figures, for readers who cannot see the picture."""


# Every figure comes with its words, so that the drawing formats nothing. Positions on a time axis are
# Decimal years: 2022.5 is the middle of 2022. Shares are fractions.


class BulletRow(NamedTuple):
    name: str
    caption: str
    """From where to where: 52→46人，目标44.2人."""
    share: Decimal | None
    """Completion, or the part of the ceiling that is used; None draws words only."""
    words: str
    """The share as printed, or the sentence that stands in its place."""
    expected: Decimal | None
    """Elapsed time, the mark that the bar should reach; None where there is no pace."""
    glyph: str
    verdict: str
    tone: str
    tag: str
    """预计, or empty."""


class BulletGroup(NamedTuple):
    heading: str
    scale: str
    """What 100% means."""
    rows: tuple[BulletRow, ...]


class Bullet(NamedTuple):
    groups: tuple[BulletGroup, ...]
    pace: str
    """Name of the pace mark in the legend, with its share."""


class Point(NamedTuple):
    at: Decimal
    value: Decimal
    words: str
    tag: str = ""
    """预计 or 快报 draws a hollow marker."""


class Limit(NamedTuple):
    value: Decimal
    words: str


class Series(NamedTuple):
    unit: str
    first: int
    last: int
    """Years on the axis, base year included."""
    points: tuple[Point, ...]
    baseline: Point | None
    target: Point | None
    path: tuple[tuple[Decimal, Decimal], ...] = ()
    low: tuple[tuple[Decimal, Decimal], ...] = ()
    high: tuple[tuple[Decimal, Decimal], ...] = ()
    corridor: str = ""
    """Name of the band between `low` and `high` in the legend."""
    limit: Limit | None = None
    mean: Limit | None = None
    joined: bool = True
    """False for yearly counts under a ceiling: columns instead of a line."""
    note: str = ""


class State(NamedTuple):
    name: str
    tone: str
    glyph: str


class StackRow(NamedTuple):
    label: str
    counts: tuple[int, ...]
    """One for each state."""
    words: str
    """What stands at the end of the bar: 12项."""


class Stack(NamedTuple):
    states: tuple[State, ...]
    rows: tuple[StackRow, ...]
    note: str = ""


class MatrixRow(NamedTuple):
    label: str
    cells: tuple[State | None, ...]
    """One for each column; None where the row has nothing to do with it."""


class Matrix(NamedTuple):
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading and the columns under it."""
    rows: tuple[MatrixRow, ...]
    states: tuple[State, ...]
    """Those that occur, for the legend."""
    note: str = ""


class Span(NamedTuple):
    label: str
    start: Decimal
    end: Decimal
    """As planned."""
    began: Decimal | None
    until: Decimal | None
    """As done: from the start of work to its end or to the cut-off."""
    glyph: str
    tone: str


class SpanGroup(NamedTuple):
    heading: str
    spans: tuple[Span, ...]


class Schedule(NamedTuple):
    first: int
    last: int
    groups: tuple[SpanGroup, ...]
    cut_off: Decimal
    cut_off_words: str
    states: tuple[State, ...]
    """Stages that occur, for the legend."""


class Plan(NamedTuple):
    label: str
    planned: Decimal
    done: Decimal | None
    words: str
    """1.2/3.4亿元，35.3%."""


class Plans(NamedTuple):
    unit: str
    planned: str
    done: str
    """Names in the legend."""
    rows: tuple[Plan, ...]
    note: str = ""


class Tile(NamedTuple):
    label: str
    column: int
    row: int
    value: Decimal | None
    words: str
    tag: str = ""


class Tiles(NamedTuple):
    unit: str
    tiles: tuple[Tile, ...]
    note: str


class Measure(NamedTuple):
    heading: str
    """With its unit: 死亡人数（人）."""
    rows: tuple[tuple[tuple[Decimal | None, str], ...], ...]
    """For each label, for each series: the figure and its words."""


class Bars(NamedTuple):
    labels: tuple[str, ...]
    series: tuple[str, ...]
    measures: tuple[Measure, ...]
    note: str = ""


class Panel(NamedTuple):
    heading: str
    values: tuple[Decimal | None, ...]
    """A column a month; None: no figure yet."""


class Months(NamedTuple):
    unit: str
    panels: tuple[Panel, ...]
    note: str = ""
