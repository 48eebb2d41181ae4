"""A vetted text as WordprocessingML: its body with a place for each table, the tables' cells, footnotes and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import chain, count
from typing import Any

from evaluation.export.arranging import Arranging, Paragraph, Piece, joined
from evaluation.export.body import parsed
from evaluation.export.emphasis import EMPHASIS
from evaluation.export.ooxml import NAMESPACES, Element, name
from evaluation.export.runs import run, runs
from evaluation.export.styles import BODY
from evaluation.export.tables import Cell, Table
from evaluation.export.vetting import Node

SIDES = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}
ROOTS = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r", "a", "pic", "wp", "wps", "mc"))
NEXT = "\n    "
"""Between two blocks."""
FIRST = 9
"""The first id of a footnote or link."""
STYLE, RAISED = '<w:rStyle w:val="{}"/>'.format, '<w:vertAlign w:val="{}"/>'.format
BREAK = "<w:br/>"
NOTE_MARK = '<w:r>\n  <w:rPr>\n    <w:rStyle w:val="FootnoteReference"/>\n  </w:rPr>\n  <w:footnoteRef/>\n</w:r>'
SHOWN = re.compile(rf"<w:t(?: [^>]*)?>([^<]*)</w:t>|{BREAK}")
NOTE = re.compile(r'<w:footnoteReference w:id="([0-9]+)"/>')


@dataclass(frozen=True)
class Written:
    body: Element
    tables: dict[Element, Table]
    """What each table of the body stands for, itself left empty."""
    notes: list[Element]
    links: tuple[tuple[str, str], ...]
    """Id and address of each web link of the text and the footnotes, by address."""


def written(blocks: Sequence[Node]) -> Written:
    arranging = Arranging()
    pieces = arranging.pieces(blocks)
    writer = Writer(arranging)
    body = parsed(f"<w:document {ROOTS}>\n<w:body>{NEXT}{writer.text(pieces)}</w:body>\n</w:document>")[0]
    tables = dict(zip(body.iterchildren(name("tbl")), writer.tables, strict=True))
    notes = list(parsed(f"<w:footnotes {ROOTS}>{''.join(writer.notes)}</w:footnotes>"))
    return Written(body, tables, notes, tuple((key, target) for target, key in sorted(writer.links.items())))


@dataclass
class Writer:
    """Of one document."""

    arranging: Arranging
    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    """Addresses and their ids."""
    ids: Iterator[int] = field(default_factory=lambda: count(FIRST))
    cells: dict[int, Cell] = field(default_factory=dict)
    """Those that call no footnote, by their identity: cells that say the same are one."""

    def text(self, pieces: Sequence[Piece]) -> str:
        return "".join([f"{block}{NEXT}" for block in self._blocks(pieces)])

    def _blocks(self, pieces: Sequence[Piece]) -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, Paragraph):
                yield _paragraph(piece.style, piece.before + self.inlines(piece.inlines))
            else:
                self.tables.append(self._table(piece))
                yield "<w:tbl/>"

    def _table(self, table: Node) -> Table:
        _, _, columns, (_, head), bodies, (_, foot) = table["c"]
        rows = chain(head, *((*body[2], *body[3]) for body in bodies), foot)
        cells = tuple(tuple([self._cell(cell[4]) for cell in row]) for _, row in rows)
        return Table(cells, len(head), tuple(SIDES.get(side["t"]) for side, _ in columns))

    def _cell(self, blocks: list[Node]) -> Cell:
        kept = self.cells.get(id(blocks))
        if kept is None:
            kept = _told("".join([self.inlines(block["c"]) for block in blocks]))
            if not kept.notes:
                self.cells[id(blocks)] = kept
        return kept

    def inlines(self, nodes: list[Node], style: str = "", raised: str = "") -> str:
        """`style` and `raised` are what all their runs have."""
        found, text = [], ""
        nodes = self.arranging.captions.referring(joined(nodes))
        for number, node in enumerate(nodes, 1):
            kind = node["t"]
            if kind == "Str":
                text += node["c"]
            elif kind == "Space" and text and [after["t"] for after in nodes[number : number + 1]] == ["Str"]:
                text += " "
            else:
                found += runs(text, style, raised), INLINES[kind](self, node.get("c"), style, raised)
                text = ""
        return "".join([*found, runs(text, style, raised)])

    def link(self, content: list, raised: str) -> str:
        _, shown, (target, _) = content
        words = self.inlines(shown, STYLE("Hyperlink"), raised)
        if target not in self.links:
            self.links[target] = f"rId{next(self.ids)}"
        return f'<w:hyperlink r:id="{self.links[target]}">{words}</w:hyperlink>'

    def note(self, blocks: list[Node]) -> str:
        key = next(self.ids)
        pieces = self.arranging.pieces(blocks)
        held = [words for piece in pieces for words in self._held(piece)]
        if pieces and isinstance(pieces[0], Paragraph) and pieces[0].style == BODY:
            held[0] = NOTE_MARK + runs(" ") + held[0]
        else:
            held.insert(0, NOTE_MARK)
        paragraphs = "".join([_paragraph("FootnoteText", words) for words in held])
        self.notes.append(f'<w:footnote w:id="{key}">{paragraphs}</w:footnote>')
        return run(f'<w:footnoteReference w:id="{key}"/>', STYLE("FootnoteReference"))

    def _held(self, piece: Piece) -> Iterator[str]:
        """A footnote has no tables: their cells stand one below the other."""
        if isinstance(piece, Paragraph):
            yield piece.before + self.inlines(piece.inlines)
        else:
            yield from (cell.runs for row in self._table(piece).rows for cell in row)


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _told(content: str) -> Cell:
    text = "".join([unescape(match[1] or "") if match[0] != BREAK else "\n" for match in SHOWN.finditer(content)])
    return Cell(text, content, tuple(NOTE.findall(content)))


INLINES: dict[str, Callable[[Writer, Any, str, str], str]] = {
    "Space": lambda writer, content, style, raised: runs(" ", style, raised),
    "LineBreak": lambda writer, content, style, raised: run(BREAK, ""),
    "Field": lambda writer, content, style, raised: content,
    "Strong": lambda writer, content, style, raised: writer.inlines(content, STYLE(EMPHASIS), raised),
    "Styled": lambda writer, content, style, raised: writer.inlines(content[1], STYLE(content[0]), raised),
    "Superscript": lambda writer, content, style, raised: writer.inlines(content, style, RAISED("superscript")),
    "Subscript": lambda writer, content, style, raised: writer.inlines(content, style, RAISED("subscript")),
    "Link": lambda writer, content, style, raised: writer.link(content, raised),
    "Note": lambda writer, content, style, raised: writer.note(content),
    # A picture within bold text or a link has no place.
    "Span": lambda writer, content, style, raised: "",
}
