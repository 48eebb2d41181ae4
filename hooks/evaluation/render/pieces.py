"""A page's Markdown cut at its headings, where nothing on one side can change what the other side means."""

from __future__ import annotations

import re
from itertools import takewhile

HEADING = re.compile(r"^(?=## )", re.MULTILINE)
REACHING = re.compile(r"<[a-zA-Z/!?]|\[\^|^(?:```|~~~)", re.MULTILINE)
"""A tag or code, which may be left open, or a footnote, which stands at the end of all: from here on nothing is cut."""
DEFINED = re.compile(r"^ {0,3}\[(?!\^)[^\]]*\]:", re.MULTILINE)
"""The address of a link that may be written anywhere."""
FENCE = re.compile(r"^:::( )?", re.MULTILINE)
"""The begin of a box, or, without a name, its end."""


def pieces(text: str) -> list[str]:
    """The pieces, which joined are the text; the text alone where it cannot be cut, or begins with such a heading."""
    found = HEADING.split(text)
    if not found[0] or DEFINED.search(text) or not all(map(_closed, found)):
        return [text]
    apart = [*takewhile(lambda piece: not REACHING.search(piece), found)]
    return [*apart, "".join(found[len(apart) :])] if len(apart) < len(found) else apart


def begins(text: str) -> int:
    """How many headings there are at which it may be cut."""
    return len(HEADING.findall(text))


def _closed(piece: str) -> bool:
    """Whether every box ends that begins here."""
    depth = 0
    for begins in FENCE.findall(piece):
        depth += 1 if begins else -1
        if depth < 0:
            return False
    return not depth
