"""What the site's HTML says beyond the Markdown: captions, notes and status words, boxes, facts, framed tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from xml.etree.ElementTree import Element, SubElement

from evaluation.render.breaks import join_lines
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor

PARAGRAPHS = (
    (re.compile(r"^[表图][0-9]+　"), "caption"),
    (re.compile(r"^(注|来源|资料来源|单位)："), "note"),
)
"""The plain forms in which captions and notes are written, so that site and document read the same Markdown."""

STATUS = {"●": "good", "◆": "fair", "▲": "late", "■": "bad", "○": "none"}
"""Glyph → class: a status is told by glyph, word and colour together."""

FENCE = re.compile(r"^:::(?: ([a-z][a-z -]*))?$")
MARK = re.compile(r"[`\\*_\[!<&\x02]|  \n")
"""What every inline pattern of Markdown begins with: code, escape, emphasis, link, picture, HTML, entity, line break."""
TOTALS = ("合计", "旗区合计", "全市")
TITLE = 6
"""Characters after which a column's title may wrap."""
WORDY, LONG, COLUMNS = 12, 30, 20
"""Characters from which a column may wrap, from which it needs room, and how many columns are looked at."""


class ReportTree(Treeprocessor):
    """Runs last, on the finished tree."""

    def run(self, root: Element) -> None:
        join_lines(root)
        for paragraph in root.iter("p"):
            kind = paragraph_class(paragraph)
            if kind:
                paragraph.set("class", kind)
        for cell in (*root.iter("td"), *root.iter("strong")):
            mark_status(cell)
        box(root)
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table":
                    parent[place] = framed(child)
                elif child.tag == "ul" and parent.get("class") == "facts":
                    parent[place] = facts(child)


def paragraph_class(paragraph: Element) -> str | None:
    """caption, note or figure; None for text."""
    text = paragraph.text or ""
    if len(paragraph) == 1 and paragraph[0].tag == "img" and not text.strip():
        return "figure"
    return next((kind for pattern, kind in PARAGRAPHS if pattern.match(text)), None)


def mark_status(cell: Element) -> None:
    """A cell that begins with a status glyph shows it in the status's colour."""
    text = (cell.text or "").strip()
    if not text and len(cell) == 1 and cell[0].tag == "a" and not (cell[0].tail or "").strip():
        mark_status(cell[0])
    elif text[:1] in STATUS:
        span = Element("span", {"class": f"status status-{STATUS[text[0]]}"})
        span.text, cell.text = text, ""
        span.tail = " " if len(cell) else None
        cell.insert(0, span)


def box(root: Element) -> None:
    """What stands between the paragraphs `::: card` and `:::` goes into a box of that class, as pandoc's fenced divs do."""
    open_boxes, children = [root], list(root)
    root[:] = []
    for child in children:
        fence = FENCE.match((child.text or "").strip()) if child.tag == "p" and len(child) == 0 else None
        if fence is None:
            open_boxes[-1].append(child)
        elif fence[1]:
            open_boxes.append(SubElement(open_boxes[-1], "div", {"class": fence[1]}))
        elif len(open_boxes) > 1:
            open_boxes.pop()


def facts(items: Element) -> Element:
    """A list of `**名称**：内容` as pairs of a name and what it is."""
    pairs = Element("dl")
    for item in items:
        name, fact = SubElement(pairs, "dt"), SubElement(pairs, "dd")
        label, *rest = list(item)
        name.text, name[:] = label.text, list(label)
        fact.text, fact[:] = (label.tail or "").removeprefix("："), rest
    return pairs


def framed(table: Element) -> Element:
    """The table in a frame in which a wide one scrolls; the totals it ends in at the foot, where no sorting moves them."""
    frame = Element("div", {"class": "table"})
    frame.append(table)
    table.set("class", " ".join(["data", *column_kinds(table)]))
    for title in table.iter("th"):
        if len("".join(title.itertext())) > TITLE:
            title.set("class", "long")
    body = table.find("tbody")
    # Only from the end: a row taken from elsewhere would not stand where the document has it.
    totals = list(takewhile(is_total, reversed(body if body is not None else [])))[::-1]
    if totals and len(totals) < len(body):
        foot = SubElement(table, "tfoot")
        for row in totals:
            body.remove(row)
            foot.append(row)
    return frame


def is_total(row: Element) -> bool:
    return "".join(row[0].itertext()).strip() in TOTALS


def column_kinds(table: Element) -> Iterator[str]:
    """m3 for a third column whose words may wrap, l3 for one of sentences; columns of short words and figures have none."""
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iterfind("tbody/tr")]
    for place, texts in enumerate(list(zip(*rows, strict=False))[:COLUMNS], 1):
        longest = max(map(len, texts))
        if longest > WORDY:
            yield f"{'l' if longest > LONG else 'm'}{place}"


class ReportExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(ReportTree(md), "evaluation-report", 0)


class Inline(InlineProcessor):
    """Most cells and sentences hold no mark at all: they need not be searched for twenty kinds of it."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - Python-Markdown's names
        return super()._InlineProcessor__handleInline(data, patternIndex) if MARK.search(data) else data


def markdown_reader(names: list[str], settings: dict[str, dict]) -> Markdown:
    """Python-Markdown with the named extensions and ours."""
    reader = Markdown(extensions=[*names, ReportExtension()], extension_configs=settings)
    reader.treeprocessors.register(Inline(reader), "inline", 20)
    return reader
