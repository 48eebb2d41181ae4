"""evaluation.json: everything computed, as data; of its parts only those are written again whose figures changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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
    told[INDICATORS, None] = _within("[]", (text for (_, indicator), text in told.items() if indicator))
    return _within("{}", (f'"{name}": {told[name, None]}' for name in PARTS)).encode()


def _names(view: View) -> Iterator[tuple[str, str | None]]:
    yield from ((name, None) for name in PARTS if name != INDICATORS)
    yield from ((INDICATORS, indicator.id) for indicator in view.evaluation.indicators)


def _part(view: View, name: str, indicator: str | None) -> str:
    make = partial(indicator_part, indicator_id=indicator) if indicator else PARTS[name]
    return json.dumps(make(view.evaluation, view.assessment), ensure_ascii=False, indent=1)


def _within(brackets: str, parts: Iterable[str]) -> str:
    """No text holds a line break of its own: JSON writes it as a backslash and a letter."""
    inside = ",\n".join(parts).replace("\n", "\n ")
    return f"{brackets[0]}\n {inside}\n{brackets[1]}" if inside else brackets
