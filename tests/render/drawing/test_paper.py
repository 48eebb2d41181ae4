"""The picture for the document: as wide as the page, at 300 dpi, each hatch and text as matplotlib draws it."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from evaluation.export import pictures
from evaluation.render.drawing import compose, draw, paper
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas, pen
from evaluation.render.drawing.palette import LIGHT
from evaluation.render.drawing.paper import DPI
from evaluation.render.drawing.parts import HATCHES
from evaluation.render.drawing.typeface import ASCENT, DESCENT, FILES
from matplotlib import rc_context
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.transforms import IdentityTransform
from PIL import Image

from tests.render.drawing.examples import stack


def painted(canvas: Canvas) -> np.ndarray:
    """Before its colours are counted."""
    return np.asarray(canvas._sheet.buffer_rgba())[..., :3].astype(int)


def sheet_of(canvas: Canvas) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(canvas.picture("", ""))).convert("RGB")).astype(int)


def test_the_paper_picture_is_as_wide_as_the_text_of_a_page_at_300_dpi():
    picture = Image.open(BytesIO(draw(stack(), "png")))

    assert picture.width == int(WIDTH / 72 * DPI)
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    assert set(picture.info) == {"dpi"}


@pytest.mark.parametrize("hatch", [*HATCHES.values(), "////", "//////"])
def test_a_hatch_is_matplotlib_s_own(hatch):
    canvas = Canvas("png", 96)
    canvas.box(10, 10, 200, 60, fill=LIGHT.tones["good"], edge=LIGHT.paper, hatch=hatch)
    theirs = RendererAgg(WIDTH / 72 * DPI, 96 / 72 * DPI, DPI)
    edges = [(x / 72 * DPI, (96 - y) / 72 * DPI) for x, y in ((10, 10), (210, 10), (210, 70), (10, 70), (10, 10))]
    theirs.draw_path(pen(LIGHT.paper, 0.8, None, hatch), Outline(edges, closed=True), IdentityTransform(), to_rgba(LIGHT.tones["good"]))
    inside = np.s_[60:280, 60:860]

    assert np.abs(sheet_of(canvas)[inside] - np.asarray(theirs.buffer_rgba())[inside][..., :3]).max() <= 15


@pytest.mark.parametrize("words", ["截止2023年6月30日", "AVATo，Ⅲ㎡—●○", "（1-P1…）“年”"])
@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_matplotlib_s_own(words, bold):
    """To a quarter of a pixel from character to character, and a fifteenth of the way from paper to ink."""
    canvas = Canvas("png", 96)
    canvas.text(24, 24, words, bold=bold, colour="#000000")
    theirs = RendererAgg(WIDTH / 72 * DPI, 96 / 72 * DPI, DPI)
    base = round((24 + SIZE * (ASCENT - DESCENT) / 2) / 72 * DPI)
    with rc_context({"text.hinting": "none"}):
        theirs.draw_text(pen("#000000", 0), 100, base, words, FontProperties(size=SIZE, fname=FILES[bold]), 0)
    ours, theirs = 255 - sheet_of(canvas)[..., 0], np.asarray(theirs.buffer_rgba())[..., 3].astype(int)

    assert ours.sum() == pytest.approx(theirs.sum(), rel=0.01)
    assert np.abs(ours - theirs).max() <= 255 * (1 / 8 + 1 / 15)


def test_the_same_words_are_the_same_pixels_wherever_they_begin():
    found = set()
    for left in (10, 10.1, 57.33):
        canvas = Canvas("png", 40)
        canvas.text(left, 17.77, "鄂尔多斯0.36%")
        pixels = Image.fromarray(255 - painted(canvas).astype(np.uint8))
        found.add(pixels.crop(pixels.getbbox()).tobytes())

    assert len(found) == 1


def test_the_colours_of_the_paper_picture_are_those_that_were_drawn():
    canvas = compose(stack(), "png")

    assert (sheet_of(canvas) == painted(canvas)).all()


def test_a_hatched_box_may_leave_the_sheet():
    canvas = Canvas("png", 20)
    canvas.box(-10, -10, WIDTH + 20, 40, fill=LIGHT.ink, edge=LIGHT.ink, hatch="//")

    assert (np.abs(sheet_of(canvas) - [0x1F, 0x29, 0x33]) <= 15).all()


def test_a_sheet_with_nothing_on_it_is_white():
    assert (sheet_of(Canvas("png", 20)) == 255).all()


def test_a_sheet_taller_than_a_page_has_300_dots_an_inch_where_it_stands_there():
    tall = Canvas("png", 4 * paper.TALLEST)
    tall.text(10, 10, "高")
    picture = Image.open(BytesIO(tall.picture("", "")))

    assert paper.TALLEST == pictures.TALLEST / 20
    assert round(picture.info["dpi"][0]) == paper.DPI // 4
    assert picture.height == pytest.approx(paper.TALLEST / 72 * paper.DPI, abs=2)


def test_an_ordinary_sheet_has_300_dots_an_inch_and_the_tallest_is_still_drawn():
    assert [paper.resolution(height) for height in (100, paper.TALLEST, 1_000_000)] == [300, 300, paper.COARSEST]
