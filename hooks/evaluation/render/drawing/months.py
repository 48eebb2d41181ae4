"""Columns by month, one panel a year on one scale."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.chart import Months, Panel
from evaluation.render.drawing.canvas import WIDTH, Canvas
from evaluation.render.drawing.parts import Scale, draw_note, note_height

LEFT = 62.0
HEAD = 16.0
PANEL = 72.0
COLUMN = 17.0


def draw(form: str, data: Months) -> Canvas:
    canvas = Canvas(form, HEAD + PANEL * len(data.panels) + 20 + note_height(data.note))
    canvas.text(0, 8, f"单位：{data.unit}", colour=canvas.colours.quiet)
    most = max((value for panel in data.panels for value in panel.values if value is not None), default=Decimal(0))
    for at, panel in enumerate(data.panels):
        _panel(canvas, HEAD + PANEL * at, panel, most or Decimal(1))
    foot = HEAD + PANEL * len(data.panels)
    for month in range(12):
        canvas.text(_across(month), foot + 9, f"{month + 1}月", colour=canvas.colours.quiet, align="center")
    draw_note(canvas, data.note)
    return canvas


def _across(month: int) -> float:
    return LEFT + (WIDTH - LEFT) * (month + 0.5) / 12


def _panel(canvas: Canvas, top: float, panel: Panel, most: Decimal) -> None:
    colours = canvas.colours
    foot = top + PANEL - 4
    lines = panel.heading.split("\n")
    for at, line in enumerate(lines):
        canvas.text(0, top + PANEL / 2 + (at - (len(lines) - 1) / 2) * 13, line, bold=at == 0)
    scale = Scale(Decimal(0), most, foot, top + 20)
    for month, value in enumerate(panel.values):
        x = _across(month)
        if value is None:
            canvas.text(x, foot - 7, "—", colour=colours.quiet, align="center")
            continue
        if value:
            canvas.box(x - COLUMN / 2, scale(value), COLUMN, foot - scale(value), fill=colours.ramp[3])
        canvas.text(x, scale(value) - 7, str(value), align="center", colour=colours.ink if value else colours.quiet)
    canvas.line([(LEFT, foot), (WIDTH, foot)], colour=colours.quiet)
