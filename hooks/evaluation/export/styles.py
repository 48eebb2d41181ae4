"""The styles of an official document, one row each, and how a row becomes `w:style`."""

from __future__ import annotations

from dataclasses import dataclass, field

from evaluation.export.fonts import faces
from evaluation.export.geometry import BODY_SIZE, INDENT, LINE, TRACKING
from evaluation.export.ooxml import Element, w

EXACT, AT_LEAST, AUTO = "exact", "atLeast", "auto"


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes in points, distances in twips. Nothing but body text has an indent of its own."""

    id: str
    name: str
    font: str = "仿宋"
    size: float = BODY_SIZE
    line: int = LINE
    rule: str = EXACT
    align: str = "both"
    indent: int = 0
    """First-line indent in characters."""
    left: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 0
    tracking: int = TRACKING
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None
    tabs: tuple[tuple[str, str, int], ...] = field(default=())
    """(kind, leader, position)."""

    @property
    def on_grid(self) -> bool:
        return self.rule == EXACT and self.line == LINE


CELLS = {
    12.0: {False: "TableText", True: "TableHead"},
    10.5: {False: "TableText5", True: "TableHead5"},
    9.0: {False: "TableTextSmall", True: "TableHeadSmall"},
}
"""Cell styles by size in points; True is the header's."""

BODY, TITLE, FIGURE, CAPTION_ABOVE, CAPTION_BELOW = (
    "BodyText", "Title", "Figure", "TableCaption", "FigureCaption",
)  # fmt: skip
NOTE, UNIT_NOTE, BLANK, ADDRESSEE, ANNEX_LIST, SIGNATURE, ANNEX_LABEL, ANNEX_TITLE, CARRIER, MARK = (
    "TableNote", "TableUnit", "BlankLine", "Addressee", "AnnexList", "Signature", "AnnexLabel", "AnnexTitle",
    "Carrier", "FaultMark",
)  # fmt: skip
COVER_TITLE, COVER_LINE, COVER_NOTE, CONTENTS_TITLE, IMPRINT, RULE = (
    "CoverTitle", "CoverLine", "CoverNote", "ContentsTitle", "Imprint", "ImprintRule",
)  # fmt: skip

PARAGRAPHS = (
    Style("Normal", "Normal"),
    Style(BODY, "Body Text", indent=2),
    Style("Heading1", "heading 1", font="黑体", indent=2, keep_next=True, keep_lines=True, outline=0),
    Style("Heading2", "heading 2", font="楷体", indent=2, keep_next=True, keep_lines=True, outline=1),
    Style("Heading3", "heading 3", indent=2, keep_next=True, keep_lines=True, outline=2),
    Style("Heading4", "heading 4", indent=2, keep_next=True, keep_lines=True, outline=3),
    Style(TITLE, "Title", font="标宋", size=22, line=640, align="center", tracking=0, keep_lines=True),
    Style(BLANK, "公文空行"),
    Style(ADDRESSEE, "公文主送机关"),
    Style(ANNEX_LIST, "公文附件说明", keep_lines=True),
    Style(SIGNATURE, "公文署名日期", align="right", keep_lines=True),
    Style(ANNEX_LABEL, "公文附件序号", font="黑体", page_break=True, keep_next=True),
    Style(
        ANNEX_TITLE,
        "公文附件标题",
        font="标宋",
        size=22,
        line=640,
        align="center",
        tracking=0,
        keep_next=True,
        outline=0,
    ),
    Style(
        CAPTION_ABOVE,
        "公文表题",
        font="黑体",
        size=14,
        line=480,
        align="center",
        before=120,
        tracking=0,
        keep_next=True,
    ),
    Style(UNIT_NOTE, "公文表单位", size=12, line=320, align="right", tracking=0, keep_next=True),
    *(
        Style(id_, label, font=font, size=size, line=line, align=align, tracking=0)
        for size, line, word in ((12.0, 320, ""), (10.5, 290, "五号"), (9.0, 250, "小五"))
        for id_, label, font, align in (
            (CELLS[size][False], f"公文表内{word}", "仿宋", "left"),
            (CELLS[size][True], f"公文表头{word}", "黑体", "center"),
        )
    ),
    Style(NOTE, "公文表注", size=10.5, line=300, align="left", tracking=0),
    # The line of a picture is as high as the picture and the descent of its font: a font of 1 pt leaves the picture.
    Style(FIGURE, "公文图", size=1, line=240, rule=AUTO, align="center", before=120, tracking=0, keep_next=True),
    Style(CAPTION_BELOW, "公文图题", font="黑体", size=14, line=480, align="center", after=60, tracking=0),
    Style(CARRIER, "公文分节", size=1, line=20, tracking=0),
    Style(MARK, "公文待改", font="黑体", indent=2, keep_next=True),
    Style(COVER_TITLE, "公文封面标题", font="标宋", size=26, line=800, align="center", tracking=0),
    Style(COVER_LINE, "公文封面署名", font="楷体", size=18, line=640, align="center", tracking=0),
    Style(COVER_NOTE, "公文封面说明", size=12, line=400, align="center", tracking=0),
    Style(CONTENTS_TITLE, "公文目录标题", font="标宋", size=22, line=640, align="center", tracking=0, after=LINE),
    Style("TOC1", "toc 1", font="黑体", align="left", tabs=(("right", "dot", 8845),)),
    Style("TOC2", "toc 2", align="left", left=630, tabs=(("right", "dot", 8845),)),
    Style(IMPRINT, "公文版记", size=14, line=450, align="left", left=280, tracking=0),
    Style(RULE, "公文版记线", size=1, line=20, tracking=0),
    Style("Footer", "footer", font="宋体", size=14, line=320, align="right", tracking=0),
    Style("FootnoteText", "footnote text", size=9, line=260, align="left", tracking=0),
)
BY_ID = {style.id: style for style in PARAGRAPHS}


