"""What stands after the text: list of annexes, signature and date, and the imprint on the last page's lower edge."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.export.geometry import CHARACTER, EMU, PORTRAIT
from evaluation.export.letter import Letter, chinese_date
from evaluation.export.ooxml import MC, NAMESPACES, WP, WPS, A, Element, paragraph, run, w
from evaluation.export.styles import ANNEX_LIST, BLANK, BY_ID, IMPRINT, RULE, SIGNATURE
from evaluation.export.typesetting import Setting, ems, lines, width
from lxml import etree

FIRST_AND_LAST, MIDDLE = 8, 6
"""Rules of the imprint in eighths of a point: 0.35 mm and 0.25 mm."""
RULE_LINE = 40
"""Height of a rule's paragraph with the rule itself."""
OUTER = 280
"""One 四号 character."""
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def annex_list(titles: Sequence[str]) -> list[Element]:
    """附件：…, numbered when there are several; what does not fit a line goes on under the title's first character."""
    if not titles:
        return []
    numbers = [f"{number}." for number in range(1, len(titles) + 1)] if len(titles) > 1 else [""]
    label = 3 * CHARACTER
    blocks = [paragraph(BLANK)]
    for position, (number, title) in enumerate(zip(numbers, titles, strict=True)):
        digits = round(width(number, 16, -5))
        hanging = digits if position else label + digits
        indent = w("ind", left=2 * CHARACTER + label + digits, hanging=hanging, firstLineChars=0)
        blocks.append(paragraph(ANNEX_LIST, ("" if position else "附件：") + number + title, indent=indent))
    return blocks


def signature(letter: Letter) -> list[Element]:
    """署名 and 成文日期, kept with each other; indents as the standard computes them."""
    if not letter.signed:
        return []
    organisation, date = ems(letter.signature), ems(letter.written_date)
    right_of_organisation, right_of_date = (sealed if letter.sealed else unsealed)(organisation, date)
    keep = {"keepNext": w("keepNext")}
    gap = [] if letter.sealed else [paragraph(BLANK, keep=w("keepNext"))]
    return [
        *gap,
        paragraph(SIGNATURE, letter.signature, indent=_right(right_of_organisation), **keep),
        paragraph(SIGNATURE, letter.written_date, indent=_right(right_of_date)),
    ]


def unsealed(organisation: float, date: float) -> tuple[float, float]:
    """Characters left free at the right of signature and date (7.3.5.2): the date begins two further right."""
    if organisation >= date:
        return 2, organisation - date
    return 4 + date - organisation, 2


def sealed(organisation: float, date: float) -> tuple[float, float]:
    """7.3.5.1: four characters right of the date, the signature centred over it."""
    return max(4 + date / 2 - organisation / 2, 0), 4


def _right(characters: float) -> Element:
    return w("ind", right=round(max(characters, 0) * CHARACTER), firstLineChars=0, firstLine=0)


# ---------------------------------------------------------------------------------------------- imprint


def imprint(letter: Letter) -> list[Element]:
    """版记 in a text box that stands on the lower edge of the last page's text.

    Its paragraph is as high as the box, so the text before it can never run into the box: it moves on as a whole.
    """
    if not letter.printer:
        return []
    rows, height = _rows(letter)
    box = w("r", _text_box(rows, height))
    spacing = w("spacing", before=0, after=0, line=height, lineRule="exact")
    return [paragraph(RULE, box, spacing=spacing)]


def _rows(letter: Letter) -> tuple[list[Element], int]:
    style = BY_ID[IMPRINT]
    rows = [_rule(FIRST_AND_LAST)]
    count = 1
    if letter.copies:
        text = f"抄送：{'，'.join(letter.copies)}。"
        hanging = round(width("抄送：", style.size))
        room = PORTRAIT.text_width - 2 * OUTER
        count += lines(text, room - hanging, Setting(style.size), first=-hanging)
        rows.append(
            paragraph(
                IMPRINT, text, indent=w("ind", left=OUTER + hanging, right=OUTER, hanging=hanging, firstLineChars=0)
            )
        )
        rows.append(_rule(MIDDLE))
    printed = f"{chinese_date(letter.print_date)}印发" if letter.print_date else ""
    tabs = w("tabs", w("tab", val="right", pos=PORTRAIT.text_width - OUTER))
    rows.append(paragraph(IMPRINT, letter.printer, w("r", w("tab")), run(printed), tabs=tabs))
    rows.append(_rule(FIRST_AND_LAST))
    return rows, count * style.line + RULE_LINE * sum(
        1 for row in rows if row.find("w:pPr/w:pBdr", NAMESPACES) is not None
    )


def _rule(size: int) -> Element:
    return paragraph(RULE, border=w("pBdr", w("top", val="single", sz=size, space=0, color="000000")))


def _text_box(rows: list[Element], height: int) -> Element:
    def make(space: str, tag: str, *children: Element, **attributes: str | int) -> Element:
        element = etree.Element(f"{{{space}}}{tag}", {key: str(value) for key, value in attributes.items()})
        element.extend(children)
        return element

    def words(space: str, tag: str, text: str) -> Element:
        element = make(space, tag)
        element.text = text
        return element

    wide, high = PORTRAIT.text_width * EMU, height * EMU
    geometry = make(A, "prstGeom", make(A, "avLst"), prst="rect")
    frame = make(A, "xfrm", make(A, "off", x=0, y=0), make(A, "ext", cx=wide, cy=high))
    shape = make(
        WPS,
        "wsp",
        make(WPS, "cNvSpPr", txBox=1),
        make(WPS, "spPr", frame, geometry, make(A, "noFill"), make(A, "ln", make(A, "noFill"))),
        make(WPS, "txbx", w("txbxContent", *rows)),
        make(WPS, "bodyPr", make(A, "noAutofit"), lIns=0, tIns=0, rIns=0, bIns=0, anchor="b"),
    )
    graphic = make(A, "graphic", make(A, "graphicData", shape, uri=SHAPE))
    anchor = make(
        WP,
        "anchor",
        make(WP, "simplePos", x=0, y=0),
        make(WP, "positionH", words(WP, "align", "left"), relativeFrom="margin"),
        make(WP, "positionV", words(WP, "align", "bottom"), relativeFrom="margin"),
        make(WP, "extent", cx=wide, cy=high),
        make(WP, "effectExtent", l=0, t=0, r=0, b=0),
        make(WP, "wrapNone"),
        make(WP, "docPr", id=9999, name="版记", descr="版记：抄送机关、印发机关和印发日期"),
        make(WP, "cNvGraphicFramePr"),
        graphic,
        distT=0, distB=0, distL=0, distR=0, simplePos=0, relativeHeight=1,
        behindDoc=0, locked=0, layoutInCell=1, allowOverlap=1,
    )  # fmt: skip
    return make(MC, "AlternateContent", make(MC, "Choice", w("drawing", anchor), Requires="wps"))
