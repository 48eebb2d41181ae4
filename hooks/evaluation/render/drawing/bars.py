"""Bars side by side: several measures of the same rows, one bar a period."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.chart import Bars, Measure
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas
from evaluation.render.drawing.parts import Entry, Scale, draw_legend, draw_note, legend_height, note_height, swatch
from evaluation.render.drawing.typeface import width, wrap

LABELS = 84.0
GAP = 12.0
PITCH = 11.5
SPACE = 8.0
HEAD = 20.0
FILLS = (("step1", None), ("step3", None), ("step4", "////"))
"""Earlier periods are lighter; the last may be a part of a year and is hatched."""


def draw(form: str, data: Bars) -> Canvas:
    legend = [Entry(name, swatch(_style(at, data))) for at, name in enumerate(data.series)]
    top = legend_height(legend) + HEAD
    tall = PITCH * len(data.series) + SPACE
    canvas = Canvas(form, top + tall * len(data.labels) + 4 + note_height(data.note))
    draw_legend(canvas, legend)
    for at, label in enumerate(data.labels):
        _label(canvas, top + tall * at, tall, label, first=at == 0)
    wide = (WIDTH - LABELS - GAP * (len(data.measures) - 1)) / len(data.measures)
    for at, measure in enumerate(data.measures):
        _measure(canvas, LABELS + at * (wide + GAP), wide, top, tall, measure, data)
    draw_note(canvas, data.note)
    return canvas


def _style(at: int, data: Bars):
    # The newest period takes the darkest fill, whatever the number of periods.
    tone, hatch = FILLS[at + len(FILLS) - len(data.series)]
    return lambda canvas: {
        "fill": canvas.colours.ramp[int(tone[4:])],
        "edge": canvas.colours.paper if hatch else canvas.colours.quiet,
        "hatch": hatch,
        "weight": 0.5,
    }


def _label(canvas: Canvas, top: float, tall: float, label: str, first: bool) -> None:
    if not first:
        canvas.line([(0, top), (WIDTH, top)], colour=canvas.colours.grid, weight=0.6)
    lines = wrap(label, LABELS - 8, SIZE)
    for at, line in enumerate(lines):
        canvas.text(LABELS - 6, top + tall / 2 + (at - (len(lines) - 1) / 2) * 11, line, align="right")


def _measure(canvas: Canvas, left: float, wide: float, top: float, tall: float, measure: Measure, data: Bars) -> None:
    colours = canvas.colours
    canvas.text(left, top - 9, measure.heading, bold=True)
    figures = [figure for row in measure.rows for figure in row]
    words = max((width(figure[1], SIZE) for figure in figures), default=0) + 5
    most = max((value for value, _ in figures if value is not None), default=Decimal(0)) or Decimal(1)
    scale = Scale(Decimal(0), most, left, left + wide - words)
    for at, row in enumerate(measure.rows):
        for line, (value, figure) in enumerate(row):
            middle = top + tall * at + SPACE / 2 + PITCH * (line + 0.5)
            end = scale(value) if value else left
            if value:
                canvas.box(left, middle - 4.2, end - left, 8.4, **_style(line, data)(canvas))
            canvas.text(end + 3, middle, figure, colour=colours.ink if value is not None else colours.quiet)
    canvas.line([(left, top), (left, top + tall * len(measure.rows))], colour=colours.quiet)
