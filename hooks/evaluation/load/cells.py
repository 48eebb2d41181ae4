"""CSV text to rows of cells that know their place; as strict as the YAML half, since spreadsheets write it."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.load.faults import Faults


@dataclass(frozen=True)
class Cell:
    """`column` is the character's column in the file, not the cell's number."""

    text: str
    line: int
    column: int


Row = tuple[Cell, ...]


def read_rows(text: str, faults: Faults) -> tuple[Row, ...]:
    """The rows that have anything in them; one with a fault has no cells.

    Reading ends at a quotation mark that is never closed.
    """
    scanner = _Scanner(text, faults)
    rows = []
    while scanner.more:
        row = scanner.row()
        if row is None:
            break
        if scanner.spoilt:
            rows.append(())
        elif any(cell.text for cell in row):
            rows.append(row)
    return tuple(rows)


class _Scanner:
    """One pass over the characters, counting lines and columns as an editor does."""

    def __init__(self, text: str, faults: Faults) -> None:
        self.text = text
        self.faults = faults
        self.at = 0
        self.line = 1
        self.line_start = 0
        self.spoilt = False
        """Whether the last row cannot be trusted."""

    @property
    def more(self) -> bool:
        return self.at < len(self.text)

    def row(self) -> Row | None:
        self.spoilt = False
        cells = []
        while True:
            cell = self.cell()
            if cell is None:
                return None
            cells.append(cell)
            end = self.text[self.at : self.at + 1]
            self.at += 1
            if end == "\n":
                self._new_line()
            if end != ",":
                return tuple(cells)

    def cell(self) -> Cell | None:
        line, column = self.line, self.at - self.line_start + 1
        text = self._quoted(line, column) if self.text.startswith('"', self.at) else self._bare()
        return None if text is None else Cell(text.strip(" \t"), line, column)

    def _bare(self) -> str:
        ends = [end for end in (self.text.find(",", self.at), self.text.find("\n", self.at)) if end >= 0]
        start, self.at = self.at, min(ends, default=len(self.text))
        return self.text[start : self.at]

    def _quoted(self, line: int, column: int) -> str | None:
        parts = []
        while True:
            end = self.text.find('"', self.at + 1)
            if end < 0:
                self.faults.add(line, column, "双引号没有成对，后面的各行都读不出来", "补上另一半双引号", "syntax")
                return None
            parts.append(self.text[self.at + 1 : end])
            self._count_lines(self.at + 1, end)
            self.at = end + 1
            if not self.text.startswith('"', self.at):
                break
        if self.text[self.at : self.at + 1] not in (",", "\n", ""):
            self.faults.add(line, column, "双引号后面还有文字", "把整格放进一对双引号，格内的双引号写两遍", "syntax")
            self._bare()
            self.spoilt = True
        return '"'.join(parts)

    def _count_lines(self, start: int, end: int) -> None:
        lines = self.text.count("\n", start, end)
        if lines:
            self.line += lines
            self.line_start = self.text.rfind("\n", start, end) + 1

    def _new_line(self) -> None:
        self.line += 1
        self.line_start = self.at
