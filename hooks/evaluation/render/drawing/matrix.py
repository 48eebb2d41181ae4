"""A matrix of states: who stands where with what, a mark a cell in the shape and colour of its glyph."""

from __future__ import annotations

from evaluation.render.chart import Matrix, MatrixRow
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas
from evaluation.render.drawing.parts import (
    Entry,
    draw_legend,
    draw_note,
    glyph_sample,
    legend_height,
    note_height,
)
from evaluation.render.drawing.typeface import shorten, width

LABELS = 72.0
PITCH = 14.0
GROUP_GAP = 5.0
RIGHT = 3.0
HEAD = 28.0
SHAPES = {"●": ("o", 5.5), "○": ("o", 5.0), "◆": ("D", 4.0), "▲": ("^", 5.5), "■": ("s", 5.0)}
"""Glyph → mark and its size: forty columns leave no room for type that may be printed."""


def draw(form: str, data: Matrix) -> Canvas:
    legend = [Entry(state.name, glyph_sample(state.glyph, state.tone), room=SIZE) for state in data.states]
    top = legend_height(legend) + HEAD
    canvas = Canvas(form, top + PITCH * len(data.rows) + 4 + note_height(data.note))
    draw_legend(canvas, legend)
    places = _places(data)
    _head(canvas, data, places, top)
    for at, row in enumerate(data.rows):
        _row(canvas, top + PITCH * (at + 0.5), row, places, striped=at % 2 == 1)
    draw_note(canvas, data.note)
    return canvas


def _places(data: Matrix) -> list[float]:
    """The middle of each column; groups stand a little apart."""
    columns = sum(len(names) for _, names in data.groups)
    pitch = (WIDTH - RIGHT - LABELS - GROUP_GAP * len(data.groups)) / columns
    places: list[float] = []
    left = LABELS
    for _, names in data.groups:
        left += GROUP_GAP
        places += [left + pitch * (at + 0.5) for at in range(len(names))]
        left += pitch * len(names)
    return places


def _head(canvas: Canvas, data: Matrix, places: list[float], top: float) -> None:
    at = 0
    for heading, names in data.groups:
        own = places[at : at + len(names)]
        canvas.text((own[0] + own[-1]) / 2, top - 21, heading, align="center", bold=True)
        _names(canvas, own, names, top - 8)
        at += len(names)
    canvas.line([(0, top - 1), (WIDTH, top - 1)], colour=canvas.colours.quiet)


def _names(canvas: Canvas, places: list[float], names: tuple[str, ...], middle: float) -> None:
    """The columns' names; one that would touch its neighbour is left out."""
    free = 0.0
    for place, name in zip(places, names, strict=True):
        room = width(name, SIZE) / 2
        if place - room > free:
            free = canvas.text(place, middle, name, colour=canvas.colours.quiet, align="center").right


def _row(canvas: Canvas, middle: float, row: MatrixRow, places: list[float], striped: bool) -> None:
    if striped:
        canvas.box(0, middle - PITCH / 2, WIDTH, PITCH, fill=canvas.colours.band)
    canvas.text(0, middle, shorten(row.label, LABELS, SIZE))
    for place, state in zip(places, row.cells, strict=True):
        if state is not None:
            colour = canvas.colours.tones[state.tone]
            shape, size = SHAPES[state.glyph]
            canvas.mark(place, middle, shape, size=size, colour=colour, hollow=state.glyph == "○")
