"""A Word file as the checks see it: parts, sections, paragraphs and their effective formatting. Knows no exporter."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
NS = {"w": W, "wp": WP, "r": R, "pic": PIC, "cp": CP, "dc": DC, "rel": RELS}

LARGEST = 50 * 2**20


class Unreadable(Exception):
    """Not a Word file that can be checked; the message says why, in Chinese."""


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def val(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(w(name))


def number(element: etree._Element | None, name: str) -> int | None:
    text = val(element, name)
    try:
        return None if text is None else round(float(text))
    except ValueError:
        return None


@dataclass(frozen=True)
class Section:
    """A part of the document with one page form. `properties` is its w:sectPr."""

    index: int
    properties: etree._Element
    blocks: tuple[etree._Element, ...]

    def get(self, path: str) -> etree._Element | None:
        return self.properties.find(path, NS)

    @property
    def landscape(self) -> bool:
        return val(self.get("w:pgSz"), "orient") == "landscape"

    @property
    def text_width(self) -> int | None:
        """Width of the text area in twips."""
        size, margin = self.get("w:pgSz"), self.get("w:pgMar")
        parts = number(size, "w"), number(margin, "left"), number(margin, "right")
        return None if None in parts else parts[0] - parts[1] - parts[2]

    @property
    def text_height(self) -> int | None:
        size, margin = self.get("w:pgSz"), self.get("w:pgMar")
        parts = number(size, "h"), number(margin, "top"), number(margin, "bottom")
        return None if None in parts else parts[0] - abs(parts[1]) - abs(parts[2])


class Package:
    """The parts of a DOCX, parsed once. Raises Unreadable when it is none."""

    def __init__(self, data: bytes) -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.entries = self.zip.infolist()
        except zipfile.BadZipFile as error:
            raise Unreadable("不是 DOCX 文件（打不开压缩包）") from error
        if sum(entry.file_size for entry in self.entries) > LARGEST:
            raise Unreadable("文件展开后超过 50 MB，不予检查")
        self.names = [entry.filename for entry in self.entries]
        if "word/document.xml" not in self.names:
            raise Unreadable("不是 DOCX 文件（没有 word/document.xml）")

    def part(self, name: str) -> etree._Element | None:
        """A part's root element; None when it is not there. DTDs and entities are refused."""
        if name not in self.names:
            return None
        return self._parsed(name)

    def _parsed(self, name: str) -> etree._Element:
        if name not in self._cache:
            text = self.zip.read(name)
            if b"<!DOCTYPE" in text:
                raise Unreadable(f"{name} 带有 DTD，不予检查")
            try:
                self._cache[name] = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError as error:
                raise Unreadable(f"{name} 不是完整的 XML（{error.msg}）") from error
        return self._cache[name]

    @cached_property
    def _cache(self) -> dict[str, etree._Element]:
        return {}

    @property
    def body(self) -> etree._Element:
        return self.part("word/document.xml").find("w:body", NS)

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        root = self.part("word/styles.xml")
        return {} if root is None else {val(style, "styleId"): style for style in root.findall("w:style", NS)}

    @cached_property
    def default_style(self) -> str | None:
        return next(
            (i for i, s in self.styles.items() if val(s, "type") == "paragraph" and val(s, "default") in ("1", "true")), None
        )

    @cached_property
    def defaults(self) -> etree._Element | None:
        root = self.part("word/styles.xml")
        return None if root is None else root.find("w:docDefaults", NS)

    @cached_property
    def settings(self) -> etree._Element | None:
        return self.part("word/settings.xml")

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """In document order; a section's sectPr stands in its last paragraph, the last one's at the end of the body."""
        found, blocks = [], []
        for block in self.body:
            if block.tag == w("sectPr"):
                found.append(Section(len(found), block, tuple(blocks)))
                continue
            blocks.append(block)
            ending = block.find("w:pPr/w:sectPr", NS)
            if ending is not None:
                found.append(Section(len(found), ending, tuple(blocks)))
                blocks = []
        return tuple(found)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body outside tables, in order, each with the section it stands in."""
        return tuple(
            Paragraph(self, block, section)
            for section in self.sections
            for block in section.blocks
            for block in _paragraphs(block)
        )

    @cached_property
    def tables(self) -> tuple[tuple[etree._Element, Section], ...]:
        return tuple((block, section) for section in self.sections for block in section.blocks if block.tag == w("tbl"))

    def relations(self, part: str = "word/document.xml") -> dict[str, tuple[str, str, bool]]:
        """rId → (type's last word, target, external)."""
        folder, _, name = part.rpartition("/")
        root = self.part(f"{folder}/_rels/{name}.rels")
        rows = [] if root is None else root.findall("rel:Relationship", NS)
        return {
            r.get("Id"): (r.get("Type", "").rpartition("/")[2], r.get("Target", ""), r.get("TargetMode") == "External") for r in rows
        }

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """A style and what it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while style and style not in seen and style in self.styles:
            seen.add(style)
            yield self.styles[style]
            style = val(self.styles[style].find("w:basedOn", NS))


def _paragraphs(block: etree._Element) -> Iterator[etree._Element]:
    if block.tag == w("p"):
        yield block
    elif block.tag == w("sdt"):
        yield from block.iterfind("w:sdtContent/w:p", NS)


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph and its effective formatting: own, else its style's chain, else the document's defaults."""

    package: Package
    element: etree._Element
    section: Section | None = field(default=None)

    @cached_property
    def text(self) -> str:
        """What a reader sees; field codes and deleted text are none of it."""
        pieces = []
        for node in self.element.iter(w("t"), w("tab"), w("br")):
            if any(parent.tag in (w("del"), w("txbxContent")) for parent in node.iterancestors()):
                continue
            pieces.append(node.text or "" if node.tag == w("t") else "\t" if node.tag == w("tab") else "\n")
        return "".join(pieces)

    @property
    def style(self) -> str | None:
        return val(self.element.find("w:pPr/w:pStyle", NS)) or self.package.default_style

    @cached_property
    def style_name(self) -> str:
        style = self.package.styles.get(self.style)
        return (val(style.find("w:name", NS)) or "") if style is not None else ""

    def effective(self, path: str, attribute: str) -> str | None:
        """The effective value of an attribute of a paragraph property, e.g. ("w:spacing", "line")."""
        own = self.element.find(f"w:pPr/{path}", NS)
        if val(own, attribute) is not None:
            return val(own, attribute)
        for style in self.package.chain(self.style):
            found = val(style.find(f"w:pPr/{path}", NS), attribute)
            if found is not None:
                return found
        defaults = self.package.defaults
        return None if defaults is None else val(defaults.find(f"w:pPrDefault/w:pPr/{path}", NS), attribute)

    def flag(self, path: str) -> bool:
        """The effective value of an on/off paragraph property such as w:keepNext."""
        places = [self.element.find(f"w:pPr/{path}", NS), *(s.find(f"w:pPr/{path}", NS) for s in self.package.chain(self.style))]
        found = next((place for place in places if place is not None), None)
        return found is not None and val(found) not in ("0", "false", "off")

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Runs with text, in order; text boxes stand apart."""
        return tuple(
            Run(self, run)
            for run in self.element.iter(w("r"))
            if run.find("w:t", NS) is not None and not any(p.tag == w("txbxContent") for p in run.iterancestors())
        )

    @property
    def main_run(self) -> Run | None:
        """The run with the most text: a paragraph's look is the look of most of it."""
        return max(self.runs, key=lambda run: len(run.text), default=None)

    @property
    def first_run(self) -> Run | None:
        return self.runs[0] if self.runs else None


@dataclass(frozen=True, eq=False)
class Run:
    paragraph: Paragraph
    element: etree._Element

    @property
    def text(self) -> str:
        return "".join(node.text or "" for node in self.element.iterfind("w:t", NS))

    def effective(self, path: str, attribute: str = "val") -> str | None:
        """The effective value: own, character style, paragraph style, defaults."""
        package = self.paragraph.package
        own = self.element.find(f"w:rPr/{path}", NS)
        if val(own, attribute) is not None:
            return val(own, attribute)
        for start in (val(self.element.find("w:rPr/w:rStyle", NS)), self.paragraph.style):
            for style in package.chain(start):
                found = val(style.find(f"w:rPr/{path}", NS), attribute)
                if found is not None:
                    return found
        return None if package.defaults is None else val(package.defaults.find(f"w:rPrDefault/w:rPr/{path}", NS), attribute)

    def flag(self, path: str) -> bool:
        """An on/off property such as w:b; a bare element means on."""
        package = self.paragraph.package
        places = [self.element.find(f"w:rPr/{path}", NS)]
        for start in (val(self.element.find("w:rPr/w:rStyle", NS)), self.paragraph.style):
            places += [style.find(f"w:rPr/{path}", NS) for style in package.chain(start)]
        found = next((place for place in places if place is not None), None)
        return found is not None and val(found) not in ("0", "false", "off")

    @property
    def font(self) -> str | None:
        return self.effective("w:rFonts", "eastAsia")

    @property
    def size(self) -> float | None:
        """In points."""
        half = self.effective("w:sz")
        return None if half is None else float(half) / 2
