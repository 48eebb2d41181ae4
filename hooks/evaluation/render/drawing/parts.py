"""What several charts share: scales, round ticks, legends and finding a free place for words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas, Label
from evaluation.render.drawing.typeface import ASCENT, DESCENT, width, wrap

LEGEND_PITCH = 15.0
HATCHES = {"steady": "//", "behind": "\\\\\\\\", "bad": "xxxx", "other": "----"}
"""Beside its colour each tone has a hatch, for grey print."""


@dataclass(frozen=True)
class Scale:
    """Values to points along one direction."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def __call__(self, value: Decimal | int) -> float:
        return self.start + float((value - self.low) / (self.high - self.low)) * (self.end - self.start)


def round_ticks(low: Decimal, high: Decimal, most: int = 6) -> tuple[Decimal, ...]:
    """At most `most` evenly spaced round values that enclose the range, in steps of 1, 2 or 5."""
    if high <= low:
        high = low + 1
    step = Decimal(1).scaleb((high - low).adjusted() - 2)
    for factor in _factors():
        first = (low / (step * factor)).to_integral_value(ROUND_FLOOR)
        last = (high / (step * factor)).to_integral_value(ROUND_CEILING)
        if last - first < most:
            return tuple(step * factor * (first + at) for at in range(int(last - first) + 1))
    raise AssertionError("the factors never end")


def _factors() -> Iterable[int]:
    factor = 1
    while True:
        yield from (factor, 2 * factor, 5 * factor)
        factor *= 10


def tick_words(ticks: Sequence[Decimal]) -> tuple[str, ...]:
    """The ticks with the decimals that their step needs."""
    step = (ticks[1] - ticks[0]).normalize()
    decimals = max(0, -int(step.as_tuple().exponent))
    return tuple(f"{tick:.{decimals}f}" for tick in ticks)


@dataclass(frozen=True)
class Entry:
    """One entry of a legend: how to draw its sample, how wide that is, and its name."""

    name: str
    draw: Callable[[Canvas, float, float], None]
    room: float = 16.0


def legend_rows(entries: Sequence[Entry], left: float = 0.0) -> list[list[tuple[float, Entry]]]:
    """The entries laid out from `left`, broken into lines at the sheet's edge."""
    rows: list[list[tuple[float, Entry]]] = [[]]
    at = left
    for entry in entries:
        need = entry.room + 3 + width(entry.name, SIZE)
        if at + need > WIDTH and rows[-1]:
            rows.append([])
            at = left
        rows[-1].append((at, entry))
        at += need + 14
    return rows


def legend_height(entries: Sequence[Entry]) -> float:
    return LEGEND_PITCH * len(legend_rows(entries)) + 5


def draw_legend(canvas: Canvas, entries: Sequence[Entry], top: float = 0.0) -> None:
    for line, row in enumerate(legend_rows(entries)):
        middle = top + LEGEND_PITCH * (line + 0.5)
        for left, entry in row:
            entry.draw(canvas, left, middle)
            canvas.text(left + entry.room + 3, middle, entry.name)


NOTE_PITCH = 13.0


def note_lines(note: str) -> tuple[str, ...]:
    return wrap(note, WIDTH, SIZE, lines=4) if note else ()


def note_height(note: str) -> float:
    return NOTE_PITCH * len(note_lines(note)) + 3 if note else 0.0


def draw_note(canvas: Canvas, note: str) -> None:
    """Words under the picture, at its foot."""
    lines = note_lines(note)
    for at, line in enumerate(lines):
        canvas.text(0, canvas.height - NOTE_PITCH * (len(lines) - at - 0.5), line, colour=canvas.colours.quiet)


def swatch(fill: Callable[[Canvas], dict]) -> Callable[[Canvas, float, float], None]:
    """A legend sample: a small box drawn the way `fill` says."""
    return lambda canvas, left, middle: canvas.box(left, middle - 4.5, 16, 9, **fill(canvas))


def toned(tone: str) -> Callable[[Canvas], dict]:
    """How a bar of this tone is filled: the steps of the ramp by lightness, the others by colour and hatch."""

    def fill(canvas: Canvas) -> dict:
        colours = canvas.colours
        if tone == "none":
            return {"fill": colours.paper, "edge": colours.quiet, "dashed": True}
        if tone.startswith("step"):  # the lightest step would be lost on the page without its outline
            return {"fill": fill_colour(canvas, tone), "edge": colours.quiet, "weight": 0.5}
        return {"fill": fill_colour(canvas, tone), "edge": colours.paper, "hatch": HATCHES.get(tone)}

    return fill


def fill_colour(canvas: Canvas, tone: str) -> str:
    """The colour of an area: `step3` is a step of the ramp, everything else a tone."""
    colours = canvas.colours
    if tone.startswith("step"):
        return colours.ramp[int(tone[4:])]
    return colours.paper if tone == "none" else colours.tones.get(tone, colours.quiet)


def glyph_sample(glyph: str, tone: str) -> Callable[[Canvas, float, float], None]:
    return lambda canvas, left, middle: canvas.text(
        left, middle, glyph, colour=canvas.colours.tones.get(tone, canvas.colours.ink)
    )


def place(
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    lines: Iterable[Sequence[tuple[float, float]]],
    *,
    colour: str | None = None,
) -> None:
    """Write words beside a point where they meet no other words and, if it can be had, no line."""
    room, reach = width(words, SIZE) / 2, 11.0
    spots = [(0, -reach), (0, reach), (room + 8, -reach), (-room - 8, -reach), (room + 8, reach), (-room - 8, reach)]
    spots += [(room + 9, 0.0), (-room - 9, 0.0), (0, -2 * reach), (0, 2 * reach), (0, -3 * reach), (0, 3 * reach)]
    segments = [pair for line in lines for pair in pairwise(line)]

    def cost(spot: tuple[float, float]) -> tuple[bool, int, int]:
        label = _box(x + spot[0], y + spot[1], room, words)
        off = label.left < 0 or label.right > WIDTH or label.top < 0 or label.bottom > canvas.height
        crossed = sum(_crosses(label, one, other) for one, other in segments)
        return off or any(label.meets(other) for other in canvas.labels), crossed, spots.index(spot)

    across, down = min(spots, key=cost)
    canvas.text(x + across, y + down, words, colour=colour, align="center")


def _box(x: float, y: float, room: float, words: str) -> Label:
    half = SIZE * (ASCENT + DESCENT) / 2
    return Label(words, x - room, y - half, x + room, y + half)


def _crosses(label: Label, one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether a stretch of line runs through a text; looked at every few points, which is finer than a character."""
    steps = max(2, int(max(abs(one[0] - other[0]), abs(one[1] - other[1])) / 3))
    for step in range(steps + 1):
        x = one[0] + (other[0] - one[0]) * step / steps
        y = one[1] + (other[1] - one[1]) * step / steps
        if label.left < x < label.right and label.top < y < label.bottom:
            return True
    return False


def spread(heights: Sequence[float], gap: float = 12.0) -> list[float]:
    """The heights moved apart, downwards in order, until no two are nearer than `gap`."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    moved = list(heights)
    for one, other in pairwise(order):
        moved[other] = max(moved[other], moved[one] + gap)
    return moved
