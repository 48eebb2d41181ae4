"""Authors' text on its way into a document: of pandoc's tree only what an official document may hold passes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from evaluation.export.fault import Fault, path_of
from evaluation.export.ooxml import ILLEGAL
from evaluation.export.pictures import Album, Unreadable
from evaluation.problems import Place, Problem

Node = dict
"""One node of pandoc's JSON tree: `t` its kind, `c` its content."""

NO_ATTRIBUTES = ["", [], []]
LINKS_OUT = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
LINKS_IN = re.compile(r"(#|/|\.{0,2}/|[^:\\]*$)")
ANNEX = re.compile(r"附件([1-9][0-9]?)(?![0-9])")
DEEPEST = 4
LADDER = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+\.|（[0-9]+）)")


@dataclass
class Vetting:
    """One pass over one part of a manuscript; `faults` and the album fill as it goes."""

    source: str
    album: Album
    annexes: int = 0
    """How many annexes the document has."""
    level: int = 0
    """Level of the last heading."""
    unit: str | None = None
    cells: dict[int, list[Node]] = field(default_factory=dict)
    """What passes of a cell, by its identity, in all parts: cells that say the same are one, and most stand often."""
    faults: list[Fault] = field(default_factory=list)
    in_table: bool = False

    def blocks(self, nodes: list[Node]) -> list[Node]:
        return [kept for node in nodes for kept in BLOCKS.get(node["t"], _no_blocks)(self, node.get("c"))]

    def inlines(self, nodes: list[Node]) -> list[Node]:
        return [kept for node in nodes for kept in INLINES.get(node["t"], _no_inlines)(self, node.get("c"))]

    def cell(self, nodes: list[Node]) -> list[Node]:
        kept = self.cells.get(id(nodes))
        if kept is None:
            before = len(self.faults)
            kept = self.blocks(nodes)
            # A fault is told wherever it stands.
            if len(self.faults) == before:
                self.cells[id(nodes)] = kept
        return kept

    def fault(self, what: str, fix: str, rule: str, *said: str) -> None:
        place = Place(path_of(self.source))
        self.faults.append(Fault(Problem(place, what, fix, rule=rule, unit=self.unit), said))

    def as_written(self, target: str) -> str:
        """An address as the author wrote it beside the text; the manuscript gives it from the root."""
        return target.removeprefix(f"/{str(PurePosixPath(self.source).parent)}/")


def text(nodes: object) -> str:
    """The plain text of a tree, for messages."""
    if isinstance(nodes, dict):
        return (
            " " if nodes["t"] in ("Space", "SoftBreak") else nodes["c"] if nodes["t"] == "Str" else text(nodes.get("c"))
        )
    return "".join(text(node) for node in nodes if isinstance(node, dict | list)) if isinstance(nodes, list) else ""


def said(inlines: list[Node]) -> str:
    """What a reader sees of them; of a footnote nothing."""
    return "".join([SAID.get(inline["t"], text)(inline.get("c")) for inline in inlines])


SAID: dict[str, Callable] = {
    "Str": str,
    **dict.fromkeys(("Space", "SoftBreak", "LineBreak"), lambda _: " "),
    **dict.fromkeys(("Note", "Field"), lambda _: ""),
}


def string(content: str) -> Node:
    return {"t": "Str", "c": ILLEGAL.sub("", content)}


def styled(style: str, inlines: list[Node]) -> Node:
    """A paragraph of one of our own styles, or inlines of one."""
    return {"t": "Styled", "c": [style, inlines]}


def mark(what: str) -> Node:
    """How a fault shows in the document itself."""
    return string(f"【{what}】")


# ---------------------------------------------------------------------------------------------- inlines


def _no_inlines(vetting: Vetting, content: object) -> list[Node]:
    return []


