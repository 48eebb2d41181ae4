"""Fonts, sizes, indents and wording of title, headings and body (GB/T 9704-2012, 5.2.2, 7.3.1, 7.3.3)."""

from __future__ import annotations

import re

from evaluation.conform.package import NS, Package, val, w
from evaluation.conform.reading import LADDER, body_of, chinese_number, headings_of, is_title, ladder_level
from evaluation.conform.rule import Breaches, Severity, quote, rule

SONG_TITLE = ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05S", "华文中宋")
FANGSONG = ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312")
KAITI = ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312")
HEITI = ("黑体", "SimHei")
LEVEL_FONTS = (HEITI, KAITI, FANGSONG, FANGSONG)
LEVEL_NAMES = ("一、", "（一）", "1.", "（1）")
CJK = "一-鿿"


@rule("F1", "7.3.1", Severity.MUST, "标题用 2 号小标宋体字，居中")
def title(package: Package) -> Breaches:
    for paragraph in (p for p in package.paragraphs if is_title(p) and p.text.strip()):
        run = paragraph.main_run
        if run.font not in SONG_TITLE:
            yield quote(paragraph.text), f"字体 {run.font}"
        elif run.size is None or run.size < 22:
            yield quote(paragraph.text), f"字号 {run.size:g} 磅" if run.size else "没有字号"
        elif run.flag("w:b"):
            yield quote(paragraph.text), "标题加粗"
        elif paragraph.effective("w:jc", "val") != "center":
            yield quote(paragraph.text), "标题没有居中"


@rule("F2", "5.2.2", Severity.MUST, "正文用 3 号仿宋体字")
def body_font(package: Package) -> Breaches:
    for paragraph in body_of(package):
        run = paragraph.main_run
        if run.font not in FANGSONG:
            yield quote(paragraph.text), f"字体 {run.font}"
        elif run.size not in (15.75, 16):
            yield quote(paragraph.text), f"字号 {run.size:g} 磅" if run.size else "没有字号"


@rule("F3", "7.3.3", Severity.MUST, "一级标题黑体、二级楷体、三四级仿宋，均为 3 号")
def heading_fonts(package: Package) -> Breaches:
    for paragraph, level in headings_of(package):
        run = paragraph.main_run
        if run is None:
            continue
        if run.font not in LEVEL_FONTS[level - 1]:
            yield quote(paragraph.text), f"第 {level} 级标题字体 {run.font}"
        elif run.size not in (15.75, 16):
            yield quote(paragraph.text), f"第 {level} 级标题字号 {run.size:g} 磅" if run.size else "没有字号"


@rule("F4", "7.3.3", Severity.HOUSE, "标题不加粗")
def heading_bold(package: Package) -> Breaches:
    for paragraph, _ in headings_of(package):
        if paragraph.main_run is not None and paragraph.main_run.flag("w:b"):
            yield quote(paragraph.text), "加粗"


@rule("F5", "5.2.2", Severity.HOUSE, "字体按名称指定，不用主题字体")
def theme_fonts(package: Package) -> Breaches:
    for part in ("word/styles.xml", "word/document.xml"):
        root = package.part(part)
        for fonts in () if root is None else root.iter(w("rFonts")):
            themed = sorted(name for name in fonts.attrib if name.endswith("Theme"))
            if themed:
                yield part, f"{themed[0].rpartition('}')[2]}={fonts.get(themed[0])}"
                break


