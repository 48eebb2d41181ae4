"""A sheet on which charts are composed: measured in points from its top left corner, the same for screen and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import matplotlib
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_rgba
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, AffineBase

from evaluation.render.drawing.palette import LIGHT
from evaluation.render.drawing.paper import Paper
from evaluation.render.drawing.screen import Screen
from evaluation.render.drawing.typeface import ASCENT, DESCENT
from evaluation.render.drawing.typeface import width as text_width

# A matplotlibrc in somebody's home must not change a picture: these are all the settings that a renderer asks for.
matplotlib.rcParams.update(
    {
        "svg.hashsalt": "evaluation",
        "svg.id": None,
        "hatch.linewidth": 0.6,
        "markers.fillstyle": "full",
        "path.simplify": False,
        "agg.path.chunksize": 0,
    }
)

WIDTH = 156 / 25.4 * 72
"""The text width of an official page, in points."""
SIZE = 9.0
"""The smallest type an official document may have in its figures."""
FORMS = ("svg", "png")
"""What a picture is made for: the site, the printed document."""


@dataclass(frozen=True)
class Label:
    """Where a text stands: its left, top, right and bottom."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Label) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@cache
def pen(
    colour: str | None, weight: float, dashes: tuple[float, float] | None = None, hatch: str | None = None,
    join: str = "miter", snap: bool | None = None,
) -> GraphicsContextBase:  # fmt: skip
    """How an outline is drawn: its dashes measured in its own width, its corners, whether it keeps to whole pixels."""
    look = GraphicsContextBase()
    look.set_linewidth(weight if colour else 0)
    look.set_joinstyle(join)
    look.set_snap(snap)
    if colour:
        look.set_foreground(to_rgba(colour), isRGBA=True)
        look.set_dashes(0, dashes and [weight * part for part in dashes])
        look.set_hatch(hatch)
        look.set_hatch_color(to_rgba(colour))
    return look


@cache
def marker(shape: str, size: float) -> tuple[MarkerStyle, AffineBase]:
    style = MarkerStyle(shape)
    return style, style.get_transform().scale(size).frozen()


CORNERS = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
DASHES = (3.7, 1.6)
"""Around a box for what is not reported."""


class Canvas:
    """Draws on a sheet of fixed width; `labels` remembers every text for whoever checks that none overlaps.

    Everything is handed to a renderer of matplotlib at once and in order: what is drawn later lies on top.
    """

    def __init__(self, form: str, height: float) -> None:
        self.height = height
        self.colours = LIGHT
        self.labels: list[Label] = []
        self._sheet = {"png": Paper, "svg": Screen}[form](WIDTH, height)
        scale = self._sheet.points_to_pixels(1)
        self._down = Affine2D().scale(scale, -scale).translate(0, height * scale).frozen()

    def text(
        self, x: float, y: float, words: str, *, size: float = SIZE, bold: bool = False, colour: str | None = None,
        align: str = "left",
    ) -> Label:  # fmt: skip
        """Write one line whose characters are centred on the height `y`; returns where it stands.

        Raises typeface.MissingGlyph.
        """
        room = text_width(words, size, bold)
        # Centred by the typeface's measures and not by the ink: else 一 would hang higher than 国.
        base = y + size * (ASCENT - DESCENT) / 2
        left = x - {"left": 0.0, "center": room / 2, "right": room}[align]
        self._sheet.write(words, left, base, size, bold, colour or self.colours.ink, (align, x))
        label = Label(words, left, base - size * ASCENT, left + room, base + size * DESCENT)
        self.labels.append(label)
        return label

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str | None = None, edge: str | None = None,
        hatch: str | None = None, weight: float = 0.8, dashed: bool = False,
    ) -> None:  # fmt: skip
        """A rectangle from its top left corner; a hatch is drawn in the edge's colour."""
        right, foot = x + width, y + height
        path = Path(((x, y), (right, y), (right, foot), (x, foot), (x, y)), CORNERS)
        look = pen(edge, weight, DASHES if dashed else None, hatch)
        self._sheet.draw_path(look, path, self._down, to_rgba(fill) if fill else None)

    def line(
        self, points: Sequence[tuple[float, float]], *, colour: str | None = None, weight: float = 0.8,
        dashes: tuple[float, float] | None = None,
    ) -> None:  # fmt: skip
        look = pen(colour or self.colours.ink, weight, dashes, join="round")
        self._sheet.draw_path(look, Path(points), self._down)

    def area(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        self._sheet.draw_path(pen(None, 0), Path((*points, points[0]), closed=True), self._down, to_rgba(fill))

    def mark(self, x: float, y: float, shape: str, *, size: float = 6, colour: str, hollow: bool = False) -> None:
        """A data mark: `o` a figure, `D` a target, `s` a baseline; hollow where the figure is provisional."""
        fill = to_rgba(self.colours.paper if hollow else colour)
        style, place = marker(shape, self._sheet.points_to_pixels(size))
        look = pen(colour, 1.2, join=style.get_joinstyle(), snap=shape != "o")
        self._sheet.draw_markers(look, style.get_path(), place, Path(((x, y),)), self._down, fill)

    def picture(self, title: str, description: str) -> bytes:
        """The sheet as bytes: equal drawings give equal bytes on any day and machine."""
        return self._sheet.picture(title, description)


def overlaps(labels: Iterable[Label]) -> list[tuple[str, str]]:
    """Every pair of texts that stand on one another."""
    listed = list(labels)
    return [(one.words, other.words) for at, one in enumerate(listed) for other in listed[at + 1 :] if one.meets(other)]


def outside(canvas: Canvas) -> list[str]:
    """Texts that leave the sheet."""
    return [
        label.words
        for label in canvas.labels
        if label.left < 0 or label.top < 0 or label.right > WIDTH or label.bottom > canvas.height
    ]
