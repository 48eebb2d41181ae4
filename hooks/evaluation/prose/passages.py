"""The sentences of a text as a person reads them: marks and markup gone, references to names spelt out, places kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evaluation.prose.numerals import half_width
from evaluation.prose.text import Text
from evaluation.render.lines import lines

REFERENCE = r"[{｛]{2}[^{}｛｝]*[}｝]{2}"
BRACED = re.compile(REFERENCE)
FILLED = "◆"
"""Stands for a figure that a reference prints: nobody typed it."""
QUIET = re.compile(
    rf"(?P<reference>{REFERENCE})|(?P<code>`+[^`]*`+)|(?P<note>\[\^[^\]]*\]:?)|(?P<url>\]\([^)]*\))"
    r"|(?P<mark>\*+|__|\[|\\(?=[^\w\s])|<[^>]*>|(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))|\s+)"
)
NOT_PROSE = re.compile(r"\s*(#|\||!\[|---|===)")
ITEM = re.compile(r"\s*(?:>\s*)*(?:[-*+]|[0-9]{1,3}[.)])\s+|\s*(?:>\s*)+")
END = re.compile(r"[。！？；!?;]")

FIGURE = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千两](?:[十百千]|[个项起人家名成倍处支座位])")
"""Where there is none of these, nobody typed a figure."""

Spelling = Callable[[str], str | None]
"""What a reference stands for in a sentence: a name, or None where it prints a figure."""


@dataclass(frozen=True)
class Sentence:
    """`plain` is what is read; its character i stands at offset `origin[i]` of the text's body."""

    plain: str
    origin: tuple[int, ...]
    first: bool
    """Whether it begins a paragraph or a list item: what was said before does not carry on."""

    def at(self, position: int) -> int:
        return self.origin[position]

    def source(self, start: int, end: int, text: Text) -> tuple[int, int] | None:
        """Where plain[start:end] stands in the body; None where markup lies in between."""
        first, last = self.origin[start], self.origin[end - 1] + 1
        same = half_width(text.body[first:last]) == self.plain[start:end]
        return (first, last) if same else None


def sentences(text: Text, spelling: Spelling, wanted: re.Pattern = FIGURE) -> Iterator[Sentence]:
    """Those of paragraphs and list items in which a figure (or what is wanted) was typed; of headings, tables, code none."""
    for start, paragraph in _paragraphs(text.body):
        if not wanted.search(BRACED.sub("", paragraph)):
            continue
        plain, origin = _plain(paragraph, start, spelling)
        first, done = True, 0
        for end in [*(match.end() for match in END.finditer(plain)), len(plain)]:
            if plain[done:end].strip("。！？；!?; "):
                yield Sentence(plain[done:end], (*origin[done:end], origin[end]), first)
                first = False
            done = end


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """Each paragraph or list item with its offset."""
    begun, held, at = 0, "", 0
    for line, code in lines(body):
        prose = bool(line.strip()) and not code and not NOT_PROSE.match(line)
        begins = ITEM.match(line) if prose else None
        item = begins.end() if begins else 0
        if held and (not prose or item or not line.strip()):
            yield begun, held
            held = ""
        if prose:
            begun, held = (begun, f"{held}\n{line}") if held else (at + item, line[item:])
        at += len(line) + 1
    if held:
        yield begun, held


def _plain(paragraph: str, start: int, spelling: Spelling) -> tuple[str, list[int]]:
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for match in QUIET.finditer(paragraph):
        parts.append(paragraph[done : match.start()])
        origin += range(start + done, start + match.start())
        shown = _shown(match, spelling)
        parts.append(shown)
        origin += [start + match.start()] * len(shown)
        done = match.end()
    parts.append(paragraph[done:])
    origin += range(start + done, start + len(paragraph) + 1)
    return half_width("".join(parts)), origin


def _shown(match: re.Match, spelling: Spelling) -> str:
    if match["reference"]:
        return spelling(match["reference"]) or FILLED
    return FILLED if match["code"] else ""
