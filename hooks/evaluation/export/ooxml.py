"""WordprocessingML in short words: elements, the order their children must stand in, and text."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC, "wps": WPS, "mc": MC}

OWN = {"w": W}

Element = etree._Element

PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
RUN_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl "
    "cs em lang"
)
ORDERS = {
    f"{{{W}}}{holder}": {f"{{{W}}}{child}": rank for rank, child in enumerate(children.split())}
    for holder, children in (("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER))
}
"""The schema's own order: a child in the wrong place makes the file invalid."""

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@cache
def name(tag: str) -> str:
    """`w:p` or `p` → the tag as lxml wants it."""
    prefix, _, local = tag.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def w(tag: str, *children: Element | str, **attributes: str | int) -> Element:
    """`w("ind", firstLine=632)` is `<w:ind w:firstLine="632"/>`. Properties sort their children as the schema does."""
    element = etree.Element(name(tag), nsmap=OWN)
    for key, value in attributes.items():
        element.set(name(key), str(value))
    for child in children:
        if isinstance(child, str):
            element.text = ILLEGAL.sub("", child)
        else:
            element.append(child)
    if len(element) > 1:
        order(element)
    return element


def elements(xml: str) -> list[Element]:
    """Elements from their text: many that are alike are made so in a tenth of the time."""
    return list(etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>'))


def order(properties: Element) -> None:
    ranks = ORDERS.get(properties.tag)
    if ranks and len(properties) > 1:
        properties[:] = sorted(properties, key=lambda child: ranks[child.tag])


def put(parent: Element, child: Element) -> None:
    """Add a property, in the place of an older one of the same name, in the schema's order."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    parent.append(child)
    order(parent)


def properties(parent: Element, tag: str) -> Element:
    """The `w:pPr`, `w:rPr`, `w:tcPr` … of an element: its first child, made when it is not there."""
    found = parent.find(name(tag))
    if found is None:
        found = w(tag)
        parent.insert(0, found)
    return found


def run(text: str, *marks: Element) -> Element:
    return w("r", w("rPr", *marks), preserved("t", text)) if marks else w("r", preserved("t", text))


def preserved(tag: str, text: str) -> Element:
    element = w(tag, text)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def paragraph(style: str, *content: Element | str, **marks: Element) -> Element:
    """A paragraph of a style; strings become runs, keywords are further paragraph properties."""
    runs = [run(part) if isinstance(part, str) else part for part in content]
    return w("p", w("pPr", w("pStyle", val=style), *marks.values()), *runs)


def field(instruction: str, result: str, *marks: Element) -> list[Element]:
    """A field with its result in it, so that no program needs to ask or to compute on opening."""

    def part(child: Element) -> Element:
        return (
            w("r", w("rPr", *[etree.fromstring(etree.tostring(mark)) for mark in marks]), child)
            if marks
            else w("r", child)
        )

    return [
        part(w("fldChar", fldCharType="begin")),
        part(preserved("instrText", f" {instruction} ")),
        part(w("fldChar", fldCharType="separate")),
        part(preserved("t", result)),
        part(w("fldChar", fldCharType="end")),
    ]


def style_of(block: Element) -> str:
    for own in block.iterchildren(name("pPr")):
        for style in own.iterchildren(name("pStyle")):
            return style.get(name("val"))
    return ""


def text_of(block: Element) -> str:
    """What a reader sees of a block: its text, line breaks and tabs, without field instructions."""
    found = ((e.text if e.tag == TEXT else SIGNS[e.tag]) for e in block.iter(TEXT, *SIGNS) if e.getparent().tag == RUN)
    return "".join(text or "" for text in found)


TEXT, RUN = name("t"), name("r")
SIGNS = {name("br"): "\n", name("tab"): "\t"}


def serialised(element: Element) -> bytes:
    if element.tag.startswith(f"{{{W}}}"):
        # mc:Choice names a prefix in its text, so all prefixes stay declared at the top.
        etree.cleanup_namespaces(element, top_nsmap=NAMESPACES, keep_ns_prefixes=list(NAMESPACES))
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
