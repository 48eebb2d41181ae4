"""Bold is not used in official documents: bold text is set in 黑体, a run-in heading **（一）…。** in its level's face."""

from __future__ import annotations

import re

from evaluation.export.vetting import Node, said, styled

EMPHASIS, LEVEL_1, LEVEL_2 = "Emphasis", "RunInHeading1", "RunInHeading2"
HEADINGS = (
    (re.compile("（[N一二三四五六七八九十]+）"), LEVEL_2),
    (re.compile("[N一二三四五六七八九十]+、"), LEVEL_1),
    (re.compile("[0-9]+[.\uf000-\uffff]|（[0-9]+）"), None),
)
"""How a run-in heading begins, and its style; at the levels below it is set as the text is."""


def emphasised(inlines: list[Node]) -> list[Node]:
    """Bold text of a paragraph, in the style that stands for it."""
    return [found for number, inline in enumerate(inlines) for found in _styled(inline, first=number == 0)]


def _styled(inline: Node, first: bool) -> list[Node]:
    if inline["t"] != "Strong":
        return [inline]
    style = _heading(said(inline["c"])) if first else EMPHASIS
    return inline["c"] if style is None else [styled(style, inline["c"])]


def _heading(text: str) -> str | None:
    return next((style for form, style in HEADINGS if form.match(text)), EMPHASIS)
