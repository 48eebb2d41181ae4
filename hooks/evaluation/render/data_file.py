"""evaluation.json: everything computed, as data; of its parts only those are written again whose figures changed."""

from __future__ import annotations

import json
from collections.abc import Iterable

from evaluation.measure.published import PARTS, indicator_part
from evaluation.render.csv_files import FOLDER
from evaluation.render.kept import Kept

PATH = f"{FOLDER}evaluation.json"


def data_file(kept: Kept) -> bytes:
    """The text that `json.dumps` writes of `published` with an indent of one."""
    return kept.once("data", None, lambda: _within("{}", (f'"{name}": {_part(name, kept)}' for name in PARTS)).encode())


def _part(name: str, kept: Kept) -> str:
    evaluation, assessment = kept.view.evaluation, kept.view.assessment
    if name == "indicators":
        return _within("[]", (_indicator(indicator.id, kept) for indicator in evaluation.indicators))
    return kept.once("data", name, lambda: _told(PARTS[name](evaluation, assessment)))


def _indicator(indicator: str, kept: Kept) -> str:
    """With the figures of all units that report it: most of the file."""
    view = kept.view
    return kept.once("data", indicator, lambda: _told(indicator_part(view.evaluation, view.assessment, indicator)))


def _told(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, indent=1)


def _within(brackets: str, parts: Iterable[str]) -> str:
    """No text holds a line break of its own: JSON writes it as a backslash and a letter."""
    inside = ",\n".join(parts).replace("\n", "\n ")
    return f"{brackets[0]}\n {inside}\n{brackets[1]}" if inside else brackets
