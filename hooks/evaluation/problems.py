"""What an author got wrong, as a value: where it is, what it is, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches


@dataclass(frozen=True, order=True)
class Place:
    """A place in a source file: path relative to the project (POSIX), line and column, both from 1.

    `fields` holds the places of a record's own keys, so that a rule can point at the very value it is about. It is one
    text, `id:4:7 name:5:9`, since a plan of 51 units has 25 000 of them: as tuples they took half of what is kept of it.
    """

    path: str
    line: int = 1
    column: int = 1
    fields: str = field(default="", compare=False, repr=False)

    def of(self, key: str) -> Place:
        """The place of the value of `key` in this record; the record's own place when the key was not written."""
        if not self.tells(key):
            return Place(self.path, self.line, self.column)
        line, column = f" {self.fields}".partition(f" {key}:")[2].partition(" ")[0].split(":")
        return Place(self.path, int(line), int(column))

    def tells(self, key: str) -> bool:
        """Whether `key` was written in this record."""
        return f" {key}:" in f" {self.fields}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Edit:
    """A change of a source file that cannot be wrong: `run.py check --fix` makes it.

    `old` is the text that stands at `where`, `new` what comes in its place; an insertion has an empty `old`. Both may
    span lines. An edit is refused where the file no longer reads `old`.
    """

    where: Place
    old: str
    new: str


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of one author: `路径:行:列: 什么错。怎么改。` in Chinese.

    `what` and `fix` are sentences without their closing full stop. `rule` is the rule's stable id (for JSON,
    SARIF and the page 数据与文稿校核). `unit` is the unit whose page is marked, None for the city's own files.
    `fatal` means that the record could not be read, so the unit's page shows 数据有误.
    `note` means advice: it is listed, but is no fault and stops no release. `edit` is the safe remedy, if there is one.
    """

    where: Place
    what: str
    fix: str
    rule: str = "input"
    unit: str | None = None
    fatal: bool = False
    note: bool = False
    edit: Edit | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.where}: {'提示：' if self.note else ''}{self.what}。{self.fix}。"


def places(keys: Iterable[tuple[str, int, int]]) -> str:
    """The `fields` of a place: (key, line, column) of each."""
    return " ".join(f"{key}:{line}:{column}" for key, line, column in keys)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order a person would go through the files, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.where.path, p.where.line, p.where.column, p.rule, p.what)))


def meant(word: str, known: Iterable[str]) -> str:
    """`是否想写 “a”`: the known words nearest to a wrong one; all of them (at most 12) when none is near."""
    words = sorted(set(known))
    near = get_close_matches(word, words, n=3, cutoff=0.5)
    if near:
        best = _likeness(word, near[0])
        return "是否想写 " + "、".join(f"“{item}”" for item in near if best - _likeness(word, item) < 0.1)
    if not words:
        return "先在登记表里添加它"
    return "可写：" + "、".join(words[:12]) + (" 等" if len(words) > 12 else "")


def _likeness(word: str, other: str) -> float:
    return SequenceMatcher(None, other, word).ratio()
