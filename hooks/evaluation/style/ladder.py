"""一、（一）1.（1）: the numbers of headings, read and written."""

from __future__ import annotations

import re
from dataclasses import dataclass

CHINESE = "一二三四五六七八九十"
FORMS = (
    re.compile(rf"([{CHINESE}百零]+)、"),
    re.compile(rf"（([{CHINESE}百零]+)）"),
    re.compile(r"([0-9]{1,2})[.．](?![0-9])"),
    re.compile(r"（([0-9]{1,2})）"),
)
SHAPES = ("{}、", "（{}）", "{}.", "（{}）")


@dataclass(frozen=True)
class Step:
    level: int
    """1 to 4."""
    number: int
    end: int
    """Where the number ends in its line."""

    @property
    def text(self) -> str:
        return written(self.level, self.number)


def step_of(text: str) -> Step | None:
    """The number with which a line begins; None when it begins with none."""
    for level, form in enumerate(FORMS, 1):
        found = form.match(text)
        number = number_of(found[1]) if found else None
        if found and number is not None:
            return Step(level, number, found.end())
    return None


def number_of(text: str) -> int | None:
    """一 … 九十九, or digits."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return CHINESE.index(text) + 1 if len(text) == 1 and text in CHINESE else None
    if (tens and tens not in CHINESE) or len(ones) > 1 or (ones and ones not in CHINESE):
        return None
    return (CHINESE.index(tens) + 1 if tens else 1) * 10 + (CHINESE.index(ones) + 1 if ones else 0)


def written(level: int, number: int) -> str:
    return SHAPES[level - 1].format(_chinese(number) if level < 3 else number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else CHINESE[tens - 1] + "十"
    return head + (CHINESE[ones - 1] if ones else "")
