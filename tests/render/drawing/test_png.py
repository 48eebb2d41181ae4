"""An indexed PNG shows the pixels that it was made from."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from evaluation.render.drawing import png as writing
from evaluation.render.drawing.png import COLOURS, indexed, png
from PIL import Image


def sheet(high: int, wide: int, colours: int) -> np.ndarray:
    """Pixels of so many colours, as the renderer holds them: the last byte says that none is seen through."""
    chosen = np.random.default_rng(1).integers(0, 1 << 24, colours, np.uint32) | np.uint32(0xFF000000)
    chosen[0] = 0xFFFFFFFF
    return chosen[np.random.default_rng(2).integers(0, colours, (high, wide))]


def seen(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(content)).convert("RGB")).astype(int)


def shown(pixels: np.ndarray) -> np.ndarray:
    return pixels.view(np.uint8).reshape(*pixels.shape, 4)[:, :, :3].astype(int)


@pytest.mark.parametrize("size", [(1, 1), (7, 9), (8, 9), (40, 30)], ids=str)
@pytest.mark.parametrize("colours", [1, 2, COLOURS])
def test_every_pixel_keeps_its_colour(size, colours):
    pixels = sheet(*size, colours)

    assert (seen(png(pixels, 300)) == shown(pixels)).all()


def test_colours_for_which_the_table_has_one_place_are_told_apart(monkeypatch):
    monkeypatch.setattr(writing, "_slot", lambda colours: colours * np.uint32(0))
    pixels = sheet(40, 30, 50)

    assert (seen(png(pixels, 300)) == shown(pixels)).all()


def test_of_too_many_colours_the_nearest_become_one_and_white_stays_white():
    grey = np.arange(256, dtype=np.uint32)
    pixels = np.stack([0xFF000000 | grey | grey << 8 | near << 16 for near in (grey, grey ^ 1)]).astype(np.uint32)
    difference = np.abs(seen(png(pixels, 300)) - shown(pixels))

    assert len(indexed(pixels)[0]) <= COLOURS
    assert difference.max() == 1
    assert (seen(png(pixels, 300))[0, 255] == 255).all()


def test_the_resolution_is_told():
    assert Image.open(BytesIO(png(sheet(4, 4, 2), 300))).info["dpi"] == pytest.approx((300, 300), abs=0.01)
