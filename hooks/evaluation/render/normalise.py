"""Authors' Markdown in the one form that Python-Markdown and pandoc read alike; done once, before both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from evaluation.render.lines import lines, map_prose

SPACELESS_HEADING = re.compile(r"^(#{1,6})(?=[^\s#{])")
ITEM = re.compile(r"^( *)((?:[-*+]|[0-9]{1,9}[.)]))([ \t]+)(?=\S)")
TABLE_ROW = re.compile(r"^ {0,3}\|.*\|[ \t]*$")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]")
TAG_LIKE = re.compile(r"<(?!https?://[^\s<>]+>|[^\s<>@]+@[^\s<>@]+>)(?=[^\s=<>0-9-])")
"""A name in angle brackets, or HTML: text in both outputs. Addresses in angle brackets stay links."""
MAIL = re.compile(r"<mailto:(?=[^\s<>@]+@[^\s<>@]+>)")
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
NEST = 4


def normalised(text: str) -> str:
    """Line ends, indents, blank lines and marks made plain; the words stay. Line breaks are not joined here."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = map_prose(text, lambda stretch: TAG_LIKE.sub("&lt;", MAIL.sub("<", stretch)))
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
    """Indents, as written, of the items that are open."""
    blank_before = False
    for line, code in found:
        indent = len(line) - len(line.lstrip(" "))
        if code:
            levels = levels if indent else []
        elif item := ITEM.match(line):
            levels = [level for level in levels if level < indent] + [indent]
            line = " " * (NEST * (len(levels) - 1)) + f"{item[2]} {line[item.end() :]}"
        elif line.strip():
            if not indent and (blank_before or not _continues(line)):
                levels = []
            # An indented line that goes on a paragraph would be code once a blank line stands before it.
            depth = max(1, sum(level < indent for level in levels)) if levels and indent else 0
            line = " " * (NEST * depth) + line.lstrip(" ")
        blank_before = not line.strip()
        yield line, code


def _continues(line: str) -> bool:
    """Whether an unindented line may go on an item's paragraph."""
    return not (HEADING.match(line) or TABLE_ROW.match(line) or FENCE.match(line))


def _spaced(found: Iterator[tuple[str, bool]]) -> Iterator[str]:
    """Blank lines where a reader needs them: around headings, tables and code, before a list, between loose items."""
    before, before_code, tight = "", False, False
    for line, code in found:
        parted = bool(before.strip() and line.strip()) and _parted(line, code, before, before_code, tight)
        if parted:
            yield ""
        yield line
        is_item = not code and bool(ITEM.match(line))
        # Tight: every line since the last item belongs to that item's own paragraph.
        tight = is_item or (tight and bool(line.strip()) and not parted)
        before, before_code = line, code


def _parted(line: str, code: bool, before: str, before_code: bool, tight: bool) -> bool:
    if code or before_code:
        return code != before_code
    if HEADING.match(line) or HEADING.match(before):
        return True
    if bool(TABLE_ROW.match(line)) != bool(TABLE_ROW.match(before)):
        return True
    return bool(ITEM.match(line)) and not tight


def with_own_footnotes(text: str, stem: str) -> str:
    """Footnote labels made the text's own, so that joined texts do not share them: [^1] → [^tasks-1]."""
    return map_prose(text, lambda stretch: FOOTNOTE.sub(rf"[^{stem}-\1]", stretch))


class Mend(StrEnum):
    """What was made plain in a line."""

    INDENT = "indent"
    HEADING = "heading"
    NESTING = "nesting"
    GAP = "gap"
    """A blank line before it."""


def mends(text: str) -> Iterator[tuple[int, Mend, str]]:
    """(line from 0, what was mended, the line as it is now) of every line that `normalised` lays out anew."""
    written = text.split("\n")
    tidy = list(_tidy(text))
    nested = list(_nested(iter(tidy)))
    for number, (line, (plain, _), (moved, _)) in enumerate(zip(written, tidy, nested, strict=True)):
        if plain != line:
            yield number, Mend.HEADING if SPACELESS_HEADING.match(line) else Mend.INDENT, plain
        if moved != plain:
            yield number, Mend.NESTING, moved
    reached = 0
    for line in _spaced(iter(nested)):
        if reached < len(nested) and line == nested[reached][0]:
            reached += 1
        else:
            yield reached, Mend.GAP, nested[reached][0]
