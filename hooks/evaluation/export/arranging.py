"""A text as an official document divides it: pictures apart, captions numbered, notes by their tables, lists as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from evaluation.export.captions import Captions
from evaluation.export.emphasis import emphasised
from evaluation.export.styles import BODY, CAPTION_ABOVE, CAPTION_BELOW, FIGURE, NOTE, UNIT_NOTE
from evaluation.export.vetting import Node, said, string

NOTES = {"注：": NOTE, "来源：": NOTE, "资料来源：": NOTE, "数据来源：": NOTE, "单位：": UNIT_NOTE}
"""Beside a table or a picture set smaller; elsewhere they are ordinary text."""
SHOWN = (FIGURE, CAPTION_ABOVE, CAPTION_BELOW)
SIGNS = {"OrderedList": ("{}.", "（{}）"), "BulletList": ("——", "·")}
"""What an item begins with: an official document has no automatic numbers, so they survive copying and every program."""
NARROW = re.compile("[!-~]")
DRAWING = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{number}" name="图片{number}" descr="{alt}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
    '</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="图片{number}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


@dataclass
class Paragraph:
    style: str
    inlines: list[Node]
    before: str = ""
    """What stands before them, as XML."""
    tight: bool = False
    """In a list without blank lines: neither a caption nor a note."""


Piece = Paragraph | Node
"""A paragraph, or a table as it was read."""


@dataclass
class Arranging:
    """Of one document."""

    captions: Captions = field(default_factory=Captions)
    pictures: int = 0

    def pieces(self, blocks: Sequence[Node], depth: int = 1) -> list[Piece]:
        """`depth` is that of a list among the blocks."""
        found = _noted([piece for block in blocks for piece in self._of(block)])
        return [each for piece in found for each in (self._items(piece, depth) if _is(piece, *SIGNS) else (piece,))]

    def _of(self, block: Node) -> Iterator[Piece]:
        """Lists are as they were."""
        kind, content = block["t"], block["c"]
        if kind in ("Para", "Plain"):
            yield from self._paragraphs(joined(content), tight=kind == "Plain")
        elif kind == "Header":
            yield Paragraph(f"Heading{content[0]}", emphasised(joined(content[2])))
        elif kind == "Styled":
            yield Paragraph(*content)
        else:
            yield block

    def _paragraphs(self, inlines: list[Node], tight: bool) -> Iterator[Paragraph]:
        """A picture stands in a paragraph of its own, whose line is as high as it; text around it moves before or after."""
        if not any(_is(inline, "Span") for inline in inlines):
            yield from self._text(inlines, tight)
            return
        text: list[Node] = []
        for inline in inlines:
            if _is(inline, "Span"):
                yield from self._text(text) if said(text).strip() else ()
                yield self._picture(dict(inline["c"][0][2]))
                text = []
            else:
                text.append(inline)
        yield from self._text(text) if said(text).strip() else ()

    def _text(self, inlines: list[Node], tight: bool = False) -> Iterator[Paragraph]:
        caption = None if tight else self.captions.taken(inlines)
        if caption is not None:
            style, label, rest = caption
            yield Paragraph(style, emphasised(rest), label)
        elif inlines:
            yield Paragraph(BODY, emphasised(inlines), tight=tight)

    def _picture(self, marks: dict[str, str]) -> Paragraph:
        self.pictures += 1
        return Paragraph(FIGURE, [], DRAWING.format(**marks | {"alt": escape(marks["alt"])}, number=self.pictures))

    def _items(self, block: Node, depth: int) -> Iterator[Piece]:
        sign, content = SIGNS[block["t"]][min(depth, 2) - 1], block["c"]
        first, items = (content[0][0], content[1]) if block["t"] == "OrderedList" else (1, content)
        for number, item in enumerate(items, first):
            yield from _signed(self.pieces(item, depth + 1), sign.format(number))


def _is(piece: Piece, *kinds: str) -> bool:
    return isinstance(piece, dict) and piece["t"] in kinds


def _signed(pieces: list[Piece], sign: str) -> list[Piece]:
    """The sign before the words of the first paragraph, by itself before anything else."""
    first = pieces[0] if pieces else None
    if isinstance(first, Paragraph) and first.style == BODY:
        return [Paragraph(BODY, [string(sign), *first.inlines]), *pieces[1:]]
    return [Paragraph(BODY, [string(sign)]), *pieces]


def _noted(pieces: list[Piece]) -> list[Piece]:
    """Notes before and after what is shown, and one after the other."""
    before, here = False, bool(pieces) and _shown(pieces[0])
    for piece, following in zip(pieces, (*pieces[1:], None), strict=False):
        after = _shown(following)
        style = _note(piece) if before or after else None
        if style:
            piece.style = style
        before, here = here or style is not None, after
    return pieces


def _shown(piece: Piece | None) -> bool:
    return _is(piece, "Table") or (isinstance(piece, Paragraph) and piece.style in SHOWN)


def _note(piece: Piece) -> str | None:
    if not isinstance(piece, Paragraph) or piece.style != BODY or piece.tight:
        return None
    text = said(piece.inlines)
    return next((style for start, style in NOTES.items() if text.startswith(start)), None)


def joined(inlines: list[Node]) -> list[Node]:
    """A line break in the source joins Chinese to Chinese without a space, also across bold text and links."""
    if not any(inline["t"] == "SoftBreak" for inline in inlines):
        return inlines
    found: list[Node] = []
    for number, inline in enumerate(inlines):
        if inline["t"] != "SoftBreak":
            found.append(inline)
        elif not (0 < number < len(inlines) - 1 and _chinese(inlines[number - 1], inlines[number + 1])):
            found.append({"t": "Space"})
    return found


def _chinese(before: Node, after: Node) -> bool:
    beside = said([before])[-1:], said([after])[:1]
    return any(character and not NARROW.match(character) for character in beside)
