"""Addressee, annexes, signature and date (GB/T 9704-2012, 7.3.2, 7.3.4, 7.3.5, 7.3.7)."""

from __future__ import annotations

import re

from evaluation.conform.package import Package, Paragraph
from evaluation.conform.reading import DATE, addressee_of, annexes_of, before, filled, titles_of
from evaluation.conform.rule import HOUSE_CLAUSE, Breaches, Severity, quote, rule
from evaluation.conform.rules.fonts import HEITI, SIZE_3, width, wrong_face

HALF = 0.5
"""Characters by which an indent may differ: nobody sees it, and programs round."""
LIST_HEAD = re.compile(r"^附件：(?:([0-9]+)\.)?\s*(.+)$")
LIST_ITEM = re.compile(r"^([0-9]+)\.\s*(.+)$")
ORGANISATION = re.compile(r"^.{2,60}(人民政府|委员会|厅|局|办公室):$")


@rule("E1", "7.3.2", Severity.MUST, "主送机关居左顶格，末尾用全角冒号，标题下空一行")
def addressee(package: Package) -> Breaches:
    paragraphs, titles = filled(package), titles_of(package)
    for one, two in zip(paragraphs, paragraphs[1:], strict=False):
        if one in titles and ORGANISATION.match(two.text.strip()):
            yield quote(two.text), "主送机关后的冒号是半角"
    found = addressee_of(package)
    if found is None:
        return
    if found.space("firstLine") or found.space("left"):
        yield quote(found.text), "主送机关没有顶格"
    previous = before(package, found)
    if previous is not None and previous.text.strip():
        yield quote(found.text), "标题与主送机关之间没有空一行"


# ---------------------------------------------------------------------------------------------- annexes


def annex_notes(package: Package) -> list[tuple[Paragraph, str, str]]:
    """The names in 附件说明: (paragraph, number, name)."""
    found, listing = [], False
    for paragraph in filled(package):
        text = paragraph.text.strip()
        match = LIST_HEAD.match(text) or (LIST_ITEM.match(text) if listing else None)
        if match:
            found.append((paragraph, match.group(1) or "", match.group(2).strip()))
        listing = bool(match)
    return found


def is_annex(package: Package) -> bool:
    """Whether the document is itself an annex, sent on its own: who lists and signs it is the document it belongs to."""
    first, annexes = filled(package)[:1], annexes_of(package)[:1]
    return bool(first and annexes) and annexes[0][0].element is first[0].element


@rule("E2", "7.3.4", Severity.MUST, "附件说明与附件逐一对应，名称后不加标点")
def annexes_named(package: Package) -> Breaches:
    notes, annexes = annex_notes(package), annexes_of(package)[is_annex(package) :]
    for paragraph, _, name in notes:
        if name[-1:] in "。；，、：":
            yield quote(paragraph.text), f"名称后有标点 {name[-1]}"
    listed = [(number, name.rstrip("。；，、：")) for _, number, name in notes]
    there = [(number, "" if title is None else title.text.replace("\n", "").strip()) for _, number, title in annexes]
    for place in range(max(len(listed), len(there))):
        one, two = (list_[place] if place < len(list_) else None for list_ in (listed, there))
        if one is None:
            yield quote(annexes[place][0].text), "附件说明中没有"
        elif two is None:
            yield quote(notes[place][0].text), "没有这个附件"
        elif one != two:
            yield quote(notes[place][0].text), f"附件处的序号和名称是 {quote(''.join(two))}"


@rule("E3", "7.3.4", Severity.MUST, "附件说明在正文下空一行，左空二字，回行与名称对齐")
def annex_list(package: Package) -> Breaches:
    for place, (paragraph, number, _) in enumerate(annex_notes(package)):
        previous = before(package, paragraph)
        if place == 0 and previous is not None and previous.text.strip():
            yield quote(paragraph.text), "与正文之间没有空一行"
        label = 3 + width(f"{number}." if number else "")
        first = paragraph.space("left") - paragraph.space("hanging") + paragraph.space("firstLine")
        wanted = 2 if place == 0 else 5
        if abs(first - wanted) > HALF:
            yield quote(paragraph.text), f"左空 {first:.1f} 字，应空 {wanted} 字"
        elif paragraph.space("hanging") and abs(paragraph.space("left") - 2 - label) > HALF:
            yield quote(paragraph.text), "回行没有与附件名称对齐"


