"""Tables, pictures, captions, contents and cross-references (usual practice of reports; GB/T 9704-2012, 7.3.3 and 8)."""

from __future__ import annotations

import re
from itertools import pairwise

from evaluation.conform.package import NS, Package, Paragraph, number, val, w
from evaluation.conform.reading import (
    FIGURE_CAPTION,
    TABLE_CAPTION,
    has_picture,
    headings_of,
    is_contents_entry,
    style_value,
)
from evaluation.conform.rule import Breaches, Severity, quote, rule

EMU = 635
"""English metric units in a twip."""


def first_words(table) -> str:
    texts = ["".join(t.text or "" for t in cell.iter(w("t"))) for cell in table.iterfind(".//w:tc", NS)]
    return "表：" + quote(" ".join(text for text in texts[:4] if text), 16)


def framed(package: Package) -> list:
    """Data tables: those with more than one column or row; a single cell is a layout's box."""
    return [(table, section) for table, section in package.tables if len(table.findall(".//w:tc", NS)) > 1]


@rule("T1", "8", Severity.HOUSE, "表格与版心同宽，列宽固定")
def table_width(package: Package) -> Breaches:
    for table, section in framed(package):
        width = number(table.find("w:tblPr/w:tblW", NS), "w")
        kind = val(table.find("w:tblPr/w:tblW", NS), "type")
        grid = sum(number(column, "w") or 0 for column in table.findall("w:tblGrid/w:gridCol", NS))
        if kind != "dxa" or section.text_width is None or abs((width or 0) - section.text_width) > 20:
            yield first_words(table), "表宽与版心不一致"
        elif abs(grid - width) > 20:
            yield first_words(table), f"各列之和 {grid} 与表宽 {width} 不一致"
        elif val(table.find("w:tblPr/w:tblLayout", NS), "type") != "fixed":
            yield first_words(table), "列宽没有固定"
        else:
            for row in table.findall("w:tr", NS):
                cells = sum(number(cell.find("w:tcPr/w:tcW", NS), "w") or 0 for cell in row.findall("w:tc", NS))
                if abs(cells - width) > 20:
                    yield first_words(table), f"一行各格之和 {cells} 与表宽 {width} 不一致"
                    break


@rule("T2", "8", Severity.HOUSE, "跨页表格重复表头")
def header_rows(package: Package) -> Breaches:
    for table, _ in framed(package):
        row = table.find("w:tr", NS)
        if row is not None and row.find("w:trPr/w:tblHeader", NS) is None:
            yield first_words(table), "首行没有设为重复表头"


@rule("T3", "8", Severity.HOUSE, "表格的一行不跨页断开")
def whole_rows(package: Package) -> Breaches:
    for table, _ in framed(package):
        if any(row.find("w:trPr/w:cantSplit", NS) is None for row in table.findall("w:tr", NS)):
            yield first_words(table), "有的行允许跨页断行"


@rule("T4", "8", Severity.HOUSE, "表格有边框")
def borders(package: Package) -> Breaches:
    for table, _ in framed(package):
        places = [table.find("w:tblPr/w:tblBorders", NS)]
        places += [s.find("w:tblPr/w:tblBorders", NS) for s in package.chain(val(table.find("w:tblPr/w:tblStyle", NS)))]
        border = next((place for place in places if place is not None), None)
        if border is None or any(val(border.find(f"w:{e}", NS)) in (None, "nil", "none") for e in ("top", "bottom")):
            yield first_words(table), "没有上下边框"


@rule("T5", "8", Severity.HOUSE, "表格文字 9 至 14 磅，无首行缩进")
def cells(package: Package) -> Breaches:
    for table, section in framed(package):
        for element in table.iterfind(".//w:tc/w:p", NS):
            paragraph = Paragraph(package, element, section)
            run = paragraph.main_run
            if run is not None and run.text.strip() and not (run.size and 9 <= run.size <= 14):
                yield first_words(table), f"字号 {run.size:g} 磅" if run.size else "没有字号"
                break
            if any(int(paragraph.effective("w:ind", name) or 0) for name in ("firstLine", "firstLineChars")):
                yield first_words(table), "格内文字有首行缩进"
                break


