"""One indicator over the years: its figures, the path to its target, or the ceiling it must keep under."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from evaluation.render.chart import Point, Series
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas
from evaluation.render.drawing.parts import (
    Entry,
    Scale,
    draw_legend,
    draw_note,
    legend_height,
    note_height,
    place,
    round_ticks,
    spread,
    swatch,
    tick_words,
)
from evaluation.render.drawing.typeface import width

LEFT = 48.0
TALL = 190.0
FOOT = 22.0
COLUMN = 30.0


@dataclass(frozen=True)
class Frame:
    """The plot: where a year and a value stand."""

    across: Scale
    down: Scale
    ticks: tuple[Decimal, ...]

    def spot(self, at: Decimal, value: Decimal) -> tuple[float, float]:
        return self.across(at), self.down(value)

    def line(self, points: tuple[tuple[Decimal, Decimal], ...]) -> list[tuple[float, float]]:
        return [self.spot(*point) for point in points]


def draw(form: str, data: Series) -> Canvas:
    legend = _legend(data)
    top = legend_height(legend) + 16
    tall = TALL if any(_values(data)) else TALL / 3
    canvas = Canvas(form, top + tall + FOOT + note_height(data.note))
    draw_legend(canvas, legend)
    frame = _frame(data, top, tall)
    _axes(canvas, data, frame)
    _bounds(canvas, data, frame)
    lines = _path(canvas, data, frame) + (
        _joined(canvas, data, frame) if data.joined else _columns(canvas, data, frame)
    )
    _marks(canvas, data, frame, lines)
    draw_note(canvas, data.note)
    return canvas


def _values(data: Series) -> list[Decimal]:
    marks = [*data.points, *filter(None, (data.baseline, data.target))]
    levels = [level.value for level in (data.limit, data.mean) if level]
    return [mark.value for mark in marks] + levels + [value for _, value in (*data.path, *data.low, *data.high)]


def _frame(data: Series, top: float, tall: float) -> Frame:
    values = _values(data)
    low, high = min(values), max(values)
    pad = (high - low) * Decimal("0.12")
    from_zero = low >= 0 and (not data.joined or low - pad < high * Decimal("0.4"))
    ticks = round_ticks(Decimal(0) if from_zero else low - pad, high + pad) if high else (Decimal(0), Decimal(1))
    levels = [width(level.words, SIZE) + 8 for level in (data.limit, data.mean) if level]
    right = WIDTH - max([14.0, *levels])
    half = Decimal("0.5") if not data.joined else Decimal("0.25")
    return Frame(
        Scale(data.first - half, data.last + half, LEFT, right), Scale(ticks[0], ticks[-1], top + tall, top), ticks
    )


def _axes(canvas: Canvas, data: Series, frame: Frame) -> None:
    colours = canvas.colours
    top, foot = frame.down.end, frame.down.start
    broken = "，纵轴不从0起" if frame.ticks[0] > 0 else ""
    canvas.text(0, top - 12, f"单位：{data.unit}{broken}", colour=colours.quiet)
    left, right = frame.across.start, frame.across.end
    for tick, words in zip(frame.ticks, tick_words(frame.ticks), strict=True):
        y = frame.down(tick)
        canvas.line([(left, y), (right, y)], colour=colours.grid, weight=0.6)
        canvas.text(left - 5, y, words.replace("-", "−"), colour=colours.quiet, align="right")
    canvas.line([(left, foot), (right, foot)], colour=colours.quiet)
    for year in range(data.first, data.last + 1):
        x = frame.across(year)
        canvas.line([(x, foot), (x, foot + 3)], colour=colours.quiet)
        canvas.text(x, foot + 11, f"{year}年", colour=colours.quiet, align="center")


def _bounds(canvas: Canvas, data: Series, frame: Frame) -> None:
    """The ceiling and the mean so far, each named at its right end."""
    colours = canvas.colours
    drawn = [(level, tone) for level, tone in ((data.limit, "bad"), (data.mean, "good")) if level]
    heights = spread([frame.down(level.value) for level, _ in drawn])
    for (level, tone), height in zip(drawn, heights, strict=True):
        y = frame.down(level.value)
        colour = colours.tones[tone]
        canvas.line(
            [(frame.across.start, y), (frame.across.end, y)],
            colour=colour,
            weight=1.2,
            dashes=(5, 2) if tone == "bad" else (2, 2),
        )
        canvas.text(frame.across.end + 4, height, level.words, colour=colour)


def _path(canvas: Canvas, data: Series, frame: Frame) -> list[list[tuple[float, float]]]:
    colours = canvas.colours
    if data.low and data.high:
        canvas.area(frame.line(data.low) + frame.line(data.high)[::-1], colours.ramp[1])
    if not data.path:
        return []
    line = frame.line(data.path)
    canvas.line(line, colour=colours.tones["steady"], weight=1.2, dashes=(4, 2))
    return [line]


def _joined(canvas: Canvas, data: Series, frame: Frame) -> list[list[tuple[float, float]]]:
    marks = [*filter(None, (data.baseline,)), *data.points]
    line = [frame.spot(mark.at, mark.value) for mark in marks]
    if len(line) > 1:
        canvas.line(line, colour=canvas.colours.tones["good"], weight=1.6)
    return [line]


def _columns(canvas: Canvas, data: Series, frame: Frame) -> list[list[tuple[float, float]]]:
    styles = [(data.baseline, _base_style(canvas))] if data.baseline else []
    styles += [(mark, _column_style(canvas, bool(mark.tag))) for mark in data.points]
    for mark, style in styles:
        x, y = frame.spot(mark.at, mark.value)
        canvas.box(x - COLUMN / 2, y, COLUMN, frame.down.start - y, **style)
    across = (frame.across.start, frame.across.end)
    return [[(x, frame.down(level.value)) for x in across] for level in (data.limit, data.mean) if level]


def _marks(canvas: Canvas, data: Series, frame: Frame, lines: list[list[tuple[float, float]]]) -> None:
    tones = canvas.colours.tones
    shapes = [(data.target, "D", tones["steady"]), (data.baseline, "s" if data.joined else "", canvas.colours.quiet)]
    shapes += [(point, "o" if data.joined else "", tones["good"]) for point in data.points]
    for mark, shape, colour in shapes:
        if mark and shape:
            canvas.mark(*frame.spot(mark.at, mark.value), shape, colour=colour, hollow=bool(mark.tag))
    for mark, _, colour in shapes:
        if mark:
            place(canvas, *frame.spot(mark.at, mark.value), _words(mark), lines, colour=colour)


def _words(mark: Point) -> str:
    return f"{mark.words}（{mark.tag}）" if mark.tag else mark.words


def _legend(data: Series) -> list[Entry]:
    figure = _line_sample if data.joined else _column_sample
    entries = []
    if any(not point.tag for point in data.points):
        entries.append(Entry("实际值", partial(figure, hollow=False)))
    if any(point.tag for point in data.points):
        entries.append(Entry("预计或快报值", partial(figure, hollow=True)))
    if data.baseline:
        entries.append(Entry("基期值", _square_sample if data.joined else swatch(_base_style)))
    if data.target:
        entries.append(Entry("目标值", _diamond_sample, room=9))
    if data.path:
        entries.append(Entry("目标路径", _path_sample, room=18))
    if data.corridor:
        entries.append(Entry(data.corridor, swatch(lambda canvas: {"fill": canvas.colours.ramp[1]})))
    return entries


def _line_sample(canvas: Canvas, x: float, y: float, hollow: bool) -> None:
    colour = canvas.colours.tones["good"]
    canvas.line([(x, y), (x + 18, y)], colour=colour, weight=1.6)
    canvas.mark(x + 9, y, "o", colour=colour, hollow=hollow)


def _column_sample(canvas: Canvas, x: float, y: float, hollow: bool) -> None:
    canvas.box(x, y - 4.5, 16, 9, **_column_style(canvas, hollow))


def _square_sample(canvas: Canvas, x: float, y: float) -> None:
    canvas.mark(x + 8, y, "s", colour=canvas.colours.quiet)


def _diamond_sample(canvas: Canvas, x: float, y: float) -> None:
    canvas.mark(x + 4, y, "D", colour=canvas.colours.tones["steady"])


def _path_sample(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x, y), (x + 18, y)], colour=canvas.colours.tones["steady"], weight=1.2, dashes=(4, 2))


def _column_style(canvas: Canvas, hollow: bool) -> dict:
    colours = canvas.colours
    inside = {"fill": colours.paper, "hatch": "////"} if hollow else {"fill": colours.ramp[2]}
    return {"edge": colours.tones["good"], **inside}


def _base_style(canvas: Canvas) -> dict:
    return {"fill": canvas.colours.band, "edge": canvas.colours.quiet}
