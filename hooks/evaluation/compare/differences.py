"""The differences of two lists of items, each told as a problem that quotes both sides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from evaluation.compare.item import Item, Kind
from evaluation.problems import Place, Problem

NUMBER = re.compile(r"[0-9][0-9.,]*[%％‰]?")
STATUS = re.compile(r"[●◆▲■○] ?\S+")
"""A verdict or state, told by its sign and word."""
AROUND = 12
"""Characters quoted on either side of what differs."""
FIX = "网页和 DOCX 必须一致：按引文找到原稿改用两种输出都认得的写法；原稿无误的，请把这一条发给维护人员"
RULES = {
    Kind.HEADING: "site-docx-heading",
    Kind.PARAGRAPH: "site-docx-paragraph",
    Kind.CAPTION: "site-docx-caption",
    Kind.PICTURE: "site-docx-picture",
    Kind.ROW: "site-docx-cell",
    Kind.FOOTNOTE: "site-docx-footnote",
}
MISSING = {"DOCX": "网页上的{}，DOCX 中没有", "site": "DOCX 中的{}，网页上没有"}
"""By the side that lacks an item."""


@dataclass(frozen=True)
class Differences:
    """How the differences between one document and its page are told."""

    document: str
    page: str
    unit: str | None

    def between(self, site: Sequence[Item], word: Sequence[Item]) -> Iterator[Problem]:
        if site == word or list(site) == list(word):
            return
        moved = _moved(site, word)
        matcher = SequenceMatcher(None, site, word, autojunk=False)
        for kind, a1, a2, b1, b2 in matcher.get_opcodes():
            if kind == "equal":
                continue
            here = _heading(site, a1)
            left = [item for item in site[a1:a2] if item not in moved]
            right = [item for item in word[b1:b2] if item not in moved]
            yield from (self._order(item, here) for item in site[a1:a2] if item in moved)
            yield from self._pairs(left, right, here)

    def title(self, site: str, word: str) -> Problem:
        return self._problem("site-docx-heading", "", f"网页称所载为《{site}》，DOCX 的标题为“{word}”")

    def _pairs(self, left: list[Item], right: list[Item], here: str) -> Iterator[Problem]:
        """What stands in the same place on both sides is one changed item; the rest is missing on one side."""
        while left and right:
            one, other = _nearest(left, right)
            yield from (self._missing(item, "DOCX", here) for item in left[:one])
            yield from (self._missing(item, "site", here) for item in right[:other])
            yield self._changed(left[one], right[other], here)
            left, right = left[one + 1 :], right[other + 1 :]
        yield from (self._missing(item, "DOCX", here) for item in left)
        yield from (self._missing(item, "site", here) for item in right)

    def _changed(self, site: Item, word: Item, here: str) -> Problem:
        if site.kind is not word.kind:
            return self._problem(RULES[site.kind], here, f"网页上是{site.kind}，DOCX 中是{word.kind}：“{_cut(site.text)}”")
        if site.text == word.text:
            return self._problem(RULES[site.kind], here, f"网页上是第 {site.level} 级标题，DOCX 中是第 {word.level} 级：“{_cut(site.text)}”")
        column, one, other = _cell(site, word)
        shown, held = _quotes(one, other)
        return self._problem(_rule(site, one, other), here, f"{site.kind}{column}不一致：网页“{shown}”，DOCX“{held}”")

    def _missing(self, item: Item, side: str, here: str) -> Problem:
        return self._problem(RULES[item.kind], here, f"{MISSING[side].format(item.kind.value)}：“{_cut(item.text)}”")

    def _order(self, item: Item, here: str) -> Problem:
        return self._problem("site-docx-order", here, f"{item.kind}在网页和 DOCX 中次序不同：“{_cut(item.text)}”")

    def _problem(self, rule: str, here: str, what: str) -> Problem:
        under = f"“{_cut(here)}”下，" if here else ""
        return Problem(Place(f"site/{self.document}"), f"{under}{what}（网页 {self.page}）", FIX, rule=rule, unit=self.unit)


def _moved(site: Sequence[Item], word: Sequence[Item]) -> set[Item]:
    """Items that both sides hold equally often but that do not stand in the same order."""
    one, other = Counter(site), Counter(word)
    matched = Counter()
    for block in SequenceMatcher(None, site, word, autojunk=False).get_matching_blocks():
        matched.update(site[block.a : block.a + block.size])
    return {item for item, count in one.items() if count == other[item] and matched[item] < count}


def _heading(items: Sequence[Item], at: int) -> str:
    return next((item.text for item in reversed(items[:at]) if item.kind is Kind.HEADING), "")


def _nearest(left: Sequence[Item], right: Sequence[Item]) -> tuple[int, int]:
    """The first two of one kind that are most alike; the first ones when none are."""
    pairs = [(i, j) for i, one in enumerate(left[:8]) for j, other in enumerate(right[:8]) if one.kind is other.kind]
    if not pairs:
        return 0, 0
    return max(pairs, key=lambda p: (round(_likeness(left[p[0]], right[p[1]]), 1), -p[0] - p[1]))


def _likeness(one: Item, other: Item) -> float:
    return SequenceMatcher(None, one.text, other.text).quick_ratio()


def _cell(site: Item, word: Item) -> tuple[str, str, str]:
    """Of two rows the first cells that differ, with their column."""
    if len(site.cells) == len(word.cells):
        for number, (one, other) in enumerate(zip(site.cells, word.cells, strict=True), 1):
            if one != other:
                return f"第 {number} 列", one, other
    return "", site.text, word.text


def _rule(item: Item, one: str, other: str) -> str:
    """What it is that differs: a verdict, a number, or the words."""
    if STATUS.findall(one) != STATUS.findall(other):
        return "site-docx-verdict"
    if NUMBER.findall(one) != NUMBER.findall(other):
        return "site-docx-number"
    return RULES[item.kind]


def _quotes(one: str, other: str) -> tuple[str, str]:
    """Both texts around what differs."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return _window(one, start, len(one) - end), _window(other, start, len(other) - end)


def _window(text: str, start: int, end: int) -> str:
    end = min(end, start + 3 * AROUND)
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def _cut(text: str) -> str:
    return _window(text, 0, 2 * AROUND)
