"""Tables at the width of the text: columns by what they hold, header rows repeated, rows never split."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from evaluation.export.geometry import LANDSCAPE, PORTRAIT, Sheet
from evaluation.export.ooxml import NAMESPACES, Element, name, properties, put, text_of, w
from evaluation.export.styles import CELL, HEAD_CELL
from evaluation.export.typesetting import ems, widest_token, width
from lxml import etree

PADDING = 114
"""Left and right margin of a cell together."""
MOST_UPRIGHT = 8
"""A table with more columns is turned."""
SIZES = (12.0, 10.5, 9.0)
"""小四, 五号, 小五: the largest one in which the table fits."""
MANY = 6
"""From so many columns on the text is 五号."""
NUMBER = re.compile(r"[-+−]?[0-9][0-9.,]*[%％‰]?|—|－|-|/")
SHORT = 6


@dataclass(frozen=True)
class Fit:
    """How a table goes on paper."""

    sheet: Sheet
    size: float
    widths: tuple[int, ...]
    squeezed: bool = False
    """Too wide even for the turned sheet: it was narrowed below what its words need."""


def fit(cells: list[list[str]]) -> Fit:
    """The sheet, the size and the column widths for rows of cell texts, header first."""
    columns = len(cells[0])
    sheets = (PORTRAIT, LANDSCAPE) if columns <= MOST_UPRIGHT else (LANDSCAPE,)
    for sheet in sheets:
        for size in SIZES[1:] if columns > MANY else SIZES:
            # An upright table is not set smaller than 五号: turning it reads better.
            if sum(_least(cells, size)) <= sheet.text_width and not (sheet is PORTRAIT and size == SIZES[-1]):
                return Fit(sheet, size, column_widths(cells, size, sheet.text_width))
    least = _least(cells, SIZES[-1])
    narrowed = [column * LANDSCAPE.text_width / sum(least) for column in least]
    return Fit(LANDSCAPE, SIZES[-1], _whole(narrowed, LANDSCAPE.text_width), squeezed=True)


def column_widths(cells: list[list[str]], size: float, room: int) -> tuple[int, ...]:
    """Short columns get what they need, long ones share the rest by the square root of their text."""
    natural, least = _natural(cells, size), _least(cells, size)
    if sum(natural) <= room:
        return _whole([column * room / sum(natural) for column in natural], room)
    weights = [sqrt(sum(ems(row[i]) for row in cells) + 1) for i in range(len(natural))]
    # What asks for no more than an equal share gets it, as long as the others keep what they need.
    found = {i: need for i, need in enumerate(natural) if need <= room / len(natural)}
    if sum(found.values()) + sum(need for i, need in enumerate(least) if i not in found) > room:
        found = {}
    while len(found) < len(natural):
        rest = room - sum(found.values())
        open_ = [i for i in range(len(natural)) if i not in found]
        shares = {i: rest * weights[i] / sum(weights[j] for j in open_) for i in open_}
        tight = {i: least[i] for i in open_ if least[i] > shares[i]}
        # Columns that ask for more come first: what the easy ones leave over is theirs.
        settled = tight or {i: natural[i] for i in open_ if natural[i] <= shares[i]} or shares
        found |= settled
    return _whole([found[i] for i in range(len(natural))], room)


def _natural(cells: list[list[str]], size: float) -> list[float]:
    return [max(width(row[i], size) for row in cells) + PADDING + 20 for i in range(len(cells[0]))]


def _least(cells: list[list[str]], size: float) -> list[float]:
    two = 2 * size * 20
    return [max(two, *(widest_token(row[i], size) for row in cells)) + PADDING + 20 for i in range(len(cells[0]))]


def _whole(widths: list[float], room: int) -> tuple[int, ...]:
    """Whole twips whose sum is the room exactly."""
    edges = [0]
    total = sum(widths)
    reached = 0.0
    for column in widths:
        reached += column
        edges.append(round(reached * room / total))
    return tuple(right - left for left, right in pairwise(edges))


# ---------------------------------------------------------------------------------------------- in the document


def cell_texts(table: Element) -> list[list[str]]:
    rows = [[text_of(cell) for cell in row.findall(name("tc"))] for row in table.findall(name("tr"))]
    longest = max(map(len, rows))
    return [row + [""] * (longest - len(row)) for row in rows]


def set_table(table: Element) -> Fit:
    """Give a table of pandoc's its official form."""
    cells = cell_texts(table)
    form = fit(cells)
    old = table.find(name("tblPr"))
    table.replace(old, _table_properties(sum(form.widths)))
    grid = table.find(name("tblGrid"))
    table.replace(grid, w("tblGrid", *[w("gridCol", w=column) for column in form.widths]))
    for row in table.findall(name("tr")):
        _set_row(row, form)
    return form


def _table_properties(total: int) -> Element:
    look = w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    return w(
        "tblPr",
        w("tblStyle", val="Table"),
        w("tblW", w=total, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        look,
    )


def _set_row(row: Element, form: Fit) -> None:
    marks = row.find(name("trPr"))
    header = marks is not None and marks.find(name("tblHeader")) is not None
    if marks is not None:
        row.remove(marks)
    row.insert(0, w("trPr", w("cantSplit"), *([w("tblHeader")] if header else [])))
    for cell, column in zip(row.findall(name("tc")), form.widths, strict=False):
        old = cell.find(name("tcPr"))
        if old is not None:
            cell.remove(old)
        cell.insert(0, w("tcPr", w("tcW", w=column, type="dxa"), w("vAlign", val="center")))
        for block in cell.iterchildren(name("p")):
            _set_cell_text(block, header, form.size)


def _set_cell_text(block: Element, header: bool, size: float) -> None:
    marks = properties(block, "pPr")
    wished = marks.find(name("jc"))
    text = text_of(block)
    put(marks, w("pStyle", val=HEAD_CELL if header else CELL))
    if header or wished is None:
        if wished is not None:
            marks.remove(wished)
        if not header and (NUMBER.fullmatch(text.strip()) or ems(text) <= SHORT):
            put(marks, w("jc", val="center"))
    if size != SIZES[0]:
        line = {10.5: 290, 9.0: 250}[size]
        put(marks, w("spacing", before=0, after=0, line=line, lineRule="exact"))
        for run in block.iter(name("r")):
            look = properties(run, "rPr")
            put(look, w("sz", val=int(size * 2)))
            put(look, w("szCs", val=int(size * 2)))


def tables_of(body: Element) -> list[Element]:
    return [block for block in body if block.tag == name("tbl")]


def is_table(block: Element) -> bool:
    return etree.QName(block).localname == "tbl"


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
