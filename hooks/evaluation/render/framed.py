"""How every table of the site is set: framed, columns of words told from figures, states in colour, totals at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

STATUS = {"●": "good", "◆": "fair", "▲": "late", "■": "bad", "○": "none"}
"""Glyph → class: a status is told by glyph, word and colour together."""
TOTALS = ("合计", "旗区合计", "全市")
TITLE = 6
"""Characters after which a column's title may wrap."""
WORDY, LONG, COLUMNS = 12, 30, 20
"""Characters from which a column may wrap, from which it needs room, and how many columns are looked at."""


class Cell(NamedTuple):
    text: str
    html: str
    """What stands between its tags."""


def mark_status(cell: Element) -> None:
    """A cell that begins with a status glyph shows it in the status's colour."""
    text = (cell.text or "").strip()
    if not text and len(cell) == 1 and cell[0].tag == "a" and not (cell[0].tail or "").strip():
        mark_status(cell[0])
    elif text[:1] in STATUS:
        span = Element("span", {"class": f"status status-{STATUS[text[0]]}"})
        span.text, cell.text = text, ""
        span.tail = " " if len(cell) else None
        cell.insert(0, span)


def framed(table: Element) -> Element:
    """The table in a frame in which a wide one scrolls; the totals it ends in at the foot, where no sorting moves them."""
    frame = Element("div", {"class": "table"})
    frame.append(table)
    rows = [[_text(cell) for cell in row] for row in table.iterfind("tbody/tr")]
    table.set("class", table_class(rows))
    for title in table.iter("th"):
        if is_long(_text(title)):
            title.set("class", "long")
    body, count = table.find("tbody"), totals(rows)
    if count:
        SubElement(table, "tfoot").extend(body[-count:])
        del body[-count:]
    return frame


def _text(cell: Element) -> str:
    return "".join(cell.itertext())


def framed_html(titles: Sequence[Cell], rows: Sequence[Sequence[Cell]], alignments: Sequence[str]) -> str:
    """What `framed` would make of them, as HTML; what stands within the frame. A column's alignment may be empty."""
    opened = [f' align="{kind}"' if kind else "" for kind in alignments]
    kinds = [' class="long"' if is_long(title.text) else "" for title in titles]
    head = "\n".join(f"<th{align}{kind}>{title.html}</th>" for align, kind, title in zip(opened, kinds, titles, strict=True))
    texts = [[cell.text for cell in row] for row in rows]
    pattern = "\n".join(["<tr>", *(f"<td{align}>%s</td>" for align in opened), "</tr>\n"])
    lines = [pattern % tuple(cell.html for cell in row) for row in rows]
    body = len(lines) - totals(texts)
    foot = f"<tfoot>{''.join(lines[body:])}</tfoot>" if body < len(lines) else ""
    return (
        f'<table class="{table_class(texts)}">\n<thead>\n<tr>\n{head}\n</tr>\n</thead>\n'
        f"<tbody>\n{''.join(lines[:body])}</tbody>\n{foot}</table>\n"
    )


def is_long(title: str) -> bool:
    return len(title) > TITLE


def totals(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the end are totals: only there, else a row would not stand where the document has it."""
    count = sum(1 for _ in takewhile(lambda row: row[0].strip() in TOTALS, reversed(rows)))
    return count if count < len(rows) else 0


def table_class(rows: Sequence[Sequence[str]]) -> str:
    return " ".join(["data", *column_kinds(rows)])


def column_kinds(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """m3 for a third column whose words may wrap, l3 for one of sentences; columns of short words and figures have none."""
    for place, texts in enumerate(list(zip(*rows, strict=False))[:COLUMNS], 1):
        longest = max(map(len, texts))
        if longest > WORDY:
            yield f"{'l' if longest > LONG else 'm'}{place}"
