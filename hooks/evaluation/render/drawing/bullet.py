"""The bullet chart: how far each indicator has come, beside where it should be by now."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.chart import Bullet, BulletGroup, BulletRow
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas
from evaluation.render.drawing.parts import Entry, Scale, draw_legend, legend_height
from evaluation.render.drawing.typeface import shorten

LEFT, RIGHT = 178.0, WIDTH - 116
PITCH = 31.0
HEAD = 34.0
LOW, HIGH = Decimal("-0.5"), Decimal("1.5")


def draw(form: str, data: Bullet) -> Canvas:
    legend = _legend(data)
    top = legend_height(legend)
    canvas = Canvas(form, top + sum(_height(group) for group in data.groups))
    draw_legend(canvas, legend)
    for group in data.groups:
        _group(canvas, top, group)
        top += _height(group)
    return canvas


def _drawn(group: BulletGroup) -> bool:
    return any(row.share is not None for row in group.rows)


def _head(group: BulletGroup) -> float:
    return HEAD if _drawn(group) else HEAD - 12


def _height(group: BulletGroup) -> float:
    return _head(group) + PITCH * len(group.rows) + 4


def _legend(data: Bullet) -> list[Entry]:
    entries = [Entry("完成情况", lambda c, x, y: c.box(x, y - 3.5, 16, 7, fill=c.colours.quiet))]
    rows = [row for group in data.groups for row in group.rows]
    if any(row.tag and row.share is not None for row in rows):
        entries.append(
            Entry(
                "含预计或快报数",
                lambda c, x, y: c.box(x, y - 3.5, 16, 7, fill=c.colours.paper, edge=c.colours.quiet, hatch="////"),
            )
        )
    if any(row.expected is not None for row in rows):
        entries.append(Entry(data.pace, lambda c, x, y: c.line([(x + 3, y - 6), (x + 3, y + 6)], weight=2), room=6))
    return entries


def _scale(group: BulletGroup) -> Scale:
    low = LOW if any(row.share is not None and row.share < 0 for row in group.rows) else Decimal(0)
    return Scale(low, HIGH, LEFT, RIGHT)


def _group(canvas: Canvas, top: float, group: BulletGroup) -> None:
    colours = canvas.colours
    canvas.line([(0, top + 1), (WIDTH, top + 1)], colour=colours.quiet, weight=0.8)
    canvas.text(0, top + 12, group.heading, bold=True)
    scale = _scale(group)
    if _drawn(group):
        canvas.text((LEFT + RIGHT) / 2, top + 11, group.scale, colour=colours.quiet, align="center")
        _axis(canvas, top, group, scale)
    for at, row in enumerate(group.rows):
        _row(canvas, top + _head(group) + PITCH * at, row, scale)


def _axis(canvas: Canvas, top: float, group: BulletGroup, scale: Scale) -> None:
    colours = canvas.colours
    bottom = top + HEAD + PITCH * len(group.rows)
    for percent in range(int(scale.low * 100), 151, 50):
        x = scale(Decimal(percent) / 100)
        full = percent == 100
        canvas.text(x, top + 24, f"{percent}%".replace("-", "−"), colour=colours.quiet, align="center")
        canvas.line(
            [(x, top + HEAD - 3), (x, bottom)], colour=colours.ink if full else colours.grid, weight=1 if full else 0.6
        )


def _row(canvas: Canvas, top: float, row: BulletRow, scale: Scale) -> None:
    colours = canvas.colours
    tone = colours.tones[row.tone]
    canvas.text(0, top + 9, shorten(row.name, LEFT - 8, SIZE, bold=True), bold=True)
    canvas.text(0, top + 21, shorten(row.caption, LEFT - 8, SIZE), colour=colours.quiet)
    canvas.text(RIGHT + 12, top + 9, f"{row.glyph} {row.verdict}", bold=True, colour=tone)
    if row.share is None:
        canvas.text(LEFT, top + 15, shorten(row.words, RIGHT - LEFT, SIZE), colour=colours.quiet)
    else:
        canvas.text(RIGHT + 12, top + 21, f"{row.words}{f'（{row.tag}）' if row.tag else ''}")
        _bar(canvas, top + 15, row, scale, tone)


def _bar(canvas: Canvas, middle: float, row: BulletRow, scale: Scale, tone: str) -> None:
    colours = canvas.colours
    shown = min(max(row.share, scale.low), scale.high)
    zero, end = scale(0), scale(shown)
    canvas.box(zero, middle - 6.5, scale(1) - zero, 13, fill=colours.band)
    style = {"fill": colours.paper, "edge": tone, "hatch": "//////"} if row.tag else {"fill": tone}
    canvas.box(min(zero, end), middle - 3.5, abs(end - zero), 7, **style)
    canvas.line([(scale(1), middle - 8), (scale(1), middle + 8)], weight=1)
    if row.expected is not None:
        canvas.line([(scale(row.expected), middle - 8), (scale(row.expected), middle + 8)], weight=2)
    if shown != row.share:  # the bar goes on beyond the scale; the figure beside it says how far
        out = 5 if row.share > shown else -5
        canvas.area([(end, middle - 5), (end, middle + 5), (end + out, middle)], tone)
