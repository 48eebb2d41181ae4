"""A text in which everything that no person wrote as words is hidden: code, references, addresses; every place kept."""

from __future__ import annotations

import re
from functools import lru_cache

from evaluation.render.lines import lines

HIDDEN = "\ufffc"
QUIET = re.compile(
    r"[{｛]{2}[^{}｛｝\n]*[}｝]{2}|(`+)(?!`).+?(?<!`)\1(?!`)|\]\([^)\n]*\)|<(?:https?|mailto):[^>\n]*>|https?://[\w./%?&=#+-]+|\\[^\w\s]"
)


@lru_cache(maxsize=2)
def masked(body: str) -> str:
    """As long as the body, line by line."""
    return "\n".join(_hide(line) if code else QUIET.sub(lambda found: _hide(found[0]), line) for line, code in lines(body))


def _hide(text: str) -> str:
    return HIDDEN * len(text)