@rule("T6", "8", Severity.HOUSE, "表题在表上，写作“表N　题名”，编号连续")
def table_captions(package: Package) -> Breaches:
    yield from _consecutive(package, TABLE_CAPTION, "表")
    for section in package.sections:
        for one, two in pairwise(section.blocks):
            match = one.tag == w("p") and TABLE_CAPTION.match(Paragraph(package, one, section).text)
            skipped = two.tag == w("p") and Paragraph(package, two, section).text.startswith("单位：")
            if match and two.tag != w("tbl") and not skipped:
                yield quote(Paragraph(package, one, section).text), "表题之下不是表格"
            if match and not Paragraph(package, one, section).flag("w:keepNext"):
                yield quote(Paragraph(package, one, section).text), "表题可能与表分在两页"


@rule("T7", "8", Severity.HOUSE, "图题在图下，写作“图N　题名”，编号连续")
def figure_captions(package: Package) -> Breaches:
    yield from _consecutive(package, FIGURE_CAPTION, "图")
    for one, two in pairwise(package.paragraphs):
        if FIGURE_CAPTION.match(two.text) and not has_picture(one):
            yield quote(two.text), "图题之上不是图"
        elif FIGURE_CAPTION.match(two.text) and not one.flag("w:keepNext"):
            yield quote(two.text), "图可能与图题分在两页"


def _consecutive(package: Package, pattern: re.Pattern[str], word: str) -> Breaches:
    captions = [(p, int(pattern.match(p.text).group(2))) for p in package.paragraphs if pattern.match(p.text)]
    captions = [(p, n) for p, n in captions if not p.text.startswith("附")]
    for expected, (paragraph, found) in enumerate(captions, 1):
        if found != expected:
            yield quote(paragraph.text), f"应为{word}{expected}"
            return


