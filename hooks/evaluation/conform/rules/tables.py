"""Tables and their captions (usual practice of reports; the standard knows only the sheet they stand on)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from evaluation.conform.package import NS, Package, Paragraph, Section, number, val, w
from evaluation.conform.reading import FIGURE_CAPTION, TABLE_CAPTION
from evaluation.conform.rule import HOUSE_CLAUSE, Breaches, Severity, points, quote, rule

SLACK = 20
"""Twips by which a width may differ."""
BODY_PITCH = 570
"""A cell's line as high as the text's is the text's, taken over by mistake."""
BETWEEN = re.compile(r"^单位[:：]|^（?续表")
"""What may stand between a caption and its table."""


def first_words(table) -> str:
    texts = ["".join(t.text or "" for t in cell.iter(w("t"))) for cell in table.iterfind(".//w:tc", NS)]
    return "表：" + quote(" ".join(text for text in texts[:4] if text), 16)


def framed(package: Package) -> list:
    """Data tables: those with more than one cell and no imprint; a single cell is a layout's box."""
    tables = [(table, section) for table, section in package.tables if len(table.findall(".//w:tc", NS)) > 1]
    return [(table, section) for table, section in tables if not any("印发" in (t.text or "") for t in table.iter(w("t")))]


def cell_paragraphs(package: Package, table, section: Section) -> Iterator[Paragraph]:
    return (Paragraph(package, element, section) for element in table.iterfind(".//w:tc/w:p", NS))


@rule("T1", HOUSE_CLAUSE, Severity.HOUSE, "表格与版心同宽，列宽固定")
def table_width(package: Package) -> Breaches:
    for table, section in framed(package):
        wrong = _wrong_width(table, section)
        if wrong:
            yield first_words(table), wrong


def _wrong_width(table, section: Section) -> str | None:
    properties = table.find("w:tblPr/w:tblW", NS)
    width = number(properties, "w") or 0
    if val(properties, "type") != "dxa" or section.text_width is None or abs(width - section.text_width) > SLACK:
        return "表宽与版心不一致"
    if val(table.find("w:tblPr/w:tblLayout", NS), "type") != "fixed":
        return "列宽没有固定"
    columns = sum(number(column, "w") or 0 for column in table.findall("w:tblGrid/w:gridCol", NS))
    if abs(columns - width) > SLACK:
        return f"各列之和 {columns} 与表宽 {width} 不一致"
    rows = (sum(number(cell, "w") or 0 for cell in row.iterfind("w:tc/w:tcPr/w:tcW", NS)) for row in table.findall("w:tr", NS))
    uneven = next((cells for cells in rows if abs(cells - width) > SLACK), None)
    return None if uneven is None else f"一行各格之和 {uneven} 与表宽 {width} 不一致"


@rule("T2", HOUSE_CLAUSE, Severity.HOUSE, "跨页表格重复表头")
def header_rows(package: Package) -> Breaches:
    for table, _ in framed(package):
        row = table.find("w:tr", NS)
        if row is not None and row.find("w:trPr/w:tblHeader", NS) is None:
            yield first_words(table), "首行没有设为重复表头"


@rule("T3", HOUSE_CLAUSE, Severity.HOUSE, "表格的一行不跨页断开")
def whole_rows(package: Package) -> Breaches:
    for table, _ in framed(package):
        if any(row.find("w:trPr/w:cantSplit", NS) is None for row in table.findall("w:tr", NS)):
            yield first_words(table), "有的行允许跨页断行"


@rule("T4", HOUSE_CLAUSE, Severity.HOUSE, "表格有边框")
def borders(package: Package) -> Breaches:
    for table, _ in framed(package):
        places = [table.find("w:tblPr/w:tblBorders", NS)]
        places += [s.find("w:tblPr/w:tblBorders", NS) for s in package.chain(val(table.find("w:tblPr/w:tblStyle", NS)))]
        border = next((place for place in places if place is not None), None)
        if border is None or any(val(border.find(f"w:{e}", NS)) in (None, "nil", "none") for e in ("top", "bottom")):
            yield first_words(table), "没有上下边框"


@rule("T5", HOUSE_CLAUSE, Severity.HOUSE, "表格文字 9 至 14 磅，无首行缩进，行距不随正文")
def cells(package: Package) -> Breaches:
    for table, section in framed(package):
        wrong = next(filter(None, map(_wrong_cell, cell_paragraphs(package, table, section))), None)
        if wrong:
            yield first_words(table), wrong


def _wrong_cell(paragraph: Paragraph) -> str | None:
    run = paragraph.main_run
    if run is None or not run.text.strip():
        return None
    if not (run.size and 9 <= run.size <= 14):
        return f"字号 {points(run.size)}"
    if paragraph.space("firstLine"):
        return "格内文字有首行缩进"
    line, exact = paragraph.whole("w:spacing", "line"), paragraph.effective("w:spacing", "lineRule") == "exact"
    if exact and (line >= BODY_PITCH or line < run.size * 20):
        return f"行距 {line / 20:g} 磅"
    return None


@rule("T6", HOUSE_CLAUSE, Severity.HOUSE, "表题在表上，写作“表N　题名”，编号连续")
def table_captions(package: Package) -> Breaches:
    yield from numbers_in_order(package, TABLE_CAPTION, "表")
    for section in package.sections:
        for place, block in enumerate(section.blocks):
            caption = Paragraph(package, block, section) if block.tag == w("p") else None
            if caption is None or not TABLE_CAPTION.match(caption.text):
                continue
            following = next((b for b in section.blocks[place + 1 :] if not _between(package, b)), None)
            if following is None or following.tag != w("tbl"):
                yield quote(caption.text), "表题之下不是表格"
            elif not caption.flag("w:keepNext"):
                yield quote(caption.text), "表题可能与表分在两页"


def _between(package: Package, block) -> bool:
    return block.tag == w("p") and bool(BETWEEN.match(Paragraph(package, block).text) or Paragraph(package, block).text.startswith("【"))


def numbers_in_order(package: Package, pattern: re.Pattern[str], word: str) -> Breaches:
    """Numbers of captions count from 1; those of an annex's own series (附表) count apart."""
    matches = [(p, pattern.match(p.text)) for p in package.paragraphs]
    captions = [(p, int(match[2])) for p, match in matches if match and match[1] == word]
    for expected, (paragraph, found) in enumerate(captions, 1):
        if found != expected:
            yield quote(paragraph.text), f"应为{word}{expected}"
            return


@rule("T7", HOUSE_CLAUSE, Severity.HOUSE, "图表编号用序号域，引用随之更新")
def caption_fields(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        if TABLE_CAPTION.match(paragraph.text) or FIGURE_CAPTION.match(paragraph.text):
            codes = [node.text or "" for node in paragraph.element.iter(w("instrText"))]
            codes += [val(node, "instr") or "" for node in paragraph.element.iter(w("fldSimple"))]
            if not any("SEQ" in code for code in codes):
                yield quote(paragraph.text), "编号不是序号域"


@rule("T8", HOUSE_CLAUSE, Severity.HOUSE, "两个表格之间隔一段，不连成一个")
def touching(package: Package) -> Breaches:
    for section in package.sections:
        for one, two in pairwise(section.blocks):
            if one.tag == two.tag == w("tbl"):
                yield first_words(two), "与上一个表格相连"
