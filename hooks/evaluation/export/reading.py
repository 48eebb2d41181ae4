"""Texts as pandoc reads them, with less for it to read: all parts at once, and what cells say once, however often.

A pipe table costs pandoc ten times as much as a paragraph, and a plan's tables say the same names and verdicts ten
thousand times. So every table gives way to a short one; its rows are divided here, and pandoc, still the only reader of
what a cell says, reads each in a table of one column. What might reach out of its cell or its part is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from evaluation.export.vetting import NO_ATTRIBUTES, Node

Read = Callable[[Sequence[str]], list[dict]]
Rows = list[list[str]]
"""The Markdown of each cell: the header, the ruler, and what follows."""

SEAM, PLACE = "\ue0f1", "\ue0f2"
"""Stand between two parts, and in a table's place; no text holds such characters."""
SHORT = f"| {PLACE} |\n| --- |\n"
REACHING = re.compile(r"```|~~~|\]:|\r")
"""Code that may not end, and what explains a bracket elsewhere."""
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
TABLE = re.compile(r"(?:\A|(?<=\n\n))(?:\|[^\n]*\n)+(?=\n|\Z)")
"""Between blank lines, at the start of its line: part of no list and of no paragraph."""
ROW = re.compile(r"\|(?:(?:\\.|[^\\|`])*\|)+ *")
"""After a backslash a bar divides nothing, nor does it between back quotes: those are left to pandoc."""
CELL = re.compile(r"\|((?:\\.|[^\\|])*)(?=\|)")
LINK = re.compile(r"\\.|\[[^\[\]\\|]*\]\([^\s()<>\\|]*\)")
"""What else begins with a bracket may be explained anywhere in the text."""
RULER = re.compile(r"(:?)-+(:?)")
SIDES = {("", ""): "AlignDefault", (":", ""): "AlignLeft", ("", ":"): "AlignRight", (":", ":"): "AlignCenter"}
AS_ITS_COLUMN = {"t": "AlignDefault"}
MANY = 20_000
known: dict[str, list[Node]] = {}
"""What the Markdown of a cell says: kept as long as this process lives, since the next document says it again; see `cells`."""


def read_once(markdowns: Sequence[str], read: Read) -> list[dict]:
    """`read(markdowns)`, pandoc's tree of each, but for columns' relative widths and headings' names: none is taken."""
    if not _apart(markdowns):
        return read(markdowns)
    tables: list[list[Rows]] = [[] for _ in markdowns]
    short = [_short(markdown, taken) for markdown, taken in zip(markdowns, tables, strict=True)]
    cells = _new_cells(rows for taken in tables for rows in taken)
    column = SHORT + "".join(f"| {cell} |\n" for cell in cells)
    (tree,) = read([f"\n\n{SEAM}\n\n".join([*short, column])])
    *parts, last = _parts(tree["blocks"])
    if [*map(_places, parts), _places(last)] != [*map(len, tables), 1] or len(_body(last[-1])) != len(cells):
        return read(markdowns)
    known.update(zip(cells, (row[1][0][4] for row in _body(last[-1])), strict=True))
    return [tree | {"blocks": _filled(part, taken)} for part, taken in zip(parts, tables, strict=True)]


def _apart(markdowns: Sequence[str]) -> bool:
    """Whether each means the same when the others stand beside it."""
    text = "".join(markdowns)
    labels = [label for markdown in markdowns for label in set(FOOTNOTE.findall(markdown))]
    marked = SEAM in text or PLACE in text or REACHING.search(FOOTNOTE.sub("", text))
    return not marked and len(set(labels)) == len(labels)


# ---------------------------------------------------------------------------------------------- before pandoc reads


def _short(markdown: str, tables: list[Rows]) -> str:
    """The text with a short table instead of each whose rows are put down."""

    def taken(match: re.Match) -> str:
        rows = _rows(match[0])
        if rows is None:
            return match[0]
        tables.append(rows)
        return SHORT

    return TABLE.sub(taken, markdown)


def _rows(table: str) -> Rows | None:
    """None where a cell read by itself might say something else."""
    *lines, _ = table.split("\n")
    divided = [_divided(line) for line in lines]
    if "[" in LINK.sub("", table) or None in divided:
        return None
    rows = [[cell.strip(" \t") for cell in cells] for cells in divided]
    regular = len(rows) > 1 and len(set(map(len, rows))) == 1 and any(rows[0]) and all(map(RULER.fullmatch, rows[1]))
    return rows if regular else None


def _divided(line: str) -> list[str] | None:
    """Its cells; None where it is no row, or may be divided otherwise."""
    if "\\" in line or "`" in line:
        return CELL.findall(line) if ROW.fullmatch(line) else None
    before, *cells, after = line.split("|")
    return cells if cells and not before and not after.strip(" ") else None


def _new_cells(tables: Iterator[Rows]) -> list[str]:
    """Each cell that was not read before, once."""
    if len(known) > MANY:
        known.clear()
    cells = (cell for head, _, *body in tables for row in (head, *body) for cell in row)
    return [cell for cell in dict.fromkeys(cells) if cell not in known]


# ---------------------------------------------------------------------------------------------- after pandoc has read


def _parts(blocks: list[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for block in blocks:
        if block == {"t": "Para", "c": [{"t": "Str", "c": SEAM}]}:
            parts.append([])
        else:
            parts[-1].append(block)
    return parts


def _is_place(block: Node) -> bool:
    heads = block["c"][3][1] if block["t"] == "Table" else []
    return [row[1][0][4] for row in heads] == [[{"t": "Plain", "c": [{"t": "Str", "c": PLACE}]}]]


def _places(blocks: list[Node]) -> int:
    return sum(map(_is_place, blocks))


def _body(table: Node) -> list:
    return table["c"][4][0][3]


def _filled(blocks: list[Node], tables: list[Rows]) -> list[Node]:
    rest = iter(tables)
    return [_table(next(rest)) if _is_place(block) else block for block in blocks]


def _table(rows: Rows) -> Node:
    head, ruler, *body = rows
    sides = [[{"t": SIDES[RULER.fullmatch(cell).groups()]}, {"t": "ColWidthDefault"}] for cell in ruler]
    bodies = [[NO_ATTRIBUTES, 0, [], [*map(_row, body)]]]
    told = [NO_ATTRIBUTES, [None, []], sides, [NO_ATTRIBUTES, [_row(head)]], bodies, [NO_ATTRIBUTES, []]]
    return {"t": "Table", "c": told}


def _row(cells: list[str]) -> list:
    return [NO_ATTRIBUTES, [[NO_ATTRIBUTES, AS_ITS_COLUMN, 1, 1, known[cell]] for cell in cells]]
