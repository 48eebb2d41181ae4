"""evaluation.json: everything computed, as data; of its parts only those are written again whose figures changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from evaluation.measure.published import PARTS, indicator_part
from evaluation.render.csv_files import FOLDER
from evaluation.render.kept import Kept
from evaluation.render.view import View

PATH = f"{FOLDER}evaluation.json"
INDICATORS = "indicators"
"""The figures of all units, most of the file: a part for each."""


def data_file(kept: Kept) -> bytes:
    """The text that `json.dumps` writes of `published` with an indent of one."""
    names = list(_names(kept.view))
    told = dict(zip(names, kept.each("data", ((name, partial(_part, kept.view, *name)) for name in names)), strict=True))
    indicators = [[text] for (_, indicator), text in told.items() if indicator]
    parts = {name: _within(b"[]", indicators, b" ") if name == INDICATORS else [told[name, None]] for name in PARTS}
    return b"".join(_within(b"{}", [(f'"{name}": '.encode(), *part) for name, part in parts.items()]))


def _names(view: View) -> Iterator[tuple[str, str | None]]:
    yield from ((name, None) for name in PARTS if name != INDICATORS)
    yield from ((INDICATORS, indicator.id) for indicator in view.evaluation.indicators)


def _part(view: View, name: str, indicator: str | None) -> bytes:
    make = partial(indicator_part, indicator_id=indicator) if indicator else PARTS[name]
    text = json.dumps(make(view.evaluation, view.assessment), ensure_ascii=False, indent=1)
    # No text holds a line break of its own: JSON writes it as a backslash and a letter.
    return text.replace("\n", "\n  " if indicator else "\n ").encode()


def _within(brackets: bytes, parts: Sequence[Iterable[bytes]], depth: bytes = b"") -> Iterator[bytes]:
    """In pieces; what `_part` made stands as deep already as it will in the file."""
    begin = brackets[:1]
    for part in parts:
        yield begin + b"\n " + depth
        yield from part
        begin = b","
    yield b"\n" + depth + brackets[1:] if parts else brackets
