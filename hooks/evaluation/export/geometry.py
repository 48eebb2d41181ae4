"""Where things stand on an official page (GB/T 9704-2012), in twips: 1 mm is 56.693 twips, 1 pt is 20."""

from __future__ import annotations

from dataclasses import dataclass

EMU = 635
"""English Metric Units in a twip: the measure of drawings."""
LINE = 579
"""28.95 pt exactly: the only whole number of twips that gives 22 lines in 225 mm."""
TRACKING = -5
"""Twentieths of a point between characters: 三号 as the standard means it is 15.75 pt, Word's is 16 pt."""
CHARACTER = 315
LINES, CHARACTERS = 22, 28
BODY_SIZE = 16
INDENT = 632
"""Two characters, for programs that do not know firstLineChars."""


@dataclass(frozen=True)
class Sheet:
    """One orientation of A4 with its margins."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int = 851
    footer: int = 1429
    """25.2 mm from the sheet's edge: the dash stands 7 mm below the text."""

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    @property
    def grid_height(self) -> int:
        """The height of the whole lines: LibreOffice puts what is left over half above and half below them."""
        return self.text_height // LINE * LINE


PORTRAIT = Sheet(width=11906, height=16838, top=2098, right=1474, bottom=1984, left=1587)
LANDSCAPE = Sheet(width=16838, height=11906, top=1587, right=2098, bottom=1474, left=1984, footer=680)
"""The portrait sheet turned a quarter: its left margin is the table's top, its lower edge the view's left edge.

Its footer holds only the anchor of the page number, and must not push the text up.
"""