@rule("E4", "7.3.7", Severity.MUST, "附件另面编排，“附件”二字及序号用 3 号黑体顶格")
def annex_pages(package: Package) -> Breaches:
    for paragraph, _, _title in annexes_of(package):
        section = paragraph.section
        starts = paragraph.flag("w:pageBreakBefore") or (section is not None and section.blocks[:1] == (paragraph.element,))
        if not starts:
            yield quote(paragraph.text), "附件没有另面编排"
        wrong = wrong_face(paragraph.main_run, HEITI, SIZE_3)
        if wrong:
            yield quote(paragraph.text), wrong
        if paragraph.space("firstLine") or paragraph.space("left"):
            yield quote(paragraph.text), "没有顶格"


@rule("E5", "7.3.7", Severity.MUST, "附件标题居中编排在版心第三行")
def annex_titles(package: Package) -> Breaches:
    paragraphs = package.paragraphs
    for label, _, title in annexes_of(package):
        if title is None:
            yield quote(label.text), "附件没有标题"
        elif paragraphs.index(title) - paragraphs.index(label) != 2:
            yield quote(title.text), f"在第 {paragraphs.index(title) - paragraphs.index(label) + 1} 行"


# ---------------------------------------------------------------------------------------------- signature and date


def signed(package: Package) -> list[tuple[Paragraph | None, Paragraph]]:
    """(signature, date) wherever a date stands alone below the title; on a cover it stands in the middle."""
    paragraphs = filled(package)
    pairs = zip((None, *paragraphs), paragraphs, strict=False)
    return [(one, two) for one, two in pairs if DATE.match(two.text.strip()) and two.alignment != "center"]


@rule("E6", "7.3.5", Severity.MUST, "署名和成文日期靠右，按两者的长短空字")
def signature(package: Package) -> Breaches:
    for organisation, date in signed(package):
        if organisation is None or organisation in titles_of(package) or width(organisation.text) > 26:
            yield quote(date.text), "成文日期之上没有署名"
        elif date.alignment != "right":
            yield quote(date.text), "成文日期没有靠右"
        else:
            yield from _wrong_indents(organisation, date)


def _wrong_indents(organisation: Paragraph, date: Paragraph) -> Breaches:
    n, d = width(organisation.text), width(date.text)
    unsealed = (2, n - d) if n >= d else (4 + d - n, 2)
    sealed = (max(4 + d / 2 - n / 2, 0), 4)
    found = (organisation.space("right"), date.space("right"))
    if not any(all(abs(one - two) <= HALF for one, two in zip(found, wanted, strict=True)) for wanted in (unsealed, sealed)):
        yield (
            quote(organisation.text),
            f"署名右空 {found[0]:.1f} 字、日期右空 {found[1]:.1f} 字，应为 {unsealed[0]:g} 字、{unsealed[1]:g} 字（加盖印章时 {sealed[0]:g} 字、4 字）",
        )


@rule("E7", "7.3.5.5", Severity.MUST, "不用“此页无正文”，署名不与正文分页")
def signature_page(package: Package) -> Breaches:
    for paragraph in filled(package):
        if "此页无正文" in paragraph.text:
            yield quote(paragraph.text), "出现“此页无正文”"
    for organisation, date in signed(package):
        if date.alignment == "right" and organisation is not None and not organisation.flag("w:keepNext"):
            yield quote(organisation.text), "署名可能与成文日期分在两页"


@rule("E8", HOUSE_CLAUSE, Severity.HOUSE, "文末有署名和成文日期")
def dated(package: Package) -> Breaches:
    if not signed(package) and not is_annex(package):
        yield "全文", "没有成文日期"
