"""The schedule: each project as planned and as done, up to the cut-off day."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.chart import Schedule, Span
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas
from evaluation.render.drawing.parts import Entry, Scale, draw_legend, glyph_sample, legend_height
from evaluation.render.drawing.typeface import shorten

LEFT = 188.0
PITCH = 10.6
AXIS = 30.0


def draw(form: str, data: Schedule) -> Canvas:
    legend = _legend(data)
    top = legend_height(legend) + AXIS
    lines = sum(len(group.spans) + bool(group.heading) for group in data.groups)
    canvas = Canvas(form, top + PITCH * lines + 4)
    draw_legend(canvas, legend)
    scale = Scale(Decimal(data.first), Decimal(data.last + 1), LEFT, WIDTH - 2)
    _years(canvas, top, data, scale)
    for group in data.groups:
        if group.heading:
            canvas.box(0, top, LEFT - 2, PITCH, fill=canvas.colours.band)
            canvas.text(2, top + PITCH / 2, shorten(group.heading, LEFT - 6, SIZE, bold=True), bold=True)
            top += PITCH
        for span in group.spans:
            _span(canvas, top + PITCH / 2, span, scale)
            top += PITCH
    _cut_off(canvas, data, scale)
    return canvas


def _legend(data: Schedule) -> list[Entry]:
    planned = Entry("计划工期", lambda c, x, y: c.box(x, y - 4, 16, 8, fill=c.colours.paper, edge=c.colours.quiet))
    done = Entry("实际施工", lambda c, x, y: c.box(x, y - 2, 16, 4, fill=c.colours.tones["good"]))
    return [planned, done, *(Entry(state.name, glyph_sample(state.glyph, state.tone), room=9) for state in data.states)]


def _years(canvas: Canvas, top: float, data: Schedule, scale: Scale) -> None:
    colours = canvas.colours
    for year in range(data.first, data.last + 2):
        x = scale(year)
        canvas.line([(x, top - 2), (x, canvas.height - 2)], colour=colours.grid, weight=0.6)
        if year <= data.last:
            canvas.text((x + scale(year + 1)) / 2, top - 8, f"{year}年", colour=colours.quiet, align="center")


def _span(canvas: Canvas, middle: float, span: Span, scale: Scale) -> None:
    colours = canvas.colours
    canvas.text(8, middle, shorten(span.label, LEFT - 26, SIZE))
    canvas.text(LEFT - 14, middle, span.glyph, colour=colours.tones.get(span.tone, colours.ink))
    left, right = _within(scale, span.start), _within(scale, span.end)
    canvas.box(left, middle - 3.8, right - left, 7.6, fill=colours.paper, edge=colours.quiet, weight=0.7)
    if span.began is not None and span.until is not None:
        left, right = _within(scale, span.began), _within(scale, span.until)
        canvas.box(left, middle - 2, max(1.5, right - left), 4, fill=colours.tones["good"])


def _within(scale: Scale, at: Decimal) -> float:
    return scale(min(max(at, scale.low), scale.high))


def _cut_off(canvas: Canvas, data: Schedule, scale: Scale) -> None:
    colours = canvas.colours
    x = scale(data.cut_off)
    top = legend_height(_legend(data)) + 8
    canvas.text(x, top - 1, data.cut_off_words, colour=colours.tones["bad"], align="center")
    canvas.line([(x, top + 5), (x, top + 9)], colour=colours.tones["bad"], weight=1.2)
    canvas.line([(x, top + 21), (x, canvas.height - 2)], colour=colours.tones["bad"], weight=1.2, dashes=(4, 2))
