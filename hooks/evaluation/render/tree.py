"""What the site's HTML says beyond the Markdown: captions, notes and status words, boxes, facts, framed tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from evaluation.render.breaks import join_lines
from evaluation.render.framed import framed, mark_status
from evaluation.render.plain_tables import PlainTables, Ready
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import nest_toc_tokens
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

PARAGRAPHS = (
    (re.compile(r"^[表图][0-9]+　"), "caption"),
    (re.compile(r"^(注|来源|资料来源|单位)："), "note"),
)
"""The plain forms in which captions and notes are written, so that site and document read the same Markdown."""

FENCE = re.compile(r"^:::(?: ([a-z][a-z -]*))?$")
MARK = re.compile(r"[`\\*_\[!<&\x02]|  \n")
"""What every inline pattern of Markdown begins with: code, escape, emphasis, link, picture, HTML, entity, line break."""

SIGNS = {
    "backtick": "`", "escape": "\\", "footnote": "[^", "reference": "[", "link": "[", "image_link": "![",
    "image_reference": "![", "short_reference": "[", "short_image_ref": "![", "autolink": "<", "automail": "<",
    "linebreak": "  \n", "html": "<", "entity": "&",
}  # fmt: skip
"""What stands in every text that has something of a kind; a kind that is not named here is looked for in any text."""


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
                elif isinstance(child, Ready):
                    child.tail = None
                elif child.tag == "ul" and parent.get("class") == "facts":
                    parent[place] = facts(child)
        for block in root:
            block.tail = "\n"


def paragraph_class(paragraph: Element) -> str | None:
    """caption, note or figure; None for text."""
    text = paragraph.text or ""
    if len(paragraph) == 1 and paragraph[0].tag == "img" and not text.strip():
        return "figure"
    return next((kind for pattern, kind in PARAGRAPHS if pattern.match(text)), None)


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


class ReportExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(ReportTree(md), "evaluation-report", 0)
        if "table" in md.parser.blockprocessors:
            tables = md.parser.blockprocessors["table"]
            md.parser.blockprocessors.register(PlainTables(md.parser, tables.config), "table", 75)


class Inline(InlineProcessor):
    """Most sentences hold no mark at all, the others one or two kinds: they need not be searched for fifteen."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        signs = {md.inlinePatterns[name]: sign for name, sign in SIGNS.items() if name in md.inlinePatterns}
        self.kinds = [(pattern, signs.get(pattern, "")) for pattern in md.inlinePatterns]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - Python-Markdown's names
        if isinstance(data, AtomicString) or not MARK.search(data):
            return data
        for place, (pattern, sign) in enumerate(self.kinds[patternIndex:], patternIndex):
            start, found = 0, sign in data
            while found:
                data, found, start = self._InlineProcessor__applyPattern(pattern, data, place, start)
        return data


def markdown_reader(names: list[str], settings: dict[str, dict]) -> Markdown:
    """Python-Markdown with the named extensions and ours."""
    reader = Markdown(extensions=[*names, ReportExtension()], extension_configs=settings)
    reader.treeprocessors.register(Inline(reader), "inline", 20)
    return reader


def nested(headings: Iterable[tuple[int, str, str]]) -> list[dict[str, Any]]:
    """From level, id and name of each heading, those below it as its children, as a table of contents has them."""
    return nest_toc_tokens([{"level": level, "id": anchor, "name": name} for level, anchor, name in headings])
