"""The sheet for the printed document: matplotlib's pixels at 300 dpi, its texts and hatches made once for many charts."""

from __future__ import annotations

from functools import cache
from math import ceil

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import AffineBase, IdentityTransform

from evaluation.render.drawing.ink import ink
from evaluation.render.drawing.png import png

DPI, COARSEST = 300, 36
TALLEST = 19 * 28.95
"""Points: a picture, its caption and one line of text share a page. A taller sheet is shrunk to it when it is placed."""
WHITE = 0xFFFFFFFF
Colour = tuple[float, float, float, float]


class Paper(RendererAgg):
    def __init__(self, width: float, height: float) -> None:
        self._dpi = resolution(height)
        super().__init__(width * self._dpi / 72, height * self._dpi / 72, self._dpi)
        self._pixels = np.asarray(self.buffer_rgba()).view(np.uint32)[:, :, 0]
        self._pixels.fill(WHITE)

    def write(
        self, words: str, left: float, base: float, size: float, bold: bool, colour: str, anchor: tuple[str, float]
    ) -> None:
        """Begin on a whole pixel, so that the same words are the same pixels everywhere."""
        text = ink(words, size, bold, self._dpi)
        across, down = round(left * self._dpi / 72), round(base * self._dpi / 72 - self.height % 1)
        self._renderer.draw_text_image(text.pixels, across + text.left, down + text.foot, 0, _brush(colour))

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: AffineBase, rgbFace: Colour | None = None) -> None:  # noqa: N803
        if gc.get_hatch() is not None:
            self._lay(_cloth(gc.get_hatch(), gc.get_hatch_color(), rgbFace, self._dpi), transform.transform(path.vertices))
            gc, rgbFace = _plain(gc), None  # noqa: N806
        self._renderer.draw_path(gc, path, transform, rgbFace)

    def _lay(self, cloth: np.ndarray, corners: np.ndarray) -> None:
        """Fill a box with a pattern that runs on from box to box; the outline drawn afterwards covers the edge."""
        corners = np.rint(corners.clip(0, self._pixels.shape[::-1])).astype(int)
        (left, foot), (right, top) = corners.min(axis=0), corners.max(axis=0)
        first, last = int(self.height) - top, int(self.height) - foot
        rows, columns = np.arange(first, last) % self._dpi, np.arange(left, right) % self._dpi
        self._pixels[first:last, left:right] = cloth.take(rows, axis=0).take(columns, axis=1)

    def picture(self, title: str, description: str) -> bytes:
        return png(self._pixels, self._dpi)


def resolution(height: float) -> int:
    """300 dpi where the sheet stands in the document: more pixels than that are only memory."""
    return max(COARSEST, min(DPI, ceil(DPI * TALLEST / height)))


@cache
def _brush(colour: str) -> GraphicsContextBase:
    look = GraphicsContextBase()
    look.set_foreground(to_rgba(colour), isRGBA=True)
    return look


@cache
def _plain(pen: GraphicsContextBase) -> GraphicsContextBase:
    look = GraphicsContextBase()
    look.copy_properties(pen)
    look.set_hatch(None)
    return look


@cache
def _cloth(hatch: str, colour: Colour, ground: Colour, dpi: int) -> np.ndarray:
    """One square of a hatch as matplotlib draws it, which it would else draw again for every box."""
    square = RendererAgg(dpi, dpi, dpi)
    look = square.new_gc()
    look.set_linewidth(0)
    look.set_hatch(hatch)
    look.set_hatch_color(colour)
    square.draw_path(look, Path(((0, 0), (dpi, 0), (dpi, dpi), (0, dpi), (0, 0)), closed=True), IdentityTransform(), ground)
    return np.array(square.buffer_rgba()).view(np.uint32)[:, :, 0]  # a copy: the renderer takes many times its room
