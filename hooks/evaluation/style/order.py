"""What only the order of lines shows: numbers that skip or repeat, annexes half numbered, 一是 without 二是."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evaluation.style.ladder import CHINESE, Step, number_of, step_of, written
from evaluation.style.line import HEAD, Line, Slip

ANNEX = re.compile(r"附件([0-9]{0,2})")
ONE_BY_ONE = re.compile(rf"(?:^|[。；，：])(第?)([{CHINESE}])(是|要)")


def numbers_follow_the_ladder(lines: Sequence[Line]) -> Iterator[Slip]:
    """一、（一）1.（1）, each counted from one under the level above it."""
    counts, stands_for = [0, 0, 0, 0], {}
    begun = apart = False
    for number, line in enumerate(lines):
        apart = apart or line.apart
        step = None if line.row else _step(line)
        if step is None:
            continue
        if apart and (step.level, step.number) == (1, 1):
            counts = [0, 0, 0, 0]
        apart = False
        meant = stands_for.get(step.level) or _meant(step, counts)
        # Its siblings are written as it is.
        stands_for = {step.level: meant} if meant != step.level else {}
        # A text that is one of several pages begins where the one before it ended.
        expected = counts[meant - 1] + 1 if begun or meant > 1 else step.number
        if meant != step.level or step.number != expected:
            yield Slip(
                number, 0, step.end, f"序号“{step.text}”应为“{written(meant, expected)}”",
                "结构层次序数依次为“一、”“（一）”“1.”“（1）”，同一层从一起连续编号",
            )  # fmt: skip
        counts[meant - 1] = expected if meant != step.level else step.number
        counts[meant:] = [0] * (4 - meant)
        begun = True


def _step(line: Line) -> Step | None:
    """The number of a heading, on a line of its own or run in; 1. and （1） may as well count items of a list."""
    step = step_of(line.text.lstrip())
    if step is None or (step.level > 2 and not line.heading and not _run_in(line.text)):
        return None
    return step


def _run_in(text: str) -> bool:
    """A short line without an end is a heading too: “（1） 市应急管理局”."""
    return len(text.strip()) <= HEAD and not re.search(r"[。；！？，：]", text)


def _meant(step: Step, counts: Sequence[int]) -> int:
    """The level at which a number stands: one that skips a level stands for the level that is left out."""
    depth = max((level for level, count in enumerate(counts, 1) if count), default=0)
    if step.level <= depth + 1 or not depth:
        return step.level
    return depth + 1


def annexes_are_numbered_as_a_whole(lines: Sequence[Line]) -> Iterator[Slip]:
    """One annex has no number, several are numbered through: 附件1, 附件2 …"""
    labels = [(number, match) for number, line in enumerate(lines) if (match := ANNEX.fullmatch(line.text.strip()))]
    # A single one may be a page of a text that has several.
    if len(labels) > 1:
        for place, (number, match) in enumerate(labels, 1):
            if match[1] != str(place):
                yield Slip(
                    number, 0, len(lines[number].text), f"“{match[0]}”应为“附件{place}”",
                    "只有一个附件时写“附件”，两个以上从1起依次编号，文中提到的附件号一并改",
                )  # fmt: skip


def enumerations_leave_nothing_out(lines: Sequence[Line]) -> Iterator[Slip]:
    """一是 … 二是 … 三是 within one paragraph."""
    for number, line in enumerate(lines):
        expected = 0
        for match in ONE_BY_ONE.finditer(line.text):
            found = number_of(match[2])
            if found == 1 or not expected:
                expected = found + 1 if found == 1 else 0
            elif found != expected:
                start = match.start(1)
                yield Slip(
                    number, start, match.end(), f"“{match[0][-2:]}”前面是“{CHINESE[expected - 2]}{match[3]}”，序次不连续",
                    f"应为“{CHINESE[expected - 1]}{match[3]}”，或补上缺的一条",
                )  # fmt: skip
                expected = found + 1
            else:
                expected += 1
