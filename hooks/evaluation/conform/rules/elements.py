"""Addressee, annexes, signature, date and imprint (GB/T 9704-2012, 7.3.2, 7.3.4 to 7.3.7, 7.4)."""

from __future__ import annotations

import re

from evaluation.conform.package import NS, Package, Paragraph
from evaluation.conform.reading import ADDRESSEE, ANNEX, DATE, is_contents_entry, is_title
from evaluation.conform.rule import Breaches, Severity, quote, rule
from evaluation.conform.rules.text import HEITI


def filled(package: Package) -> list[Paragraph]:
    return [paragraph for paragraph in package.paragraphs if paragraph.text.strip() and not is_contents_entry(paragraph)]


def before(package: Package, paragraph: Paragraph) -> Paragraph | None:
    place = package.paragraphs.index(paragraph)
    return package.paragraphs[place - 1] if place else None


def addressee_of(package: Package) -> Paragraph | None:
    """The first paragraph after the title of the text, when it is an addressee."""
    paragraphs = filled(package)
    for one, two in zip(paragraphs, paragraphs[1:], strict=False):
        if is_title(one) and not is_title(two) and ADDRESSEE.match(two.text.strip()):
            return two
    return None


@rule("E1", "7.3.2", Severity.MUST, "主送机关居左顶格，末尾用全角冒号，标题下空一行")
def addressee(package: Package) -> Breaches:
    paragraphs = filled(package)
    for one, two in zip(paragraphs, paragraphs[1:], strict=False):
        if is_title(one) and re.match(r"^.{2,60}(人民政府|委员会|厅|局|办公室):$", two.text.strip()):
            yield quote(two.text), "主送机关后的冒号是半角"
    found = addressee_of(package)
    if found is None:
        return
    if int(found.effective("w:ind", "firstLineChars") or 0) or int(found.effective("w:ind", "firstLine") or 0):
        yield quote(found.text), "主送机关没有顶格"
    previous = before(package, found)
    if previous is not None and previous.text.strip():
        yield quote(found.text), "标题与主送机关之间没有空一行"


def annex_titles(package: Package) -> list[tuple[Paragraph, str, Paragraph | None]]:
    """(the 附件N line, its number, the annex's title)."""
    paragraphs = filled(package)
    found = []
    for place, paragraph in enumerate(paragraphs):
        match = ANNEX.match(paragraph.text.strip())
        if match:
            found.append((paragraph, match.group(1), paragraphs[place + 1] if place + 1 < len(paragraphs) else None))
    return found


def annex_notes(package: Package) -> list[tuple[Paragraph, str, str]]:
    """The names in 附件说明: (paragraph, number, name)."""
    found, open_list = [], False
    for paragraph in filled(package):
        first = re.match(r"^附件：(?:([0-9]+)\.)?\s*(.+)$", paragraph.text.strip())
        more = re.match(r"^([0-9]+)\.\s*(.+)$", paragraph.text.strip()) if open_list else None
        if first or more:
            number, name = (first or more).groups()
            found.append((paragraph, number or "", name.strip()))
        open_list = bool(first or more)
    return found


@rule("E2", "7.3.4", Severity.MUST, "附件说明与附件逐一对应，名称后不加标点")
def annexes_named(package: Package) -> Breaches:
    notes, titles = annex_notes(package), annex_titles(package)
    for paragraph, _, name in notes:
        if name[-1:] in "。；，、：":
            yield quote(paragraph.text), f"名称后有标点 {name[-1]}"
    if not notes and not titles:
        return
    named = [(number, name.rstrip("。；，、：")) for _, number, name in notes]
    there = [(number, title.text.strip() if title is not None else "") for _, number, title in titles]
    if named != there:
        yield "附件", f"附件说明列出 {len(named)} 个，附件有 {len(there)} 个，或序号、名称不一致"


