"""Fonts, sizes and colours of title, headings and body (GB/T 9704-2012, 5.2.2, 5.2.4, 7.3.1, 7.3.3)."""

from __future__ import annotations

import re

from evaluation.conform.package import NS, Package, Paragraph, Run, plain, val, w
from evaluation.conform.reading import LADDER, annex_title_paragraphs, body_of, headings_of, titles_of
from evaluation.conform.rule import HOUSE_CLAUSE, Breaches, Severity, points, quote, rule

SONG_TITLE = ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05S", "华文中宋")
STAND_IN = ("华文中宋", "STZhongsong")
"""Used where 小标宋 is not installed: usual, and yet no 小标宋."""
FANGSONG = ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312")
KAITI = ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312")
HEITI = ("黑体", "SimHei")
LEVEL_FONTS = (HEITI, KAITI, FANGSONG, FANGSONG)
SIZE_3, SIZE_2 = (15.75, 16), (21, 22)
"""号 in points: as the standard means it, and as Word rounds it."""
BLACK = (None, "auto", "000000")


def body_or_heading(package: Package) -> list[Paragraph]:
    return [*body_of(package), *(paragraph for paragraph, _ in headings_of(package))]


def wrong_face(run: Run | None, fonts: tuple[str, ...], sizes: tuple[float, ...]) -> str | None:
    """What is wrong with a run's font or size."""
    if run is None:
        return None
    if run.font not in fonts:
        return f"字体 {run.font or '未指定'}"
    return None if run.size in sizes else f"字号 {points(run.size)}"


@rule("F1", "7.3.1", Severity.MUST, "标题用 2 号小标宋体字，居中")
def title(package: Package) -> Breaches:
    titles = titles_of(package)
    if not titles:
        yield "全文", "找不到标题（正文之前居中的一行）"
    for paragraph in (*titles, *annex_title_paragraphs(package)):
        wrong = wrong_face(paragraph.main_run, SONG_TITLE, SIZE_2)
        if wrong:
            yield quote(paragraph.text), wrong
        elif paragraph.alignment != "center":
            yield quote(paragraph.text), "标题没有居中"


@rule("F2", "5.2.2", Severity.MUST, "正文用 3 号仿宋体字")
def body_font(package: Package) -> Breaches:
    for paragraph in body_of(package):
        wrong = wrong_face(paragraph.main_run, FANGSONG, SIZE_3)
        if wrong:
            yield quote(paragraph.text), wrong


@rule("F3", "7.3.3", Severity.MUST, "一级标题黑体、二级楷体、三四级仿宋，均为 3 号")
def heading_fonts(package: Package) -> Breaches:
    for paragraph, level in headings_of(package):
        wrong = wrong_face(paragraph.main_run, LEVEL_FONTS[level - 1], SIZE_3)
        if wrong:
            yield quote(paragraph.text), f"第 {level} 级标题{wrong}"


@rule("F4", HOUSE_CLAUSE, Severity.HOUSE, "标题不加粗")
def heading_bold(package: Package) -> Breaches:
    for paragraph in (*titles_of(package), *(paragraph for paragraph, _ in headings_of(package))):
        if paragraph.main_run is not None and paragraph.main_run.flag("w:b"):
            yield quote(paragraph.text), "加粗"


@rule("F5", HOUSE_CLAUSE, Severity.HOUSE, "字体按名称指定，不用主题字体")
def theme_fonts(package: Package) -> Breaches:
    for part in ("word/styles.xml", package.main):
        root = package.part(part)
        for fonts in () if root is None else root.iter(w("rFonts")):
            themed = sorted(name for name in fonts.attrib if name.endswith("Theme"))
            if themed:
                yield part, f"{themed[0].rpartition('}')[2]}={fonts.get(themed[0])}"
                break


@rule("F6", "9", Severity.HOUSE, "引号、破折号、省略号按全角显示")
def quote_hints(package: Package) -> Breaches:
    for paragraph in package.texts:
        for run in paragraph.runs:
            if re.search("[‘’“”—…]", run.text) and run.effective("w:rFonts", "hint") != "eastAsia":
                yield quote(paragraph.text), f"{quote(run.text)} 没有按中文字体显示"
                break


@rule("F7", "5.2.4", Severity.MUST, "文字颜色为黑色")
def black(package: Package) -> Breaches:
    for paragraph in package.texts:
        colours = (run.effective("w:color") for run in paragraph.runs)
        wrong = next((colour for colour in colours if colour not in BLACK), None)
        if wrong:
            yield quote(paragraph.text), f"颜色 {wrong}"


@rule("F8", HOUSE_CLAUSE, Severity.HOUSE, "文种为简体中文")
def language(package: Package) -> Breaches:
    found = None if package.defaults is None else val(package.defaults.find("w:rPrDefault/w:rPr/w:lang", NS), "eastAsia")
    if found != "zh-CN":
        yield "样式缺省值", f"东亚语言为 {found or '未指定'}"


@rule("F9", "5.2.3", Severity.SHOULD, "汉字与西文、数字之间不自动加空，否则每行不足 28 字")
def automatic_spaces(package: Package) -> Breaches:
    for paragraph in body_of(package):
        # Word adds the space unless it is told not to.
        if not all(_off(paragraph, name) for name in ("w:autoSpaceDE", "w:autoSpaceDN")):
            yield quote(paragraph.text), "自动加空"


def _off(paragraph: Paragraph, name: str) -> bool:
    places = [place.find(f"w:pPr/{name}", NS) for place in (paragraph.element, *paragraph.package.chain(paragraph.style))]
    defaults = paragraph.package.defaults
    places += [None if defaults is None else defaults.find(f"w:pPrDefault/w:pPr/{name}", NS)]
    found = next((place for place in places if place is not None), None)
    return found is not None and not plain(val(found))


@rule("F10", "7.3.1", Severity.SHOULD, "标题的每一行都不宽于版心")
def title_lines(package: Package) -> Breaches:
    for paragraph in titles_of(package):
        run, section = paragraph.main_run, paragraph.section
        if run is None or not run.size or section is None or not section.text_width:
            continue
        for line in paragraph.text.split("\n"):
            if width(line) * run.size * 20 > section.text_width:
                yield quote(line), f"这一行有 {width(line):g} 字，放不下，会在词中断开"


def width(text: str) -> float:
    """Width in characters: a Western one is half."""
    return sum(0.5 if character < "\x7f" else 1 for character in text.strip())


@rule("F11", HOUSE_CLAUSE, Severity.HOUSE, "标题用小标宋，不用近似的字体")
def stand_ins(package: Package) -> Breaches:
    for paragraph in titles_of(package):
        if paragraph.main_run is not None and paragraph.main_run.font in STAND_IN:
            yield quote(paragraph.text), f"用 {paragraph.main_run.font} 代替"


@rule("F12", "7.3.3", Severity.HOUSE, "与正文连排的“一、”“（一）”标题也用黑体、楷体")
def run_in_headings(package: Package) -> Breaches:
    for paragraph in body_of(package):
        level = next((level for level in (1, 2) if LADDER[level - 1].match(paragraph.text.strip())), None)
        if level and paragraph.first_run is not None and paragraph.first_run.font not in LEVEL_FONTS[level - 1]:
            yield quote(paragraph.text), f"连排的第 {level} 级标题字体 {paragraph.first_run.font or '未指定'}"