def _string(vetting: Vetting, content: str) -> list[Node]:
    missing = _missing_annexes(content, vetting.annexes)
    for number in missing:
        what = f"文中提到附件{number}，但这份文件没有附件{number}"
        vetting.fault(what, "补上附件，或改正文中的附件号", "missing-annex", f"附件{number}")
        content = content.replace(f"附件{number}", f"附件{number}【缺附件{number}】", 1)
    return [string(content)]


def _missing_annexes(content: str, annexes: int) -> list[str]:
    if "附件" not in content:
        return []
    # 《通知》附件2 is another document's annex.
    found = [match for match in ANNEX.finditer(content) if not content[: match.start()].endswith(("》", "〉", "的"))]
    return sorted({match[1] for match in found if int(match[1]) > annexes}, key=int)


def _plain(vetting: Vetting, content: list[Node]) -> list[Node]:
    return vetting.inlines(content)


def _attributed(vetting: Vetting, content: list) -> list[Node]:
    return vetting.inlines(content[1])


def _wrapped(kind: str) -> Callable[[Vetting, list[Node]], list[Node]]:
    return lambda vetting, content: [{"t": kind, "c": vetting.inlines(content)}]


def _kept(kind: str) -> Callable[[Vetting, object], list[Node]]:
    return lambda vetting, content: [{"t": kind}]


def _verbatim(vetting: Vetting, content: list) -> list[Node]:
    """Code, formulas and raw text show as what was typed."""
    return [string(content[1])]


def _link(vetting: Vetting, content: list) -> list[Node]:
    """Web and mail addresses stay links; links between pages keep their words, others are named too."""
    _, shown, (target, _) = content
    words = vetting.inlines(shown)
    if LINKS_OUT.fullmatch(target):
        return [{"t": "Link", "c": [NO_ATTRIBUTES, words, [target, ""]]}]
    if not LINKS_IN.match(target):
        what = f"链接 {target} 不能写进公文"
        vetting.fault(what, "只用 http、https、mailto 链接，或站内页面", "document-link", target)
        return [*words, mark("链接已删除")]
    return words


def _image(vetting: Vetting, content: list) -> list[Node]:
    _, shown, (target, _) = content
    alternative = ILLEGAL.sub("", text(shown))
    written = vetting.as_written(target)
    try:
        if vetting.in_table:
            raise Unreadable("表格里的图片放不进公文", "把图片移到表格之外")
        picture = vetting.album.take(target, vetting.source)
    except Unreadable as fault:
        vetting.fault(f"{fault.what}：{written}", fault.fix, "document-picture", written)
        return [mark(f"图片缺失：{alternative or written}")]
    if not alternative.strip():
        what = f"图片没有替代文字：{written}"
        vetting.fault(what, "在 ![ ] 的方括号里写明图中内容", "picture-alt", written)
        alternative = "图片（缺少说明）"
    wide, high = picture.extent
    marks = [["embed", picture.relationship], ["cx", str(wide)], ["cy", str(high)], ["alt", alternative]]
    return [{"t": "Span", "c": [["", ["picture"], marks], []]}]


def _note(vetting: Vetting, content: list[Node]) -> list[Node]:
    return [{"t": "Note", "c": vetting.blocks(content)}]


INLINES: dict[str, Callable] = {
    "Str": _string,
    "Space": _kept("Space"),
    "SoftBreak": _kept("SoftBreak"),
    "LineBreak": _kept("LineBreak"),
    "Strong": _wrapped("Strong"),
    "Superscript": _wrapped("Superscript"),
    "Subscript": _wrapped("Subscript"),
    "Emph": _plain,
    "Underline": _plain,
    "SmallCaps": _plain,
    "Strikeout": _plain,
    "Quoted": _attributed,
    "Cite": _attributed,
    "Span": _attributed,
    "Code": _verbatim,
    "Math": _verbatim,
    "RawInline": _verbatim,
    "Link": _link,
    "Image": _image,
    "Note": _note,
}

# ---------------------------------------------------------------------------------------------- blocks


def _no_blocks(vetting: Vetting, content: object) -> list[Node]:
    return []


