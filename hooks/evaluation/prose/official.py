"""The rules of style for official texts, applied to Markdown: each line without its markup, every place kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate

from evaluation import style
from evaluation.problems import Problem
from evaluation.prose.text import Material, Text
from evaluation.render.lines import lines
from evaluation.style.line import HIDDEN, Line, Slip

QUIET = re.compile(
    r"[{｛]{2}[^{}｛｝]*[}｝]{2}|`+[^`]*`+|\[\^[^\]]*\]:?|\]\([^)]*\)|<(?:https?|mailto):[^>]*>|https?://[\w./%?&=#-]+|\{#[^}]*\}|\*+|\[|&[a-z]+;"
)
ENTITIES = {"&lt;": "＜", "&gt;": "＞"}
LEAD = re.compile(r"\s*(?:>\s*)*(?:(#{1,6})\s*|(?:[-*+]|[0-9]{1,3}[.)])\s+)?")


def markdown_rule(rule: style.Rule) -> Callable[[Text, Material], Iterator[Problem]]:
    """A rule of style as a rule over a text."""

    def read(text: Text, material: Material) -> Iterator[Problem]:
        if not text.official:
            return
        plain, starts = _read(text)
        for slip in rule(plain):
            yield _problem(text, slip, starts[slip.line])

    read.__name__ = rule.__name__
    return read


def _problem(text: Text, slip: Slip, start: int) -> Problem:
    certain = slip.new is not None and HIDDEN not in slip.new
    edit = text.edit(start + slip.start, start + slip.end, slip.new) if certain else None
    what, fix = (told.replace(HIDDEN, "") for told in (slip.what, slip.fix))
    return Problem(text.place(start + slip.start), what, fix, note=slip.note, edit=edit)


@lru_cache(maxsize=2)
def _read(text: Text) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """The lines, and the offset in the body at which the text of each begins."""
    found, starts = lines_of_markdown(text.body)
    ends = accumulate((len(line) + 1 for line in text.body.split("\n")), initial=0)
    return found, tuple(end + start for end, start in zip(ends, starts, strict=False))


def lines_of_markdown(body: str) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """Each line, and where in it its text begins."""
    found, starts = [], []
    for line, code in lines(body):
        lead = LEAD.match(line)
        text = "" if code else QUIET.sub(_hidden, line[lead.end() :])
        found.append(Line(text.rstrip(), heading=bool(lead[1]) and not code, row=text.startswith("|")))
        starts.append(lead.end())
    return tuple(found), tuple(starts)


def _hidden(match: re.Match) -> str:
    """As long as what it stands for."""
    return ENTITIES.get(match[0], HIDDEN).ljust(len(match[0]), HIDDEN)


OFFICIAL_RULES = tuple(markdown_rule(rule) for rule in style.RULES)
