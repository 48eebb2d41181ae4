"""Contents, cross-references and footnotes: what a program computes, and what it last computed."""

from __future__ import annotations

import re
from itertools import pairwise

from evaluation.conform.package import NS, Package, Paragraph, plain, val, w
from evaluation.conform.reading import annex_title_paragraphs, headings_of, is_contents_entry
from evaluation.conform.rule import HOUSE_CLAUSE, Breaches, Severity, points, quote, rule

NOTE_SIZES = (9, 10.5)
"""小五 and 五号."""
CIRCLED = ("decimalEnclosedCircleChinese", "decimalEnclosedCircle")


# ---------------------------------------------------------------------------------------------- fields and bookmarks


@rule("X1", HOUSE_CLAUSE, Severity.HOUSE, "引用所指的书签存在，且文字一致")
def references(package: Package) -> Breaches:
    bookmarks = {val(mark, "name"): mark for mark in package.body.iter(w("bookmarkStart"))}
    for paragraph in package.paragraphs:
        for code, shown in fields(paragraph):
            match = re.match(r"\s*(REF|PAGEREF)\s+(\S+)", code)
            if match and match[2] not in bookmarks:
                yield quote(paragraph.text), f"引用的书签 {match[2]} 不存在"
            elif match and match[1] == "REF" and shown != bookmark_text(bookmarks[match[2]]):
                yield quote(paragraph.text), f"显示 {shown}，书签处是 {bookmark_text(bookmarks[match[2]])}"
        for link in paragraph.element.iter(w("hyperlink")):
            if val(link, "anchor") is not None and val(link, "anchor") not in bookmarks:
                yield quote(paragraph.text), f"链接所指的书签 {val(link, 'anchor')} 不存在"


@rule("X2", HOUSE_CLAUSE, Severity.HOUSE, "书签的编号和名称各不相同")
def bookmark_ids(package: Package) -> Breaches:
    for key, word in (("id", "编号"), ("name", "名称")):
        found = sorted(val(mark, key) or "" for mark in package.body.iter(w("bookmarkStart")))
        twice = next((one for one, two in pairwise(found) if one == two), None)
        if twice is not None:
            yield "全文", f"书签{word} {twice} 重复"


def fields(paragraph: Paragraph) -> list[tuple[str, str]]:
    """(field code, text shown) of a paragraph's fields, inner ones first."""
    found = [(val(node, "instr") or "", "".join(t.text or "" for t in node.iter(w("t")))) for node in paragraph.element.iter(w("fldSimple"))]
    open_: list[list] = []
    for node in paragraph.element.iter(w("fldChar"), w("instrText"), w("t")):
        kind = val(node, "fldCharType")
        if kind == "begin":
            open_.append(["", "", False])
        elif not open_:
            continue
        elif kind == "separate":
            open_[-1][2] = True
        elif kind == "end":
            code, shown, _ = open_.pop()
            found.append((code, shown))
        elif node.tag == w("instrText"):
            open_[-1][0] += node.text or ""
        elif node.tag == w("t") and open_[-1][2]:
            open_[-1][1] += node.text or ""
    return found


def bookmark_text(start) -> str:
    """The text between a bookmark's start and its end."""
    text, node, identifier = "", start.getnext(), val(start, "id")
    while node is not None and not (node.tag == w("bookmarkEnd") and val(node, "id") == identifier):
        text += "".join(t.text or "" for t in node.iter(w("t")))
        node = node.getnext()
    return text


@rule("O1", HOUSE_CLAUSE, Severity.HOUSE, "打开时不提示更新域")
def no_prompt(package: Package) -> Breaches:
    update = None if package.settings is None else package.settings.find("w:updateFields", NS)
    if update is not None and plain(val(update)):
        yield "设置", "打开时提示更新域"
    if any(val(node, "dirty") in ("1", "true") for node in package.body.iter(w("fldChar"), w("fldSimple"))):
        yield "正文", "有待更新的域"


