"""Tables as pandoc writes them, with less for it to write: what a cell says once, however often it says it.

A table leaves the tree before pandoc writes it; a short one, with a row for each cell that says more than plain words,
keeps its place. Plain words are the same wherever they stand: those that pandoc has not written yet it writes in one
column behind the text. So it stays the only writer of what a cell says; the table around it is set by `tables`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from evaluation.export.body import hint_chinese
from evaluation.export.ooxml import NAMESPACES, OWN, Element, name, text_of
from evaluation.export.tables import Cell, Table
from evaluation.export.vetting import NO_ATTRIBUTES, Node, string
from lxml import etree

SIDES = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}
MENTION = re.compile(r"[表图][0-9]")
"""May become a reference to a caption of its document."""
BETWEEN = "\x1f"
"""Parts the inlines of a cell in what it is known under; no text of a document holds it."""
END: Node = {"t": "Para", "c": [string("—")]}
"""Ends the text: two tables would touch, and a note above a table is set as that table's."""
MANY = 20_000
AT_ONCE = 2_000
"""So many cells pandoc writes with the text; the rest before it, since all at once take 40 MB in a city's report."""
Write = Callable[[list[Node]], Element]
"""Gives pandoc's body of some blocks."""
Taken = tuple[Node, list[str | None]]
"""A table, and what its cells are known under, row by row: None for a cell that says more than plain words."""
known: dict[str, Cell] = {}
"""Plain cells as pandoc wrote them: kept as long as this process lives, since the next document says them again; see `cells`."""


@dataclass(frozen=True)
class Short:
    """A text with short tables instead of its own."""

    blocks: list[Node]
    tables: list[Taken]
    wanted: list[str]
    """What the rows of the column behind the text will be known under."""


def shortened(blocks: list[Node], write: Write) -> Short:
    if len(known) > MANY:
        known.clear()
    taking = Taking()
    text, new = taking.text(blocks), taking.new
    while len(new) > AT_ONCE:
        some = list(islice(new, AT_ONCE))
        column = write([_column([new.pop(key) for key in some])]).find(name("tbl"))
        _learn(some, column)
    return Short([*text, END, _column(list(new.values()))], taking.tables, list(new))


def restored(body: Element, short: Short) -> dict[Element, Table]:
    """What each short table of pandoc's body stands for, itself left empty; what was added behind its text is gone."""
    *places, column = body.findall(name("tbl"))
    if short.wanted:
        _learn(short.wanted, column)
    # To take a full one out costs a walk over all that it holds.
    column.clear()
    body.remove(column.getprevious())
    body.remove(column)
    held = {}
    for place, told in zip(places, short.tables, strict=True):
        held[place] = _restored(*told, _written(place))
        place.clear(keep_tail=True)
    return held


# ---------------------------------------------------------------------------------------------- before pandoc writes


@dataclass
class Taking:
    """Tables leave a text."""

    tables: list[Taken] = field(default_factory=list)
    keys: dict[int, str | None] = field(default_factory=dict)
    """What a cell is known under, by its identity: cells that say the same are one."""
    new: dict[str, list[Node]] = field(default_factory=dict)
    """Cells that are not known, by what they will be known under."""

    def text(self, blocks: list[Node]) -> list[Node]:
        return [self._without(block) for block in blocks]

    def _without(self, block: Node) -> Node:
        kind, content = block["t"], block.get("c")
        if kind == "BulletList":
            return {"t": kind, "c": [self.text(item) for item in content]}
        if kind == "OrderedList":
            return {"t": kind, "c": [content[0], [self.text(item) for item in content[1]]]}
        if kind != "Table":
            return block
        cells = _cells(block)
        for cell in cells:
            if id(cell) not in self.keys:
                self._meet(cell)
        self.tables.append((block, [self.keys[id(cell)] for cell in cells]))
        return _column([cell for cell in cells if self.keys[id(cell)] is None])

    def _meet(self, cell: list[Node]) -> None:
        key = self.keys[id(cell)] = _key(cell)
        if key is not None and key not in known:
            self.new[key] = cell


def _key(blocks: list[Node]) -> str | None:
    if not blocks:
        return ""
    inlines = blocks[0]["c"]
    if len(blocks) > 1 or not inlines or not all(inline["t"] in ("Str", "Space") for inline in inlines):
        return None
    key = BETWEEN.join([inline.get("c", " ") for inline in inlines])
    return None if MENTION.search(key) else key


def _rows(table: Node) -> Iterator[list]:
    _, _, _, (_, head), bodies, (_, foot) = table["c"]
    return (cells for _, cells in chain(head, *((*body[2], *body[3]) for body in bodies), foot))


def _cells(table: Node) -> list[list[Node]]:
    return [cell[4] for row in _rows(table) for cell in row]


def _column(cells: list[list[Node]]) -> Node:
    """A table of one column, which has at least one row."""
    rows = [[NO_ATTRIBUTES, [[NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, cell]]] for cell in cells or [[]]]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]]
    body = [NO_ATTRIBUTES, 0, [], rows]
    return {"t": "Table", "c": [NO_ATTRIBUTES, [None, []], columns, [NO_ATTRIBUTES, []], [body], [NO_ATTRIBUTES, []]]}


# ---------------------------------------------------------------------------------------------- after pandoc has written


def _learn(keys: list[str], column: Element) -> None:
    known.update(zip(keys, _written(column), strict=True))


def _written(table: Element) -> list[Cell]:
    hint_chinese(table)
    return [_cell(paragraph) for paragraph in table.iterfind("w:tr/w:tc/w:p", OWN)]


def _cell(paragraph: Element) -> Cell:
    text = text_of(paragraph)
    notes = tuple(reference.get(name("id")) for reference in paragraph.iter(name("footnoteReference")))
    # In a paragraph that declares them all the runs declare no prefixes themselves.
    own = etree.Element(name("p"), nsmap=NAMESPACES)
    own.extend([child for child in paragraph if child.tag != name("pPr")])
    own.text = ""
    return Cell(text, etree.tostring(own, encoding="unicode").partition(">")[2].removesuffix("</w:p>"), notes)


def _restored(table: Node, keys: list[str | None], others: list[Cell]) -> Table:
    rest = iter(others)
    cells = iter([next(rest) if key is None else known[key] for key in keys])
    rows = tuple(tuple(next(cells) for _ in row) for row in _rows(table))
    return Table(rows, len(table["c"][3][1]), tuple(SIDES.get(side["t"]) for side, _ in table["c"][2]))
