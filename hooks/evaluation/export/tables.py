"""Tables in official form: the width of the text, header rows repeated, rows never split."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from evaluation.export.columns import Fit, fit
from evaluation.export.ooxml import NAMESPACES, Element, W, name, properties, put, w
from evaluation.export.styles import CELLS
from evaluation.export.typesetting import ems
from lxml import etree

NUMBER = re.compile(r"[-+−]?[0-9][0-9.,]*[%％‰]?|—|－|-|/")
SHORT = 6
"""Texts up to so many characters stand in the middle of their cell."""


@dataclass(frozen=True)
class Cell:
    text: str
    """As a reader sees it."""
    runs: str
    """What its paragraph holds, as XML."""


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


@dataclass(frozen=True)
class SetTable:
    """A table in official form."""

    table: Table
    form: Fit
    element: Element

    def style(self, row: int) -> str:
        return _style(self.table, self.form, row)


def set_table(table: Table) -> SetTable:
    form = fit([[cell.text for cell in row] for row in table.rows])
    rows = (_row(table, form, number) for number in range(len(table.rows)))
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in form.widths)
    # As text, read at once: to make the thousands of cells one by one takes ten times as long.
    xml = f'<w:tbl xmlns:w="{W}"><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    element = etree.fromstring(xml)
    element.insert(0, _table_properties(sum(form.widths)))
    return SetTable(table, form, element)


def _table_properties(total: int) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val="Table"),
        w("tblW", w=total, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )


def _style(table: Table, form: Fit, row: int) -> str:
    return CELLS[form.size][row < table.headers]


def _row(table: Table, form: Fit, number: int) -> str:
    header, style = number < table.headers, _style(table, form, number)
    cells = []
    for column, (cell, width) in enumerate(zip(table.rows[number], form.widths, strict=True)):
        # Header cells stand in the middle by their style.
        side = "" if header else table.side(column, cell) or _side(cell.text)
        cells.append(_cell(cell, width, style, side))
    marks = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
    return f'<w:tr><w:trPr>{marks}</w:trPr>{"".join(cells)}</w:tr>'


def _cell(cell: Cell, width: int, style: str, side: str) -> str:
    place = f'<w:jc w:val="{side}"/>' if side else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>{cell.runs}</w:p></w:tc>'
    )


@lru_cache(maxsize=20_000)
def _side(text: str) -> str:
    return "center" if NUMBER.fullmatch(text.strip()) or ems(text) <= SHORT else "left"


# ---------------------------------------------------------------------------------------------- on the page


def is_table(block: Element) -> bool:
    return block.tag == name("tbl")


def keep_whole(table: Element, noted: bool) -> None:
    """Keep all rows on one page, together with the note that follows when there is one."""
    rows = table.findall(name("tr"))
    for row in rows if noted else rows[:-1]:
        for block in row.iter(name("p")):
            put(properties(block, "pPr"), w("keepNext"))


def is_whole(table: Element) -> bool:
    return table.find("w:tr", NAMESPACES).find("w:tc/w:p/w:pPr/w:keepNext", NAMESPACES) is not None


def keeps_note(table: Element) -> bool:
    return table.findall("w:tr", NAMESPACES)[-1].find("w:tc/w:p/w:pPr/w:keepNext", NAMESPACES) is not None


def repeated_rows(table: Element) -> int:
    """How many header rows come again on every page."""
    return len(table.findall("w:tr/w:trPr/w:tblHeader", NAMESPACES))
