"""Texts as grey pixels: every character is rendered once and then set where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from matplotlib.ft2font import LoadFlags, RenderMode

from evaluation.render.drawing.typeface import advance, font

PHASES = 4
"""A character stands on a quarter of a pixel."""
SHADES = 16
"""From paper to ink: at 300 dpi no eye tells more, and few shades keep the document small."""
UPRIGHT = np.array([[0x10000, 0], [0, 0x10000]])


class Ink(NamedTuple):
    """How black each pixel is, and where the lower left corner lies from the beginning of the line, downwards."""

    pixels: np.ndarray
    left: int
    foot: int


@lru_cache(maxsize=512)
def ink(words: str, size: float, bold: bool, dpi: int) -> Ink:
    """One line of text."""
    glyphs = [glyph for glyph in _in_line(words, size, bold, dpi) if glyph.pixels.size]
    if not glyphs:
        return Ink(np.zeros((1, 1), np.uint8), 0, 0)
    left, foot = min(glyph.left for glyph in glyphs), max(glyph.foot for glyph in glyphs)
    right = max(glyph.left + glyph.pixels.shape[1] for glyph in glyphs)
    top = min(glyph.foot - glyph.pixels.shape[0] for glyph in glyphs)
    line = np.zeros((foot - top, right - left), np.uint8)
    for glyph in glyphs:
        tall, wide = glyph.pixels.shape
        part = line[glyph.foot - tall - top : glyph.foot - top, glyph.left - left : glyph.left - left + wide]
        np.maximum(part, glyph.pixels, out=part)
    return Ink(line, left, foot)


def _in_line(words: str, size: float, bold: bool, dpi: int) -> Iterator[Ink]:
    """The typeface has no kerning: each character stands where the one before it ends."""
    at = 0.0
    for character in words:
        pixel, phase = divmod(round(at * PHASES), PHASES)
        glyph = _glyph(character, size, bold, dpi, phase)
        yield glyph._replace(left=glyph.left + pixel)
        at += advance(character, bold) * size * dpi / 72


@lru_cache(maxsize=4096)
def _glyph(character: str, size: float, bold: bool, dpi: int, phase: int) -> Ink:
    face = font(bold)
    face.set_size(size, dpi)
    # As matplotlib's own Agg renderer does for every character of every text.
    face._set_transform(UPRIGHT, [phase * 64 // PHASES, 0])
    glyph = face._render_glyph(face.get_char_index(ord(character)), LoadFlags.NO_HINTING, RenderMode.NORMAL)
    step = 255 // (SHADES - 1)
    pixels = (np.rint(np.asarray(glyph.buffer) / step) * step).astype(np.uint8)
    return Ink(pixels, glyph.left, pixels.shape[0] - glyph.top)
