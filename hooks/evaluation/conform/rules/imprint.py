"""版记 on the last page (GB/T 9704-2012, 7.4): its rules, 抄送, and who printed it when."""

from __future__ import annotations

import re
from functools import lru_cache

from evaluation.conform.package import NS, Package, Paragraph, number, w
from evaluation.conform.rule import Breaches, Severity, quote, rule
from evaluation.conform.rules.elements import HALF
from evaluation.conform.rules.fonts import FANGSONG, wrong_face

SIZE_4 = (14,)
PRINTED = re.compile(r"^(?P<who>.+?)[\s　]+20[0-9]{2}年(?P<day>[0-9]{1,2}月[0-9]{1,2}日)印发$")
THICK, THIN = (7, 8, 9), (5, 6, 7)
"""0.35 mm and 0.25 mm in eighths of a point, as programs round them."""


@lru_cache(maxsize=4)
def rows_of(package: Package) -> tuple[Paragraph, ...]:
    """The paragraphs of the imprint with text: in a text box, a table or the text itself."""
    found = [Paragraph(package, element) for element in package.body.iter(w("p"))]
    return tuple(row for row in found if re.match(r"抄送[:：]", row.text.strip()) or re.search(r"日\s*印发$", row.text.strip()))


def holder_of(row: Paragraph):
    """What holds the imprint's paragraphs: a text box, a table, or the body."""
    return next(row.element.iterancestors(w("txbxContent"), w("tbl"), w("body")))


@rule("I1", "7.4.2", Severity.MUST, "抄送机关用 4 号仿宋体字，冒号全角，最后用句号")
def copies(package: Package) -> Breaches:
    for row in rows_of(package):
        text = row.text.strip()
        wrong = wrong_face(row.main_run, FANGSONG, SIZE_4)
        if wrong:
            yield quote(text), wrong
        if text.startswith("抄送:"):
            yield quote(text), "抄送后的冒号是半角"
        if text.startswith("抄送") and not text.endswith("。"):
            yield quote(text), "最后一个抄送机关后没有句号"


@rule("I2", "7.4.2", Severity.MUST, "抄送机关左右各空一字，回行与冒号后的首字对齐")
def copy_indents(package: Package) -> Breaches:
    for row in (row for row in rows_of(package) if row.text.strip().startswith("抄送")):
        hanging, left = row.space("hanging"), row.space("left")
        if abs(left - hanging - 1) > HALF or abs(row.space("right") - 1) > HALF:
            yield quote(row.text), f"左空 {left - hanging:.1f} 字，右空 {row.space('right'):.1f} 字"
        elif abs(hanging - 3) > HALF:
            yield quote(row.text), "回行没有与冒号后的首字对齐"


@rule("I3", "7.4.3", Severity.MUST, "印发机关和印发日期在同一行，日期后加“印发”，不编虚位")
def printer(package: Package) -> Breaches:
    for row in (row for row in rows_of(package) if row.text.strip().endswith("印发")):
        match = PRINTED.match(row.text.strip())
        if not match:
            yield quote(row.text), "没有写作“机关　××××年×月×日印发”"
        elif re.match(r"0|[0-9]+月0", match["day"]):
            yield quote(row.text), f"{match['day']} 编了虚位"
        elif abs(row.space("left") - row.space("hanging") + row.space("firstLine") - 1) > HALF:
            yield quote(row.text), "印发机关没有左空一字"


@rule("I4", "7.4.1", Severity.MUST, "版记首条和末条分隔线为粗线（0.35 mm），中间为细线（0.25 mm）")
def rules(package: Package) -> Breaches:
    rows = rows_of(package)
    if not rows:
        return
    sizes = _rules(holder_of(rows[0]))
    if len(sizes) < 2:
        yield "版记", "没有首条和末条分隔线"
    elif sizes[0] not in THICK or sizes[-1] not in THICK:
        yield "版记", f"首条 {sizes[0] / 8:g} 磅，末条 {sizes[-1] / 8:g} 磅，应为 1 磅"
    elif any(size not in THIN for size in sizes[1:-1]):
        yield "版记", "中间的分隔线应为 0.75 磅"


def _rules(holder) -> list[int]:
    """Sizes of the rules from top to bottom: of a table's borders, else of its paragraphs'."""
    edges = ("top", "insideH", "bottom") if holder.tag == w("tbl") else ("top", "between", "bottom")
    path = "w:tblPr/w:tblBorders" if holder.tag == w("tbl") else "w:p/w:pPr/w:pBdr"
    found = [(edge, number(border, "sz")) for box in holder.iterfind(path, NS) for edge in edges for border in box.iterfind(f"w:{edge}", NS)]
    return [size for _, size in found if size is not None]


@rule("I5", "7.4", Severity.MUST, "版记在最后一面，末条分隔线与版心下边缘重合")
def place(package: Package) -> Breaches:
    rows = rows_of(package)
    if not rows:
        return
    box = next(rows[-1].element.iterancestors(w("drawing")), None)
    anchor = None if box is None else box.find("wp:anchor/wp:positionV", NS)
    if anchor is not None and (anchor.get("relativeFrom") != "margin" or anchor.findtext("wp:align", None, NS) != "bottom"):
        yield "版记", "没有对齐版心下边缘"
    block = next((element for element in rows[-1].element.iterancestors() if element.getparent() is package.body), rows[-1].element)
    after = ("".join(text.text or "" for text in later.iter(w("t"))) for later in block.itersiblings())
    text = next((text for text in after if text.strip()), None)
    if text:
        yield quote(text), "版记之后还有内容"
