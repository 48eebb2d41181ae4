"""Tables of pandoc in official form: the width of the text, header rows repeated, rows never split."""

from __future__ import annotations

import re

from evaluation.export.columns import Fit, fit
from evaluation.export.ooxml import NAMESPACES, Element, add, name, properties, put, text_of, w
from evaluation.export.styles import CELLS
from evaluation.export.typesetting import ems

NUMBER = re.compile(r"[-+−]?[0-9][0-9.,]*[%％‰]?|—|－|-|/")
SHORT = 6
"""Texts up to so many characters stand in the middle of their cell."""


def cell_texts(table: Element) -> list[list[str]]:
    rows = [[text_of(cell) for cell in row.findall(name("tc"))] for row in table.findall(name("tr"))]
    longest = max(map(len, rows))
    return [row + [""] * (longest - len(row)) for row in rows]


def set_table(table: Element) -> Fit:
    """Give a table its official form."""
    cells = cell_texts(table)
    form = fit(cells)
    table.replace(table.find(name("tblPr")), _table_properties(sum(form.widths)))
    table.replace(table.find(name("tblGrid")), w("tblGrid", *[w("gridCol", w=column) for column in form.widths]))
    for row, texts in zip(table.findall(name("tr")), cells, strict=True):
        _set_row(row, texts, form)
    return form


def _table_properties(total: int) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val="Table"),
        w("tblW", w=total, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )


def _set_row(row: Element, texts: list[str], form: Fit) -> None:
    header = row.find("w:trPr/w:tblHeader", NAMESPACES) is not None
    marks = properties(row, "trPr")
    marks.clear()
    add(marks, "cantSplit")
    if header:
        add(marks, "tblHeader")
    style = CELLS[form.size][header]
    for cell, text, column in zip(row.findall(name("tc")), texts, form.widths, strict=False):
        look = properties(cell, "tcPr")
        look.clear()
        add(look, "tcW", w=column, type="dxa")
        add(look, "vAlign", val="center")
        for block in cell.iterchildren(name("p")):
            _set_cell(block, style, None if header else _side(text))


def _set_cell(block: Element, style: str, side: str | None) -> None:
    """`side` holds where the author said nothing; header cells (None) stand in the middle by their style."""
    marks = properties(block, "pPr")
    wished = marks.find(name("jc"))
    wish = None if wished is None else wished.get(name("val"))
    marks.clear()
    add(marks, "pStyle", val=style)
    if side:
        add(marks, "jc", val=wish or side)


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
    return table.find("w:tr/w:tc/w:p/w:pPr/w:keepNext", NAMESPACES) is not None


def keeps_note(table: Element) -> bool:
    return table.findall("w:tr", NAMESPACES)[-1].find("w:tc/w:p/w:pPr/w:keepNext", NAMESPACES) is not None


def repeated_rows(table: Element) -> int:
    """How many header rows come again on every page."""
    return len(table.findall("w:tr/w:trPr/w:tblHeader", NAMESPACES))
