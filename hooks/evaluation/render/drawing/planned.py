"""Planned against done: what was to be spent and what has been."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.chart import Plan, Plans
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas
from evaluation.render.drawing.parts import (
    Entry,
    Scale,
    draw_legend,
    draw_note,
    legend_height,
    note_height,
    round_ticks,
    tick_words,
)
from evaluation.render.drawing.typeface import width, wrap

LABELS = 128.0
PITCH = 27.0
AXIS = 18.0


def draw(form: str, data: Plans) -> Canvas:
    legend = [
        Entry(data.planned, lambda c, x, y: c.box(x, y - 5, 16, 10, fill=c.colours.paper, edge=c.colours.quiet)),
        Entry(data.done, lambda c, x, y: c.box(x, y - 3, 16, 6, fill=c.colours.tones["good"])),
        Entry(f"单位：{data.unit}", lambda c, x, y: None, room=0),
    ]
    top = legend_height(legend) + AXIS
    canvas = Canvas(form, top + PITCH * len(data.rows) + 5 + note_height(data.note))
    draw_legend(canvas, legend)
    most = max(max(row.planned, row.done or Decimal(0)) for row in data.rows)
    ticks = round_ticks(Decimal(0), most, 5)
    words = max(width(row.words, SIZE) for row in data.rows) + 10
    scale = Scale(Decimal(0), ticks[-1], LABELS, WIDTH - words)
    for tick, word in zip(ticks, tick_words(ticks), strict=True):
        canvas.line(
            [(scale(tick), top - 3), (scale(tick), top + PITCH * len(data.rows))],
            colour=canvas.colours.grid,
            weight=0.6,
        )
        canvas.text(scale(tick), top - 9, word, colour=canvas.colours.quiet, align="center")
    for at, row in enumerate(data.rows):
        _row(canvas, top + PITCH * (at + 0.5), row, scale)
    draw_note(canvas, data.note)
    return canvas


def _row(canvas: Canvas, middle: float, row: Plan, scale: Scale) -> None:
    colours = canvas.colours
    lines = wrap(row.label, LABELS - 8, SIZE)
    for at, line in enumerate(lines):
        canvas.text(LABELS - 6, middle + (at - (len(lines) - 1) / 2) * 11, line, align="right")
    canvas.box(LABELS, middle - 7, scale(row.planned) - LABELS, 14, fill=colours.paper, edge=colours.quiet)
    if row.done:
        canvas.box(LABELS, middle - 4, scale(row.done) - LABELS, 8, fill=colours.tones["good"])
    canvas.text(WIDTH, middle, row.words, align="right")
