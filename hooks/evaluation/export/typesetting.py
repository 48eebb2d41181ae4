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

MARKS = re.escape("".join(sorted(mark for mark in NO_LINE_START | NO_LINE_END if not mark.isascii())))
PIECE = re.compile(rf"[^\x00-~\s{MARKS}]+|[!-~]+|.", re.DOTALL)
"""Chinese characters without marks, a Western word, or anything else."""
WESTERN = re.compile(r"[ -~]+")

Run = tuple[int, float, int]
"""So many pieces, each of so many ems and so many characters, between and after which a line may break."""


@dataclass(frozen=True)
class Setting:
    """How text is set: size in points, and twips after each character."""

    size: float
    tracking: int = 0


@lru_cache(maxsize=20_000)
def ems(text: str) -> float:
    """Width of text in characters of its own size: a Chinese one is 1, a digit half."""
    western = "".join(WESTERN.findall(text))
    return len(text) - len(western) + sum(map(TIMES.__getitem__, western)) / 1000


def width(text: str, size: float, tracking: int = 0) -> float:
    """Width in twips at a size in points, with `tracking` twips after each character."""
    return ems(text) * size * 20 + tracking * len(text)


BLANK: Run = (1, ems(" "), 1)
"""Never begins a line: it hangs over the end of the last one."""


@lru_cache(maxsize=20_000)
def runs(text: str) -> tuple[Run, ...]:
    """The pieces between which a line may break: Chinese characters with the marks that belong to them, Western words."""
    found: list[tuple[int, str]] = []
    for piece in PIECE.findall(text):
        if found and (piece[0] in NO_LINE_START or found[-1][1][-1] in NO_LINE_END):
            _join(found, piece)
        else:
            found.append(_alike(piece))
    return tuple([BLANK if piece == " " else (count, ems(piece), len(piece)) for count, piece in found])


def _alike(piece: str) -> tuple[int, str]:
    """Chinese characters are all as wide as the first."""
    return (1, piece) if piece[0] <= "~" else (len(piece), piece[0])


def _join(found: list[tuple[int, str]], piece: str) -> None:
    """The last piece and the next, of each of which there may be several, stay together."""
    (count, last), (more, first) = found.pop(), _alike(piece)
    if count > 1:
        found.append((count - 1, last))
    found.append((1, last + first))
    if more > 1:
        found.append((more - 1, first))


@lru_cache(maxsize=20_000)
def widest(text: str) -> float:
    """Width in ems of the widest piece: what a column must be wide enough for."""
    return max([ems for _, ems, _ in runs(text)], default=0)


def lines(text: str, room: float, setting: Setting, first: float = 0) -> int:
    """Number of lines that text takes in `room` twips, its first line indented by `first` twips."""
    if "\n" not in text:
        return _lines(text, room, setting, first)
    head, *rest = text.split("\n")
    return _lines(head, room, setting, first) + sum(_lines(part, room, setting, 0) for part in rest)


def _lines(text: str, room: float, setting: Setting, first: float) -> int:
    if first + width(text, setting.size, setting.tracking) <= room:
        return 1
    em = setting.size * 20
    count, used = 1, first
    for run in runs(text):
        pieces, wide, characters = run
        need = wide * em + setting.tracking * characters
        while used + pieces * need > room + 1 and run is not BLANK:
            here = min(max(int((room + 1 - used) // need), 0), pieces - 1)
            # The piece after these is the first that does not fit.
            pieces -= here + 1
            if need <= room:
                count, used = count + 1, need
            else:
                # A word longer than a line is cut wherever the line ends.
                full, used = divmod(used + here * need + need, room)
                count += int(full)
        used += pieces * need
    return count
