"""A block of the document with what decides where it may stand: its lines or rows, and what it must stand with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from evaluation.export.columns import PADDING
from evaluation.export.geometry import EMU, Sheet
from evaluation.export.ooxml import Element, name, text_of
from evaluation.export.styles import BY_ID, FIGURE, Style
from evaluation.export.tables import Cell, SetTable
from evaluation.export.typesetting import Setting, lines

CELL_HEIGHT = 80
"""Upper and lower margin of a cell together."""
RULE_HEIGHT = 10
OUTER_RULE_HEIGHT = 20


@dataclass
class Block:
    """A block with what decides where it may stand; heights in twips."""

    element: Element
    sheet: Sheet
    notes: Mapping[str, str] = field(default_factory=dict)
    set: SetTable | None = None
    """The table that it is."""

    @cached_property
    def marks(self) -> dict[str, Element]:
        """A paragraph's own settings. To be asked when all are made."""
        own = self.element.find(name("pPr"))
        return {} if own is None else {mark.tag: mark for mark in own}

    @cached_property
    def style(self) -> Style:
        own = self.marks.get(name("pStyle"))
        return BY_ID.get("" if own is None else own.get(name("val")), BY_ID["Normal"])

    @property
    def table(self) -> bool:
        return self.set is not None

    @property
    def keep_next(self) -> bool:
        if self.set is not None:
            return self.set.keeps_note
        return self.style.keep_next or name("keepNext") in self.marks

    @property
    def whole(self) -> bool:
        """A table that is not divided. To be asked when all are set."""
        return self.set is not None and self.set.whole

    @property
    def ends_section(self) -> bool:
        return name("sectPr") in self.marks

    @property
    def page_break(self) -> bool:
        return not self.table and (self.style.page_break or name("pageBreakBefore") in self.marks)

    @property
    def before(self) -> int:
        return 0 if self.table else self.style.before

    @property
    def after(self) -> int:
        return 0 if self.table else self.style.after

    @cached_property
    def pieces(self) -> list[int]:
        """Heights of what cannot be divided further: lines of a paragraph, rows of a table."""
        if self.set is not None:
            return _row_heights(self.set)
        heights = [self.line] * self.line_count
        return [sum(heights)] if self.style.keep_lines else heights

    @cached_property
    def height(self) -> int:
        return sum(self.pieces)

    @property
    def line(self) -> int:
        if self.style.id == FIGURE:
            extents = self.element.iter(name("wp:extent"))
            return sum(int(extent.get("cy")) // EMU for extent in extents)
        own = self.marks.get(name("spacing"))
        return int(own.get(name("line"), self.style.line)) if own is not None else self.style.line

    @property
    def line_count(self) -> int:
        if self.style.id == FIGURE:
            return 1
        style = self.style
        room = self.sheet.text_width - 2 * style.left
        setting = Setting(style.size, style.tracking)
        return lines(text_of(self.element), room, setting, style.indent * style.size * 20)

    @property
    def header_rows(self) -> int:
        """How many rows come again on every page."""
        return 0 if self.set is None else self.set.headers

    @property
    def header(self) -> int:
        return sum(self.pieces[: self.header_rows])

    @property
    def footnotes(self) -> int:
        """Height of the footnotes that this block calls."""
        references = self.element.iter(name("footnoteReference"))
        called = self.set.notes() if self.set is not None else [reference.get(name("id")) for reference in references]
        texts = [self.notes.get(note, "") for note in called]
        style = BY_ID["FootnoteText"]
        setting = Setting(style.size, style.tracking)
        return sum(lines(f"①{text}", self.sheet.text_width, setting) * style.line for text in texts)


def _row_heights(table: SetTable) -> list[int]:
    """Each row with the rule above it; the last one with the rule below it, too."""
    rooms = [column - PADDING for column in table.form.widths]
    heights = [_row_height(row, rooms, BY_ID[table.style(number)]) for number, row in enumerate(table.table.rows)]
    heights[0] += OUTER_RULE_HEIGHT - RULE_HEIGHT
    heights[-1] += OUTER_RULE_HEIGHT
    return heights


def _row_height(row: Sequence[Cell], rooms: Sequence[int], style: Style) -> int:
    setting = Setting(style.size)
    count = max(lines(cell.text, room, setting) for cell, room in zip(row, rooms, strict=True))
    return count * style.line + CELL_HEIGHT + RULE_HEIGHT
