"""How plain words of the data become inline Markdown that Python-Markdown and pandoc read as those very words."""

from __future__ import annotations

import re
from functools import lru_cache

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "{": "&#123;", "}": "&#125;", "~": "&#126;"}
"""Python-Markdown knows no backslash before these, and a brace must be no reference."""

BACKSLASHED = re.compile(r"([\\`*_\[\]^$])")
MEANING = re.compile(rf"[\r\n{re.escape(''.join(ENTITIES))}]|{BACKSLASHED.pattern}")
"""What `escape` may have to change."""
AT_LINE_START = re.compile(r"^(?:([#+\-])|([:=])|(\d{1,9})([.)])(?=\s|$))")
LINE_ENDS = re.compile(r"[ \t　]*[\r\n]+[ \t　]*")
BETWEEN_LATIN = re.compile(r"(?<=[!-~])\n(?=[!-~])")


@lru_cache(maxsize=20_000)
def escape(text: str) -> str:
    """Words as inline Markdown, on one line."""
    if not MEANING.search(text):  # as nearly all the words of the data
        return text
    one_line = BETWEEN_LATIN.sub(" ", LINE_ENDS.sub("\n", text)).replace("\n", "")
    with_entities = "".join(ENTITIES.get(character, character) for character in one_line)
    return BACKSLASHED.sub(_backslashed, with_entities)


def _backslashed(match: re.Match) -> str:
    # `\^` and `\$` would print their backslash on the site.
    return {"^": "&#94;", "$": "&#36;"}.get(match[1], "\\" + match[1])


def paragraph(text: str) -> str:
    """Words as paragraphs: blank lines part them, and what begins one makes no list, heading or quotation of it."""
    parts = (part for part in re.split(r"\r?\n[ \t　]*\r?\n", text) if part.strip())
    return "\n\n".join(AT_LINE_START.sub(_harmless, escape(part.strip(" \t　\r\n"))) for part in parts)


def _harmless(match: re.Match) -> str:
    if match[1]:
        return "\\" + match[1]
    if match[2]:
        return f"&#{ord(match[2])};"
    return f"{match[3]}&#{ord(match[4])};"


def link(text: str, target: str) -> str:
    """A link whose words are plain text; `target` is one of our own paths or an http(s) address."""
    return f"[{escape(text)}]({target})"


def bold(text: str) -> str:
    return f"**{escape(text)}**"


def bullet(label: str, markdown: str) -> str:
    """A line of a list: **标签**：内容."""
    return f"- {bold(label)}：{markdown}"


def blocks(*parts: str | None) -> str:
    """Blocks with a blank line between them; empty ones left out; one line end at the end."""
    return "\n\n".join(part.strip("\n") for part in parts if part and part.strip()) + "\n"


def box(kind: str, *parts: str | None) -> str:
    """Blocks in a box of a class of site.css, for pages that enter no document."""
    return blocks(f"::: {kind}", *parts, ":::")
