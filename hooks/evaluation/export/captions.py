"""Captions 表1　… and 图1　… count by a SEQ field inside a bookmark; 表1 in running text refers to it by a REF field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluation.export.styles import CAPTION_ABOVE, CAPTION_BELOW
from evaluation.export.vetting import Node, string

CAPTION = re.compile("(附表|表|图)([0-9]+)　(.*)", re.DOTALL)
KINDS = {"附表": "annex_table", "表": "table", "图": "figure"}
STYLES = {"附表": CAPTION_ABOVE, "表": CAPTION_ABOVE, "图": CAPTION_BELOW}
MENTION = re.compile("(?:附表|表|图)[0-9]+")
BEFORE = tuple("见如和与及由从在据按至到以将把，。、；：（“( —～")
AFTER = tuple("份张个项次页套册本")
"""Only after those, and not before these, is 表1 a mention: 统计表1份 is not."""
FIRST = 100_001
"""Ids of bookmarks: below those of the contents."""


@dataclass
class Captions:
    """Those of one document."""

    bookmarks: dict[str, str] = field(default_factory=dict)
    """Of each caption's label, 表1, the bookmark that it stands in."""
    count: int = 0

    def taken(self, inlines: list[Node]) -> tuple[str, str, list[Node]] | None:
        """Style, bookmarked label and the rest, when a paragraph is a caption."""
        match = CAPTION.fullmatch(inlines[0]["c"]) if inlines and inlines[0]["t"] == "Str" else None
        if match is None:
            return None
        word, number, rest = match.groups()
        self.bookmarks[word + number] = f"_Ref_{KINDS[word]}_{number}"
        return STYLES[word], self._numbered(word, number), [string(f"　{rest}"), *inlines[1:]]

    def _numbered(self, word: str, number: str) -> str:
        key, name, counted = FIRST + self.count, self.bookmarks[word + number], _field(f"SEQ {word} \\* ARABIC", number)
        self.count += 1
        return (
            f'<w:bookmarkStart w:id="{key}" w:name="{name}"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
            f'<w:t>{word}</w:t></w:r>{counted}<w:bookmarkEnd w:id="{key}"/>'
        )

    def referring(self, inlines: list[Node]) -> list[Node]:
        """With a field for each mention. To be asked when all captions are taken, so that none mentions itself."""
        if not any(inline["t"] == "Str" and MENTION.search(inline["c"]) for inline in inlines):
            return inlines
        return [found for each in inlines for found in (self._said(each["c"]) if each["t"] == "Str" else [each])]

    def _said(self, text: str) -> Iterator[Node]:
        done = 0
        for match in MENTION.finditer(text):
            start, end = match.span()
            alone = start == 0 or text.startswith(BEFORE, start - 1)
            if match[0] in self.bookmarks and alone and not text.startswith(AFTER, end):
                if start > done:
                    yield string(text[done:start])
                instruction = f"REF {self.bookmarks[match[0]]} \\h"
                yield {"t": "Field", "c": _field(instruction, match[0])}
                done = end
        if done < len(text) or not text:
            yield string(text[done:])


def _field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