@rule("F6", "9", Severity.HOUSE, "引号、破折号、省略号按全角显示")
def quote_hints(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        for run in paragraph.runs:
            if re.search("[‘’“”—…]", run.text):
                fonts = run.element.find("w:rPr/w:rFonts", NS)
                if val(fonts, "hint") != "eastAsia":
                    yield quote(paragraph.text), f"{quote(run.text)} 没有按中文字体显示"
                    break


@rule("F7", "5.2.4", Severity.MUST, "文字颜色为黑色")
def black(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        for run in paragraph.runs:
            colour = run.effective("w:color")
            if colour not in (None, "auto", "000000"):
                yield quote(paragraph.text), f"颜色 {colour}"
                break


@rule("F8", "5.2.3", Severity.HOUSE, "文种为简体中文，字间不自动加空")
def language(package: Package) -> Breaches:
    found = None if package.defaults is None else val(package.defaults.find("w:rPrDefault/w:rPr/w:lang", NS), "eastAsia")
    if found != "zh-CN":
        yield "样式缺省值", f"东亚语言为 {found or '未指定'}"
    for paragraph in body_of(package)[:1]:
        spaced = [name for name in ("w:autoSpaceDE", "w:autoSpaceDN") if not _off(paragraph, name)]
        if spaced:
            yield quote(paragraph.text), "汉字与西文、数字之间自动加空，每行不足 28 字"


def _off(paragraph, name: str) -> bool:
    places = [paragraph.element, *paragraph.package.chain(paragraph.style)]
    found = next((p for p in (place.find(f"w:pPr/{name}", NS) for place in places) if p is not None), None)
    if found is None and paragraph.package.defaults is not None:
        found = paragraph.package.defaults.find(f"w:pPrDefault/w:pPr/{name}", NS)
    return found is not None and val(found) in ("0", "false", "off")


@rule("S1", "7.3.3", Severity.MUST, "正文每个自然段左空二字")
def indents(package: Package) -> Breaches:
    for paragraph in body_of(package):
        characters = paragraph.effective("w:ind", "firstLineChars")
        twips = paragraph.effective("w:ind", "firstLine")
        if characters != "200" and not (characters in (None, "0") and 600 <= int(twips or 0) <= 680):
            yield quote(paragraph.text), "没有左空二字"


@rule("S2", "7.3.3", Severity.MUST, "结构层次序数依次为“一、”“（一）”“1.”“（1）”")
def numbering(package: Package) -> Breaches:
    for paragraph, level in headings_of(package):
        said = ladder_level(paragraph.text)
        if said is not None and said != level:
            yield quote(paragraph.text), f"第 {level} 级标题用了 {LEVEL_NAMES[said - 1]}"
        elif said is None and not re.match(r"^(附件|目)", paragraph.text):
            yield quote(paragraph.text), f"第 {level} 级标题没有序号"


@rule("S3", "7.3.3", Severity.MUST, "序数连续，不跳级")
def consecutive(package: Package) -> Breaches:
    counts = [0, 0, 0, 0]
    for paragraph, level in headings_of(package):
        match = LADDER[level - 1].match(paragraph.text)
        if match is None:
            counts = [0, 0, 0, 0]  # an annex begins its own count
            continue
        if level > 1 and counts[level - 2] == 0 and any(counts):
            yield quote(paragraph.text), f"第 {level} 级标题前没有第 {level - 1} 级"
        counts[level - 1] += 1
        counts[level:] = [0] * (4 - level)
        found = chinese_number(match.group(1))
        if found != counts[level - 1]:
            yield quote(paragraph.text), f"序数应为 {counts[level - 1]}，写作 {match.group(1)}"
            counts[level - 1] = found or counts[level - 1]


@rule("S4", "7.3.3", Severity.HOUSE, "标题与下段同页")
def keep_with_next(package: Package) -> Breaches:
    for paragraph, _ in headings_of(package):
        if not paragraph.flag("w:keepNext"):
            yield quote(paragraph.text), "可能与下段分在两页"


@rule("S5", "7.3.3", Severity.HOUSE, "标题末尾不用句号、冒号")
def heading_ends(package: Package) -> Breaches:
    for paragraph, _ in headings_of(package):
        if paragraph.text.strip()[-1:] in "。：:；，":
            yield quote(paragraph.text), f"以 {paragraph.text.strip()[-1]} 结尾"


@rule("S6", "7.3.3", Severity.HOUSE, "没有 Markdown 和域的残留")
def residue(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        found = re.search(r"\{#|\]\(#|\[@|\*\*|!!!|\{\{|\}\}|错误!|\[\^", paragraph.text)
        if found:
            yield quote(paragraph.text), f"残留 {found.group()}"


@rule("S7", "7.2.5", Severity.MUST, "发文字号的年份用六角括号〔〕")
def document_numbers(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        found = re.search(rf"[{CJK}][\[［【(（](20[0-9]{{2}})[\]］】)）]第?[0-9]+号", paragraph.text)
        if found:
            yield quote(paragraph.text), found.group()


@rule("S8", "9", Severity.SHOULD, "汉字之间用全角标点")
def punctuation(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        found = re.search(rf"[{CJK}][,;:?!](?=[{CJK}])|[{CJK}]\"|\"[{CJK}]", paragraph.text)
        if found:
            yield quote(paragraph.text), f"半角标点 {found.group()}"


@rule("S9", "7.3.5.5", Severity.MUST, "成文日期的月、日不编虚位")
def dates(package: Package) -> Breaches:
    for paragraph in package.paragraphs:
        found = re.search(r"20[0-9]{2}年(0[0-9]月|[0-9]{1,2}月0[0-9]日)", paragraph.text)
        if found:
            yield quote(paragraph.text), found.group()


@rule("S10", "9", Severity.HOUSE, "没有修订痕迹和批注")
def revisions(package: Package) -> Breaches:
    for name, word in (("ins", "插入"), ("del", "删除"), ("moveFrom", "移动"), ("commentReference", "批注")):
        if package.body.find(f".//w:{name}", NS) is not None:
            yield "正文", f"有未处理的{word}"


@rule("S11", "7.3.3", Severity.HOUSE, "字间没有空格和多余空行")
def blanks(package: Package) -> Breaches:
    for paragraph in body_of(package):
        found = re.search(rf"[{CJK}][  ]{{2,}}[{CJK}]|^[　 ]+", paragraph.text)
        if found:
            yield quote(paragraph.text), "用空格代替缩进或分隔"
