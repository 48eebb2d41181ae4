"""Stacked bars: how many tasks or projects of each row are in which state."""

from __future__ import annotations

from evaluation.render.chart import Stack, StackRow, State
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas
from evaluation.render.drawing.parts import (
    Entry,
    draw_legend,
    draw_note,
    fill_colour,
    legend_height,
    note_height,
    swatch,
    toned,
)
from evaluation.render.drawing.typeface import width, wrap

LABELS = 128.0
TOTALS = 44.0
BAR = 16.0
PITCH = 26.0


def draw(form: str, data: Stack) -> Canvas:
    used = [at for at in range(len(data.states)) if any(row.counts[at] for row in data.rows)]
    legend = [Entry(_named(data.states[at]), swatch(toned(data.states[at].tone))) for at in used]
    top = legend_height(legend) + 4
    canvas = Canvas(form, top + PITCH * len(data.rows) + 6 + note_height(data.note))
    draw_legend(canvas, legend)
    step = (WIDTH - LABELS - TOTALS) / max(1, *(sum(row.counts) for row in data.rows))
    for at, row in enumerate(data.rows):
        _row(canvas, top + PITCH * (at + 0.5), row, data.states, step)
    canvas.line([(LABELS, top - 1), (LABELS, top + PITCH * len(data.rows) + 1)], colour=canvas.colours.quiet)
    draw_note(canvas, data.note)
    return canvas


def _named(state: State) -> str:
    return f"{state.glyph}{state.name}"


def _row(canvas: Canvas, middle: float, row: StackRow, states: tuple[State, ...], step: float) -> None:
    lines = wrap(row.label, LABELS - 8, SIZE)
    for at, line in enumerate(lines):
        canvas.text(LABELS - 6, middle + (at - (len(lines) - 1) / 2) * 11, line, align="right")
    left = LABELS
    for count, state in zip(row.counts, states, strict=True):
        if count:
            _segment(canvas, left, middle, step * count, count, state)
            left += step * count
    canvas.text(left + 5, middle, row.words, colour=canvas.colours.quiet)


def _segment(canvas: Canvas, left: float, middle: float, long: float, count: int, state: State) -> None:
    canvas.box(left, middle - BAR / 2, long, BAR, **toned(state.tone)(canvas))
    room = width(str(count), SIZE)
    if long < room + 4:
        return
    fill = fill_colour(canvas, state.tone)
    # A plate without hatch keeps the figure readable.
    canvas.box(left + long / 2 - room / 2 - 1.5, middle - 5.5, room + 3, 11, fill=fill)
    canvas.text(left + long / 2, middle, str(count), colour=canvas.colours.on(fill), align="center")
