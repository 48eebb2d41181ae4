"""A sheet of few colours as an indexed PNG: each stretch of one colour is looked up once, and not each of its pixels."""

from __future__ import annotations

import struct
import zlib

import numpy as np

COLOURS = 256
"""A few dozen flat colours and the shades between them need no more, and keep the document small."""
RUNS = zlib.Z_RLE
"""Looks only for stretches of one colour, which are most of a sheet."""
INCH = 0.0254
SPREAD = np.uint32(2654435769)
"""Multiplied by it, colours that are near each other differ in their upper halves."""


def png(pixels: np.ndarray, dpi: int) -> bytes:
    """From pixels of four bytes each: red, green, blue, and one that is the same in all."""
    high, wide = pixels.shape
    colours, indexes = indexed(pixels)
    rows = np.zeros((high, wide + 1), np.uint8)  # before each row the number of its filter: none
    rows[:, 1:] = indexes
    deflated = zlib.compressobj(strategy=RUNS)
    dots = round(dpi / INCH)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)),
        (b"PLTE", colours.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()),
        (b"pHYs", struct.pack(">IIB", dots, dots, 1)),
        (b"IDAT", deflated.compress(rows) + deflated.flush()),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def indexed(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The colours, and for each pixel the place of its colour among them."""
    # Two pixels at a time where they can be paired.
    stretch = pixels.reshape(-1).view(np.uint32 if pixels.size % 2 else np.uint64)
    starts = np.flatnonzero(np.concatenate(([True], stretch[1:] != stretch[:-1])))
    shades, colours = _few(stretch[starts].view(np.uint32))
    places = _places(colours, shades).view(np.uint8 if pixels.size % 2 else np.uint16)
    return colours, np.repeat(places, np.diff(starts, append=stretch.size)).view(np.uint8).reshape(pixels.shape)


def _few(shades: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The shades, and which there are; where they are too many, those that differ least have become one, white stays white."""
    for bits in range(8):
        shades = shades | np.uint32(((1 << bits) - 1) * 0x01010101)
        ordered = np.sort(shades)
        colours = ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))][::-1]  # white first
        if len(colours) <= COLOURS:
            break
    return shades, np.ascontiguousarray(colours)


def _places(colours: np.ndarray, shades: np.ndarray) -> np.ndarray:
    """By a table as a rule; a search takes six times as long."""
    slots = _slot(colours)
    table = np.zeros(1 << 16, np.uint8)
    table[slots] = np.arange(len(colours))
    if (colours[table[slots]] == colours).all():
        return table[_slot(shades)]
    return (len(colours) - 1 - np.searchsorted(colours[::-1], shades)).astype(np.uint8)


def _slot(colours: np.ndarray) -> np.ndarray:
    return colours * SPREAD >> np.uint32(16)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))
