"""A finished Word file as a list of items: its text, without cover, contents, signature and imprint.

Its XML is read as text, by the tags between which words stand: a tree takes three times as long, and that of a large city's
report would fill a machine.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import IO

from evaluation.compare.item import NOTE_MARK, Item, Kind, from_the_top, plain, row

DOCUMENT, STYLES, NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
TABLE, TABLE_END, ROW_END, CELL_END, PARAGRAPH_END = (
    b"<w:tbl>", b"</w:tbl>", b"</w:tr>", b"</w:tc>", b"</w:p>",
)  # fmt: skip
CHUNK = 4_000_000
CELLS = 10_000
"""Different cells that are remembered: two of three stand somewhere else too."""
SAID = re.compile(
    rb'<(?:w:t(?: [^>]*)?>([^<]+)</w:t>|(w:br/|w:tab/)'
    rb'|w:footnoteReference (?:[^>]*? )?w:id="([^"]*)"|wp:docPr (?:[^>]*? )?descr="([^"]*)")'
)
"""What a reader sees of a run. A w:tab with attributes is a tab stop's setting."""
STYLE = re.compile(rb'<w:pStyle (?:[^>]*? )?w:val="([^"]*)"')
LOOK = re.compile(
    r'<w:style (?:[^>]*? )?w:styleId="([^"]*)"[^>]*>\s*<w:name w:val="([^"]*)"/>(?:(?!</w:style>).)*?'
    r'(?:<w:outlineLvl w:val="([0-9])"/>|</w:style>)',
    re.DOTALL,
)
FOOTNOTE = re.compile(rb'<w:footnote (?:[^>]*? )?w:id="([^"]*)"[^>]*>(.*?)</w:footnote>', re.DOTALL)

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
        notes = _notes(package.read(NOTES)) if NOTES in package.namelist() else {}
        reader = Reader(_styles(package.read(STYLES)), notes)
        with package.open(DOCUMENT) as document:
            return _word(reader, _blocks(document))


def _word(reader: Reader, blocks: Iterator[bytes]) -> Word:
    word, text, annexes = Word(), [], []
    for block in blocks:
        style = reader.style(block)
        if style == TITLE:
            word.title = "".join(item.text for item in reader.block(block)).replace(" ", "")
        elif style == ANNEX:
            annexes.append([])
        elif style != ANNEX_TITLE:
            (annexes[-1] if annexes else text).extend(reader.block(block))
    word.items, word.annexes = from_the_top(text), [from_the_top(annex) for annex in annexes]
    return word


def _blocks(document: IO[bytes]) -> Iterator[bytes]:
    """The paragraphs and tables of the text, one after the other: all of a large city's at once would fill a machine."""
    waiting = b""
    while chunk := document.read(CHUNK):
        *parts, waiting = (waiting + chunk).split(TABLE_END)
        for part in parts:
            before, table = part.split(TABLE)
            yield from before.split(PARAGRAPH_END)[:-1]
            yield TABLE + table
    yield from waiting.split(PARAGRAPH_END)[:-1]


@lru_cache
def _styles(sheet: bytes) -> dict[str, tuple[str, int | None]]:
    """Id of each style → its name, and its outline level from 1."""
    found = LOOK.findall(sheet.decode())
    return {key: (unescape(name), int(level) + 1 if level else None) for key, name, level in found}


def _notes(footnotes: bytes) -> dict[str, str]:
    return {key.decode(): plain(" ".join(_paragraphs(note))) for key, note in FOOTNOTE.findall(footnotes)}


@lru_cache(CELLS)
def _cell(cell: bytes) -> str:
    return "\n".join(_paragraphs(cell))


def _paragraphs(text: bytes) -> list[str]:
    return [_told(paragraph) for paragraph in text.split(PARAGRAPH_END)[:-1]]


def _told(paragraph: bytes) -> str:
    """Its text in order, with marks for what is not text."""
    text = b"".join([words or _sign(*others) for words, *others in SAID.findall(paragraph)]).decode()
    return unescape(text) if "&" in text else text


def _sign(blank: bytes, note: bytes, picture: bytes) -> bytes:
    if blank:
        return b"\n" if blank == b"w:br/" else b" "
    return b"\1%b\1" % note if note else b"\0%b\0" % picture


@dataclass(frozen=True)
class Reader:
    styles: dict[str, tuple[str, int | None]]
    notes: dict[str, str]

    def style(self, block: bytes) -> str:
        return "" if block.startswith(TABLE) else self._look(block)[0]

    def _look(self, paragraph: bytes) -> tuple[str, int | None]:
        found = STYLE.search(paragraph)
        return self.styles.get(found[1].decode(), ("", None)) if found else ("", None)

    def block(self, block: bytes) -> Iterator[Item]:
        if block.startswith(TABLE):
            yield from self._table(block)
            return
        name, level = self._look(block)
        if not name.startswith(FURNITURE):
            kind = Kind.CAPTION if name in CAPTIONS else Kind.HEADING if level else Kind.PARAGRAPH
            yield from self._paragraph(_told(block), kind, level or 0)

    def _paragraph(self, text: str, kind: Kind, level: int) -> Iterator[Item]:
        text, notes = self._noted(text)
        for number, part in enumerate(text.split("\0")):
            if number % 2:
                yield Item(Kind.PICTURE, plain(part))
            elif plain(part):
                yield Item(kind, plain(part), level=level)
        yield from notes

    def _table(self, table: bytes) -> Iterator[Item]:
        notes: list[Item] = []
        for line in table.split(ROW_END)[:-1]:
            texts = []
            for cell in line.split(CELL_END)[:-1]:
                text, found = self._noted(_cell(cell))
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
