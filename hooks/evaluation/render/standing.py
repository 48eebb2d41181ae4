"""How many of a number of things are as they should be, told by the glyphs of their states."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from evaluation.render import wording

GOOD = "●◆"


def fine(states: Iterable[StrEnum | None]) -> int:
    return sum(wording.glyph(state) in GOOD for state in states)


def fine_of_all(states: Iterable[StrEnum | None]) -> str:
    """15/17; — where there is nothing to count."""
    listed = list(states)
    return f"{fine(listed)}/{len(listed)}" if listed else wording.NO_DATA
