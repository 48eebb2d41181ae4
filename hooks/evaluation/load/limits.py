"""How far a Markdown text may nest: beyond it the converters take minutes, or fall over.

Measured: 20 000 opening brackets (20 kB) keep Python-Markdown busy for minutes, 300 nested list levels end it with a
RecursionError. No report comes near these limits.
"""

from __future__ import annotations

import re
from collections import Counter

from evaluation.load.faults import Faults

LINE = 20_000
INDENT = 48
MARKERS = 12
OPEN_AT_ONCE = 50
OPEN_IN_FILE = 300

_LIST_OR_QUOTE = re.compile(r"^(?:[ \t]*(?:[-*+>]|[0-9]{1,9}[.)])(?=[ \t>-]))+")
_BRACKET = re.compile(r"[\[\](]|[)]|<(?=[A-Za-z/!?])|>")
_CLOSES = {"]": "[", ")": "(", ">": "<"}

_MUCH = re.compile(rf"^(?:[ \t]{{{INDENT // 4 + 1}}}|(?:[ \t]*(?:[-*+>]|[0-9]{{1,9}}[.)])){{{MARKERS + 1}}})", re.MULTILINE)
"""How a line begins that is indented too far, or nests too deep; and some that do not."""

RULE = "nesting"


def report_nesting(text: str, faults: Faults, first_line: int = 1) -> None:
    """The first place where a text goes beyond a limit; one is enough to refuse it."""
    if _harmless(text):
        return
    still_open: Counter[str] = Counter()
    left_open = 0
    for number, line in enumerate(text.split("\n"), start=first_line):
        fault = _line_fault(line)
        if not line.strip():
            left_open += still_open.total()
            still_open.clear()
        _count_brackets(line, still_open)
        if max(still_open.values(), default=0) > OPEN_AT_ONCE or left_open + still_open.total() > OPEN_IN_FILE:
            fault = ("括号打开后没有关上，层层嵌套", "补上右括号，删去多余的左括号")
        if fault:
            faults.add(number, 1, *fault, RULE)
            return


def _harmless(text: str) -> bool:
    """Too short, and of too few brackets and marks, to go beyond any limit: so are nearly all texts."""
    return len(text) <= LINE and sum(map(text.count, "[(<")) <= OPEN_AT_ONCE and _MUCH.search(text) is None


def _line_fault(line: str) -> tuple[str, str] | None:
    if len(line) > LINE:
        return f"一行有 {len(line)} 个字符，超过 {LINE} 个", "分成几段，段与段之间空一行"
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    if line.strip() and indent > INDENT:
        return f"缩进 {indent} 格，超过 {INDENT} 格", "减少嵌套的层次，每层缩进四个空格"
    marks = _LIST_OR_QUOTE.match(line)
    if marks and line.strip(" \t-*_") and len(re.findall(r"[-*+>]|[0-9]+[.)]", marks.group())) > MARKERS:
        return "列表或引用在一行里嵌套太多层", "减少嵌套的层次"
    return None


def _count_brackets(line: str, still_open: Counter[str]) -> None:
    for match in _BRACKET.finditer(line):
        bracket = match.group()
        opening = _CLOSES.get(bracket)
        if opening is None:
            still_open[bracket] += 1
        elif still_open[opening]:
            still_open[opening] -= 1