def _paragraph(kind: str) -> Callable[[Vetting, list[Node]], list[Node]]:
    return lambda vetting, content: [{"t": kind, "c": vetting.inlines(content)}]


def _header(vetting: Vetting, content: list) -> list[Node]:
    level, _, shown = content
    words = vetting.inlines(shown)
    if level > vetting.level + 1:
        what = f"标题“{text(shown)}”是第{level}级，越过了第{vetting.level + 1}级"
        vetting.fault(what, "补上中间一级标题，或减少 # 的个数", "heading-level", *_as_typed(shown))
        words.append(mark("标题越级"))
    elif level > DEEPEST:
        what = f"标题“{text(shown)}”是第{level}级，公文标题最多四级"
        vetting.fault(what, "改为正文，或提高标题级别", "heading-level", *_as_typed(shown))
        words.append(mark("标题超过四级"))
    vetting.level = level
    return [{"t": "Header", "c": [min(level, DEEPEST), NO_ATTRIBUTES, words]}]


def _as_typed(shown: list[Node]) -> tuple[str, str]:
    """A heading in its author's file: its number was put before it later; else its words, wherever they stand."""
    title = LADDER.sub("", text(shown))
    return f"# {title}", title


def _code_block(vetting: Vetting, content: list) -> list[Node]:
    rows = [string(row) for row in content[1].split("\n")]
    return [{"t": "Para", "c": [node for row in rows for node in (row, {"t": "LineBreak"})][:-1]}]


def _line_block(vetting: Vetting, content: list[list[Node]]) -> list[Node]:
    return [{"t": "Para", "c": vetting.inlines(row)} for row in content]


def _contained(vetting: Vetting, content: list) -> list[Node]:
    return vetting.blocks(content[-1])


def _quotation(vetting: Vetting, content: list[Node]) -> list[Node]:
    return vetting.blocks(content)


def _bullets(vetting: Vetting, content: list[list[Node]]) -> list[Node]:
    return [{"t": "BulletList", "c": [vetting.blocks(item) for item in content]}]


def _numbers(vetting: Vetting, content: list) -> list[Node]:
    (start, *_), items = content
    style = [start, {"t": "Decimal"}, {"t": "Period"}]
    return [{"t": "OrderedList", "c": [style, [vetting.blocks(item) for item in items]]}]


def _definitions(vetting: Vetting, content: list) -> list[Node]:
    return [
        node
        for term, meanings in content
        for node in ({"t": "Para", "c": vetting.inlines(term)}, *(b for m in meanings for b in vetting.blocks(m)))
    ]


def _table(vetting: Vetting, content: list) -> list[Node]:
    _, _, columns, head, bodies, foot = content
    vetting.in_table = True
    plain = [[alignment, {"t": "ColWidthDefault"}] for alignment, _ in columns]
    rows = [[NO_ATTRIBUTES, body[1], _rows(vetting, body[2]), _rows(vetting, body[3])] for body in bodies]
    ends = [[NO_ATTRIBUTES, _rows(vetting, end[1])] for end in (head, foot)]
    vetting.in_table = False
    return [{"t": "Table", "c": [NO_ATTRIBUTES, [None, []], plain, ends[0], rows, ends[1]]}]


def _rows(vetting: Vetting, rows: list) -> list:
    return [
        [NO_ATTRIBUTES, [[NO_ATTRIBUTES, cell[1], cell[2], cell[3], vetting.cell(cell[4])] for cell in cells]]
        for _, cells in rows
    ]


BLOCKS: dict[str, Callable] = {
    "Para": _paragraph("Para"),
    "Plain": _paragraph("Plain"),
    "Header": _header,
    "CodeBlock": _code_block,
    "RawBlock": _code_block,
    "LineBlock": _line_block,
    "BlockQuote": _quotation,
    "BulletList": _bullets,
    "OrderedList": _numbers,
    "DefinitionList": _definitions,
    "Table": _table,
    "Figure": _contained,
    "Div": _contained,
}
"""What is not here (a horizontal rule) leaves nothing in a document."""
