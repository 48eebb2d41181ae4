"""A title over several lines: words stay whole, lines are of like length, none is wider than its room."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations

from evaluation.export.typesetting import NO_LINE_END, NO_LINE_START, ems

WORDS = [
    "鄂尔多斯市",
    "应急体系建设",
    "应急管理",
    "应急体系",
    "重点项目",
    "主要指标",
    "工作任务",
    "规划",
    "实施情况",
    "实施",
    "情况",
    "中期评估",
    "自评估报告",
    "自评估",
    "评估报告",
    "评估",
    "报告",
    "意见采纳",
    "采纳情况",
    "调整建议",
    "联络人员",
    "人员",
    "名单",
    "工作",
    "建设",
    "汇总表",
    "情况表",
    "建议表",
    "表",
]
QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
ROOM_AT = {26: 17, 24: 18, 22: 20}
"""Characters of a line on the cover at each size in points."""
MOST_LINES = 4


def cover_lines(title: str, whole: tuple[str, ...] = ()) -> tuple[int, tuple[str, ...], bool]:
    """Size in points, lines, and whether every line fits. A line break in the title is kept."""
    for size, room in ROOM_AT.items():
        lines = title_lines(title, room, whole)
        if len(lines) <= MOST_LINES and all(ems(line) <= room for line in lines):
            return size, lines, True
    size, room = min(ROOM_AT.items())
    return size, title_lines(title, room, whole), False


def title_lines(title: str, room: int, whole: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Lines of at most `room` characters where that can be had without breaking a word."""
    return tuple(line for part in title.split("\n") for line in _broken(part.strip(), room, whole))


@lru_cache
def _broken(title: str, room: int, whole: tuple[str, ...]) -> tuple[str, ...]:
    if ems(title) <= room:
        return (title,)
    pieces = _pieces(title, whole)
    for count in range(2, MOST_LINES + 1):
        fitting = [lines for lines in _divisions(pieces, count) if all(ems(line) <= room for line in lines)]
        if fitting:
            return min(fitting, key=_raggedness)
    return (title,)


def _divisions(pieces: tuple[str, ...], count: int) -> list[tuple[str, ...]]:
    return [
        tuple("".join(pieces[start:end]) for start, end in zip((0, *cuts), (*cuts, len(pieces)), strict=True))
        for cuts in combinations(range(1, len(pieces)), count - 1)
    ]


def _raggedness(lines: tuple[str, ...]) -> float:
    widths = [ems(line) for line in lines]
    mean = sum(widths) / len(widths)
    # The standard wants a trapezium or a rhombus: equal lines look like neither, a longer last line like a mistake.
    return sum((wide - mean) ** 2 for wide in widths) + (3 if len(set(widths)) == 1 else 0)


def _pieces(title: str, whole: tuple[str, ...]) -> tuple[str, ...]:
    words = sorted((*whole, *WORDS), key=len, reverse=True)
    pattern = re.compile("|".join([QUOTED.pattern, *map(re.escape, words), r"[!-~]+", "."]))
    pieces: list[str] = []
    for piece in pattern.findall(title):
        if pieces and (piece[0] in NO_LINE_START or pieces[-1][-1] in NO_LINE_END):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)
