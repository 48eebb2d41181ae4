"""Charts become pictures: one file a family of chart, and the only place that knows matplotlib."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from evaluation.render.chart import Chart

# A settings folder that cannot be written, or a first look at the machine's fonts, is told in English to authors
# whom it does not concern: the pictures use neither. It is told while matplotlib is imported, so this comes first.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

from evaluation.render.drawing import bars, bullet, gantt, matrix, months, planned, series, stacked, tiles  # noqa: E402
from evaluation.render.drawing.canvas import FORMS, Canvas  # noqa: E402
from evaluation.render.drawing.typeface import missing_characters, shown  # noqa: E402

__all__ = ["DRAWINGS", "FORMS", "compose", "draw", "drawable", "missing_characters"]

DRAWINGS: dict[str, Callable[[str, tuple], Canvas]] = {
    "bars": bars.draw,
    "bullet": bullet.draw,
    "gantt": gantt.draw,
    "matrix": matrix.draw,
    "months": months.draw,
    "planned": planned.draw,
    "series": series.draw,
    "stacked": stacked.draw,
    "tiles": tiles.draw,
}


def draw(chart: Chart, form: str) -> bytes:
    """The chart's picture. Raises MissingGlyph for a character without a glyph: see `drawable`."""
    return compose(chart, form).picture(chart.title, f"{chart.alt}{chart.source}")


def compose(chart: Chart, form: str) -> Canvas:
    """The chart laid out on its sheet, not yet turned into bytes."""
    return DRAWINGS[chart.kind](form, chart.data)


def drawable(chart: Chart) -> tuple[Chart, frozenset[str]]:
    """The chart with 〓 for every character that has no glyph, and those characters, for the author's Problem."""
    missing: set[str] = set()
    data = _shown(chart.data, missing)
    return (replace(chart, data=data) if missing else chart), frozenset(missing)


def _shown(part: object, missing: set[str]) -> object:
    if isinstance(part, str):
        missing |= missing_characters(part)
        return shown(part)
    if isinstance(part, tuple):
        inner = [_shown(piece, missing) for piece in part]
        return type(part)(*inner) if hasattr(part, "_fields") else tuple(inner)
    return part
