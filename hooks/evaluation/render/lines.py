"""Which lines and which parts of a line are prose, so that nothing is changed inside code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
LIST_ITEM = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])\s")
CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")


@lru_cache(maxsize=64)
def lines(text: str) -> tuple[tuple[str, bool], ...]:
    """Each line with whether it belongs to a code block (its fences included); a text is asked for several times in turn."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    fence, in_list, after_blank, in_indented = "", False, True, False
    for line in text.split("\n"):
        if fence:
            closing = FENCE.match(line)
            yield line, True
            if closing and closing[1].startswith(fence) and not closing[2].strip():
                fence = ""
            continue
        opening = FENCE.match(line) if "```" in line or "~~~" in line else None
        if opening and not (opening[1][0] == "`" and "`" in opening[2]):
            fence, in_indented, after_blank = opening[1], False, False
            yield line, True
            continue
        blank = not line.strip()
        indented = line.startswith(("    ", "\t"))
        if not blank:
            in_indented = indented and not in_list and (after_blank or in_indented)
            is_item = not in_indented and bool(LIST_ITEM.match(line))
            in_list = is_item or (in_list and (indented or not after_blank or line.startswith(" ")))
        yield line, in_indented and not blank
        after_blank = blank


def map_prose(text: str, change: Callable[[str], str]) -> str:
    """The text with `change` applied to each stretch of prose of each line; code stays as it is."""
    return "\n".join(line if code else _outside_spans(line, change) for line, code in lines(text))


def _outside_spans(line: str, change: Callable[[str], str]) -> str:
    if "`" not in line:
        return change(line)
    done, parts = 0, []
    for span in CODE_SPAN.finditer(line):
        parts += [change(line[done : span.start()]), span[0]]
        done = span.end()
    return "".join([*parts, change(line[done:])])


def prose_stretches(line: str) -> Iterator[tuple[int, str]]:
    """The parts of a line outside code spans, each with its offset from 0."""
    done = 0
    for span in CODE_SPAN.finditer(line):
        yield done, line[done : span.start()]
        done = span.end()
    yield done, line[done:]
