"""A Word document as its paragraphs, tables and pictures in reading order, each already as Markdown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")
LINE_START = re.compile(r"^(#+|[-+>]|[0-9]+[.)])(?=\s|$)|^(={3,}|-{3,})$")
IMAGE_TYPES = {"image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True)
class Block:
    """One paragraph, table or picture; `text` is what a reader sees, `markdown` how it is kept."""

    number: int
    """Its place in the document, from 1: what a message names."""
    text: str
    markdown: str
    kind: str = "paragraph"
    """paragraph, table or picture."""
    emphasised: bool = False
    """Bold throughout, in a heading style, or in 黑体 or 楷体: it may be a heading."""


@dataclass(frozen=True)
class Picture:
    name: str
    content: bytes


@dataclass(frozen=True)
class Reading:
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...]
    losses: tuple[tuple[int, str, str], ...]
    """(block number, what cannot be taken over, how to mend it)"""


def reading_of(document: Document) -> Reading:
    reader = _Reader(document)
    blocks = tuple(block for block in reader.blocks() if block.markdown)
    return Reading(blocks, tuple(reader.pictures.values()), tuple(reader.losses))


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.pictures: dict[str, Picture] = {}
        self.losses: list[tuple[int, str, str]] = []

    def blocks(self) -> Iterator[Block]:
        for number, item in enumerate(self.document.iter_inner_content(), 1):
            if isinstance(item, Table):
                yield self._table(item, number)
            else:
                yield from self._paragraph(item, number)

    def _paragraph(self, paragraph: Paragraph, number: int) -> Iterator[Block]:
        text = re.sub(r"\s*\n\s*", "", paragraph.text).strip().strip("　").strip()
        self._lost(paragraph, number)
        if text:
            emphasised = _emphasised(paragraph)
            markdown = _line(_inline(paragraph))
            # Word's own number is not in the text: a line that has one is an item of a list, unless it is a heading.
            item = paragraph._p.find(qn("w:pPr") + "/" + qn("w:numPr")) is not None and not emphasised
            yield Block(number, text, f"- {markdown}" if item else markdown, emphasised=emphasised)
        for alt, picture in self._pictures(paragraph, number):
            yield Block(number, "", f"![{escaped(alt)}](pictures/{picture.name})", "picture")

    def _lost(self, paragraph: Paragraph, number: int) -> None:
        element = paragraph._p
        if element.findall(".//" + qn("w:txbxContent")):
            self.losses.append((number, "文本框里的文字没有读入", "把文字移到正文里"))
        if element.findall(".//" + qn("w:footnoteReference")):
            self.losses.append((number, "脚注没有读入", "读入后在文稿里补上，写法见写作说明"))
        if element.findall(".//" + qn("m:oMath")):
            self.losses.append((number, "公式没有读入", "改用文字写出"))

    def _pictures(self, paragraph: Paragraph, number: int) -> Iterator[tuple[str, Picture]]:
        """(what it shows in words, the picture)"""
        words = [element.get("descr") or "" for element in paragraph._p.iter(qn("wp:docPr"))]
        for alt, blip in zip_longest(words, paragraph._p.iter(qn("a:blip")), fillvalue=""):
            if isinstance(blip, str):
                continue
            part = self.document.part.related_parts.get(blip.get(qn("r:embed")))
            ending = IMAGE_TYPES.get(getattr(part, "content_type", ""))
            if ending is None:
                self.losses.append((number, "图片不是 PNG 或 JPEG，没有读入", "在 Word 里把图片另存为 PNG 后重新插入"))
                continue
            name = f"{hashlib.sha256(part.blob).hexdigest()[:12]}.{ending}"
            yield " ".join(alt.split()), self.pictures.setdefault(name, Picture(name, part.blob))

    def _table(self, table: Table, number: int) -> Block:
        rows = [[_cell(cell.text) for cell in row.cells] for row in table.rows]
        merged = table._tbl.findall(".//" + qn("w:gridSpan")) + table._tbl.findall(".//" + qn("w:vMerge"))
        if merged:
            self.losses.append(
                (number, "表格有合并的单元格，已在每格重复其内容", "核对这张表；指标、任务、项目请填 Excel 表")
            )
        if table._tbl.findall(".//" + qn("w:tc") + "//" + qn("w:tbl")):
            self.losses.append((number, "表格里套着表格，内层没有读入", "拆成两张表"))
        if not rows or len({len(row) for row in rows}) > 1:
            self.losses.append((number, "表格各行的格数不同，没有读入", "改成每行格数相同的表"))
            return Block(number, "", "", "table")
        head, *rest = rows
        lines = [_row(head), _row(["---"] * len(head)), *map(_row, rest)]
        return Block(number, " ".join(head), "\n".join(lines), "table")


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(text: str) -> str:
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """Text in which nothing is Markdown."""
    return SPECIAL.sub(r"\\\1", text)


def _line(markdown: str) -> str:
    """A paragraph on one line that begins neither a list nor a heading."""
    found = LINE_START.match(markdown)
    if not found:
        return markdown
    mark = found[0]
    return (mark[:-1] + "\\" + mark[-1] if mark[0].isdigit() else "\\" + mark) + markdown[len(mark) :]


def _inline(paragraph: Paragraph) -> str:
    """Bold kept, everything else plain; spaces around the paragraph and Word's line breaks go."""
    pieces: list[tuple[bool, str]] = []
    for run in paragraph.runs:
        text = run.text.replace("\n", "").replace("\t", " ")
        if pieces and pieces[-1][0] == bool(run.bold):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + text)
        elif text:
            pieces.append((bool(run.bold), text))
    covered = "".join(text for _, text in pieces)
    if covered.strip() != paragraph.text.replace("\n", "").replace("\t", " ").strip():
        # Hyperlinks and fields hold runs of their own: then plain text is the whole text.
        return escaped(re.sub(r"\s+", " ", paragraph.text).strip("　 "))
    return "".join(_bold(text) if bold and text.strip() else escaped(text) for bold, text in pieces).strip("　 ")


def _bold(text: str) -> str:
    inner = text.strip("　 ")
    return f"**{escaped(inner)}**"


def _emphasised(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style.startswith(("Heading", "标题", "heading")):
        return True
    return bool(runs) and all(run.bold or _heading_font(run._r) for run in runs)


def _heading_font(run) -> bool:
    fonts = run.find(qn("w:rPr") + "/" + qn("w:rFonts"))
    return fonts is not None and (fonts.get(qn("w:eastAsia")) or "").startswith(("黑体", "楷体", "SimHei", "KaiTi"))
