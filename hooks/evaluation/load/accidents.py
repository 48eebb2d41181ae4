"""What a YAML text that cannot be read most likely meant: the accidents of people who write Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.load.faults import Faults

FULL_WIDTH_COLON = re.compile(r"^ *(?:- +)*[A-Za-z_][A-Za-z0-9_]*(：)")
TAB = re.compile(r"^ *\t+(?=\S)")

RULE = "syntax"
SPACES = "改用空格缩进，每层两个空格（VS Code 点右下角“制表符长度”，选“将缩进转换为空格”）"


@dataclass(frozen=True)
class Breakage:
    """Where the parser gave up: lines from 0, its own English words.

    Columns are left out: the two parsers of PyYAML, in C and in Python, agree on lines only.
    """

    context: str
    context_line: int | None
    problem: str
    line: int

    @property
    def begun_earlier(self) -> bool:
        """What was opened on the context's line was never closed."""
        opened = any(word in self.context for word in ("quoted scalar", "flow", "simple key"))
        return opened and "escape" not in self.problem


def explain(text: str, breakage: Breakage, faults: Faults, first_line: int) -> None:
    """Note why a text could not be parsed: the accidents from there on by name, else what stands on the line."""
    lines = text.split("\n")
    last = min(breakage.line, len(lines) - 1)
    begun = min(breakage.context_line, last) if breakage.context_line is not None and breakage.begun_earlier else last
    first = begun if "simple key" in breakage.context else last
    if _report_accidents(lines, range(first, last + 1), faults, first_line):
        _report_accidents(lines, range(last + 1, len(lines)), faults, first_line)
        return
    what, fix = _diagnosis(lines[begun], breakage)
    faults.add(begun + first_line, _indent(lines[begun]) + 1, what, fix, RULE)


def _report_accidents(lines: list[str], numbers: Iterable[int], faults: Faults, first_line: int) -> bool:
    numbers = list(numbers)
    tabs = report_tabs(lines, numbers, faults, first_line)
    return report_full_width_colons(lines, numbers, faults, first_line) or tabs


def report_full_width_colons(lines: list[str], numbers: Iterable[int], faults: Faults, first_line: int) -> bool:
    """Each of these lines whose key is followed by ：; True when there was one."""
    found = False
    for number, match in _matches(FULL_WIDTH_COLON, lines, numbers):
        found = True
        key = match.group().strip(" -：")
        what = f"键 `{key}` 后面是全角冒号“：”"
        faults.add(number + first_line, match.start(1) + 1, what, f"改成半角冒号加空格：`{key}: 值`", RULE)
    return found


def report_tabs(lines: list[str], numbers: Iterable[int], faults: Faults, first_line: int) -> bool:
    """Each of these lines that is indented by Tab; True when there was one."""
    found = False
    for number, match in _matches(TAB, lines, numbers):
        found = True
        faults.add(number + first_line, match.group().index("\t") + 1, "用 Tab 键缩进了", SPACES, RULE)
    return found


def _matches(pattern: re.Pattern[str], lines: list[str], numbers: Iterable[int]) -> Iterator[tuple[int, re.Match[str]]]:
    for number in numbers:
        match = pattern.match(lines[number])
        if match:
            yield number, match


def _diagnosis(line: str, breakage: Breakage) -> tuple[str, str]:
    content = line.strip()
    context = breakage.context
    for condition, what, fix in (
        ("escape" in breakage.problem, "引号里的反斜杠 `\\` 不能这样写", "把双引号换成单引号，或把 `\\` 写成 `\\\\`"),
        ("quoted scalar" in context, "引号没有成对", "补上另一半引号，或删去多余的引号"),
        ("flow" in context, "方括号或花括号没有成对", "补上 `]` 或 `}`，各项之间用半角逗号"),
        (re.match(r"-[^ -]", content), "`-` 后面缺少空格", "列表项写成 `- 值`"),
        (re.match(r"[A-Za-z_]+:[^ ]", content), "半角冒号后面缺少空格", "写成 `键: 值`"),
        ("simple key" in context, "这一行没有半角冒号", "写成 `键: 值`；是上一行的续行时，在上一行冒号后写 `|`"),
        (re.search(r"[:-] +[@`%]", content), "值不能以 @、% 或 ` 开头", "给整个值加上引号"),
        (re.search(r": .*: ", content), "一行里有两个“冒号加空格”", "值里含冒号时给整个值加上引号"),
        (re.search(r"['\"] *[^ ,\]}]", content), "引号后面还有文字", "把整个值放进一对引号"),
    ):
        if condition:
            return what, fix
    what = "这一行的缩进或写法不符合 YAML 格式"
    return what, "与上面同类的行对齐，每层缩进两个空格，写成 `键: 值` 或 `- 值`"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