# ---------------------------------------------------------------------------------------------- contents


@rule("O2", HOUSE_CLAUSE, Severity.HOUSE, "目录与标题逐条一致")
def contents(package: Package) -> Breaches:
    entries = _entries(package)
    if not entries:
        return
    titles, listed = _titles(package), [text for text, _ in entries]
    missing = next((title for title in titles if title not in listed), None)
    added = next((text for text in listed if text not in titles), None)
    if missing:
        yield "目录", f"缺 {quote(missing)}"
    elif added:
        yield "目录", f"正文没有标题 {quote(added)}"
    elif listed != titles:
        yield "目录", "顺序与正文不一致"


@rule("O3", HOUSE_CLAUSE, Severity.HOUSE, "目录各条有页码，不倒序")
def contents_pages(package: Package) -> Breaches:
    pages = [page for _, page in _entries(package)]
    if not all(page.isdigit() for page in pages):
        yield "目录", "有的条目没有页码"
    elif any(int(two) < int(one) for one, two in pairwise(pages)):
        yield "目录", "页码倒序"
    elif len(pages) > 2 and set(pages) == {"1"}:
        yield "目录", "页码全是 1，没有更新过"


def _entries(package: Package) -> list[tuple[str, str]]:
    """(title, page) of each entry."""
    parted = (paragraph.text.rpartition("\t") for paragraph in package.paragraphs if is_contents_entry(paragraph))
    return [(re.sub(r"\s", "", text), page.strip()) for text, _, page in parted]


def _titles(package: Package) -> list[str]:
    """What the contents should list: headings as deep as the entries go, and the titles of annexes."""
    styles = (paragraph.style_name for paragraph in package.paragraphs if is_contents_entry(paragraph))
    depth = max((int(name[-1]) for name in styles if name[-1].isdigit()), default=2)
    wanted = [p for p, level in headings_of(package) if level <= depth] + annex_title_paragraphs(package)
    return [re.sub(r"\s", "", paragraph.text) for paragraph in sorted(wanted, key=package.paragraphs.index)]


# ---------------------------------------------------------------------------------------------- footnotes


@rule("N1", HOUSE_CLAUSE, Severity.HOUSE, "脚注用①②③，每页重新编号")
def footnotes(package: Package) -> Breaches:
    if package.body.find(".//w:footnoteReference", NS) is None:
        return
    for section in package.sections:
        properties = section.get("w:footnotePr")
        if properties is None:
            yield f"第 {section.index + 1} 节", "没有指定脚注编号"
        elif val(properties.find("w:numFmt", NS)) not in CIRCLED:
            yield f"第 {section.index + 1} 节", "脚注不是①②③"
        elif val(properties.find("w:numRestart", NS)) != "eachPage":
            yield f"第 {section.index + 1} 节", "脚注没有每页重新编号"


@rule("N2", HOUSE_CLAUSE, Severity.HOUSE, "脚注用小五号或五号字")
def footnote_size(package: Package) -> Breaches:
    for note in _notes(package):
        for element in note.iter(w("p")):
            run = Paragraph(package, element).main_run
            if run is not None and run.size not in NOTE_SIZES:
                yield quote(run.text), f"字号 {points(run.size)}"


@rule("N3", HOUSE_CLAUSE, Severity.MUST, "每个脚注号都有脚注")
def dangling_notes(package: Package) -> Breaches:
    known = {val(note, "id") for note in _notes(package)}
    for paragraph in package.paragraphs:
        for mark in paragraph.element.iter(w("footnoteReference")):
            if val(mark, "id") not in known:
                yield quote(paragraph.text), f"脚注 {val(mark, 'id')} 不存在"


def _notes(package: Package) -> list:
    root = package.part("word/footnotes.xml")
    return [] if root is None else [note for note in root.findall("w:footnote", NS) if val(note, "type") in (None, "normal")]
