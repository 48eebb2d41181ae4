"""A finished page of the site as a list of items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluation.compare.common import in_common
from evaluation.compare.item import NOTE_MARK, Item, Kind, from_the_top, plain, row
from lxml import etree
from lxml.etree import _Element as Element

ANNOUNCED = re.compile(r"以下为《(.+)》全文。")
"""The sentence on a unit's page below which the document's own text begins."""
BLOCKS = set("blockquote dd details div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table ul".split())
FIGURES = "evaluation-figures"
"""The figures of a picture again, under it; the document has the picture only."""
SIGNS = {"ol": ("{}.", "（{}）"), "ul": ("——", "·")}
"""How an official document shows what a browser numbers or dots by itself: at the first level, and below it."""


@dataclass(frozen=True)
class Page:
    items: tuple[Item, ...]
    announced: str | None = None
    """Title of the document whose whole text the page says it holds."""
    notice: str | None = None


def page_of(data: bytes) -> Page:
    root = etree.fromstring(in_common(data), etree.HTMLParser(encoding="utf-8"))
    # A register is no report text; around its article stands the site's own furniture.
    article = next((found for found in (*_of_class(root, "div", "report"), *root.iter("article"))), root.find("body"))
    notice = next((plain(found.xpath("string()")) for found in _of_class(root, "p", "evaluation-notice")), None)
    items = tuple(Reader(article).blocks(article))
    for number, item in enumerate(items):
        announced = ANNOUNCED.fullmatch(item.text)
        if announced:
            return Page(from_the_top(items[number + 1 :]), announced[1], notice)
    return Page(from_the_top(items), None, notice)


def _of_class(root: Element, tag: str, name: str) -> list[Element]:
    return [found for found in root.xpath(f"//{tag}[contains(@class, $name)]", name=name) if name in _classes(found)]


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


@dataclass
class Reader:
    """One walk over a page; footnotes are read where they are referred to, as in a document."""

    article: Element
    depth: int = 0
    """Of the list that is being read."""
    pending: list[str] = field(default_factory=list)
    """Footnotes referred to in the block that is being read."""

    def blocks(self, element: Element, sign: str = "") -> Iterator[Item]:
        """Inline content between blocks is a paragraph too; `sign` stands before the first one."""
        words = [element.text or ""]
        for child in element:
            if child.tag in BLOCKS:
                found = [*self.paragraph("".join(words), Kind.PARAGRAPH), *self.block(child)]
                if sign and found:
                    found, sign = _signed(found, sign), ""
                yield from found
                words = [child.tail or ""]
            else:
                words += [self.inline(child), child.tail or ""]
        found = list(self.paragraph("".join(words), Kind.PARAGRAPH))
        yield from _signed(found, sign) if sign else found

    def block(self, element: Element) -> Iterator[Item]:
        tag = element.tag
        if tag == "hr" or not {"footnote", FIGURES}.isdisjoint(_classes(element)):
            return
        if tag in ("ul", "ol"):
            yield from self.items(element)
        elif tag == "table":
            yield from self.rows(element)
        elif tag == "pre":
            yield from self.paragraph(element.xpath("string()"), Kind.PARAGRAPH)
        elif tag == "p":
            kind = Kind.CAPTION if "caption" in _classes(element) else Kind.PARAGRAPH
            yield from self.paragraph(self.inner(element), kind)
        elif re.fullmatch("h[1-6]", tag):
            yield from self.paragraph(self.inner(element), Kind.HEADING, int(tag[1]))
        else:
            yield from self.blocks(element)

    def paragraph(self, text: str, kind: Kind, level: int = 0) -> Iterator[Item]:
        """Pictures stand apart from the text around them; its footnotes follow it."""
        for number, part in enumerate(text.split("\0")):
            if number % 2:
                yield Item(Kind.PICTURE, plain(part))
            elif plain(part):
                yield Item(kind, plain(part), level=level)
        yield from (Item(Kind.FOOTNOTE, note) for note in self.pending)
        self.pending = []

    def items(self, element: Element) -> Iterator[Item]:
        self.depth += 1
        sign = SIGNS[element.tag][min(self.depth, 2) - 1]
        for number, item in enumerate(element.findall("li"), int(element.get("start", "1"))):
            yield from self.blocks(item, sign.format(number))
        self.depth -= 1

    def rows(self, table: Element) -> Iterator[Item]:
        for line in table.iter("tr"):
            found = row(self.inner(cell) for cell in line if cell.tag in ("td", "th"))
            if any(found.cells):
                yield found
        yield from self.paragraph("", Kind.PARAGRAPH)

    def inner(self, element: Element) -> str:
        if not len(element):
            return element.text or ""
        return (element.text or "") + "".join(self.inline(child) + (child.tail or "") for child in element)

    def inline(self, element: Element) -> str:
        if element.tag == "br":
            return "\n"
        if element.tag == "img":
            return f"\0{element.get('alt', '')}\0"
        classes = _classes(element)
        if "footnote-ref" in classes:
            self.pending.append(self.note(element.get("href", "").removeprefix("#")))
            return NOTE_MARK
        return "" if "footnote-backref" in classes else self.inner(element)

    def note(self, name: str) -> str:
        found = [li for li in self.article.iter("li") if li.get("id") == name]
        return plain(" ".join(self.inner(block) for li in found for block in li)) if found else "（缺）"


def _signed(found: list[Item], sign: str) -> list[Item]:
    """The first paragraph behind its sign; a sign alone where an item begins with something else."""
    if found and found[0].kind is Kind.PARAGRAPH:
        return [Item(Kind.PARAGRAPH, sign + found[0].text), *found[1:]]
    return [Item(Kind.PARAGRAPH, sign), *found]
