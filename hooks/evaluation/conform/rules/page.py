"""Paper, margins, grid and page numbers (GB/T 9704-2012, 5.1, 5.2, 7.5, 8)."""

from __future__ import annotations

import re

from evaluation.conform.package import NS, Package, Paragraph, R, Section, number, plain, val, w, whole
from evaluation.conform.reading import body_of
from evaluation.conform.rule import Breaches, Severity, millimetres, near, points, quote, rule

MM = 1440 / 25.4
LINES, CHARACTERS = 22, 28


def name_of(section: Section) -> str:
    return f"第 {section.index + 1} 节"


def text_sections(package: Package) -> list[Section]:
    """Upright sections that hold running text: cover and contents have no grid to keep."""
    holding = {id(paragraph.section) for paragraph in body_of(package)}
    return [section for section in package.sections if id(section) in holding and not section.landscape]


@rule("P1", "5.1", Severity.MUST, "纸张为 A4（210 mm×297 mm）")
def paper(package: Package) -> Breaches:
    for section in package.sections:
        size = section.get("w:pgSz")
        width, height = number(size, "w"), number(size, "h")
        if None in (width, height):
            yield name_of(section), "没有写纸张大小"
            continue
        if section.landscape:
            width, height = height, width
        if not (near(11906, width, 20) and near(16838, height, 20)):
            yield name_of(section), f"{millimetres(width):.0f} mm×{millimetres(height):.0f} mm"


@rule("P2", "5.2.1", Severity.MUST, "版心为 156 mm×225 mm，天头 37 mm，订口 28 mm")
def margins(package: Package) -> Breaches:
    for section in package.sections:
        width, height = section.text_width, section.text_height
        if None in (width, height):
            yield name_of(section), "没有写页边距"
            continue
        across, along = (height, width) if section.landscape else (width, height)
        margin = section.get("w:pgMar")
        # Turned by a quarter, the sheet's head is the landscape page's right edge and its binding edge the top.
        head, binding = (number(margin, "right"), number(margin, "top")) if section.landscape else (number(margin, "top"), number(margin, "left"))
        if not (near(156 * MM, across, MM) and near(225 * MM, along, MM)):
            yield name_of(section), f"版心 {millimetres(across):.1f} mm×{millimetres(along):.1f} mm"
        elif not (near(37 * MM, head, MM) and near(28 * MM, binding, MM)):
            yield name_of(section), f"天头 {millimetres(head):.1f} mm，订口 {millimetres(binding):.1f} mm"


