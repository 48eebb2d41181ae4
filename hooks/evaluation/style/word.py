"""Any Word file as the rules of style read it: a line a paragraph, the numbers that Word adds written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluation.conform.package import NS, Package, Paragraph, val, w
from evaluation.style.ladder import written
from evaluation.style.line import Line
from lxml.etree import _Element as Element

ENTRIES = ("toc ", "目录")
CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "ideographTraditional"}
"""The kinds of numbers that show as 一二三."""


def lines_of(data: bytes) -> tuple[Line, ...]:
    """Raises Unreadable when it is no Word file."""
    package = Package(data)
    numbers = Numbers.of(package)
    return tuple(
        line
        for section in package.sections
        for place, block in enumerate(section.blocks)
        for line in _block(package, numbers, block, place == 0)
    )


def _block(package: Package, numbers: Numbers, block: Element, first: bool) -> Iterator[Line]:
    if block.tag == w("tbl"):
        for row in block.iter(w("tr")):
            yield Line(" | ".join(_cell(package, cell) for cell in row.iterchildren(w("tc"))), row=True)
        return
    for element in [block] if block.tag == w("p") else block.iterfind("w:sdtContent/w:p", NS):
        paragraph = Paragraph(package, element)
        if not paragraph.style_name.lower().startswith(ENTRIES):
            level = paragraph.effective("w:outlineLvl", "val")
            heading = level is not None and level.isdigit() and int(level) < 9
            yield Line(numbers.label(paragraph) + paragraph.text.strip(), heading, first or _on_a_new_page(paragraph))


def _cell(package: Package, cell: Element) -> str:
    return " ".join(Paragraph(package, each).text.strip() for each in cell.iter(w("p")))


def _on_a_new_page(paragraph: Paragraph) -> bool:
    before = paragraph.element.find("w:r/w:br", NS)
    return paragraph.flag("w:pageBreakBefore") or (val(before, "type") == "page")


@dataclass
class Numbers:
    """What numbering.xml says, and how far each list has counted."""

    levels: dict[tuple[str, str], Element]
    """By list and level."""
    counts: Counter = field(default_factory=Counter)

    @classmethod
    def of(cls, package: Package) -> Numbers:
        root = package.part("word/numbering.xml")
        if root is None:
            return cls({})
        abstract = {val(one, "abstractNumId"): one for one in root.iterfind("w:abstractNum", NS)}
        return cls({
            (val(one, "numId"), val(level, "ilvl")): level
            for one in root.iterfind("w:num", NS)
            for level in abstract.get(val(one.find("w:abstractNumId", NS)), root).iterfind("w:lvl", NS)
        })  # fmt: skip

    def label(self, paragraph: Paragraph) -> str:
        """The number that Word shows before a paragraph; nothing before one without, or with a dot."""
        found = self._place(paragraph)
        level = self.levels.get(found) if found else None
        kind = None if level is None else val(level.find("w:numFmt", NS))
        if kind in (None, "bullet", "none"):
            return ""
        name, depth = found
        self.counts[found] += 1
        for deeper in [place for place in self.counts if place[0] == name and place[1] > depth]:
            del self.counts[deeper]
        start = int(val(level.find("w:start", NS)) or 1)
        text = val(level.find("w:lvlText", NS)) or ""
        return text.replace(f"%{int(depth) + 1}", _shown(kind, start + self.counts[found] - 1))

    def _place(self, paragraph: Paragraph) -> tuple[str, str] | None:
        places = [paragraph.element, *paragraph.package.chain(paragraph.style)]
        found = next((own for place in places if (own := place.find("w:pPr/w:numPr", NS)) is not None), None)
        name = None if found is None else val(found.find("w:numId", NS))
        return None if name in (None, "0") else (name, val(found.find("w:ilvl", NS)) or "0")


def _shown(kind: str, number: int) -> str:
    return written(1, number).rstrip("、") if kind in CHINESE else str(number)
