"""What was read from a unit's files, as the text of the files that people keep: YAML and Markdown drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from evaluation.intake.cells import Raw

HEADER = "# yaml-language-server: $schema=../../schemas/report.schema.json\n"
INDICATORS = r"[-?:,\[\]{}#&*!|>'\"%@`\s]"
"""What a plain scalar may not begin with."""
INSIDE = r":(\s|$)|\s#|\s$|[\x00-\x1f]"
"""What would end it, or be taken for a comment."""


def report_yaml(unit: str, fields: Mapping[str, Raw | list]) -> str:
    """data/reports/<unit>.yml from raw fields, in the order they were read."""
    lines = [f"unit: {unit}"]
    for key, value in fields.items():
        lines += _entry(key, value, 0)
    return HEADER + "\n".join(lines) + "\n"


def _entry(key: str, value: object, indent: int) -> list[str]:
    pad = "  " * indent
    if isinstance(value, str):
        return [f"{pad}{key}: {scalar(value, indent + 1)}"]
    if isinstance(value, Mapping):
        return [f"{pad}{key}:", *_mapping(value, indent + 1)]
    return [f"{pad}{key}:", *(line for one in value for line in _item(one, indent + 1))]


def _mapping(value: Mapping, indent: int) -> list[str]:
    return [line for key, each in value.items() for line in _entry(key, each, indent)]


def _item(value: object, indent: int) -> list[str]:
    pad = "  " * indent
    if isinstance(value, str):
        return [f"{pad}- {scalar(value, indent + 1)}"]
    first, *rest = _mapping(value, indent + 1)
    return [f"{pad}- {first.lstrip()}", *rest]


def scalar(text: str, indent: int) -> str:
    """Text as YAML reads it back unchanged: a block where it has lines, quoted where it must be, else plain."""
    if "\n" in text:
        pad = "  " * indent
        return "|-\n" + "\n".join(pad + line for line in text.split("\n"))
    unsafe = text in ("", "~") or re.match(INDICATORS, text) or re.search(INSIDE, text)
    return json.dumps(text, ensure_ascii=False) if unsafe else text
