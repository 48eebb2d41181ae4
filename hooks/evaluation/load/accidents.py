"""What a YAML text that cannot be read most likely meant: the accidents of people who write Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.load.faults import Faults

FULL_WIDTH_COLON = re.compile(r"^ *(?:- +)*[A-Za-z_][A-Za-z0-9_]*(：)")
GLUED_COLON = re.compile(r"^ *(?:- +)*[A-Za-z_][A-Za-z0-9_]*:(?=[^ /])")
TAB = re.compile(r"^ *\t+(?=\S)")

RULE = "syntax"
NO_SPACE = ("半角冒号后面缺少空格", "写成 `键: 值`")
NO_COLON = ("这一行没有半角冒号", "写成 `键: 值`；是上一行的续行时，在上一行冒号后写 `|`")
BACKSLASH = ("引号里的反斜杠 `\\` 不能这样写", "把双引号换成单引号，或把 `\\` 写成 `\\\\`")
SPACES = "改用空格缩进，每层两个空格（VS Code 点右下角“制表符长度”，选“将缩进转换为空格”）"


@dataclass(frozen=True)
class Breakage:
    """Where the parser gave up: lines from 0, its own English words.

    The column is that of an opening quote or bracket; no other is kept, since the two parsers of PyYAML, in C and in
    Python, agree on lines only.
    """

    context: str
    context_line: int | None
    context_column: int | None
    problem: str
    line: int

    @property
    def bracket(self) -> bool:
        return "flow" in self.context

    @property
    def begun_earlier(self) -> bool:
        """What was opened on the context's line was never closed."""
        opened = self.bracket or any(word in self.context for word in ("quoted scalar", "simple key"))
        return opened and "escape" not in self.problem


@dataclass(frozen=True)
class Fold:
    """A plain value that runs over several lines (from 0), whose line ends would become spaces."""

    first: int
    last: int
    column: int


def explain(text: str, breakage: Breakage, folds: list[Fold], faults: Faults, first_line: int) -> None:
    """Note why a text could not be parsed: the accidents from there on by name, else what stands on the line."""
    lines = text.split("\n")
    last = min(breakage.line, len(lines) - 1)
    if "<document start>" in breakage.problem and last and lines[last - 1].startswith("%"):
        last -= 1
    begun = min(breakage.context_line, last) if breakage.context_line is not None and breakage.begun_earlier else last
    for fold in folds:
        if not fold.first <= last <= fold.last:
            report_fold(lines, fold, faults, first_line)
        elif not breakage.bracket:
            report_fold(lines, fold, faults, first_line)
            return
    first = begun if "simple key" in breakage.context else last
    if _report_accidents(lines, range(first, last + 1), faults, first_line):
        _report_accidents(lines, range(last + 1, len(lines)), faults, first_line)
        return
    what, fix = _diagnosis(lines[begun], breakage)
    faults.add(begun + first_line, _column(lines[begun], breakage), what, fix, RULE)


def report_fold(lines: list[str], fold: Fold, faults: Faults, first_line: int) -> None:
    """A plain value over several lines: nearly always a key or an item that was not seen as one."""
    begins_its_line = not lines[fold.first][: fold.column].strip(" -")
    covered = range(fold.first if begins_its_line else fold.first + 1, fold.last + 1)
    if report_full_width_colons(lines, covered, faults, first_line):
        return
    glued = next((number for number in covered if GLUED_COLON.match(lines[number])), None)
    if glued is not None:
        faults.add(glued + first_line, _indent(lines[glued]) + 1, *NO_SPACE, RULE)
        return
    what = f"这个值跨了 {fold.last - fold.first + 1} 行，换行会被换成空格"
    fix = "写在一行里；是另一项时检查缩进和冒号；多行文字在冒号后写 `|` 再换行"
    faults.add(fold.first + first_line, fold.column + 1, what, fix, "folding")


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
    for condition, sentence in (
        ("escape" in breakage.problem, BACKSLASH),
        ("quoted scalar" in breakage.context, ("引号没有成对", "补上另一半引号，或删去多余的引号")),
        (breakage.bracket, ("方括号或花括号没有成对", "补上 `]` 或 `}`，各项之间用半角逗号")),
        (content.startswith("%"), ("不能使用 `%` 指令", "删去以 `%` 开头的行")),
        (re.match(r"-[^ -]", content), ("`-` 后面缺少空格", "列表项写成 `- 值`")),
        (GLUED_COLON.match(line), NO_SPACE),
        ("simple key" in breakage.context, NO_COLON),
        (re.search(r"[:-] +[@`%&*!]", content), ("值不能以 @、%、&、*、! 或 ` 开头", "给整个值加上引号")),
        (re.search(r": .*: ", content), ("一行里有两个“冒号加空格”", "值里含冒号时给整个值加上引号")),
        (re.search(r"['\"] *[^ ,\]}]", content), ("引号后面还有文字", "把整个值放进一对引号")),
    ):
        if condition:
            return sentence
    what = "这一行的缩进或写法不符合 YAML 格式"
    return what, "与上面同类的行对齐，每层缩进两个空格，写成 `键: 值` 或 `- 值`"


def _column(line: str, breakage: Breakage) -> int:
    at_bracket = breakage.begun_earlier and "simple key" not in breakage.context
    return (breakage.context_column or 0) + 1 if at_bracket else _indent(line) + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