@rule("E3", "7.3.7", Severity.MUST, "附件另面编排，“附件”二字用 3 号黑体顶格")
def annex_pages(package: Package) -> Breaches:
    for paragraph, _, _title in annex_titles(package):
        run = paragraph.main_run
        starts = paragraph.flag("w:pageBreakBefore") or (
            paragraph.section is not None and paragraph.section.blocks and paragraph.section.blocks[0] is paragraph.element
        )
        if not starts:
            yield quote(paragraph.text), "附件没有另面编排"
        if run.font not in HEITI or run.size not in (15.75, 16):
            yield quote(paragraph.text), f"字体 {run.font}，字号 {run.size:g} 磅" if run.size else f"字体 {run.font}"
        if int(paragraph.effective("w:ind", "firstLine") or 0) or int(paragraph.effective("w:ind", "firstLineChars") or 0):
            yield quote(paragraph.text), "没有顶格"


@rule("E4", "7.3.5", Severity.MUST, "署名在成文日期之上，成文日期靠右")
def signature(package: Package) -> Breaches:
    for paragraph in filled(package):
        if not DATE.match(paragraph.text.strip()) or paragraph.section is None or paragraph.effective("w:jc", "val") == "center":
            continue
        if paragraph.effective("w:jc", "val") not in ("right", "end"):
            yield quote(paragraph.text), "成文日期没有靠右"
            continue
        if not int(paragraph.effective("w:ind", "rightChars") or 0) and not int(paragraph.effective("w:ind", "right") or 0):
            previous = before(package, paragraph)
            width = len(previous.text.strip()) if previous is not None else 0
            if width < 9:
                yield quote(paragraph.text), "成文日期没有右空字"


@rule("E5", "7.3.5.5", Severity.MUST, "不用“此页无正文”，署名不与正文分页")
def signature_page(package: Package) -> Breaches:
    paragraphs = filled(package)
    for place, paragraph in enumerate(paragraphs):
        if "此页无正文" in paragraph.text:
            yield quote(paragraph.text), "出现“此页无正文”"
        dated = DATE.match(paragraph.text.strip()) and paragraph.effective("w:jc", "val") in ("right", "end")
        if dated and place and not paragraphs[place - 1].flag("w:keepNext"):
            yield quote(paragraphs[place - 1].text), "署名可能与成文日期分在两页"


def imprint(package: Package) -> list[Paragraph]:
    """Paragraphs of the imprint, in the body or in a text box."""
    found = [Paragraph(package, element) for element in package.body.iter(f"{{{NS['w']}}}p")]
    return [p for p in found if _own_text(p).startswith("抄送：") or re.search(r"20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日印发$", _own_text(p).strip())]


def _own_text(paragraph: Paragraph) -> str:
    """A paragraph's own text, a text box's paragraphs included (Paragraph.text leaves boxes to themselves)."""
    inner = list(paragraph.element.iterfind("w:r/w:t", NS))
    return "".join(node.text or "" for node in inner)


@rule("E6", "7.4.2", Severity.MUST, "抄送用 4 号仿宋体字，末尾用句号")
def copies(package: Package) -> Breaches:
    for paragraph in imprint(package):
        text = _own_text(paragraph).strip()
        if text.startswith("抄送：") and not text.endswith("。"):
            yield quote(text), "抄送机关后没有句号"
        if text.startswith("抄送:"):
            yield quote(text), "抄送后的冒号是半角"


@rule("E7", "7.4.1", Severity.MUST, "版记的首条和末条分隔线为粗线（0.35 mm）")
def imprint_rules(package: Package) -> Breaches:
    paragraphs = imprint(package)
    if not paragraphs:
        return
    edges = set()
    for paragraph in paragraphs:
        for edge in ("top", "bottom"):
            size = paragraph.effective(f"w:pBdr/w:{edge}", "sz")
            if size is None:
                cell = next((a for a in paragraph.element.iterancestors(f"{{{NS['w']}}}tc", f"{{{NS['w']}}}tbl")), None)
                border = None if cell is None else next(cell.iter(f"{{{NS['w']}}}{edge}"), None)
                size = None if border is None else border.get(f"{{{NS['w']}}}sz")
            if size is not None:
                edges.add(int(size))
    if 8 not in edges:
        yield "版记", "没有 0.35 mm（1 磅）的分隔线"
