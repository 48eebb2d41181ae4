"""Pictures and their captions: whole, named, and with nothing of the author's machine."""

from __future__ import annotations

import re
from itertools import pairwise

from evaluation.conform.package import NS, PIC, WP, Package, Section, whole
from evaluation.conform.reading import FIGURE_CAPTION, has_picture
from evaluation.conform.rule import HOUSE_CLAUSE, Breaches, Severity, quote, rule
from evaluation.conform.rules.tables import numbers_in_order

EMU = 635
"""English metric units in a twip."""
SLACK = 20
PATH = re.compile(r"\\|/[^/\s]+\.(?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)$|^(?:/|file:)", re.IGNORECASE)


@rule("G1", "5.2.1", Severity.MUST, "图片完整显示，不超出版心")
def pictures(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        for inline in paragraph.element.iterfind(".//wp:inline", NS):
            if paragraph.effective("w:spacing", "lineRule") == "exact":
                yield _picture(inline), "图所在段落行距固定，图被截断"
            wrong = _too_large(inline, paragraph.section)
            if wrong:
                yield _picture(inline), wrong


def _too_large(inline, section: Section | None) -> str | None:
    extent = inline.find("wp:extent", NS)
    width, height = (whole(extent.get(key)) or 0 for key in ("cx", "cy")) if extent is not None else (0, 0)
    if section is not None and section.text_width and width > (section.text_width + SLACK) * EMU:
        return "图比版心宽"
    if section is not None and section.text_height and height > section.text_height * EMU:
        return "图比版心高"
    return None


@rule("G2", HOUSE_CLAUSE, Severity.HOUSE, "每幅图有替代文字")
def alternatives(package: Package) -> Breaches:
    for inline in package.body.iterfind(".//wp:inline", NS):
        if not _named(inline, "descr").strip():
            yield _picture(inline), "没有替代文字"


@rule("G3", HOUSE_CLAUSE, Severity.HOUSE, "图的内部编号各不相同")
def drawing_ids(package: Package) -> Breaches:
    names = [element.get("id") for element in package.body.iter(f"{{{WP}}}docPr")]
    twice = sorted({name or "" for name in names if names.count(name) > 1})
    if twice:
        yield "全文", f"编号 {twice[0]} 重复"


@rule("G4", HOUSE_CLAUSE, Severity.HOUSE, "图中不含文件路径")
def picture_paths(package: Package) -> Breaches:
    for element in package.body.iter(f"{{{PIC}}}cNvPr", f"{{{WP}}}docPr"):
        if any(PATH.search(element.get(key) or "") for key in ("descr", "name")):
            yield element.get("name") or "图", "含文件路径"


@rule("G5", HOUSE_CLAUSE, Severity.HOUSE, "图题在图下，写作“图N　题名”，编号连续")
def figure_captions(package: Package) -> Breaches:
    yield from numbers_in_order(package, FIGURE_CAPTION, "图")
    for one, two in pairwise(package.paragraphs):
        if FIGURE_CAPTION.match(two.text) and not has_picture(one):
            yield quote(two.text), "图题之上不是图"
        elif FIGURE_CAPTION.match(two.text) and not one.flag("w:keepNext"):
            yield quote(two.text), "图可能与图题分在两页"


def _named(inline, key: str) -> str:
    properties = inline.find("wp:docPr", NS)
    return "" if properties is None else properties.get(key) or ""


def _picture(inline) -> str:
    return "图：" + quote(_named(inline, "descr") or _named(inline, "name"), 16)
