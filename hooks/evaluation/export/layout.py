"""On which page each block falls, computed on the grid without an office program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from evaluation.export.geometry import EMU, PORTRAIT, Sheet
from evaluation.export.ooxml import NAMESPACES, Element, name, style_of, text_of
from evaluation.export.sections import sheet_of
from evaluation.export.styles import BY_ID, CELL, FIGURE, HEAD_CELL, Style
from evaluation.export.tables import PADDING, is_table, repeated_rows
from evaluation.export.typesetting import lines

CELL_HEIGHT = 80
"""Upper and lower margin of a cell together."""
RULE_HEIGHT = 10
FIGURE_EXTRA = 60
"""What the line of a picture is higher than the picture."""
FOOTNOTE_RULE = 300


@dataclass
class Block:
    """A block with what decides where it may stand; heights in twips."""

    element: Element
    sheet: Sheet
    notes: Mapping[str, str]

    @cached_property
    def style(self) -> Style:
        return BY_ID.get(style_of(self.element), BY_ID["Normal"])

    @cached_property
    def table(self) -> bool:
        return is_table(self.element)

    @cached_property
    def keep_next(self) -> bool:
        return not self.table and (
            self.style.keep_next or self.element.find("w:pPr/w:keepNext", NAMESPACES) is not None
        )

    @cached_property
    def page_break(self) -> bool:
        return not self.table and (
            self.style.page_break or self.element.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None
        )

    @cached_property
    def before(self) -> int:
        return 0 if self.table else self.style.before

    @cached_property
    def pieces(self) -> list[int]:
        """Heights of what cannot be divided further: lines of a paragraph, rows of a table."""
        if self.table:
            return [_row_height(row) for row in self.element.findall(name("tr"))]
        heights = [self.line] * self.line_count
        heights[-1] += self.style.after
        return [sum(heights)] if self.style.keep_lines else heights

    @cached_property
    def line(self) -> int:
        if self.style.id == FIGURE:
            extents = self.element.iter(name("wp:extent"))
            return sum(int(extent.get("cy")) // EMU for extent in extents) + FIGURE_EXTRA
        own = self.element.find("w:pPr/w:spacing", NAMESPACES)
        return int(own.get(name("line"), self.style.line)) if own is not None else self.style.line

    @cached_property
    def line_count(self) -> int:
        first = self.style.indent * self.style.size * 20
        room = self.sheet.text_width - 2 * self.style.left
        return (
            1
            if self.style.id == FIGURE
            else lines(text_of(self.element), room, self.style.size, self.style.tracking, first)
        )

    @cached_property
    def header(self) -> int:
        return sum(self.pieces[: repeated_rows(self.element)]) if self.table else 0

    @cached_property
    def footnotes(self) -> int:
        """Height of the footnotes that this block calls."""
        references = self.element.iter(name("footnoteReference"))
        texts = [self.notes.get(reference.get(name("id")), "") for reference in references]
        style = BY_ID["FootnoteText"]
        return sum(lines(f"①{text}", self.sheet.text_width, style.size) * style.line for text in texts)


def _row_height(row: Element) -> int:
    cells = [_cell_height(cell) for cell in row.findall(name("tc"))]
    return max(cells, default=0) + CELL_HEIGHT + RULE_HEIGHT


def _cell_height(cell: Element) -> int:
    room = int(cell.find("w:tcPr/w:tcW", NAMESPACES).get(name("w"))) - PADDING
    return sum(_cell_paragraph(block, room) for block in cell.findall(name("p")))


def _cell_paragraph(block: Element, room: int) -> int:
    style = BY_ID.get(style_of(block), BY_ID[CELL])
    spacing = block.find("w:pPr/w:spacing", NAMESPACES)
    size = block.find(".//w:rPr/w:sz", NAMESPACES)
    line = int(spacing.get(name("line"))) if spacing is not None else style.line
    points = int(size.get(name("val"))) / 2 if size is not None else BY_ID[HEAD_CELL].size
    return lines(text_of(block), room, points) * line


@dataclass
class Cursor:
    """Where the next piece goes."""

    sheet: Sheet = PORTRAIT
    page: int = 1
    used: int = 0
    notes: int = 0

    def room(self) -> int:
        return self.sheet.text_height - self.used - (self.notes + FOOTNOTE_RULE if self.notes else 0)

    def turn(self, header: int = 0) -> None:
        self.page, self.used, self.notes = self.page + 1, header, 0


@dataclass
class Pages:
    """The page each block begins on, by the block's identity, and how many pages there are."""

    starts: dict[Element, int] = field(default_factory=dict)
    count: int = 1


def paginate(elements: Sequence[Element], notes: Mapping[str, str]) -> Pages:
    """Lay out the numbered part of a document; `notes` are the footnotes' texts by id."""
    blocks = [Block(element, sheet, notes) for element, sheet in zip(elements, _sheets(elements), strict=True)]
    cursor, pages = Cursor(), Pages()
    for number, block in enumerate(blocks):
        new_section = number > 0 and _ends_section(blocks[number - 1].element)
        if new_section or (block.page_break and cursor.used):
            cursor.turn()
        cursor.sheet = block.sheet
        if cursor.used and block.before + _must_follow(blocks, number) > cursor.room():
            cursor.turn()
        cursor.used += block.before
        pages.starts[block.element] = cursor.page
        _place(block, cursor)
    pages.count = cursor.page
    return pages


def _place(block: Block, cursor: Cursor) -> None:
    rows = repeated_rows(block.element) if block.table else 0
    for number, piece in enumerate(block.pieces):
        if piece > cursor.room() and cursor.used:
            cursor.turn(block.header if number >= rows else 0)
        cursor.used += piece
    cursor.notes += block.footnotes


def _must_follow(blocks: Sequence[Block], number: int) -> int:
    """Height that has to stand together from the start of a block: its first piece, or all of a chain of keepNext."""
    total = 0
    for block in blocks[number:]:
        whole = block.keep_next
        total += (block.before if block is not blocks[number] else 0) + (sum(block.pieces) if whole else _head(block))
        if not whole or _ends_section(block.element):
            break
    return total


def _head(block: Block) -> int:
    rows = repeated_rows(block.element) + 1 if block.table else 1
    return sum(block.pieces[:rows])


def _sheets(elements: Sequence[Element]) -> list[Sheet]:
    """The sheet each block stands on: a section's properties come at its end."""
    sheets: list[Sheet] = []
    sheet = PORTRAIT
    for element in reversed(elements):
        own = element.find("w:pPr/w:sectPr", NAMESPACES)
        if own is not None:
            sheet = sheet_of(own)
        elif not sheets:
            sheet = PORTRAIT
        sheets.append(sheet)
    return sheets[::-1]


def _ends_section(element: Element) -> bool:
    return element.find("w:pPr/w:sectPr", NAMESPACES) is not None
