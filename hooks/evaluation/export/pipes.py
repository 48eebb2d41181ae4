"""Pipe tables of plain words, read cell by cell: they cost pandoc ten times as much as paragraphs, and say the same names
and verdicts ten thousand times."""

from __future__ import annotations

import re

from evaluation.export.plain import cell
from evaluation.export.vetting import NO_ATTRIBUTES, Node

ROW = re.compile(r"\|(?:(?:\\.|[^\\|`])*\|)+ *")
"""After a backslash a bar divides nothing, nor does it between back quotes: those are left to pandoc."""
CELL = re.compile(r"\|((?:\\.|[^\\|])*)(?=\|)")
RULER = re.compile(r"(:?)-+(:?)")
SIDES = {("", ""): "AlignDefault", (":", ""): "AlignLeft", ("", ":"): "AlignRight", (":", ":"): "AlignCenter"}
AS_ITS_COLUMN = {"t": "AlignDefault"}


def table(text: str) -> Node | None:
    """None where it is pandoc's."""
    divided = [_divided(line) for line in text.split("\n")]
    if None in divided or len(divided) < 2 or len(set(map(len, divided))) > 1:
        return None
    ruler = [RULER.fullmatch(each) for each in divided.pop(1)]
    rows = [[cell(each) for each in row] for row in divided]
    if None in ruler or not any(rows[0]) or any(None in row for row in rows):
        return None
    sides = [[{"t": SIDES[each.groups()]}, {"t": "ColWidthDefault"}] for each in ruler]
    head, *body = [[NO_ATTRIBUTES, [[NO_ATTRIBUTES, AS_ITS_COLUMN, 1, 1, each] for each in row]] for row in rows]
    ends = [NO_ATTRIBUTES, [head]], [NO_ATTRIBUTES, []]
    return {"t": "Table", "c": [NO_ATTRIBUTES, [None, []], sides, ends[0], [[NO_ATTRIBUTES, 0, [], body]], ends[1]]}


def _divided(line: str) -> list[str] | None:
    """Its cells; None where it is no row, or may be divided otherwise."""
    if not line.startswith("|"):
        return None
    if "\\" in line or "`" in line:
        cells = CELL.findall(line) if ROW.fullmatch(line) else None
    else:
        _, *cells, after = line.split("|")
        cells = None if after.strip(" ") else cells
    return [each.strip(" \t") for each in cells] if cells else None
