"""Sections of the document: page size, grid, footnotes by page, and the page numbers that stand on its sheets."""

from __future__ import annotations

from evaluation.export.geometry import LANDSCAPE, LINE, PORTRAIT, Sheet
from evaluation.export.ooxml import Element, R, field, name, paragraph, run, w

ODD_EVEN, CENTRED = "odd-even", "centred"
FOOTERS = {
    "rIdFooterOdd": "footer1.xml",
    "rIdFooterEven": "footer2.xml",
    "rIdFooterWideOdd": "footer3.xml",
    "rIdFooterWideEven": "footer4.xml",
}
"""Relationship and part of each footer: portrait and landscape, odd and even pages."""


def section(sheet: Sheet, numbered: bool = True, first: bool = False) -> Element:
    """`w:sectPr`. Every numbered section names its footers itself; `first` starts the page numbers at 1."""
    wide = sheet == LANDSCAPE
    odd, even = ("rIdFooterWideOdd", "rIdFooterWideEven") if wide else ("rIdFooterOdd", "rIdFooterEven")
    properties = w("sectPr")
    if numbered:
        properties.append(_footer(odd, "default"))
        properties.append(_footer(even, "even"))
    properties.append(w("footnotePr", w("numFmt", val="decimalEnclosedCircleChinese"), w("numRestart", val="eachPage")))
    properties.append(w("type", val="nextPage"))
    size = {"w": sheet.width, "h": sheet.height} | ({"orient": "landscape"} if wide else {})
    properties.append(w("pgSz", **size))
    margins = {side: getattr(sheet, side) for side in ("top", "right", "bottom", "left", "header", "footer")}
    properties.append(w("pgMar", **margins, gutter=0))
    if first:
        properties.append(w("pgNumType", start=1))
    properties.append(w("docGrid", type="lines", linePitch=LINE))
    return properties


def _footer(relationship: str, kind: str) -> Element:
    reference = w("footerReference", type=kind)
    reference.set(f"{{{R}}}id", relationship)
    return reference


def footers(variant: str) -> dict[str, Element]:
    """The four footer parts by file name."""
    odd, even = ("center", "center") if variant == CENTRED else ("right", "left")
    wide = ("center", "center") if variant == CENTRED else ("bottom", "top")
    return {
        "footer1.xml": _part(_upright(odd)),
        "footer2.xml": _part(_upright(even)),
        "footer3.xml": _part(*_rotated(wide[0])),
        "footer4.xml": _part(*_rotated(wide[1])),
    }


def _part(*blocks: Element) -> Element:
    return w("ftr", *blocks)


def _number() -> list[Element]:
    return [run("— "), *field("PAGE", "1"), run(" —")]


def _upright(side: str) -> Element:
    """— N — with one character of space on its outer side."""
    spaces = {"right": {"right": 280, "rightChars": 100}, "left": {"left": 280, "leftChars": 100}, "center": {}}[side]
    marks = {"indent": w("ind", **spaces, firstLine=0)} if spaces else {}
    return paragraph("Footer", *_number(), **marks, align=w("jc", val=side))


def _rotated(side: str) -> list[Element]:
    """The number where it stands on the upright sheet: on the left edge of the wide view, reading downwards.

    `side` is the end of that edge: bottom for odd pages, top for even ones.
    """
    room = 280
    edge = {
        "top": LANDSCAPE.top + room,
        "bottom": LANDSCAPE.top + LANDSCAPE.text_height - room - 1400,
        "center": (LANDSCAPE.height - 1400) // 2,
    }
    place = w("tblpPr", vertAnchor="page", horzAnchor="page", tblpX=PORTRAIT.footer, tblpY=edge[side])
    align = {"top": "left", "bottom": "right", "center": "center"}[side]
    cell = w(
        "tc",
        w("tcPr", w("tcW", w=400, type="dxa"), w("textDirection", val="tbRl"), w("vAlign", val="center")),
        paragraph("Footer", *_number(), align=w("jc", val=align)),
    )
    row = w("tr", w("trPr", w("trHeight", val=1400, hRule="exact")), cell)
    properties = w(
        "tblPr", w("tblStyle", val="TableNormal"), place, w("tblW", w=400, type="dxa"), w("tblLayout", type="fixed")
    )
    return [w("tbl", properties, w("tblGrid", w("gridCol", w=400)), row), paragraph("Footer")]


def end_section(block: Element, properties: Element) -> None:
    """Let a section end with this paragraph."""
    holder = block.find(name("pPr"))
    if holder is None:
        holder = w("pPr")
        block.insert(0, holder)
    holder.append(properties)


def sheet_of(properties: Element) -> Sheet:
    return LANDSCAPE if properties.find(name("pgSz")).get(name("orient")) == "landscape" else PORTRAIT
