"""Tables in official form: the width of the text, header rows repeated, rows never split.

They are made as text: as a tree the hundred thousand cells of a city's report take half a gigabyte. In the tree of
their document an empty element keeps each one's place until the document is written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from evaluation.export.columns import Fit, fit
from evaluation.export.ooxml import Element, name, serialised
from evaluation.export.styles import CELLS
from evaluation.export.typesetting import ems

NUMBER = re.compile(r"[-+−]?[0-9][0-9.,]*[%％‰]?|—|－|-|/")
SHORT = 6
"""Texts up to so many characters stand in the middle of their cell."""


@dataclass(frozen=True)
class Cell:
    text: str
    """As a reader sees it."""
    runs: str
    """What its paragraph holds, as XML."""
    notes: tuple[str, ...] = ()
    """The ids of the footnotes that it calls."""


@dataclass(frozen=True)
class Table:
    """A table before it is set."""

    rows: tuple[tuple[Cell, ...], ...]
    headers: int
    """How many of the first rows are its header."""
    sides: tuple[str | None, ...]
    """Where its author set each column."""

    def side(self, column: int, cell: Cell) -> str | None:
        """Where its author set a cell; an empty one nowhere."""
        return self.sides[column] if cell.runs else None


@dataclass(eq=False)
class SetTable:
    """A table in official form."""

    table: Table
    form: Fit
    kept: int = 0
    """How many of its first rows stay on one page with what follows them."""

    @property
    def headers(self) -> int:
        """How many rows come again on every page."""
        return self.table.headers

    @property
    def whole(self) -> bool:
        """Not divided. To be asked when all are set."""
        return self.kept > 0

    @property
    def keeps_note(self) -> bool:
        """Stays with what follows."""
        return self.kept == len(self.table.rows)

    def keep_whole(self, noted: bool) -> None:
        """Keep all rows on one page, together with the note that follows when there is one."""
        self.kept = len(self.table.rows) - (not noted)

    def style(self, row: int) -> str:
        return CELLS[self.form.size][row < self.headers]

    def notes(self) -> list[str]:
        """The ids of the footnotes that it calls, in order."""
        return [note for row in self.table.rows for cell in row for note in cell.notes]

    def xml(self) -> str:
        widths = self.form.widths
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(_row(self, number) for number in range(len(self.table.rows)))
        return f"<w:tbl>{PROPERTIES.format(sum(widths))}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


PROPERTIES = (
    '<w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/>'
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
    ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
)


known: dict[str, Fit] = {}
"""How tables were fitted, by a digest of their texts."""
MANY = 2_000
"""So many are remembered."""


def set_table(table: Table) -> SetTable:
    texts = [[cell.text for cell in row] for row in table.rows]
    name = hashlib.sha256(repr(texts).encode("utf-8", "surrogatepass")).hexdigest()
    if name not in known:
        if len(known) >= MANY:
            known.clear()
        known[name] = fit(texts)
    return SetTable(table, known[name])


def _row(table: SetTable, number: int) -> str:
    header, keep = number < table.headers, "<w:keepNext/>" if number < table.kept else ""
    middle = f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{table.style(number)}"/>{keep}'
    cells = []
    for column, (cell, width) in enumerate(zip(table.table.rows[number], table.form.widths, strict=True)):
        # Header cells stand in the middle by their style.
        side = "" if header else table.table.side(column, cell) or _side(cell.text)
        place = f'<w:jc w:val="{side}"/>' if side else ""
        head = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}{place}</w:pPr>'
        cells.append(f"{head}{cell.runs}</w:p></w:tc>")
    marks = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
    return f'<w:tr><w:trPr>{marks}</w:trPr>{"".join(cells)}</w:tr>'


@lru_cache(maxsize=20_000)
def _side(text: str) -> str:
    return "center" if NUMBER.fullmatch(text.strip()) or ems(text) <= SHORT else "left"


# ---------------------------------------------------------------------------------------------- in their document


def is_table(block: Element) -> bool:
    return block.tag == name("tbl")


def with_tables(root: Element, tables: Mapping[Element, SetTable]) -> Iterator[bytes]:
    """A document as bytes, piece by piece, each table in its place."""
    first, *others = serialised(root).split(b"<w:tbl/>")
    yield first
    for place, text in zip(root.iter(name("tbl")), others, strict=True):
        yield tables[place].xml().encode()
        yield text
