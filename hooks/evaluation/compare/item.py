"""What both outputs are reduced to: headings, paragraphs, captions, pictures, rows and footnotes, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

BLANK = re.compile(r"[ \t\r\n\f\u00a0]+")
NOTE_MARK = "［注］"
"""Stands in the text where a footnote is referred to."""


class Kind(StrEnum):
    HEADING = "标题"
    PARAGRAPH = "段落"
    CAPTION = "题注"
    PICTURE = "图片"
    ROW = "表格行"
    FOOTNOTE = "脚注"


@dataclass(frozen=True)
class Item:
    kind: Kind
    text: str
    """As a reader sees it; of a row its cells one after another, of a picture its alternative text."""
    cells: tuple[str, ...] = ()
    level: int = 0
    """Of a heading, counted from the text's highest."""


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """White space as a reader sees it: one blank, none at the ends. What a line break leaves is a blank too."""
    return BLANK.sub(" ", text).strip()


def row(cells: Iterable[str]) -> Item:
    texts = tuple(plain(cell) for cell in cells)
    return Item(Kind.ROW, " | ".join(texts), texts)


def from_the_top(items: Iterable[Item]) -> tuple[Item, ...]:
    """Heading levels counted from the highest there is: a page shows a document's text one level lower."""
    found = tuple(items)
    top = min((item.level for item in found if item.kind is Kind.HEADING), default=1)
    return tuple(
        Item(item.kind, item.text, item.cells, item.level - top + 1) if item.kind is Kind.HEADING else item for item in found
    )
