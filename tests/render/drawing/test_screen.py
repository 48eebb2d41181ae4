"""The picture for the site: its text stays text, it says what it shows, each colour has its dark one."""

from __future__ import annotations

import re
from dataclasses import replace

from evaluation.render.drawing import draw
from evaluation.render.drawing.dark import dark_rules

from tests.render.drawing.examples import series, stack, words


def test_an_svg_keeps_its_text_as_text():
    told = words(draw(stack(), "svg"))

    assert told == ["●已完成", "▲推进缓慢", "完善应急管理体制机制", "3", "1", "4项", "注：某说明。"]


def test_an_svg_says_its_title_and_description_and_nothing_of_its_making():
    text = draw(stack(), "svg").decode("utf-8")

    assert "<title>标题</title>" in text
    assert "<desc>替代文字。来源：某局；示例数据</desc>" in text
    assert re.findall(r"matplotlib|DOCTYPE|<metadata|<dc:|DejaVu", text) == []


def test_an_svg_names_only_the_reader_s_own_fonts_and_only_once():
    text = draw(stack(), "svg").decode("utf-8")

    assert text.count("font-family") == 1
    assert "'Microsoft YaHei'" in text


def test_angle_brackets_of_an_author_stay_words():
    picture = draw(replace(stack("关于<规划>的“通知”&"), title="<b>"), "svg").decode("utf-8")

    assert "<title>&lt;b&gt;</title>" in picture
    assert "关于&lt;规划&gt;" in picture


def test_dollars_and_backslashes_are_no_formulas():
    assert "$a_1$\\frac" in words(draw(stack("$a_1$\\frac"), "svg"))


def test_every_colour_of_a_picture_has_its_dark_one():
    text = draw(stack(), "svg").decode("utf-8")
    rules = dark_rules(text)
    light = text.replace(rules, "")

    used = set(re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", light))
    assert len(used) >= 4
    assert {colour for colour in used if f"fill: {colour}" not in rules} == set()


def test_no_type_is_smaller_than_nine_points():
    sizes = {float(size) for size in re.findall(r"font-size: ([\d.]+)px", draw(series(), "svg").decode())}

    assert min(sizes) >= 9
