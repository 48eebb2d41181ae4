"""A Word file as the checks see it: parts, sections, paragraphs and their effective formatting. Knows no exporter."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
NS = {"w": W, "wp": WP, "r": R, "pic": PIC, "cp": CP, "dc": DC, "rel": RELS, "mc": MC, "ct": TYPES}

LARGEST = 100 * 2**20
"""Bytes of all parts together: far more than any report, far less than a machine's memory."""
MOST_PARTS = 5000
OLD_WORD = b"\xd0\xcf\x11\xe0"
DOCUMENT = "word/document.xml"


class Unreadable(Exception):
    """Not a Word file that can be checked; the message says why, in Chinese."""


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def val(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(w(name))


def number(element: etree._Element | None, name: str) -> int | None:
    return whole(val(element, name))


def whole(text: str | None) -> int | None:
    """A number of an attribute; None when it is not there or is none. A file can say anything."""
    try:
        return None if text is None else round(float(text))
    except (ValueError, OverflowError):
        return None


def plain(value: str | None) -> bool:
    """An on/off property as it is written: anything but a "no" is a "yes"."""
    return value not in ("0", "false", "off")


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


def _parsed(name: str, text: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"部件 {name} 不是完整的 XML（{error.msg}）") from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable(f"部件 {name} 带有 DTD，不予检查")
    return root


class Package:
    """The parts of a DOCX, parsed once. Raises Unreadable when it is none."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLD_WORD):
            raise Unreadable("是旧版 .doc 或加了密码的文件，请在 Word 或 WPS 中另存为不加密的 .docx")
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.entries = self.zip.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise Unreadable("不是 DOCX 文件（打不开压缩包）") from error
        if len(self.entries) > MOST_PARTS:
            raise Unreadable(f"压缩包里有 {len(self.entries)} 个部件，不予检查")
        if sum(entry.file_size for entry in self.entries) > LARGEST:
            raise Unreadable(f"文件展开后超过 {LARGEST // 2**20} MB，不予检查")
        self.names = [entry.filename for entry in self.entries]
        self.main = self._main()
        root = self.part(self.main)
        if root is None or root.find("w:body", NS) is None:
            raise Unreadable(f"不是 Word 文件（没有 {self.main} 或其中没有正文）")

    def _main(self) -> str:
        """The part that holds the text: some programs name it word/document2.xml."""
        relations = self.relations("").values()
        return next((target.lstrip("/") for kind, target, _ in relations if kind == "officeDocument"), DOCUMENT)

    def raw(self, name: str) -> bytes:
        """A part's bytes. Raises Unreadable when they cannot be had."""
        try:
            return self.zip.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
            raise Unreadable(f"部件 {name} 已损坏或加了密码，读不出来") from error

    def part(self, name: str) -> etree._Element | None:
        """A part's root element; None when it is not there. DTDs and entities are refused."""
        if name not in self.names:
            return None
        if name not in self._cache:
            self._cache[name] = _parsed(name, self.raw(name))
        return self._cache[name]

    @cached_property
    def _cache(self) -> dict[str, etree._Element]:
        return {}

    @property
    def body(self) -> etree._Element:
        return self.part(self.main).find("w:body", NS)

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
        for block in _blocks(self.body):
            if block.tag == w("sectPr"):
                found.append(Section(len(found), block, tuple(blocks)))
                blocks = []
                continue
            blocks.append(block)
            ending = block.find("w:pPr/w:sectPr", NS)
            if ending is not None:
                found.append(Section(len(found), ending, tuple(blocks)))
                blocks = []
        if blocks:
            found.append(Section(len(found), etree.Element(w("sectPr")), tuple(blocks)))
        return tuple(found)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body outside tables, in order, each with the section it stands in."""
        return tuple(
            Paragraph(self, block, section) for section in self.sections for block in section.blocks if block.tag == w("p")
        )

    @cached_property
    def texts(self) -> tuple[Paragraph, ...]:
        """All paragraphs with text, those in tables, text boxes and footnotes included."""
        roots = [self.body, *map(self.part, ("word/footnotes.xml", "word/endnotes.xml"))]
        found = (Paragraph(self, element) for root in roots if root is not None for element in root.iter(w("p")))
        return tuple(paragraph for paragraph in found if paragraph.text.strip())

    @cached_property
    def tables(self) -> tuple[tuple[etree._Element, Section], ...]:
        return tuple((block, section) for section in self.sections for block in section.blocks if block.tag == w("tbl"))

    def relations(self, part: str | None = None) -> dict[str, tuple[str, str, bool]]:
        """rId → (type's last word, target, external) of a part, of the text when none is named."""
        folder, _, name = (self.main if part is None else part).rpartition("/")
        root = self.part(f"{folder}/_rels/{name}.rels".lstrip("/"))
        rows = [] if root is None else root.findall("rel:Relationship", NS)
        return {
            r.get("Id"): (r.get("Type", "").rpartition("/")[2], r.get("Target", ""), r.get("TargetMode") == "External") for r in rows
        }

    def inherited(self, style: str | None, path: str, attribute: str, defaults: bool = True) -> str | None:
        """An attribute as the style's chain has it, else the document's defaults."""
        key = (style, path, attribute, defaults)
        if key not in self._inherited:
            places = [step.find(path, NS) for step in self.chain(style)]
            if defaults and self.defaults is not None:
                holder = "w:pPrDefault" if path.startswith("w:pPr/") else "w:rPrDefault"
                places.append(self.defaults.find(f"{holder}/{path}", NS))
            values = (val(place, attribute) for place in places)
            self._inherited[key] = next((value for value in values if value is not None), None)
        return self._inherited[key]

    def switched(self, style: str | None, path: str) -> bool | None:
        """Whether the style's chain has an on/off property on; None when it says nothing."""
        found = next((place for place in (step.find(path, NS) for step in self.chain(style)) if place is not None), None)
        return None if found is None else plain(val(found))

    @cached_property
    def _inherited(self) -> dict[tuple, str | None]:
        return {}

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """A style and what it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while style and style not in seen and style in self.styles:
            seen.add(style)
            yield self.styles[style]
            style = val(self.styles[style].find("w:basedOn", NS))


HOLDERS = {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}
"""What may stand around blocks without being one."""


def _blocks(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag in HOLDERS:
            yield from _blocks(child)
        else:
            yield child


APART = {w("del"), w("moveFrom"), w("txbxContent"), f"{{{MC}}}Fallback"}
"""What a paragraph holds that is no text of its own."""


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
            if (node.tag == w("tab") and node.getparent().tag != w("r")) or self._apart(node):
                continue
            pieces.append(node.text or "" if node.tag == w("t") else "\t" if node.tag == w("tab") else "\n")
        return "".join(pieces)

    @cached_property
    def style(self) -> str | None:
        return val(self.element.find("w:pPr/w:pStyle", NS)) or self.package.default_style

    @cached_property
    def style_name(self) -> str:
        style = self.package.styles.get(self.style)
        return (val(style.find("w:name", NS)) or "") if style is not None else ""

    def effective(self, path: str, attribute: str) -> str | None:
        """The effective value of an attribute of a paragraph property, e.g. ("w:spacing", "line")."""
        own = val(self.element.find(f"w:pPr/{path}", NS), attribute)
        return own if own is not None else self.package.inherited(self.style, f"w:pPr/{path}", attribute)

    def flag(self, path: str) -> bool:
        """The effective value of an on/off paragraph property such as w:keepNext."""
        own = self.element.find(f"w:pPr/{path}", NS)
        if own is not None:
            return plain(val(own))
        return self.package.switched(self.style, f"w:pPr/{path}") or False

    def whole(self, path: str, attribute: str) -> int:
        """The effective value as a number; 0 when there is none."""
        return whole(self.effective(path, attribute)) or 0

    @property
    def alignment(self) -> str:
        """left, center, right or both: Word's two names for a side are one."""
        side = self.effective("w:jc", "val") or "left"
        return {"start": "left", "end": "right", "distribute": "both"}.get(side, side)

    def space(self, side: str) -> float:
        """The indent of a side (left, right, firstLine, hanging) in characters: as said in characters, else in twips."""
        places = [self.element, *self.package.chain(self.style)]
        defaults = self.package.defaults
        indents = [place.find("w:pPr/w:ind", NS) for place in places]
        indents += [None if defaults is None else defaults.find("w:pPrDefault/w:pPr/w:ind", NS)]
        for indent in indents:
            characters, twips = number(indent, f"{side}Chars"), number(indent, side)
            if characters:
                return characters / 100
            if twips is not None:
                return twips / self.character
            if characters == 0:
                return 0
        return 0

    @property
    def character(self) -> float:
        """The width of one of its characters in twips."""
        run = self.main_run
        size = run.size if run else None
        tracking = whole(run.effective("w:spacing")) if run else None
        return (size or 16) * 20 + (tracking or 0) or 1

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Runs with text, in order; text boxes stand apart."""
        return tuple(
            Run(self, run)
            for run in self.element.iter(w("r"))
            if run.find("w:t", NS) is not None and not self._apart(run)
        )

    def _apart(self, node: etree._Element) -> bool:
        """Whether a node is inside something that is no text of this paragraph, itself perhaps in a text box."""
        return any(parent.tag in APART for parent in takewhile(lambda p: p is not self.element, node.iterancestors()))

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

    @cached_property
    def _styles(self) -> tuple[str | None, ...]:
        return val(self.element.find("w:rPr/w:rStyle", NS)), self.paragraph.style

    def effective(self, path: str, attribute: str = "val") -> str | None:
        """The effective value: own, character style, paragraph style, defaults."""
        package = self.paragraph.package
        own = val(self.element.find(f"w:rPr/{path}", NS), attribute)
        if own is not None:
            return own
        character, paragraph = self._styles
        found = None if character is None else package.inherited(character, f"w:rPr/{path}", attribute, defaults=False)
        return found if found is not None else package.inherited(paragraph, f"w:rPr/{path}", attribute)

    def flag(self, path: str) -> bool:
        """An on/off property such as w:b; a bare element means on."""
        own = self.element.find(f"w:rPr/{path}", NS)
        if own is not None:
            return plain(val(own))
        found = (self.paragraph.package.switched(style, f"w:rPr/{path}") for style in self._styles)
        return next((on for on in found if on is not None), False)

    @property
    def font(self) -> str | None:
        return self.effective("w:rFonts", "eastAsia")

    @property
    def size(self) -> float | None:
        """In points."""
        half = whole(self.effective("w:sz"))
        return None if half is None else half / 2
