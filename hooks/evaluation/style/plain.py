"""Plain text as the rules of style read it: a paragraph a line, pages apart by several blank lines."""

from __future__ import annotations

from evaluation.style.line import Line

PAGE = 3
"""So many blank lines stand where a page ended."""


def lines_of_text(text: str) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """Each line, and where in it its text begins."""
    found, starts, blank = [], [], 0
    for line in text.split("\n"):
        shown = line.strip()
        found.append(Line(shown, apart=bool(shown) and ("\f" in line or blank >= PAGE)))
        starts.append(len(line) - len(line.lstrip()))
        blank = 0 if shown else blank + 1
    return tuple(found), tuple(starts)
