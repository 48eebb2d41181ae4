"""On which page each block falls, computed on the grid without an office program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.export.blocks import Block
from evaluation.export.geometry import PORTRAIT, Sheet
from evaluation.export.ooxml import Element, name
from evaluation.export.sections import sheet_of
from evaluation.export.styles import NOTE
from evaluation.export.tables import SetTable

SECTION = f"{name('pPr')}/{name('sectPr')}"
FOOTNOTE_RULE = 300
WHOLE = 0.5
"""A table of at most so much of a page is not divided; moving a higher one to the next page leaves too much white."""


@dataclass
class Cursor:
    """Where the next piece goes."""

    sheet: Sheet = PORTRAIT
    page: int = 1
    used: int = 0
    notes: int = 0

    def room(self) -> int:
        return self.sheet.grid_height - self.used - (self.notes + FOOTNOTE_RULE if self.notes else 0)

    def turn(self, header: int = 0) -> None:
        self.page, self.used, self.notes = self.page + 1, header, 0


@dataclass
class Pages:
    """The page each block begins on, by the block's identity, and how many pages there are."""

    starts: dict[Element, int] = field(default_factory=dict)
    count: int = 1


def measured(
    elements: Sequence[Element], notes: Mapping[str, str], tables: Mapping[Element, SetTable]
) -> list[Block]:
    """The numbered part of a document; `notes` are the footnotes' texts by id."""
    sheets = _sheets(elements)
    return [Block(element, sheet, notes, tables.get(element)) for element, sheet in zip(elements, sheets, strict=True)]


def paginate(blocks: Sequence[Block]) -> Pages:
    """Lay the blocks out on pages, the first of which is number 1."""
    cursor, pages = Cursor(), Pages()
    for number, block in enumerate(blocks):
        new_section = number > 0 and blocks[number - 1].ends_section
        if new_section or (block.page_break and cursor.used):
            cursor.turn()
        cursor.sheet = block.sheet
        if cursor.used and block.before + _must_follow(blocks, number) > cursor.room():
            cursor.turn()
        # A page does not begin with the space before its first block, unless a section begins with it.
        cursor.used += block.before if cursor.used or new_section else 0
        pages.starts[block.element] = cursor.page
        _place(block, cursor)
    pages.count = cursor.page
    return pages


def keep_tables_whole(blocks: Sequence[Block]) -> None:
    """A table that fits on a page is not divided, and stays with its note."""
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if block.set is not None and block.height <= block.sheet.grid_height * WHOLE:
            block.set.keep_whole(noted=following is not None and following.style.id == NOTE)


def _place(block: Block, cursor: Cursor) -> None:
    for number, piece in enumerate(block.pieces):
        if piece > cursor.room() and cursor.used:
            cursor.turn(block.header if number >= block.header_rows else 0)
        cursor.used += piece
    # What does not fit of the space behind a block is left out: the next one begins a page then.
    cursor.used += block.after
    cursor.notes += block.footnotes


def _must_follow(blocks: Sequence[Block], number: int) -> int:
    """Height that has to stand together from the start of a block: its first piece, or all of a chain of keepNext."""
    total = 0
    for at in range(number, len(blocks)):
        block = blocks[at]
        whole = block.keep_next or block.whole
        total += (block.before if at > number else 0) + (block.height if whole else _head(block))
        if not block.keep_next or block.ends_section:
            break
    return total


def _head(block: Block) -> int:
    return sum(block.pieces[: block.header_rows + 1])


def _sheets(elements: Sequence[Element]) -> list[Sheet]:
    """The sheet each block stands on: a section's properties come at its end."""
    sheets: list[Sheet] = []
    sheet = PORTRAIT
    for element in reversed(elements):
        own = element.find(SECTION)
        if own is not None:
            sheet = sheet_of(own)
        elif not sheets:
            sheet = PORTRAIT
        sheets.append(sheet)
    return sheets[::-1]
