"""Blocks of plain words, as nearly all are: read here as pandoc reads them, which takes it a thousand times longer.

Words, links, pictures, bold and calls of footnotes, in a paragraph, a heading, a list or a cell. Whatever sign may mean
anything else leaves its block to pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

from evaluation.export.vetting import NO_ATTRIBUTES, Node

CHARACTER = r"[^\x00-\x1f\x7f-\x9f\u1680\u2000-\u200f\u2028-\u202f\u205f\ud800-\udfff\ufeff\\`*_\[\]<>&!{}$^|]"
"""No blanks but the usual one and those that are part of a word."""
MEANT = r"(?:\\[!-/:-@\[-`{-~]|&(?:amp|lt|gt|#[1-9][0-9]{1,2});)"
"""A sign that is meant as such."""
WORDS = rf"(?:{CHARACTER}|{MEANT}){CHARACTER}*(?:{MEANT}{CHARACTER}*)*"
PIECE = re.compile(
    rf"(?P<words>{WORDS})|(?P<sign>!?)\[(?P<shown>{WORDS})\]\((?P<target>[A-Za-z0-9/._#:?=+,-]+)\)"
    rf"|(?<!\*)\*\*(?! )(?P<bold>{WORDS})(?<! )\*\*(?!\*)|\[\^(?P<note>[^\]\s]+)\]"
)
MEANT_AS_SUCH = re.compile(r"\\(.)|(&[^;]*;)")
BLANKS = re.compile(" +|[^ ]+")
HEADING = re.compile(r"(#{1,6}) +([^#]*[^# ])(?: +\{#[A-Za-z][A-Za-z0-9_-]*\})? *")
BEGINS = re.compile(r"[-+:=#\s]|\*(?!\*)|[0-9]+[.)](?: |$)")
"""How a block begins that may be something else than a paragraph."""
ITEM = re.compile(r"(?:-|([0-9]{1,9})\.) (?! )(.*[^ ]) *")
DEFINITION = re.compile(r"\[\^([^\]\s]+)\]: *([^ ].*)")
Notes = Mapping[str, list[Node]]
"""The footnotes of a text by their labels."""


def block(text: str, notes: Notes) -> Node | None:
    """Of a block, lines between blank lines, in which no other goes on; None where it is pandoc's."""
    if text.startswith("#"):
        return _heading(text, notes)
    return _list(text.split("\n"), notes) if BEGINS.match(text) else _kept("Para", inlines(text.rstrip(" "), notes))


def definition(text: str) -> tuple[str, list[Node]] | None:
    """A footnote by its label."""
    match = DEFINITION.fullmatch(text)
    words = None if match is None or BEGINS.match(match[2]) else inlines(match[2].rstrip(" "), {})
    return (match[1], [_kept("Para", words)]) if words else None


@lru_cache(maxsize=20_000)
def cell(text: str) -> list[Node] | None:
    """Of a table. Cells that say the same are one."""
    if not text:
        return []
    words = inlines(text, {})
    return [_kept("Plain", words)] if words else None


def _heading(text: str, notes: Notes) -> Node | None:
    match = HEADING.fullmatch(text)
    words = inlines(match[2], notes) if match else None
    return _kept("Header", words and [len(match[1]), NO_ATTRIBUTES, words])


def _list(lines: list[str], notes: Notes) -> Node | None:
    """Each item is one line."""
    items = [ITEM.fullmatch(line) for line in lines]
    if None in items or len({item[1] is None for item in items}) > 1 or any(BEGINS.match(item[2]) for item in items):
        return None
    words = [inlines(item[2], notes) for item in items]
    if not all(words):
        return None
    said = [[_kept("Plain", each)] for each in words]
    if items[0][1] is None:
        return _kept("BulletList", said)
    return _kept("OrderedList", [[int(items[0][1]), {"t": "DefaultStyle"}, {"t": "DefaultDelim"}], said])


def _kept(kind: str, content: list | None) -> Node | None:
    return {"t": kind, "c": content} if content else None


def inlines(text: str, notes: Notes) -> list[Node] | None:
    found: list[Node] = []
    reached = 0
    for match in PIECE.finditer(text):
        if match.start() != reached or (match["note"] and match["note"] not in notes):
            return None
        reached = match.end()
        found += _said(match, notes)
    return found if reached == len(text) else None


def _said(match: re.Match, notes: Notes) -> list[Node]:
    if match["words"]:
        return _words(match["words"])
    if match["bold"]:
        return [{"t": "Strong", "c": _words(match["bold"])}]
    if match["note"]:
        return [{"t": "Note", "c": notes[match["note"]]}]
    shown = _words(match["shown"].strip(" "))
    return [{"t": "Image" if match["sign"] else "Link", "c": [NO_ATTRIBUTES, shown, [match["target"], ""]]}]


def _words(text: str) -> list[Node]:
    if "\\" in text or "&" in text:
        text = MEANT_AS_SUCH.sub(lambda match: match[1] or unescape(match[2]), text)
    if " " not in text:
        return [{"t": "Str", "c": text}] if text else []
    return [{"t": "Space"} if word[0] == " " else {"t": "Str", "c": word} for word in BLANKS.findall(text)]
