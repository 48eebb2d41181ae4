"""Heading numbers 一、（一）1.（1）, computed as literal text for the site and the documents alike."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evaluation.render.lines import lines

DIGITS = "零一二三四五六七八九"
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*$")
CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*#([A-Za-z][\w.-]*)[^}]*\}[ \t]*$")
DEEPEST = 6


def chinese(number: int) -> str:
    """1 → 一, 10 → 十, 11 → 十一, 20 → 二十, 99 → 九十九; beyond that in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


LABELS = (
    lambda number: f"{chinese(number)}、",
    lambda number: f"（{chinese(number)}）",
    lambda number: f"{number}.",
    lambda number: f"（{number}）",
)
"""By level from the first; deeper headings carry no number (GB/T 9704 knows four levels)."""


def label(level: int, number: int) -> str:
    """What stands before the title of the `number`th heading of this level (both from 1)."""
    return LABELS[level - 1](number) if level <= len(LABELS) else ""


@dataclass(frozen=True)
class Heading:
    level: int
    title: str
    anchor: str | None = None


def heading_of(line: str) -> Heading | None:
    """The ATX heading that a line of prose is, its own `{#id}` and closing hashes taken off."""
    match = HEADING.match(line)
    if match is None:
        return None
    title = CLOSING.sub("", match[2])
    attributes = ATTRIBUTES.search(title)
    anchor = attributes[1] if attributes else None
    return Heading(len(match[1]), ATTRIBUTES.sub("", title).strip(), anchor)


@dataclass(frozen=True)
class Counts:
    """How many headings of each level have been numbered so far; a heading starts all deeper levels anew."""

    levels: tuple[int, ...] = (0,) * DEEPEST

    def after(self, level: int) -> Counts:
        return Counts((*self.levels[: level - 1], self.levels[level - 1] + 1, *(0,) * (DEEPEST - level)))

    def of(self, level: int) -> int:
        return self.levels[level - 1]


def numbered(markdown: str, counts: Counts, stem: str, shift: int = 0, top: int = 1) -> tuple[str, Counts]:
    """The text with its headings moved down by `shift`, numbered on from `counts`, each with an ASCII id.

    The id is `stem` for a heading of level `top`, and `stem` with the positions below it for deeper ones
    (`tasks-2-1`), unless the author gave one.
    """
    result = []
    for line, code in lines(markdown):
        heading = None if code else heading_of(line)
        if heading is not None:
            level = min(heading.level + shift, DEEPEST)
            counts = counts.after(level)
            line = heading_line(
                level,
                label(level, counts.of(level)) + heading.title,
                heading.anchor or anchor(stem, counts, level, top),
            )
        result.append(line)
    return "\n".join(result), counts


def anchor(stem: str, counts: Counts, level: int, top: int) -> str:
    return "-".join([stem, *(str(counts.of(deeper)) for deeper in range(top + 1, level + 1))])


def heading_line(level: int, title: str, anchor: str | None) -> str:
    return f"{'#' * level} {title}" + (f" {{#{anchor}}}" if anchor else "")


def shifted(markdown: str, by: int) -> str:
    """The text with all headings moved down, their titles and ids unchanged."""
    result = []
    for line, code in lines(markdown):
        heading = None if code else heading_of(line)
        if heading is not None:
            line = heading_line(min(heading.level + by, DEEPEST), heading.title, heading.anchor)
        result.append(line)
    return "\n".join(result)
