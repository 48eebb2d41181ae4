"""A line break beside a Chinese character leaves nothing on the site, as in the document, across bold text and links too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

HOLDERS = frozenset("p li dt dd td th h1 h2 h3 h4 h5 h6".split())
INLINE = frozenset("a abbr code del em img ins s small span strong sub sup u".split())
NARROW = re.compile(r"[\x00-\x7f]")
BREAK = re.compile(r" *\n *")

Slot = tuple[Element, str]
"""An element and which of its texts is meant: `text` or `tail`."""


def join_lines(root: Element) -> None:
    for holder in root.iter():
        if holder.tag in HOLDERS:
            for run in _runs(holder):
                _join(run)


def _runs(holder: Element) -> Iterator[list[Slot]]:
    """The inline texts of a block in reading order, cut where a line break was asked for or another block stands."""
    run: list[Slot] = [(holder, "text")]
    for child in holder:
        if child.tag in INLINE:
            run += _slots(child)
        else:
            yield run
            run = []
        run.append((child, "tail"))
    yield run


def _slots(element: Element) -> Iterator[Slot]:
    yield element, "text"
    for child in element:
        yield from _slots(child)
        yield child, "tail"


def _join(run: list[Slot]) -> None:
    texts = [getattr(element, which) or "" for element, which in run]
    if not any("\n" in text for text in texts):
        return
    for number, (element, which) in enumerate(run):
        if "\n" in texts[number] and not (element.tag == "code" and which == "text"):
            before, after = "".join(texts[:number]), "".join(texts[number + 1 :])
            texts[number] = _joined(before, texts[number], after)
            setattr(element, which, texts[number])


def _joined(before: str, text: str, after: str) -> str:
    whole, start = before + text + after, len(before)

    def replaced(found: re.Match) -> str:
        left, right = whole[: start + found.start()].rstrip(), whole[start + found.end() :].lstrip()
        if not left or not right:  # the block's own edge
            return found[0]
        return "" if _chinese(left[-1]) or _chinese(right[0]) else found[0]

    return BREAK.sub(replaced, text)


def _chinese(character: str) -> bool:
    return not NARROW.match(character)