@rule("T8", "8", Severity.HOUSE, "图表编号用序号域，引用随之更新")
def caption_fields(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        if TABLE_CAPTION.match(paragraph.text) or FIGURE_CAPTION.match(paragraph.text):
            codes = [node.text or "" for node in paragraph.element.iter(w("instrText"))]
            codes += [val(node, "instr") or "" for node in paragraph.element.iter(w("fldSimple"))]
            if not any("SEQ" in code for code in codes):
                yield quote(paragraph.text), "编号不是序号域"


@rule("G1", "8", Severity.MUST, "图片完整显示，不超出版心")
def pictures(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        for inline in paragraph.element.iterfind(".//wp:inline", NS):
            if paragraph.effective("w:spacing", "lineRule") == "exact":
                yield _picture(inline), "图所在段落行距固定，图被截断"
            extent = inline.find("wp:extent", NS)
            section = paragraph.section
            if section is not None and section.text_width and int(extent.get("cx")) > section.text_width * EMU + EMU * 20:
                yield _picture(inline), "图比版心宽"
            elif section is not None and section.text_height and int(extent.get("cy")) > section.text_height * EMU:
                yield _picture(inline), "图比版心高"


@rule("G2", "8", Severity.HOUSE, "每幅图有替代文字")
def alternatives(package: Package) -> Breaches:
    for inline in package.body.iterfind(".//wp:inline", NS):
        if not (inline.find("wp:docPr", NS).get("descr") or "").strip():
            yield _picture(inline), "没有替代文字"


@rule("G3", "8", Severity.HOUSE, "图的编号各不相同，图中不含本机路径")
def picture_names(package: Package) -> Breaches:
    names = [element.get("id") for element in package.body.iter(f"{{{NS['wp']}}}docPr")]
    if len(names) != len(set(names)):
        yield "全文", "图的内部编号重复"
    for element in package.body.iter(f"{{{NS['pic']}}}cNvPr"):
        if re.search(r"[\\/]", (element.get("descr") or "") + (element.get("name") or "")):
            yield element.get("name") or "图", "含文件路径"


def _picture(inline) -> str:
    name = inline.find("wp:docPr", NS)
    return "图：" + quote(name.get("descr") or name.get("name") or "", 16)


@rule("X1", "8", Severity.HOUSE, "引用所指的书签存在，且文字一致")
def references(package: Package) -> Breaches:
    bookmarks = {val(b, "name"): b for b in package.body.iter(w("bookmarkStart"))}
    ids = [val(b, "id") for b in package.body.iter(w("bookmarkStart"))]
    if len(ids) != len(set(ids)):
        yield "全文", "书签编号重复"
    for paragraph in package.paragraphs:
        for code, shown in fields(paragraph):
            match = re.match(r"\s*(REF|PAGEREF)\s+(\S+)", code)
            if match and match.group(2) not in bookmarks:
                yield quote(paragraph.text), f"引用的书签 {match.group(2)} 不存在"
            elif match and match.group(1) == "REF" and shown != bookmark_text(bookmarks[match.group(2)]):
                yield quote(paragraph.text), f"显示 {shown}，书签处是 {bookmark_text(bookmarks[match.group(2)])}"


def fields(paragraph: Paragraph) -> list[tuple[str, str]]:
    """(field code, text shown) of a paragraph's fields, nested ones apart."""
    found = [
        (val(node, "instr") or "", "".join(t.text or "" for t in node.iter(w("t")))) for node in paragraph.element.iter(w("fldSimple"))
    ]
    stack: list[list] = []
    for run in paragraph.element.iter(w("r")):
        for node in run:
            kind = val(node, "fldCharType") if node.tag == w("fldChar") else None
            if kind == "begin":
                stack.append(["", "", False])
            elif kind == "separate" and stack:
                stack[-1][2] = True
            elif kind == "end" and stack:
                code, shown, _ = stack.pop()
                found.append((code, shown))
            elif node.tag == w("instrText") and stack:
                stack[-1][0] += node.text or ""
            elif node.tag == w("t") and stack and stack[-1][2]:
                stack[-1][1] += node.text or ""
    return found


def bookmark_text(start) -> str:
    """The text between a bookmark's start and its end."""
    text, node, identifier = "", start.getnext(), val(start, "id")
    while node is not None and not (node.tag == w("bookmarkEnd") and val(node, "id") == identifier):
        text += "".join(t.text or "" for t in node.iter(w("t")))
        node = node.getnext()
    return text


@rule("O1", "8", Severity.HOUSE, "打开时不提示更新域")
def no_prompt(package: Package) -> Breaches:
    if package.settings is not None and package.settings.find("w:updateFields", NS) is not None:
        yield "设置", "打开时提示更新域"
    if any(val(node, "dirty") in ("1", "true") for node in package.body.iter(w("fldChar"), w("fldSimple"))):
        yield "正文", "有待更新的域"


@rule("O2", "8", Severity.HOUSE, "目录与标题逐条一致，页码不倒序")
def contents(package: Package) -> Breaches:
    entries = [p.text.rpartition("\t") for p in package.paragraphs if is_contents_entry(p) and "\t" in p.text]
    if not entries:
        return
    depth = 2 if style_value(package, "toc 2") else 1
    titles = [p.text.strip() for p, level in headings_of(package) if level <= depth]
    listed = [text.strip() for text, _, _ in entries]
    if not all(title in listed for title in titles):
        missing = next(title for title in titles if title not in listed)
        yield "目录", f"缺 {quote(missing)}"
    elif [text for text in listed if text in titles] != titles:
        yield "目录", "顺序与正文不一致"
    pages = [page.strip() for _, _, page in entries]
    if not all(page.isdigit() for page in pages):
        yield "目录", "有的条目没有页码"
    elif any(int(two) < int(one) for one, two in pairwise(pages)):
        yield "目录", "页码倒序"


@rule("N1", "8", Severity.HOUSE, "脚注用①②③，每页重新编号")
def footnotes(package: Package) -> Breaches:
    if package.body.find(".//w:footnoteReference", NS) is None:
        return
    for section in package.sections:
        properties = section.get("w:footnotePr")
        if properties is None:
            yield f"第 {section.index + 1} 节", "没有指定脚注编号"
        elif val(properties.find("w:numFmt", NS)) not in ("decimalEnclosedCircleChinese", "decimalEnclosedCircle"):
            yield f"第 {section.index + 1} 节", "脚注不是①②③"
        elif val(properties.find("w:numRestart", NS)) != "eachPage":
            yield f"第 {section.index + 1} 节", "脚注没有每页重新编号"
