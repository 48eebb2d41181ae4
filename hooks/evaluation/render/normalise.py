"""Authors' Markdown in the one form that Python-Markdown and pandoc read alike; done once, before both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.render.lines import lines, map_prose

SPACELESS_HEADING = re.compile(r"^(#{1,6})(?=[^\s#{])")
ITEM = re.compile(r"^( *)((?:[-*+]|[0-9]{1,9}[.)]))([ \t]+)(?=\S)")
TABLE_ROW = re.compile(r"^ {0,3}\|.*\|[ \t]*$")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]")
TAG_LIKE = re.compile(r"<(?=[^\s=<>/!a-zA-Z0-9-])")
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
NEST = 4


def normalised(text: str) -> str:
    """Line ends, indents, blank lines and marks made plain; the words stay. Line breaks are not joined here."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = map_prose(text, lambda stretch: TAG_LIKE.sub("&lt;", stretch))
    return "\n".join(_spaced(_nested(_tidy(text))))


def _tidy(text: str) -> Iterator[tuple[str, bool]]:
    """Tabs, full-width indents, headings without their space."""
    for line, code in lines(text):
        if not code:
            line = line.expandtabs(NEST)
            if line.startswith("　"):
                line = line.lstrip("　 ")
            line = SPACELESS_HEADING.sub(r"\1 ", line)
        yield line, code


def _nested(found: Iterator[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Items of lists moved to four spaces a level, whatever step the author took; what follows an item goes with it."""
    levels: list[int] = []
    blank_before = False
    for line, code in found:
        item = None if code else ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if item and (levels or indent < NEST):
            while levels and levels[-1] > indent:
                levels.pop()
            if not levels or levels[-1] < indent:
                levels.append(indent)
            line = " " * (NEST * (len(levels) - 1)) + f"{item[2]} {line[item.end() :]}"
        elif levels and line.strip() and not code:
            if indent == 0 and (blank_before or not _continues(line)):
                levels = []
            elif indent:
                depth = max(1, sum(level < indent for level in levels))
                line = " " * (NEST * depth) + line.lstrip(" ")
        blank_before = not line.strip()
        yield line, code


def _continues(line: str) -> bool:
    """Whether an unindented line may go on an item's paragraph."""
    return not (HEADING.match(line) or TABLE_ROW.match(line) or FENCE.match(line))


def _spaced(found: Iterator[tuple[str, bool]]) -> Iterator[str]:
    """A blank line before a list, a table, a heading or a fence that follows text directly, and after a heading."""
    before, before_code = "", False
    for line, code in found:
        if _wants_blank(line, code, before, before_code):
            yield ""
        yield line
        before, before_code = line, code


def _wants_blank(line: str, code: bool, before: str, before_code: bool) -> bool:
    if not before.strip() or not line.strip():
        return False
    if code or before_code:
        return code != before_code
    if HEADING.match(line) or HEADING.match(before):
        return True
    if TABLE_ROW.match(line) != TABLE_ROW.match(before) and (TABLE_ROW.match(line) or TABLE_ROW.match(before)):
        return not (TABLE_ROW.match(line) and TABLE_ROW.match(before))
    starts_list = ITEM.match(line) and not line.startswith(" ")
    return bool(starts_list) and not ITEM.match(before) and not before.startswith(" " * NEST)


def with_own_footnotes(text: str, stem: str) -> str:
    """Footnote labels made the text's own, so that joined texts do not share them: [^1] → [^tasks-1]."""
    return map_prose(text, lambda stretch: FOOTNOTE.sub(rf"[^{stem}-\1]", stretch))
