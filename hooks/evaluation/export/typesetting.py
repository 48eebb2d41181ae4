"""How wide text is and where its lines break: what a layout program would do on the grid of an official page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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

BORDER = re.compile(r"[\u3400-\u9fff](?=[A-Za-z0-9])|[A-Za-z0-9](?=[\u3400-\u9fff])")
"""Where a program may set a space between Chinese and Western text."""
TOKEN = re.compile(r"[!-~]+|\s|.", re.DOTALL)
WESTERN = re.compile(r"[ -~]+")


@dataclass(frozen=True)
class Setting:
    """How text is set: size in points, twips after each character, and the space beside Western words in ems."""

    size: float
    tracking: int = 0
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Token:
    """What stands on one line: a Chinese character with the marks that belong to it, a Western word, a figure."""

    text: str
    ems: float


@lru_cache(maxsize=20_000)
def ems(text: str) -> float:
    """Width of text in characters of its own size: a Chinese one is 1, a digit half."""
    western = "".join(WESTERN.findall(text))
    return len(text) - len(western) + sum(map(TIMES.__getitem__, western)) / 1000


def width(text: str, size: float, tracking: int = 0) -> float:
    """Width in twips at a size in points, with `tracking` twips after each character."""
    return ems(text) * size * 20 + tracking * len(text)


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The pieces between which a line may break."""
    pieces: list[str] = []
    for piece in TOKEN.findall(text):
        if pieces and (piece[0] in NO_LINE_START or pieces[-1][-1] in NO_LINE_END):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(map(_token, pieces))


@lru_cache(maxsize=20_000)
def _token(piece: str) -> Token:
    return Token(piece, ems(piece))


@lru_cache(maxsize=20_000)
def widest(text: str) -> float:
    """Width in ems of the widest piece: what a column must be wide enough for."""
    return max((token.ems for token in tokens(text)), default=0)


def lines(text: str, room: float, setting: Setting, first: float = 0) -> int:
    """Number of lines that text takes in `room` twips, its first line indented by `first` twips."""
    if "\n" not in text:
        return _lines(text, room, setting, first)
    head, *rest = text.split("\n")
    return _lines(head, room, setting, first) + sum(_lines(part, room, setting, 0) for part in rest)


def _lines(text: str, room: float, setting: Setting, first: float) -> int:
    em = setting.size * 20
    gaps = len(BORDER.findall(text)) if setting.gap else 0
    if first + width(text, setting.size, setting.tracking) + gaps * setting.gap * em <= room:
        return 1
    count, used, before = 1, first, " "
    for token in tokens(text):
        need = token.ems * em + setting.tracking * len(token.text)
        gap = setting.gap * em if gaps and BORDER.match(before[-1] + token.text[0]) else 0
        if used + gap + need <= room + 1 or token.text == " ":
            used += gap + need
        elif need <= room:
            count, used = count + 1, need
        else:
            # A word longer than a line is cut wherever the line ends.
            full, used = divmod(used + gap + need, room)
            count += int(full)
        before = token.text
    return count
