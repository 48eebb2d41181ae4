"""A canvas knows where its texts stand: none on another, none off the sheet."""

from __future__ import annotations

import re
from io import BytesIO

from evaluation.render.drawing.canvas import WIDTH, Canvas, Label, outside, overlaps
from evaluation.render.drawing.paper import DPI
from PIL import Image


def test_texts_that_stand_on_one_another_are_found():
    canvas = Canvas("svg", 50)
    canvas.text(10, 20, "一百二十")
    canvas.text(30, 24, "三四")
    canvas.text(100, 20, "五")

    assert overlaps(canvas.labels) == [("一百二十", "三四")]


def test_texts_that_leave_the_sheet_are_found():
    canvas = Canvas("svg", 50)
    canvas.text(WIDTH - 5, 20, "太长")
    canvas.text(10, 49, "太低")
    canvas.text(10, 20, "正好")

    assert outside(canvas) == ["太长", "太低"]


def test_a_remembered_text_is_as_wide_as_it_is_drawn():
    canvas = Canvas("png", 40)
    label = canvas.text(10, 20, "鄂尔多斯 GDP 0.0082")
    pixels = Image.open(BytesIO(canvas.picture("", ""))).convert("L").point(lambda shade: 255 * (shade < 128))
    left, top, right, bottom = (edge * 72 / DPI for edge in pixels.getbbox())

    assert label.left <= left <= label.left + 2
    assert label.right - 2 <= right <= label.right
    assert label.top <= top and bottom <= label.bottom


def test_what_is_drawn_later_lies_on_top():
    canvas = Canvas("svg", 40)
    canvas.line([(0, 10), (50, 10)])
    canvas.box(0, 0, 50, 20, fill="#ffffff")
    text = canvas.picture("", "").decode()

    assert re.findall(r'<path [^>]*style="fill: ([^;"]+)', text) == ["none", "#ffffff"]


def test_a_label_meets_itself_but_not_its_neighbour():
    label = Label("甲", 0, 0, 10, 10)

    assert label.meets(label)
    assert not label.meets(Label("乙", 10, 0, 20, 10))
