"""Indents, the ladder of headings and the wording of the text (GB/T 9704-2012, 7.3.3, 7.3.5.4, 9)."""

from __future__ import annotations

import re
from bisect import bisect

from evaluation.conform.package import NS, Package, Paragraph, whole
from evaluation.conform.reading import LADDER, annexes_of, body_of, chinese_number, filled, headings_of, ladder_level, outline_of
from evaluation.conform.rule import HOUSE_CLAUSE, Breaches, Severity, quote, rule

LEVEL_NAMES = ("一、", "（一）", "1.", "（1）")
CJK = "一-鿿"


@rule("S1", "7.3.3", Severity.MUST, "正文每个自然段左空二字")
def indents(package: Package) -> Breaches:
    for paragraph in body_of(package):
        if not 1.9 <= paragraph.space("firstLine") <= 2.1:
            yield quote(paragraph.text), f"首行空 {paragraph.space('firstLine'):.1f} 字"


@rule("S2", "7.3.3", Severity.MUST, "结构层次序数依次为“一、”“（一）”“1.”“（1）”")
def numbering(package: Package) -> Breaches:
    for paragraph, level in headings_of(package):
        said = ladder_level(paragraph.text.strip())
        if said is not None and said != level:
            yield quote(paragraph.text), f"第 {level} 级标题用了 {LEVEL_NAMES[said - 1]}"
        elif said is None:
            yield quote(paragraph.text), f"第 {level} 级标题没有序号"


@rule("S3", "7.3.3", Severity.MUST, "序数连续，不跳级")
def consecutive(package: Package) -> Breaches:
    for headings in _by_annex(package):
        counts = [0, 0, 0, 0]
        for paragraph, level in headings:
            match = LADDER[level - 1].match(paragraph.text.strip())
            if match is None:
                continue  # another rule says so
            if level > 1 and counts[level - 2] == 0:
                yield quote(paragraph.text), f"第 {level} 级标题前没有第 {level - 1} 级"
                counts[level - 2] = 1
            counts[level - 1] += 1
            counts[level:] = [0] * (4 - level)
            found = chinese_number(match.group(1))
            if found != counts[level - 1]:
                yield quote(paragraph.text), f"序数应为 {counts[level - 1]}，写作 {match.group(1)}"
                counts[level - 1] = found or counts[level - 1]


def _by_annex(package: Package) -> list[list[tuple[Paragraph, int]]]:
    """The headings of the text and of each annex: every one counts anew."""
    places = {id(paragraph): place for place, paragraph in enumerate(package.paragraphs)}
    starts = [places[id(label)] for label, _, _ in annexes_of(package)]
    found: list[list[tuple[Paragraph, int]]] = [[] for _ in range(len(starts) + 1)]
    for paragraph, level in headings_of(package):
        found[bisect(starts, places[id(paragraph)])].append((paragraph, level))
    return found


@rule("S4", HOUSE_CLAUSE, Severity.HOUSE, "标题与下段同页")
def keep_with_next(package: Package) -> Breaches:
    for paragraph, _ in headings_of(package):
        if not paragraph.flag("w:keepNext"):
            yield quote(paragraph.text), "可能与下段分在两页"


@rule("S5", HOUSE_CLAUSE, Severity.HOUSE, "标题末尾不用句号、冒号")
def heading_ends(package: Package) -> Breaches:
    for paragraph, _ in headings_of(package):
        if paragraph.text.strip()[-1:] in "。：:；，":
            yield quote(paragraph.text), f"以 {paragraph.text.strip()[-1]} 结尾"


@rule("S6", "9", Severity.SHOULD, "没有 Markdown 和域的残留")
def residue(package: Package) -> Breaches:
    for paragraph in package.texts:
        found = re.search(r"\{#|\]\(#|\[@|\*\*|!!!|\{\{|\}\}|错误[!！](?:未|书签)|\[\^", paragraph.text)
        if found:
            yield quote(paragraph.text), f"残留 {found.group()}"


@rule("S7", "7.2.5", Severity.MUST, "发文字号的年份用六角括号〔〕")
def document_numbers(package: Package) -> Breaches:
    for paragraph in package.texts:
        found = re.search(rf"[{CJK}][\[［【(（](20[0-9]{{2}})[\]］】)）]第?[0-9]+号", paragraph.text)
        if found:
            yield quote(paragraph.text), found.group()


@rule("S8", "9", Severity.SHOULD, "汉字之间用全角标点")
def punctuation(package: Package) -> Breaches:
    for paragraph in package.texts:
        found = re.search(rf"[{CJK}][,;:?!](?=[{CJK}])|[{CJK}]\"|\"[{CJK}]|[{CJK}]\([{CJK}]", paragraph.text)
        if found:
            yield quote(paragraph.text), f"半角标点 {found.group()}"


@rule("S9", "7.3.5.4", Severity.MUST, "成文日期用阿拉伯数字，月、日不编虚位")
def dates(package: Package) -> Breaches:
    for paragraph in package.texts:
        if paragraph.text.strip().endswith("印发"):
            continue  # the imprint has a rule of its own
        zero = re.search(r"20[0-9]{2}年(0[0-9]月([0-9]{1,2}日)?|[0-9]{1,2}月0[0-9]日)", paragraph.text)
        written = re.match(r"^[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$", paragraph.text.strip())
        if zero or written:
            yield quote(paragraph.text), (zero or written).group()


@rule("S10", HOUSE_CLAUSE, Severity.SHOULD, "没有修订痕迹和批注")
def revisions(package: Package) -> Breaches:
    for name, word in (("ins", "插入"), ("del", "删除"), ("moveFrom", "移动"), ("commentReference", "批注")):
        if package.body.find(f".//w:{name}", NS) is not None:
            yield "正文", f"有未处理的{word}"


@rule("S11", HOUSE_CLAUSE, Severity.HOUSE, "不用空格代替缩进和分隔")
def blanks(package: Package) -> Breaches:
    for paragraph in body_of(package):
        found = re.search(rf"[{CJK}][ 　]{{2,}}[{CJK}]|^[ 　]+", paragraph.text)
        if found:
            yield quote(paragraph.text), "有连续的空格" if found.start() else "用空格缩进"


@rule("S12", HOUSE_CLAUSE, Severity.HOUSE, "正文两端对齐")
def justified(package: Package) -> Breaches:
    for paragraph in body_of(package):
        if paragraph.alignment != "both":
            yield quote(paragraph.text), "没有两端对齐"


@rule("S13", HOUSE_CLAUSE, Severity.HOUSE, "标题有大纲级别，导航和目录才找得到")
def outlines(package: Package) -> Breaches:
    for paragraph, _ in headings_of(package):
        if outline_of(paragraph) is None:
            yield quote(paragraph.text), "只有序号，没有大纲级别"


@rule("S14", HOUSE_CLAUSE, Severity.HOUSE, "没有隐藏的文字")
def hidden(package: Package) -> Breaches:
    for paragraph in package.texts:
        if any(run.text.strip() and run.flag("w:vanish") for run in paragraph.runs):
            yield quote(paragraph.text), "有隐藏的文字"


@rule("S15", HOUSE_CLAUSE, Severity.HOUSE, "序号写成文字，不用自动编号")
def automatic_numbers(package: Package) -> Breaches:
    for paragraph in filled(package):
        if whole(paragraph.effective("w:numPr/w:numId", "val")):
            yield quote(paragraph.text), "用了自动编号，复制或转换后会丢失"
