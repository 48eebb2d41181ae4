"""The tile map: the banners in rough geographic position, each as dark as its figure is large."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.chart import Tile, Tiles
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas

WIDE, TALL, GAP = 98.0, 56.0, 6.0
TOP = 20.0
FOOT = 40.0


def draw(form: str, data: Tiles) -> Canvas:
    columns = 1 + max(tile.column for tile in data.tiles)
    rows = 1 + max(tile.row for tile in data.tiles)
    canvas = Canvas(form, TOP + rows * (TALL + GAP) + FOOT)
    canvas.text(0, 8, "示意图，不代表实际边界和面积", colour=canvas.colours.quiet)
    canvas.text(WIDTH, 8, f"单位：{data.unit}", colour=canvas.colours.quiet, align="right")
    left = (WIDTH - columns * (WIDE + GAP) + GAP) / 2
    values = [tile.value for tile in data.tiles if tile.value is not None]
    for tile in data.tiles:
        _tile(canvas, left + tile.column * (WIDE + GAP), TOP + tile.row * (TALL + GAP), tile, values)
    _legend(canvas, left, canvas.height - 22, data)
    return canvas


def _fill(canvas: Canvas, value: Decimal, values: list[Decimal]) -> str:
    """The step of the ramp by the place of the value between the least and the greatest."""
    ramp = canvas.colours.ramp
    low, high = min(values), max(values)
    if high == low:
        return ramp[1]
    return ramp[min(len(ramp) - 1, int((value - low) / (high - low) * len(ramp)))]


def _tile(canvas: Canvas, left: float, top: float, tile: Tile, values: list[Decimal]) -> None:
    colours = canvas.colours
    middle = left + WIDE / 2
    if tile.value is None:
        canvas.box(left, top, WIDE, TALL, edge=colours.quiet, dashed=True)
        ink = colours.quiet
    else:
        fill = _fill(canvas, tile.value, values)
        canvas.box(left, top, WIDE, TALL, fill=fill, edge=colours.quiet, weight=0.6, dashed=bool(tile.tag))
        ink = colours.on(fill)
    canvas.text(middle, top + 17, tile.label, colour=ink, align="center", size=SIZE + 1)
    words = f"{tile.words}（{tile.tag}）" if tile.tag else tile.words
    canvas.text(
        middle,
        top + 38,
        words,
        colour=ink,
        align="center",
        size=SIZE + 4 if tile.value is not None else SIZE,
        bold=True,
    )


def _legend(canvas: Canvas, left: float, top: float, data: Tiles) -> None:
    x = canvas.text(left, top, "小", colour=canvas.colours.quiet).right + 4
    for colour in canvas.colours.ramp:
        canvas.box(x, top - 5, 22, 10, fill=colour, edge=canvas.colours.quiet, weight=0.4)
        x += 22
    canvas.text(x + 4, top, "大", colour=canvas.colours.quiet)
    canvas.text(left, top + 15, data.note, colour=canvas.colours.quiet)
