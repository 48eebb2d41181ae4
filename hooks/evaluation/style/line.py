"""What the rules of style read and what they find: a plain line, and a slip at a place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A paragraph, heading or row as a reader sees it. What is no text (code, references) stands in it as `HIDDEN`."""

    text: str
    heading: bool = False
    """Whether it is known to stand as a heading of its own."""
    apart: bool = False
    """Whether a new page or part begins with it: numbers may begin anew."""
    row: bool = False
    """Whether it is a row of a table."""

    @property
    def head(self) -> str:
        """The heading in it: all of a heading; of a run-in one what stands before the first full stop."""
        if self.heading:
            return self.text
        stop = self.text.find("。")
        return self.text[:stop] if 0 < stop <= HEAD and NUMBER.match(self.text) else ""


HIDDEN = "\ufffc"
HEAD = 40
"""Characters up to which what stands before the first full stop may be a heading."""
NUMBER = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]{1,2}\.(?![0-9])|（[0-9]{1,2}）")


@dataclass(frozen=True)
class Slip:
    """Something written otherwise than official texts are: the characters `start` to `end` of a line, from 0."""

    line: int
    start: int
    end: int
    what: str
    fix: str
    new: str | None = None
    """What comes in its place, where that is certain."""
    note: bool = False
    """Whether it is advice."""
