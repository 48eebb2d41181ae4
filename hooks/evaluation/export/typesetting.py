"""How wide text is and where its lines break: what a layout program would do on the grid of an official page."""

from __future__ import annotations

import re
import unicodedata

NO_LINE_START = set("，。、；：？！）》〉」』】〕〗”’…·％‰℃,.;:?!)]}%")
NO_LINE_END = set("（《〈「『【〔〖“‘([{")

TIMES = dict(
    zip(
        map(chr, range(32, 127)),
        (
            250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
            500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
            556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
            722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
            278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
        ),
        strict=True,
    )
)  # fmt: skip
"""Widths of the Western face in thousandths of its size."""

TOKEN = re.compile(r"[!-~]+|\s|.", re.DOTALL)


def ems(text: str) -> float:
    """Width of text in characters of its own size: a Chinese one is 1, a digit half."""
    return sum(TIMES[c] / 1000 if c in TIMES else 0 if unicodedata.combining(c) else 1 for c in text)


def width(text: str, size: float, tracking: int = 0) -> float:
    """Width in twips at a size in points, with `tracking` twips after each character."""
    return ems(text) * size * 20 + tracking * len(text)


def tokens(text: str) -> list[str]:
    """The pieces between which a line may break: single Chinese characters, whole Western words and figures."""
    pieces: list[str] = []
    for piece in TOKEN.findall(text):
        if pieces and (piece[0] in NO_LINE_START or pieces[-1][-1] in NO_LINE_END):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def lines(text: str, room: float, size: float, tracking: int = 0, first: float = 0) -> int:
    """Number of lines that text takes in `room` twips, its first line indented by `first` twips."""
    return sum(
        _lines(part, room, size, tracking, first if number == 0 else 0) for number, part in enumerate(text.split("\n"))
    )


def _lines(text: str, room: float, size: float, tracking: int, first: float) -> int:
    count, used = 1, first
    for token in tokens(text):
        need = width(token, size, tracking)
        # The last character of a line may lose its tracking, and a space may hang over the edge.
        if used + need > room + 1 and token != " ":
            broken = need > room
            if broken:
                count += int((used + need - 1) // room) if used else int((need - 1) // room)
                used = (used + need) % room
                continue
            count, used = count + 1, 0.0
        used += need
    return count


def widest_token(text: str, size: float) -> float:
    """What a column must be wide enough for, in twips."""
    return max((width(token, size) for token in tokens(text)), default=0)
