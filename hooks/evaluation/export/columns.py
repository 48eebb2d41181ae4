"""How wide the columns of a table are, in which size, and whether the sheet is turned for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, sqrt
from operator import mul

from evaluation.export.geometry import LANDSCAPE, PORTRAIT, Sheet
from evaluation.export.styles import BY_ID, CELLS
from evaluation.export.typesetting import ems, widest

PADDING = 114
"""Left and right margin of a cell together."""
SLACK = 20
"""The rule between two columns."""
NORMAL, SMALL, SMALLEST = 12.0, 10.5, 9.0
"""小四, 五号, 小五: the largest one in which the table fits."""
MANY = 6
"""A table with more columns begins at 五号."""
LEAST_CHARACTERS = 2
UNBROKEN = 6.5
"""A cell with so few characters stands on one line, where that can be had."""
READABLE = 6.0
"""Characters of a line of running text: less is a ladder of syllables."""
DATE = re.compile(r"[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月[0-9]{1,2}日")
CALM_ROW = 2200
"""A row so high, in twips, still reads as a row: seven lines."""
STAND_IN = 1.28
SHARED = 0.8
"""Part of what is left over that goes to what reads well, before rows are made low."""
ROUNDS = 12
BREAK = 0.5
"""What a line loses, on average, because words are not cut."""
ROW_EXTRA = 90
"""Margins and rule of a row."""

Lengths = Sequence[Sequence[float]]
"""The width of each cell's text in ems, a row a table row."""
Cells = list[tuple[int, float]]
"""Some cells of a row: the column and the width in ems."""


@dataclass(frozen=True)
class Column:
    """What a column asks for, in ems."""

    natural: float
    """Its longest text on one line."""
    least: float
    """Its widest word."""
    easy: float
    """What reads well: dates and short texts on one line, some characters of running text."""

    def need(self, size: float) -> float:
        return _twips(self.natural, size)

    def minimum(self, size: float) -> float:
        return _twips(self.least, size)

    def comfort(self, size: float) -> float:
        return _twips(self.easy, size)


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
    columns = [_column(head, dict.fromkeys(texts)) for head, *texts in zip(*cells, strict=True)]
    lengths = [[ems(text) for text in row] for row in cells]
    sizes = (SMALL, SMALLEST) if len(columns) > MANY else (NORMAL, SMALL, SMALLEST)
    # An upright table is not set in 小五, nor as a ladder of syllables: turning it reads better.
    upright = [size for size in sizes if size != SMALLEST and _room(columns, Column.comfort, size, PORTRAIT)]
    turned = [size for size in sizes if _room(columns, Column.comfort, size, LANDSCAPE)]
    tight = [size for size in sizes if _room(columns, Column.minimum, size, LANDSCAPE)]
    sheet = PORTRAIT if upright else LANDSCAPE
    forms = (Fit(sheet, size, column_widths(columns, lengths, size, sheet.text_width)) for size in upright or turned or tight)
    return _calmest(forms, lengths) or _narrowed(columns)


def _room(columns: Sequence[Column], ask: Callable[[Column, float], float], size: float, sheet: Sheet) -> bool:
    return sum(ask(column, size) for column in columns) <= sheet.text_width


def _calmest(forms: Iterable[Fit], lengths: Lengths) -> Fit | None:
    """The first, largest type in which no row is too high, else the smallest."""
    form = None
    for form in forms:
        if max(row_heights(lengths, form.widths, form.size)) <= CALM_ROW:
            break
    return form


def _narrowed(columns: Sequence[Column]) -> Fit:
    narrowed = [column.minimum(SMALLEST) for column in columns]
    return Fit(LANDSCAPE, SMALLEST, whole(narrowed, LANDSCAPE.text_width), squeezed=True)


# ---------------------------------------------------------------------------------------------- what a column asks


def _column(head: str, texts: Iterable[str]) -> Column:
    """`texts` are what stands under its header, each once."""
    natural = max([ems(head), *map(ems, texts)])
    least = max(LEAST_CHARACTERS, widest(head), *map(widest, texts))
    return Column(natural, least, max(least, *map(_easy, texts), _easy_head(head)))


@lru_cache(maxsize=20_000)
def _easy(text: str) -> float:
    length = ems(text)
    if text.isascii():
        # Where Times is missing, what stands in for it may be a quarter wider; a figure must not break even then.
        return length * STAND_IN
    return length if length <= UNBROKEN else max([READABLE, *map(ems, DATE.findall(text))])


def _easy_head(text: str) -> float:
    """A header may stand on two lines, or on three."""
    length = ems(text)
    return length if length <= 4 else max(3.0, length / 3)


def _twips(characters: float, size: float) -> float:
    return characters * size * 20 + PADDING + SLACK


# ---------------------------------------------------------------------------------------------- widths


def column_widths(columns: Sequence[Column], lengths: Lengths, size: float, room: int) -> tuple[int, ...]:
    """Every column what it needs when there is room; otherwise widths that make the table as low as possible."""
    needs = [column.need(size) for column in columns]
    if sum(needs) <= room:
        return whole(needs, room)
    return whole(_lowest(_minima(columns, size, room), needs, lengths, size, room), room)


