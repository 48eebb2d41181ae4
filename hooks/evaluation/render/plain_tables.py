"""A pipe table of plain words and links becomes its HTML at once: its cells need no search for other marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from evaluation.render.framed import Cell, framed_html, mark_status
from markdown.extensions.tables import TableProcessor
from markdown.serializers import to_xhtml_string
from markdown.util import AtomicString

MARK = re.compile(r"[`\\*_\[!<&{\x02]")
"""What a cell that is read here may hold nowhere but in its links."""
LINK = re.compile(r"""\[([^\[\]]+)\]\(([^\s()<>"'\\`\[\]{}&!]+)\)""")
EMPTY = Cell("", "")


class Ready(Element):
    """The frame of a table to which nothing more is to be done."""


class PlainTables(TableProcessor):
    """Most of a site's text is tables, and most of their cells stand in many of them; other tables are Python-Markdown's."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        html = self._html(blocks[0].split("\n"))
        if html is None:
            super().run(parent, blocks)
            return
        del blocks[0]
        frame = Ready("div", {"class": "table"})
        frame.text = AtomicString(self.parser.md.htmlStash.store(html))
        parent.append(frame)

    def _html(self, lines: Sequence[str]) -> str | None:
        """None where only Python-Markdown knows what a cell means."""
        titles, rows = self._cells(lines[0], "th"), [self._cells(line, "td") for line in lines[2:]]
        if not rows or titles is None or None in rows:
            return None
        return framed_html(titles, rows, [alignment(separator.strip(" ")) for separator in self.separator])

    def _cells(self, line: str, tag: str) -> list[Cell] | None:
        """As many as there are columns, whatever stands in the line."""
        wanted = len(self.separator)
        cells = [cell(tag, text.strip(" ")) for text in self._split_row(line.strip(" "))[:wanted]]
        return None if None in cells else cells + [EMPTY] * (wanted - len(cells))

    def _split_row(self, row: str) -> list[str]:
        if "\\" in row or "`" in row:
            return super()._split_row(row)
        return (row.removeprefix("|").removesuffix("|") if self.border else row).split("|")


@lru_cache(maxsize=20_000)
def cell(tag: str, text: str) -> Cell | None:
    parts = LINK.split(text)  # text, the words of a link, its target, text, …
    if any(MARK.search(part) for at, part in enumerate(parts) if at % 3 != 2):
        return None
    made = Element(tag)
    made.text = parts[0]
    for inside, target, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        link = SubElement(made, "a", {"href": target})
        link.text, link.tail = inside, after
    if tag == "td":
        mark_status(made)
    return Cell("".join(made.itertext()), to_xhtml_string(made).removeprefix(f"<{tag}>").removesuffix(f"</{tag}>"))


def alignment(separator: str) -> str:
    left, right = separator.startswith(":"), separator.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""
