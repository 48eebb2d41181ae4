"""Texts as pandoc reads them, with less for it to read: all parts at once, and what is said again, once, however often.

A pipe table costs pandoc ten times as much as a paragraph, and a plan's tables say the same names and verdicts ten
thousand times; its documents share their headings, captions and notes. So every table is divided here, and pandoc, still the
only reader of what a cell or a line says, reads each cell in a table of one column and each line once. A short paragraph
keeps their place, since what stands beside a block may decide what that is. What might reach out of its cell, its line or
its part is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from evaluation.export.vetting import NO_ATTRIBUTES, Node

Read = Callable[[Sequence[str]], list[dict]]
Rows = list[list[str]]
"""The Markdown of each cell: the header, the ruler, and what follows."""

SEAM, PLACE = "\ue0f1", "\ue0f2"
"""Stand between two parts, and in the place of what is read apart; no text holds such characters."""
BETWEEN_PARTS = f"\n\n{SEAM}\n\n"
REACHING = re.compile(r"```|~~~|\]:|\r")
"""Code that may not end, and what explains a bracket elsewhere."""
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
BETWEEN = re.compile(r"\n\n(?=[^\n])")
TABLE = re.compile(r"(?:\|[^\n]*\n)*\|[^\n]*")
LINE = re.compile(r"(?:#{1,6} |[^\W_]|[“（《])[^\n<]*")
LIST = re.compile(r"[0-9]+[.)](?:\s|$)|.*\\[A-Za-z]")
"""A list goes on in the next block, and a macro in all that follow."""
PICTURE = re.compile(r"!\[([^\[\]\n]+)\]\(([^\s()<>\\]*)\)")
ROW = re.compile(r"\|(?:(?:\\.|[^\\|`])*\|)+ *")
"""After a backslash a bar divides nothing, nor does it between back quotes: those are left to pandoc."""
CELL = re.compile(r"\|((?:\\.|[^\\|])*)(?=\|)")
LINK = re.compile(r"\\.|\[[^\[\]\\|]*\]\([^\s()<>\\|]*\)")
"""What else begins with a bracket may be explained anywhere in the text."""
RULER = re.compile(r"(:?)-+(:?)")
SIDES = {("", ""): "AlignDefault", (":", ""): "AlignLeft", ("", ":"): "AlignRight", (":", ":"): "AlignCenter"}
AS_ITS_COLUMN = {"t": "AlignDefault"}
AT_ONCE = 1_000
"""So many cells pandoc reads with the text; the rest before it, since all of a city's at once take it 25 MB."""
MANY = 20_000
known: dict[str, list[Node]] = {}
"""What the Markdown of a cell says, and of a line: kept as long as this process lives, since the next document says it again;
see `cells`."""


@dataclass(frozen=True)
class Block:
    text: str
    rows: Rows | None = None
    """Of a table that is divided here."""
    line: str | None = None
    """What a line is known under that says the same wherever it stands: with a blank line behind it."""
    words: str | None = None
    """The same of the words of a picture, which pandoc reads three times within their brackets."""

    @property
    def apart(self) -> bool:
        return self.rows is not None or self.line is not None

    def says(self) -> list[Node]:
        return known[self.line] if self.rows is None else [_table(self.rows)]


def read_once(markdowns: Sequence[str], read: Read) -> list[dict]:
    """`read(markdowns)`, pandoc's tree of each, but for columns' relative widths and headings' names: none is taken."""
    if not _apart(markdowns):
        return read(markdowns)
    texts = [_divided(markdown) for markdown in markdowns]
    lines, cells = _new(texts)
    while len(cells) > AT_ONCE:
        some, cells = cells[:AT_ONCE], cells[AT_ONCE:]
        (tree,) = read([_column(some)])
        if not _learn(some, tree["blocks"]):
            return read(markdowns)
    (tree,) = read([BETWEEN_PARTS.join([*map(_rest, texts), "".join(lines), _column(cells)])])
    *parts, told, last = _parts(tree["blocks"])
    if [*map(_places, parts), len(told)] != [*map(_taken, texts), len(lines)] or not _learn(cells, last):
        return read(markdowns)
    known.update(zip(lines, ([block] for block in told), strict=True))
    return [tree | {"blocks": _filled(part, text)} for part, text in zip(parts, texts, strict=True)]


def _apart(markdowns: Sequence[str]) -> bool:
    """Whether each means the same when the others stand beside it."""
    text = "".join(markdowns)
    labels = [label for markdown in markdowns for label in set(FOOTNOTE.findall(markdown))]
    marked = SEAM in text or PLACE in text or REACHING.search(FOOTNOTE.sub("", text))
    return not marked and len(set(labels)) == len(labels)


# ---------------------------------------------------------------------------------------------- before pandoc reads


def _divided(markdown: str) -> list[Block]:
    parts = ((part, part.strip("\n")) for part in BETWEEN.split(markdown))
    return [_block(part, text) for part, text in parts if text]