def _minima(columns: Sequence[Column], size: float, room: int) -> list[float]:
    """What reads well, where that fits; otherwise every column comes as near to it as most of the room allows."""
    least = [column.minimum(size) for column in columns]
    wished = [column.comfort(size) - minimum for column, minimum in zip(columns, least, strict=True)]
    spare = room - sum(least)
    part = 1 if sum(wished) <= spare else SHARED * spare / sum(wished)
    return [minimum + part * wish for minimum, wish in zip(least, wished, strict=True)]


def _lowest(
    minima: Sequence[float], needs: Sequence[float], lengths: Lengths, size: float, room: int
) -> list[float]:
    """A row is as high as its longest column. The sum of all rows is least where each column is as wide as the square
    root of the text for which it is the longest; that is approached from equal weights, and the best is kept."""
    narrow = list(map(min, minima, needs))
    # What the others leave to a column, and a twip for rounding.
    free = room - sum(narrow) + 1
    wide = [min(max(minimum, need), least + free) for minimum, need, least in zip(minima, needs, narrow, strict=True)]
    tall, heavy = _tall(lengths, narrow, wide, size), _heavy(lengths, narrow, wide)
    widths = _spread([1.0] * len(minima), minima, needs, room)
    best = (_extra_lines(tall, widths, size), widths)
    for _ in range(ROUNDS):
        wished = _spread(_decisive(heavy, widths), minima, needs, room)
        widths = [(old + new) / 2 for old, new in zip(widths, wished, strict=True)]
        best = min(best, (_extra_lines(tall, widths, size), widths))
    return best[1]


def _tall(lengths: Lengths, narrow: Sequence[float], wide: Sequence[float], size: float) -> list[tuple[int, Cells]]:
    """Of each row the lines that it takes in any case, and the cells that may take more; rows without any left out."""
    most, least = _rooms(wide, size), _rooms(narrow, size)
    rows = []
    for row in lengths:
        sure = max(map(_lines, row, most))
        cells = [(i, length) for i, length in enumerate(row) if length > least[i] and _lines(length, least[i]) > sure]
        if cells:
            rows.append((sure, cells))
    return rows


def _extra_lines(tall: Sequence[tuple[int, Cells]], widths: Sequence[float], size: float) -> int:
    """How many lines all rows take beyond those that they take in any case."""
    rooms = _rooms(widths, size)
    parts = list(map(_part, rooms))
    extra = 0
    for sure, cells in tall:
        # `_lines`, without a call for each of a hundred thousand cells.
        most = max([ceil(length / parts[i]) for i, length in cells if length > rooms[i]], default=sure)
        if most > sure:
            extra += most - sure
    return extra


def _heavy(lengths: Lengths, narrow: Sequence[float], wide: Sequence[float]) -> list[Cells]:
    """Of each row the cells that may count in `_decisive`: half as high as the highest, or higher."""
    most, least = _per_line(narrow), _per_line(wide)
    rows = []
    for row in lengths:
        highest = max(map(mul, row, least))
        rows.append([(i, length) for i, length in enumerate(row) if 2 * length * most[i] > highest])
    return [row for row in rows if row]


def _decisive(heavy: Sequence[Cells], widths: Sequence[float]) -> list[float]:
    """For each column the square root of its text in the rows that it makes high; the next longest count a little."""
    each = _per_line(widths)
    sums = [1e-6] * len(each)
    for row in heavy:
        lines = [length * each[i] for i, length in row]
        highest = max(lines)
        half = highest / 2
        for (i, length), line in zip(row, lines, strict=True):
            if line > half:
                sums[i] += length * (line / highest) ** 4
    return [sqrt(each) for each in sums]


def _per_line(widths: Sequence[float]) -> list[float]:
    return [1 / max(width - PADDING, 1) for width in widths]


def _spread(
    weights: Sequence[float], minima: Sequence[float], needs: Sequence[float], room: int
) -> list[float]:
    """The room shared out by weights, but no column below its minimum or above its need."""
    found: dict[int, float] = {}
    while len(found) < len(weights):
        rest = room - sum(found.values())
        waiting = [i for i in range(len(weights)) if i not in found]
        total = sum(weights[i] for i in waiting)
        shares = {i: rest * weights[i] / total for i in waiting}
        tight = {i: minima[i] for i in waiting if minima[i] > shares[i]}
        easy = {i: needs[i] for i in waiting if needs[i] <= shares[i]}
        found |= tight or easy or shares
    return [found[i] for i in range(len(weights))]


def row_heights(lengths: Lengths, widths: Sequence[float], size: float) -> list[float]:
    """About how high each row is, in twips; `lines` of typesetting says it exactly, and takes a hundred times longer."""
    line, rooms = LINE_OF[size], _rooms(widths, size)
    return [line * max(map(_lines, row, rooms)) + ROW_EXTRA for row in lengths]


def _rooms(widths: Sequence[float], size: float) -> list[float]:
    """Each column's room in ems."""
    return [max((width - PADDING) / (size * 20), 1) for width in widths]


def _lines(length: float, room: float) -> int:
    return 1 if length <= room else ceil(length / _part(room))


def _part(room: float) -> float:
    """What a line holds when its text goes on."""
    return max(room - BREAK, 1)


LINE_OF = {size: BY_ID[style[False]].line for size, style in CELLS.items()}


def whole(widths: Sequence[float], room: int) -> tuple[int, ...]:
    """Whole twips in the same proportions whose sum is the room exactly."""
    edges, reached, total = [0], 0.0, sum(widths)
    for column in widths:
        reached += column
        edges.append(round(reached * room / total))
    return tuple(right - left for left, right in pairwise(edges))
