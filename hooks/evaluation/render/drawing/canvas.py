"""A sheet on which charts are composed: measured in points from its top left corner, the same for screen and paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

from evaluation.render.drawing.dark import dark_rules
from evaluation.render.drawing.palette import LIGHT
from evaluation.render.drawing.typeface import ASCENT, DESCENT, properties
from evaluation.render.drawing.typeface import width as text_width

# A matplotlibrc in somebody's home must not change a picture.
matplotlib.rcParams.update(matplotlib.rcParamsDefault)
matplotlib.rcParams.update(
    {
        "svg.fonttype": "none",
        "svg.hashsalt": "evaluation",
        "text.hinting": "none",
        "hatch.linewidth": 0.6,
        "path.simplify": False,
    }
)

WIDTH = 156 / 25.4 * 72
"""The text width of an official page, in points."""
SIZE = 9.0
"""The smallest type an official document may have in its figures."""
PAPER_DPI = 300
SCREEN = (
    "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', "
    "'WenQuanYi Micro Hei', sans-serif"
)
"""What a reader's machine may have: the site's SVG keeps its text as text."""
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


class Words(Text):
    """One line whose place is known: left to itself matplotlib would measure every text again before it draws it."""

    def __init__(self, x: float, y: float, words: str, left: float, **style: Any) -> None:
        super().__init__(x, y, words, parse_math=False, **style)
        self.left = left

    def draw(self, renderer: RendererBase) -> None:
        x, y = self.get_transform().transform((self.left, self._y))
        height = renderer.get_canvas_width_height()[1]
        renderer.open_group("text", self.get_gid())
        look = renderer.new_gc()
        look.set_foreground(self.get_color())
        renderer.draw_text(look, x, height - y if renderer.flipy() else y, self.get_text(), self.get_fontproperties(), 0, mtext=self)
        look.restore()
        renderer.close_group("text")


class Canvas:
    """Draws on a sheet of fixed width; `labels` remembers every text for whoever checks that none overlaps."""

    def __init__(self, form: str, height: float) -> None:
        self.form = form
        self.height = height
        self.colours = LIGHT
        self.labels: list[Label] = []
        self._layer = 0
        self._figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72, facecolor=self.colours.paper)
        self._down = Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72) + self._figure.dpi_scale_trans

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
        self._add(Words(x, base, words, left, fontproperties=properties(size, bold), color=colour or self.colours.ink, ha=align))
        label = Label(words, left, base - size * ASCENT, left + room, base + size * DESCENT)
        self.labels.append(label)
        return label

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str | None = None, edge: str | None = None,
        hatch: str | None = None, weight: float = 0.8, dashed: bool = False,
    ) -> None:  # fmt: skip
        """A rectangle from its top left corner; a hatch is drawn in the edge's colour."""
        self._add(
            Rectangle(
                (x, y), width, height, facecolor=fill or "none", edgecolor=edge or "none", hatch=hatch,
                linewidth=weight if edge else 0, linestyle="--" if dashed else "-",
            )
        )  # fmt: skip

    def line(
        self, points: Sequence[tuple[float, float]], *, colour: str | None = None, weight: float = 0.8,
        dashes: tuple[float, float] | None = None,
    ) -> None:  # fmt: skip
        across, down = zip(*points, strict=True)
        line = Line2D(across, down, color=colour or self.colours.ink, linewidth=weight, solid_capstyle="butt")
        if dashes:
            line.set_dashes(dashes)
        self._add(line)

    def area(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        self._add(Polygon(points, closed=True, facecolor=fill, edgecolor="none"))

    def mark(self, x: float, y: float, shape: str, *, size: float = 6, colour: str, hollow: bool = False) -> None:
        """A data mark: `o` a figure, `D` a target, `s` a baseline; hollow where the figure is provisional."""
        self._add(
            Line2D(
                [x], [y], marker=shape, markersize=size, color=colour, markeredgewidth=1.2, linestyle="none",
                markerfacecolor=self.colours.paper if hollow else colour,
            )
        )  # fmt: skip

    def picture(self, title: str, description: str) -> bytes:
        """The sheet as bytes: equal drawings give equal bytes on any day and machine."""
        return self._png() if self.form == "png" else self._svg(title, description)

    def _png(self) -> bytes:
        out = BytesIO()
        # A few dozen flat colours and the shades between them and the paper: a palette keeps the document small.
        canvas = FigureCanvasAgg(self._figure)
        self._figure.set_dpi(PAPER_DPI)
        canvas.draw()
        picture = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba()).convert("RGB")
        picture = picture.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        picture.save(out, "png", dpi=(PAPER_DPI, PAPER_DPI))
        return out.getvalue()

    def _svg(self, title: str, description: str) -> bytes:
        # The page shows through, so that a light page of any shade has no slab on it.
        self._figure.patch.set_visible(False)
        out = BytesIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        FigureCanvasSVG(self._figure).print_svg(out, metadata=nothing)
        # The document type would name a place in the net; nothing reads it.
        text = re.sub(r"<!DOCTYPE.*?>\n", "", out.getvalue().decode("utf-8"), flags=re.DOTALL)
        text = re.sub(r"font-family: [^;]*; ", "", text)
        words = f"<title>{escape(title)}</title>\n <desc>{escape(description)}</desc>\n <defs>"
        text = text.replace("<defs>", words, 1)
        rules = f"stroke-linecap: butt}} text{{font-family: {SCREEN}}} {dark_rules(text)}"
        return text.replace("stroke-linecap: butt}", rules, 1).encode("utf-8")

    def _add(self, artist: Artist) -> None:
        self._layer += 1  # what is drawn later lies on top; left to itself matplotlib puts every line above every box
        artist.set_zorder(self._layer)
        artist.set_transform(self._down)
        self._figure.add_artist(artist)


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
