"""A Word file held open: parts that a test changes by hand before it is packed again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from evaluation.export.document import Annex, document
from evaluation.export.package import packed
from lxml import etree

from tests.export.manuscripts import RICH, Part, annex, charts, letter, manuscript

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, STYLES, SETTINGS, FOOTNOTES = "word/document.xml", "word/styles.xml", "word/settings.xml", "word/footnotes.xml"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def rich() -> bytes:
    """A conforming document with everything a document may hold: cover, contents, tables, pictures, notes, annexes, 版记."""
    second = Annex("意见采纳情况表", Part("report/annex-2.md", "意见采纳情况表", "# 一、意见采纳情况\n\n各单位意见均已采纳，没有不同意见，具体情况见上文各节的说明。\n"))
    content, problems = document(manuscript(RICH), letter(), charts, [annex(), second])
    assert problems == ()
    return content


class Word:
    """The parts of a DOCX by name. Every change must find what it changes."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def packed(self) -> bytes:
        return packed(self.parts)

    def swap(self, part: str, old: str, new: str, times: int = 1) -> None:
        """Put `new` where `old` first stands; everywhere when `times` is -1."""
        text = self.parts[part].decode()
        assert old in text, f"{part} holds no {old}"
        self.parts[part] = text.replace(old, new, times).encode()

    def text(self, old: str, new: str, times: int = 1) -> None:
        self.swap(DOCUMENT, old, new, times)

    def change(self, part: str, edit: Callable[[etree._Element], None]) -> None:
        """Edit a part's tree in place."""
        root = etree.fromstring(self.parts[part])
        before = etree.tostring(root)
        edit(root)
        assert etree.tostring(root) != before, f"{part} did not change"
        self.parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def style(self, identifier: str, old: str, new: str) -> None:
        """Change the text of one style's definition."""
        text = self.parts[STYLES].decode()
        start = text.index(f'w:styleId="{identifier}"')
        end = text.index("</w:style>", start)
        assert old in text[start:end], f"style {identifier} holds no {old}"
        self.parts[STYLES] = (text[:start] + text[start:end].replace(old, new, 1) + text[end:]).encode()

    def paragraph(self, beginning: str, edit: Callable[[etree._Element], None]) -> None:
        """Edit the paragraph that begins so; what holds a text box or stands in the contents is passed over."""

        def find(root: etree._Element) -> None:
            starting = (p for p in root.iter(w("p")) if text_of(p).startswith(beginning))
            edit(next(p for p in starting if not any(True for _ in p.iter(w("txbxContent"))) and "PAGEREF" not in "".join(p.itertext())))

        self.change(DOCUMENT, find)


def text_of(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(w("t")))


def dropped(element: etree._Element) -> None:
    element.getparent().remove(element)


def marked(paragraph: etree._Element, name: str, **attributes: str) -> None:
    """Set a paragraph property, in place of an older one."""
    properties = paragraph.find(w("pPr"))
    for old in properties.findall(w(name)):
        properties.remove(old)
    etree.SubElement(properties, w(name), {w(key): value for key, value in attributes.items()})


def first_run(paragraph: etree._Element) -> etree._Element:
    return paragraph.find(f".//{w('r')}[{w('t')}]")


def run_marked(paragraph: etree._Element, name: str, **attributes: str) -> None:
    """Set a property of a paragraph's first run."""
    run = first_run(paragraph)
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    etree.SubElement(properties, w(name), {w(key): value for key, value in attributes.items()})
