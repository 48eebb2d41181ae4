"""What a table is: titled columns, rows of cells, notes; written as Markdown for readers and as CSV for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from evaluation.render.inline import escape, link

ALIGNMENTS = {"left": ":---", "center": ":---:", "right": "---:"}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, parts of which may lead somewhere: (text, target) pairs."""

    pieces: tuple[tuple[str, str | None], ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    @property
    def markdown(self) -> str:
        return "".join(link(text, target) if target else escape(text) for text, target in self.pieces)


def cell(text: object) -> Cell:
    return linked(str(text), None)


@lru_cache(maxsize=20_000)
def linked(text: str, target: str | None) -> Cell:
    """Cells that say the same are one: a large city's tables have hundreds of thousands."""
    return Cell(((text, target),))


def joined(cells: Iterable[Cell], separator: str = "、") -> Cell:
    pieces: list[tuple[str, str | None]] = []
    for one in cells:
        if pieces:
            pieces.append((separator, None))
        pieces += one.pieces
    return Cell(tuple(pieces))


@dataclass(frozen=True)
class Column:
    title: str
    align: str = "left"


def text_columns(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(title) for title in titles)


def figure_columns(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(title, "right") for title in titles)


@dataclass(frozen=True)
class Table:
    id: str
    """ASCII, the same in every scope: the stem of its CSV."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    unit: str | None = None
    """What all figures are counted in, where it is one unit."""
    notes: tuple[str, ...] = ()
    """Paragraphs below: 注：…, 来源：…"""

    def markdown(self, number: int) -> str:
        """Caption, unit, pipe table and notes as paragraphs that both parsers read alike."""
        head = [f"表{number}　{escape(self.title)}"] + ([f"单位：{escape(self.unit)}"] if self.unit else [])
        return "\n\n".join([*head, self.grid, *(escape(note) for note in self.notes)])

    @property
    def grid(self) -> str:
        """The pipe table alone."""
        lines = [
            [escape(column.title) for column in self.columns],
            [ALIGNMENTS[column.align] for column in self.columns],
            *([one.markdown for one in row] for row in self.rows),
        ]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    @property
    def csv(self) -> bytes:
        """With BOM, so that Excel and WPS see UTF-8; texts that would run as a formula are made inert."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([column.title for column in self.columns])
        writer.writerows([inert(one.text) for one in row] for row in self.rows)
        return ("\ufeff" + stream.getvalue()).encode("utf-8")


def inert(text: str) -> str:
    """A leading quote before what a spreadsheet would take for a formula; numbers, negative ones too, stay numbers."""
    if not text.startswith(FORMULA_STARTS):
        return text
    try:
        float(text)
    except ValueError:
        return "'" + text
    return text