@rule("P3", "5.2.3", Severity.SHOULD, "文档网格每页 22 行")
def grid(package: Package) -> Breaches:
    for section in text_sections(package):
        element = section.get("w:docGrid")
        pitch = number(element, "linePitch")
        if val(element, "type") not in ("lines", "linesAndChars", "snapToChars") or not pitch:
            yield name_of(section), "没有指定行网格"
        elif pitch < 0 or (section.text_height and section.text_height // pitch != LINES):
            yield name_of(section), f"行跨度 {pitch / 20:g} 磅，每页 {(section.text_height or 0) // pitch} 行"


@rule("P4", "5.2.3", Severity.SHOULD, "正文行距固定，每页 22 行")
def lines(package: Package) -> Breaches:
    for paragraph in body_of(package):
        section = paragraph.section
        if section is None or section.landscape:
            continue
        line = paragraph.whole("w:spacing", "line")
        if paragraph.effective("w:spacing", "lineRule") != "exact" or not line:
            yield quote(paragraph.text), "行距不是固定值"
        elif section.text_height and section.text_height // line != LINES:
            yield quote(paragraph.text), f"行距 {line / 20:g} 磅，每页 {section.text_height // line} 行"


@rule("P5", "5.2.3", Severity.SHOULD, "正文每行 28 字")
def characters(package: Package) -> Breaches:
    for paragraph in body_of(package):
        section, run = paragraph.section, paragraph.main_run
        if section is None or section.landscape or not section.text_width or run is None or not run.size:
            continue
        pitch = run.size + (whole(run.effective("w:spacing")) or 0) / 20 + _grid_space(section)
        fitting = int(section.text_width / 20 / pitch) if pitch > 0 else 0
        if fitting != CHARACTERS:
            yield quote(paragraph.text), f"每行 {fitting} 字"


def _grid_space(section: Section) -> float:
    """Points that a grid of lines and characters adds to each character."""
    element = section.get("w:docGrid")
    return (number(element, "charSpace") or 0) / 4096 if val(element, "type") in ("linesAndChars", "snapToChars") else 0


def footer_parts(package: Package) -> list[tuple[Section, dict[str, str]]]:
    """Each section's footers by type, inherited where the section names none."""
    relations, inherited, found = package.relations(), {}, []
    for section in package.sections:
        own = {
            val(reference, "type") or "default": "word/" + relations[reference.get(f"{{{R}}}id")][1].removeprefix("/word/")
            for reference in section.properties.findall("w:footerReference", NS)
            if reference.get(f"{{{R}}}id") in relations
        }
        inherited = {**inherited, **own}
        found.append((section, dict(inherited)))
    return found


def number_line(package: Package, part: str | None) -> Paragraph | None:
    """A footer's paragraph that holds the page number."""
    root = package.part(part) if part else None
    for element in () if root is None else root.iter(w("p")):
        codes = [node.text or "" for node in element.iter(w("instrText"))]
        codes += [val(node, "instr") or "" for node in element.iter(w("fldSimple"))]
        if any(re.search(r"\bPAGE\b", code) for code in codes):
            return Paragraph(package, element)
    return None


def numbered_sections(package: Package) -> list[tuple[Section, dict[str, str]]]:
    return [(section, parts) for section, parts in footer_parts(package) if number_line(package, parts.get("default")) is not None]


def number_lines(package: Package) -> list[tuple[str, Paragraph]]:
    """(part, paragraph with the page number) of every footer in use."""
    parts = sorted({part for _, parts in numbered_sections(package) for part in parts.values()})
    lines = ((part, number_line(package, part)) for part in parts)
    return [(part, line) for part, line in lines if line is not None]


@rule("P6", "7.5", Severity.MUST, "页码分单双页排在版心下边缘之下，左右各有一字线")
def page_numbers(package: Package) -> Breaches:
    sections = numbered_sections(package)
    if not sections:
        yield "全文", "没有页码"
        return
    setting = None if package.settings is None else package.settings.find("w:evenAndOddHeaders", NS)
    if setting is None or not plain(val(setting)):
        yield "全文", "单双页页码没有分开"
    for part, line in number_lines(package):
        if not re.fullmatch(r"\s*[—－─]\s*[0-9]*\s*[—－─]\s*", line.text):
            yield part, f"页码写作 {quote(line.text)}，应为“— 1 —”"


@rule("P7", "7.5", Severity.MUST, "单页码居右空一字，双页码居左空一字")
def page_number_sides(package: Package) -> Breaches:
    for section, parts in numbered_sections(package):
        if section.landscape:
            continue
        for kind, word, side, name in (("default", "单", "right", "右"), ("even", "双", "left", "左")):
            line = number_line(package, parts.get(kind))
            if line is None:
                yield name_of(section), f"{word}页没有页码"
            elif line.alignment != side:
                yield name_of(section), f"{word}页页码不在{name}侧"
            elif abs(line.space(side) - 1) > 0.5:
                yield name_of(section), f"{word}页页码{name}空 {line.space(side):.1f} 字，应空 1 字"


@rule("P8", "7.5", Severity.MUST, "页码用 4 号半角宋体阿拉伯数字")
def page_number_font(package: Package) -> Breaches:
    for part, line in number_lines(package):
        for run in line.runs:
            if run.size != 14:
                yield part, f"页码字号 {points(run.size)}，应为 14 磅（4 号）"
                break
            if run.effective("w:rFonts", "ascii") not in ("宋体", "SimSun"):
                yield part, f"页码字体 {run.effective('w:rFonts', 'ascii') or '未指定'}，应为宋体"
                break


@rule("P9", "7.5", Severity.MUST, "一字线上距版心下边缘 7 mm")
def page_number_distance(package: Package) -> Breaches:
    for section, parts in numbered_sections(package):
        line = number_line(package, parts["default"])
        margin = section.get("w:pgMar")
        bottom, footer = number(margin, "bottom"), number(margin, "footer")
        height = line.whole("w:spacing", "line")
        if section.landscape or None in (bottom, footer):
            continue
        exact = line.effective("w:spacing", "lineRule") == "exact" and height
        run = line.main_run
        # A line of automatic height is about a third higher than its characters.
        middle = (height if exact else (run.size if run and run.size else 14) * 20 * 1.3) / 2
        distance = millimetres(abs(bottom) - footer - middle)
        if not near(7, distance, 2):
            yield name_of(section), f"相距 {distance:.1f} mm"


@rule("P10", "7.5", Severity.MUST, "页码从正文第 1 页起连续编排")
def page_number_start(package: Package) -> Breaches:
    sections = numbered_sections(package)
    starts = [number(section.get("w:pgNumType"), "start") for section, _ in sections]
    if sections and sections[0][0].index and starts[0] != 1:
        yield name_of(sections[0][0]), "正文页码没有从 1 开始"
    for (section, _), start in list(zip(sections, starts, strict=True))[1:]:
        if start is not None:
            yield name_of(section), f"页码从 {start} 重新开始"


@rule("P11", "8", Severity.MUST, "A4 横排表格的页码位置与竖排页一致")
def landscape_numbers(package: Package) -> Breaches:
    for section, parts in footer_parts(package):
        if not section.landscape:
            continue
        for kind in ("default", "even"):
            root = package.part(parts[kind]) if kind in parts else None
            turned = root is not None and any(val(node) in ("tbRl", "tbRlV", "btLr") for node in root.iter(w("textDirection")))
            if not turned:
                yield name_of(section), f"横排页的{'单' if kind == 'default' else '双'}页页码没有转向"