EMPHASES = (
    ("Emphasis", "公文强调", "黑体"),
    ("RunInHeading1", "公文一级标题", "黑体"),
    ("RunInHeading2", "公文二级标题", "楷体"),
)
"""Id, name and face of the character styles that stand for bold text."""


def style_sheet(preset: str) -> Element:
    return w(
        "styles",
        _defaults(preset),
        *[_paragraph_style(style, preset) for style in PARAGRAPHS],
        *_built_in(preset),
    )


def _defaults(preset: str) -> Element:
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run = w(
        "rPr",
        faces(preset, "仿宋"),
        w("color", val="000000"),
        w("kern", val=0),
        w("sz", val=32),
        w("szCs", val=32),
        language,
    )
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr")))


def _paragraph_style(style: Style, preset: str) -> Element:
    normal = style.id == "Normal"
    head = [w("name", val=style.name)]
    if not normal:
        head += [w("basedOn", val="Normal"), w("next", val=_next(style))]
    head.append(w("qFormat"))
    attributes = {"type": "paragraph", "styleId": style.id} | ({"default": 1} if normal else {})
    return w("style", *head, _paragraph_properties(style), _run_properties(style, preset), **attributes)


def _next(style: Style) -> str:
    return BODY if style.outline is not None or style.id in (TITLE, ADDRESSEE) else style.id


def _paragraph_properties(style: Style) -> Element:
    switches = {"keepNext": style.keep_next, "keepLines": style.keep_lines, "pageBreakBefore": style.page_break}
    found = [w(key) for key, on in switches.items() if on]
    if style.id == "Normal":
        # Automatic space beside digits and letters and hanging punctuation would break the grid of 28 characters.
        found += [w(key, val=0) for key in ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN")]
    if style.tabs:
        found.append(w("tabs", *[w("tab", val=kind, leader=leader, pos=at) for kind, leader, at in style.tabs]))
    if not style.on_grid:
        found.append(w("snapToGrid", val=0))
    if style.outline is not None:
        found.append(w("outlineLvl", val=style.outline))
    return w("pPr", *found, _spacing(style), _indent(style), w("jc", val=style.align))


def _spacing(style: Style) -> Element:
    return w("spacing", before=style.before, after=style.after, line=style.line, lineRule=style.rule)


def _indent(style: Style) -> Element:
    # Both spellings of "none" are written, so that neither leaks in from the style below.
    first = {"firstLineChars": style.indent * 100, "firstLine": INDENT if style.indent else 0}
    sides = {"left": style.left, "right": style.left if style.id == IMPRINT else 0}
    return w("ind", **sides, **first)


def _run_properties(style: Style, preset: str) -> Element:
    size = int(style.size * 2)
    return w(
        "rPr",
        faces(preset, style.font),
        w("b", val=0),
        w("i", val=0),
        w("spacing", val=style.tracking),
        w("sz", val=size),
        w("szCs", val=size),
    )


def _built_in(preset: str) -> list[Element]:
    def character(id_: str, label: str, *marks: Element, **attributes: str | int) -> Element:
        return w("style", w("name", val=label), w("rPr", *marks), type="character", styleId=id_, **attributes)

    return [
        character("DefaultParagraphFont", "Default Paragraph Font", default=1),
        character("Hyperlink", "Hyperlink", w("color", val="000000"), w("u", val="none")),
        character("FootnoteReference", "footnote reference", w("vertAlign", val="superscript")),
        *[character(key, label, faces(preset, face), w("b", val=0)) for key, label, face in EMPHASES],
        w("style", w("name", val="No List"), type="numbering", styleId="NoList", default=1),
        _plain_table(),
        _official_table(),
    ]


def _plain_table() -> Element:
    margins = w(
        "tblCellMar",
        w("top", w=0, type="dxa"),
        w("left", w=57, type="dxa"),
        w("bottom", w=0, type="dxa"),
        w("right", w=57, type="dxa"),
    )
    table = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    return w("style", w("name", val="Normal Table"), table, type="table", styleId="TableNormal", default=1)


def _official_table() -> Element:
    """Outer rules 1 pt, inner rules 0.5 pt, no shading."""

    def rules(**sizes: int) -> Element:
        return w("tblBorders", *[w(side, val="single", sz=size, space=0, color="auto") for side, size in sizes.items()])

    borders = rules(top=8, left=8, bottom=8, right=8, insideH=4, insideV=4)
    margins = w(
        "tblCellMar",
        w("top", w=40, type="dxa"),
        w("left", w=57, type="dxa"),
        w("bottom", w=40, type="dxa"),
        w("right", w=57, type="dxa"),
    )
    table = w("tblPr", w("tblInd", w=0, type="dxa"), borders, margins)
    return w("style", w("name", val="Table"), w("basedOn", val="TableNormal"), table, type="table", styleId="Table")