def _block(part: str, text: str) -> Block:
    if TABLE.fullmatch(text):
        return Block(part, rows=_rows(text))
    picture = PICTURE.fullmatch(text)
    if picture and _stands_alone(picture[1]):
        return Block(f"![{PLACE}]({picture[2]})", words=f"{picture[1]}\n\n")
    return Block(part, line=f"{text}\n\n" if _stands_alone(text) else None)


def _stands_alone(line: str) -> bool:
    return bool(LINE.fullmatch(line)) and not LIST.match(line) and "[" not in LINK.sub("", line)


def _rows(table: str) -> Rows | None:
    """None where a cell read by itself might say something else."""
    divided = [_cells(line) for line in table.split("\n")]
    if "[" in LINK.sub("", table) or None in divided:
        return None
    rows = [[cell.strip(" \t") for cell in cells] for cells in divided]
    regular = len(rows) > 1 and len(set(map(len, rows))) == 1 and any(rows[0]) and all(map(RULER.fullmatch, rows[1]))
    return rows if regular else None


def _cells(line: str) -> list[str] | None:
    """Its cells; None where it is no row, or may be divided otherwise."""
    if "\\" in line or "`" in line:
        return CELL.findall(line) if ROW.fullmatch(line) else None
    before, *cells, after = line.split("|")
    return cells if cells and not before and not after.strip(" ") else None


def _new(texts: list[list[Block]]) -> tuple[list[str], list[str]]:
    """Each line and each cell that was not read before, once."""
    if len(known) > MANY:
        known.clear()
    blocks = [block for text in texts for block in text]
    tables = (block.rows for block in blocks if block.rows is not None)
    cells = (cell for head, _, *body in tables for row in (head, *body) for cell in row)
    lines = (line for block in blocks for line in (block.line, block.words) if line is not None)
    return tuple([said for said in dict.fromkeys(all_said) if said not in known] for all_said in (lines, cells))


def _column(cells: list[str]) -> str:
    return f"| {PLACE} |\n| --- |\n" + "".join(f"| {cell} |\n" for cell in cells)


def _rest(text: list[Block]) -> str:
    return "\n\n".join(PLACE if apart else "\n\n".join(block.text for block in run) for apart, run in _runs(text))


def _runs(text: list[Block]) -> list[tuple[bool, list[Block]]]:
    return [(apart, list(run)) for apart, run in groupby(text, lambda block: block.apart)]


def _taken(text: list[Block]) -> tuple[int, int]:
    """How many runs are read apart, and how many pictures' words."""
    return sum(apart for apart, _ in _runs(text)), sum(block.words is not None for block in text)


# ---------------------------------------------------------------------------------------------- after pandoc has read


def _parts(blocks: list[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for block in blocks:
        if block == _alone(SEAM):
            parts.append([])
        else:
            parts[-1].append(block)
    return parts


def _alone(sign: str) -> Node:
    return {"t": "Para", "c": [{"t": "Str", "c": sign}]}


def _places(blocks: list[Node]) -> tuple[int, int]:
    return blocks.count(_alone(PLACE)), sum(map(_is_picture, blocks))


def _is_picture(block: Node) -> bool:
    """Without its words."""
    content = block["c"] if block["t"] == "Para" else []
    return len(content) == 1 and content[0]["t"] == "Image" and content[0]["c"][1] == _alone(PLACE)["c"]


def _learn(cells: list[str], column: list[Node]) -> bool:
    """Whether pandoc read one in each row."""
    rows = column[0]["c"][4][0][3] if len(column) == 1 and column[0]["t"] == "Table" else []
    if len(rows) == len(cells):
        known.update(zip(cells, (row[1][0][4] for row in rows), strict=True))
    return len(rows) == len(cells)


def _filled(told: list[Node], text: list[Block]) -> list[Node]:
    runs = iter([run for apart, run in _runs(text) if apart])
    words = iter([known[block.words][0]["c"] for block in text if block.words is not None])
    found: list[Node] = []
    for node in told:
        if node == _alone(PLACE):
            found += [said for block in next(runs) for said in block.says()]
        elif _is_picture(node):
            attributes, _, target = node["c"][0]["c"]
            found.append({"t": "Para", "c": [{"t": "Image", "c": [attributes, next(words), target]}]})
        else:
            found.append(node)
    return found


def _table(rows: Rows) -> Node:
    head, ruler, *body = rows
    sides = [[{"t": SIDES[RULER.fullmatch(cell).groups()]}, {"t": "ColWidthDefault"}] for cell in ruler]
    bodies = [[NO_ATTRIBUTES, 0, [], [*map(_row, body)]]]
    told = [NO_ATTRIBUTES, [None, []], sides, [NO_ATTRIBUTES, [_row(head)]], bodies, [NO_ATTRIBUTES, []]]
    return {"t": "Table", "c": told}


def _row(cells: list[str]) -> list:
    return [NO_ATTRIBUTES, [[NO_ATTRIBUTES, AS_ITS_COLUMN, 1, 1, known[cell]] for cell in cells]]
