"""A finished Word file as a list of items: its text, without cover, contents, signature and imprint."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluation.compare.item import NOTE_MARK, Item, Kind, from_the_top, plain, row
from lxml import etree
from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TABLE, ROW, CELL, TEXT, BREAK, TAB, RUN, NOTE, ID, BODY = (
    f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}t", f"{W}br", f"{W}tab", f"{W}r", f"{W}footnoteReference", f"{W}id", f"{W}body",
)  # fmt: skip
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

FURNITURE = ("公文封面", "公文目录", "公文空行", "公文主送", "公文附件说明", "公文署名", "公文版记", "公文分节", "公文待改", "toc ")
"""Names of the styles in which stands what a document has around its text, and a page has not."""
CAPTIONS = ("公文表题", "公文图题")
ANNEX, ANNEX_TITLE, TITLE = "公文附件序号", "公文附件标题", "Title"


@dataclass
class Word:
    title: str = ""
    items: tuple[Item, ...] = ()
    annexes: list[tuple[Item, ...]] = field(default_factory=list)
    """What stands under each annex's title."""


def word_of(data: bytes) -> Word:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        notes = _notes(_parsed(package.read(NOTES))) if NOTES in names else {}
        reader, document = Reader(_styles(_parsed(package.read(STYLES))), notes), package.read(DOCUMENT)
    word, text, annexes = Word(), [], []
    for block in _blocks(document):
        style = reader.style(block)
        if style == TITLE:
            word.title = "".join(item.text for item in reader.block(block)).replace(" ", "")
        elif style == ANNEX:
            annexes.append([])
        elif style != ANNEX_TITLE:
            (annexes[-1] if annexes else text).extend(reader.block(block))
    word.items, word.annexes = from_the_top(text), [from_the_top(annex) for annex in annexes]
    return word


DOCUMENT, STYLES, NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"


def _parsed(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _blocks(document: bytes) -> Iterator[Element]:
    """The paragraphs and tables of the text, each gone when the next comes: all of a large city's would fill a machine."""
    for _, block in etree.iterparse(io.BytesIO(document), tag=(PARAGRAPH, TABLE), resolve_entities=False, no_network=True):
        body = block.getparent()
        if body.tag == BODY:
            yield block
            block.clear()
            while block.getprevious() is not None:  # the parser still stands at the block itself
                del body[0]


def _styles(root: Element) -> dict[str, tuple[str, int | None]]:
    """Id of each style → its name, and its outline level from 1."""
    found = {}
    for style in root.iter(f"{W}style"):
        level = style.find(f"{W}pPr/{W}outlineLvl")
        name = style.find(f"{W}name").get(f"{W}val", "")
        found[style.get(f"{W}styleId")] = (name, None if level is None else int(level.get(f"{W}val")) + 1)
    return found


def _notes(root: Element) -> dict[str, str]:
    return {
        note.get(ID): plain(" ".join("".join(_words(block)) for block in note.iter(PARAGRAPH)))
        for note in root.iter(f"{W}footnote")
    }


def _words(element: Element) -> Iterator[str]:
    """The text of a paragraph in order, with marks for what is not text."""
    for part in element.iter(TEXT, TAB, BREAK, NOTE, DRAWN):
        tag = part.tag
        if tag == TEXT:
            yield part.text or ""
        elif tag == DRAWN:
            yield f"\0{part.get('descr', '')}\0"
        elif tag == NOTE:
            yield f"\1{part.get(ID)}\1"
        elif part.getparent().tag == RUN:  # a w:tab elsewhere is a tab stop's setting
            yield "\n" if tag == BREAK else " "


@dataclass(frozen=True)
class Reader:
    styles: dict[str, tuple[str, int | None]]
    notes: dict[str, str]

    def style(self, block: Element) -> str:
        return self._look(block)[0]

    def _look(self, block: Element) -> tuple[str, int | None]:
        found = block.find(f"{W}pPr/{W}pStyle")
        return self.styles.get("" if found is None else found.get(f"{W}val"), ("", None))

    def block(self, block: Element) -> Iterator[Item]:
        if block.tag == TABLE:
            yield from self._table(block)
        elif block.tag == PARAGRAPH:
            name, level = self._look(block)
            if not name.startswith(FURNITURE):
                kind = Kind.CAPTION if name in CAPTIONS else Kind.HEADING if level else Kind.PARAGRAPH
                yield from self._paragraph("".join(_words(block)), kind, level or 0)

    def _paragraph(self, text: str, kind: Kind, level: int) -> Iterator[Item]:
        text, notes = self._noted(text)
        for number, part in enumerate(text.split("\0")):
            if number % 2:
                yield Item(Kind.PICTURE, plain(part))
            elif plain(part):
                yield Item(kind, plain(part), level=level)
        yield from notes

    def _table(self, table: Element) -> Iterator[Item]:
        notes: list[Item] = []
        for line in table.iterchildren(ROW):
            texts = []
            for cell in line.iterchildren(CELL):
                text, found = self._noted("\n".join(["".join(_words(block)) for block in cell.iter(PARAGRAPH)]))
                texts.append(text)
                notes += found
            found_row = row(texts)
            if any(found_row.cells):
                yield found_row
        yield from notes

    def _noted(self, text: str) -> tuple[str, list[Item]]:
        """The text with its footnote marks, and the footnotes referred to."""
        if "\1" not in text:
            return text, []
        parts = text.split("\1")
        notes = [Item(Kind.FOOTNOTE, self.notes.get(number, "（缺）")) for number in parts[1::2]]
        return NOTE_MARK.join(parts[::2]), notes
