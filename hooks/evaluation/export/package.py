"""The DOCX as a package: every part is made here or named here, so nothing can travel along unseen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from evaluation.export.fonts import PRESETS, font_table
from evaluation.export.ooxml import A, Element, paragraph, serialised, w
from evaluation.export.sections import FOOTERS, footers
from evaluation.export.styles import style_sheet
from lxml import etree

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC, TERMS, XSI = (
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/2001/XMLSchema-instance",
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can name: the same on every machine."""

CONTENT_TYPES = {
    "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
    "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
    "/word/settings.xml": f"{WORD_TYPE}.settings+xml",
    "/word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
    "/word/footnotes.xml": f"{WORD_TYPE}.footnotes+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    **{f"/word/{part}": f"{WORD_TYPE}.footer+xml" for part in FOOTERS.values()},
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
PARTS_OF_DOCUMENT = {
    "rIdStyles": ("styles", "styles.xml"),
    "rIdSettings": ("settings", "settings.xml"),
    "rIdFonts": ("fontTable", "fontTable.xml"),
    "rIdFootnotes": ("footnotes", "footnotes.xml"),
    "rIdTheme": ("theme", "theme/theme1.xml"),
    **{key: ("footer", part) for key, part in FOOTERS.items()},
}

Link = tuple[str, str, str, bool]
"""Relationship id, kind, target, and whether it leads outside."""
Content = bytes | Iterable[bytes]
"""A part as a whole, or piece by piece."""


def packed(parts: Mapping[str, Content]) -> bytes:
    """A zip whose bytes depend on the parts alone: fixed order, fixed time, no attributes of any machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            content = parts[name]
            with archive.open(entry, "w") as file:
                for piece in (content,) if isinstance(content, bytes) else content:
                    file.write(piece)
    return buffer.getvalue()


@lru_cache
def frame(preset: str, page_numbers: str) -> dict[str, bytes]:
    """All parts that do not depend on a document's text."""
    return {
        "[Content_Types].xml": serialised(_content_types()),
        "_rels/.rels": serialised(_package_relationships()),
        "word/styles.xml": serialised(style_sheet(preset)),
        "word/settings.xml": serialised(_settings()),
        "word/fontTable.xml": serialised(font_table(preset)),
        "word/theme/theme1.xml": serialised(_theme(preset)),
        **{f"word/{part}": serialised(tree) for part, tree in footers(page_numbers).items()},
    }


def relationships(links: tuple[Link, ...], own: bool = True) -> Element:
    """Relationships of the document (`own`: with its fixed parts) or of its footnotes."""
    fixed = tuple((key, kind, target, False) for key, (kind, target) in PARTS_OF_DOCUMENT.items()) if own else ()
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
    for key, kind, target, outside in fixed + links:
        attributes = {"Id": key, "Type": f"{OFFICE}/{kind}", "Target": target} | (
            {"TargetMode": "External"} if outside else {}
        )
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
    return root


def footnote_part(notes: tuple[Element, ...] = ()) -> Element:
    """Footnotes with their two separators, whose lines must not take the text's exact pitch."""

    def separator(number: int, kind: str, mark: str) -> Element:
        plain = {"spacing": w("spacing", before=0, after=0, line=240, lineRule="auto"), "grid": w("snapToGrid", val=0)}
        return w("footnote", paragraph("FootnoteText", w("r", w(mark)), **plain), type=kind, id=number)

    return w(
        "footnotes",
        separator(-1, "separator", "separator"),
        separator(0, "continuationSeparator", "continuationSeparator"),
        *notes,
    )


def core(title: str, creator: str, day: date) -> bytes:
    """Core properties: title, authority and the plan's own date; nothing of the machine or the person."""
    root = etree.Element(f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DC, "dcterms": TERMS, "xsi": XSI})
    for key, text in (("title", title), ("creator", creator), ("language", "zh-CN")):
        etree.SubElement(root, f"{{{DC}}}{key}").text = text
    for key in ("created", "modified"):
        stamp = etree.SubElement(root, f"{{{TERMS}}}{key}", {f"{{{XSI}}}type": "dcterms:W3CDTF"})
        stamp.text = f"{day.isoformat()}T00:00:00Z"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types() -> Element:
    root = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpg": "image/jpeg",
    }
    for extension, kind in defaults.items():
        etree.SubElement(root, f"{{{TYPES}}}Default", Extension=extension, ContentType=kind)
    for part, kind in CONTENT_TYPES.items():
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=part, ContentType=kind)
    return root


def _package_relationships() -> Element:
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
    kinds = {
        f"{OFFICE}/officeDocument": ("rId1", "word/document.xml"),
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties": (
            "rId2",
            "docProps/core.xml",
        ),
    }
    for kind, (key, target) in kinds.items():
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=key, Type=kind, Target=target)
    return root


def _settings() -> Element:
    def compatibility(key: str, value: int) -> Element:
        return w("compatSetting", name=key, uri="http://schemas.microsoft.com/office/word", val=value)

    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w(
            "compat",
            w("spaceForUL"),
            w("balanceSingleByteDoubleByteWidth"),
            w("useFELayout"),
            compatibility("compatibilityMode", 15),
        ),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _theme(preset: str) -> Element:
    """A theme of our own: the usual one names fonts that an office here does not have."""
    fonts = PRESETS[preset]

    def a(tag: str, *children: Element, **attributes: str) -> Element:
        element = etree.Element(f"{{{A}}}{tag}", attributes, nsmap={"a": A})
        element.extend(children)
        return element

    def colour(tag: str, value: str) -> Element:
        return a(tag, a("srgbClr", val=value))

    greys = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "000000",
        "lt2": "FFFFFF",
        "hlink": "000000",
        "folHlink": "000000",
    }
    accents = {f"accent{number}": "595959" for number in range(1, 7)}
    order = ("dk1", "lt1", "dk2", "lt2", *accents, "hlink", "folHlink")
    colours = a("clrScheme", *[colour(tag, (greys | accents)[tag]) for tag in order], name="公文")
    faces = [a("latin", typeface=fonts["西文"]), a("ea", typeface=fonts["宋体"]), a("cs", typeface="")]
    scheme = a(
        "fontScheme",
        *[a(tag, *[etree.fromstring(etree.tostring(face)) for face in faces]) for tag in ("majorFont", "minorFont")],
        name="公文",
    )

    def solid() -> Element:
        return a("solidFill", a("schemeClr", val="phClr"))

    fills = a("fillStyleLst", *[solid() for _ in range(3)])
    lines = a("lnStyleLst", *[a("ln", solid(), w="6350") for _ in range(3)])
    effects = a("effectStyleLst", *[a("effectStyle", a("effectLst")) for _ in range(3)])
    backgrounds = a("bgFillStyleLst", *[solid() for _ in range(3)])
    formats = a("fmtScheme", fills, lines, effects, backgrounds, name="公文")
    return a("theme", a("themeElements", colours, scheme, formats), name="公文")
