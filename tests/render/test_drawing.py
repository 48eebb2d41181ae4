"""How charts become pictures: legible, without overlaps, the same bytes everywhere, never a missing glyph."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from evaluation.export import pictures
from evaluation.render.chart import Bullet, BulletGroup, BulletRow, Chart, Limit, Point, Series, Stack, StackRow, State
from evaluation.render.drawing import DRAWINGS, FORMS, compose, draw, drawable, missing_characters, paper
from evaluation.render.drawing.canvas import SIZE, WIDTH, Canvas, Label, outside, overlaps, pen
from evaluation.render.drawing.dark import PAIRS, dark_rules
from evaluation.render.drawing.palette import DARK, LIGHT, contrast, luminance
from evaluation.render.drawing.paper import DPI
from evaluation.render.drawing.parts import HATCHES, place, round_ticks, spread, tick_words
from evaluation.render.drawing.typeface import ASCENT, DESCENT, FILES, FOLDER, MissingGlyph, font, shorten, width, wrap
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import rc_context
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path as Outline
from matplotlib.transforms import IdentityTransform
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
LEGIBLE = 4.5
"""WCAG 2.1 AA for text."""


def chart(kind: str, data: tuple, **more) -> Chart:
    usual = {
        "name": "city-x",
        "title": "标题",
        "alt": "替代文字。",
        "source": "来源：某局；示例数据",
        "table": ((), ()),
    }
    return Chart(kind=kind, data=data, **{**usual, **more})


def stack(label: str = "完善应急管理体制机制") -> Chart:
    states = (State("已完成", "good", "●"), State("推进缓慢", "behind", "▲"), State("未报送", "none", "○"))
    return chart("stacked", Stack(states, (StackRow(label, (3, 1, 0), "4项"),), "注：某说明。"))


def series(**changed) -> Chart:
    usual = Series(
        unit="人",
        first=2020,
        last=2025,
        points=(Point(Decimal(2021), Decimal(49), "49"), Point(Decimal(2022), Decimal(46), "46", "预计")),
        baseline=Point(Decimal(2020), Decimal(52), "52"),
        target=Point(Decimal(2025), Decimal("44.2"), "44.2"),
        path=((Decimal(2020), Decimal(52)), (Decimal(2025), Decimal("44.2"))),
    )
    return chart("series", usual._replace(**changed))


def words(picture: bytes) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", picture.decode("utf-8"))


# ------------------------------------------------------------------------------------------------ legible


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_of_every_tone_stand_out_from_the_page(colours):
    for colour in (colours.ink, colours.quiet, *colours.tones.values()):
        assert contrast(colour, colours.paper) >= LEGIBLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_figures_inside_areas_are_legible(colours):
    for fill in (*colours.ramp, *colours.tones.values(), colours.band):
        assert contrast(colours.on(fill), fill) >= LEGIBLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_steps_of_the_ramp_are_told_apart_in_grey(colours):
    for one, other in pairwise(colours.ramp):
        assert contrast(one, other) >= 1.25
    steps = [luminance(colour) for colour in colours.ramp]
    assert steps in (sorted(steps), sorted(steps, reverse=True))


def test_tones_of_a_bar_differ_by_hatch_for_grey_print():
    patterns = [HATCHES.get(tone) for tone in ("good", "steady", "behind", "bad", "other")]

    assert len(set(patterns)) == len(patterns)


def test_the_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


# ------------------------------------------------------------------------------------------------- the font


@pytest.mark.parametrize("file", FILES.values(), ids=lambda file: file.name)
def test_the_font_has_every_character_of_gb2312(file):
    cells = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    have = FT2Font(str(file)).get_charmap()

    assert [c for c in cells if c and ord(c) not in have] == []


@pytest.mark.parametrize("file", FILES.values(), ids=lambda file: file.name)
def test_the_font_is_small_and_carries_its_licence(file):
    assert file.stat().st_size <= 3_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_characters_of_official_writing_are_there():
    assert missing_characters("鄂应急发〔2022〕50号，3～5℃，≤10%，×①②Ⅲ㎡●◆▲■○—…“”《》·－／：瞭望、敖勒召其") == set()


def test_the_fonts_come_from_the_package_and_not_from_the_machine():
    assert [Path(font(bold).fname).parent for bold in (False, True)] == [FOLDER, FOLDER]


def test_a_missing_character_is_named():
    assert missing_characters("东胜𠮷区龘") == {"𠮷", "龘"}


def test_a_missing_character_that_reaches_the_drawing_is_our_fault():
    with pytest.raises(MissingGlyph):
        draw(stack("龘矿"), "svg")


def test_a_drawable_chart_shows_a_missing_character_as_geta_mark():
    shown, missing = drawable(stack("龘矿"))

    assert missing == {"龘"}
    assert "〓矿" in words(draw(shown, "svg"))


def test_a_chart_without_missing_characters_is_drawn_as_it_is():
    whole = stack()

    assert drawable(whole) == (whole, frozenset())


# ------------------------------------------------------------------------------------------------- pictures


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


def test_words_in_an_area_are_legible_on_the_dark_page_too():
    dark = dict(PAIRS)
    for fill in (*LIGHT.ramp, *LIGHT.tones.values(), LIGHT.band):
        assert contrast(dark[LIGHT.on(fill)], dark[fill]) >= LEGIBLE


def test_the_paper_picture_is_as_wide_as_the_text_of_a_page_at_300_dpi():
    picture = Image.open(BytesIO(draw(stack(), "png")))

    assert picture.width == int(WIDTH / 72 * DPI)
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    assert set(picture.info) == {"dpi"}


def test_no_type_is_smaller_than_nine_points():
    sizes = {float(size) for size in re.findall(r"font-size: ([\d.]+)px", draw(series(), "svg").decode())}

    assert min(sizes) >= 9


RECIPE = """
import hashlib, sys
sys.path[:0] = [{hooks!r}, {root!r}]
from tests.render.test_drawing import series, stack
from evaluation.render.drawing import FORMS, draw
for form in FORMS:
    for chart in (series(), stack()):
        print(hashlib.sha256(draw(chart, form)).hexdigest())
# Half a second and ten megabytes in each process that draws.
assert "matplotlib.pyplot" not in sys.modules and "matplotlib.figure" not in sys.modules
"""


def test_another_process_without_a_writable_home_draws_the_same_bytes_and_says_nothing(tmp_path):
    ours = [hashlib.sha256(draw(one, form)).hexdigest() for form in FORMS for one in (series(), stack())]
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    recipe = RECIPE.format(hooks=str(ROOT / "hooks"), root=str(ROOT))

    other = subprocess.run(
        [sys.executable, "-c", recipe],
        env={**os.environ, "MPLCONFIGDIR": str(blocked), "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"},
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert other.stdout.split() == ours
    assert other.stderr == ""


def test_a_matplotlibrc_of_the_user_changes_no_picture(tmp_path):
    ours = [hashlib.sha256(draw(one, form)).hexdigest() for form in FORMS for one in (series(), stack())]
    settings = (
        "figure.dpi: 40", "lines.linewidth: 9", "lines.scale_dashes: False", "font.size: 30", "text.hinting: force_autohint",
        "hatch.linewidth: 9", "hatch.color: red", "markers.fillstyle: none", "path.simplify: True",
        "agg.path.chunksize: 101", "svg.hashsalt: 1", "svg.id: mine", "svg.fonttype: path",
    )  # fmt: skip
    (tmp_path / "matplotlibrc").write_text("\n".join(settings), encoding="utf-8")
    recipe = RECIPE.format(hooks=str(ROOT / "hooks"), root=str(ROOT))

    other = subprocess.run(
        [sys.executable, "-c", recipe], cwd=tmp_path, capture_output=True, text=True, check=True, env=dict(os.environ)
    )

    assert other.stdout.split() == ours


# ---------------------------------------------------------------------------- on paper as matplotlib draws it


def painted(canvas: Canvas) -> np.ndarray:
    """Before its colours are counted."""
    return np.asarray(canvas._sheet.buffer_rgba())[..., :3].astype(int)


def sheet_of(canvas: Canvas) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(canvas.picture("", ""))).convert("RGB")).astype(int)


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


def test_a_character_stands_where_matplotlib_would_set_it():
    face = font(False)
    face.set_size(100, 72)
    placed = [item.x for item in face._layout("AVATo Wa，（1,234.5）", flags=LoadFlags.NO_HINTING)]

    assert placed == pytest.approx([width("AVATo Wa，（1,234.5）"[:at], 100) for at in range(len(placed))], abs=0.05)


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


# ------------------------------------------------------------------------------------------------- overlaps


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


def test_words_beside_a_point_keep_clear_of_words_already_there():
    canvas = Canvas("svg", 100)
    canvas.text(200, 39, "49", align="center")
    place(canvas, 200, 50, "49", [])
    place(canvas, 200, 50, "50", [])

    assert overlaps(canvas.labels) == []


def test_words_beside_a_point_keep_clear_of_lines():
    canvas = Canvas("svg", 100)
    place(canvas, 200, 50, "49", [[(100, 39), (300, 39)]])

    assert canvas.labels[0].top > 50


# ----------------------------------------------------------------------------------------- scales and words

figures = st.decimals(-1_000_000, 1_000_000, places=4)


@given(figures, figures)
def test_round_ticks_enclose_the_range_evenly(one, other):
    low, high = sorted((one, other))
    ticks = round_ticks(low, high)

    assert ticks[0] <= low and ticks[-1] >= high
    assert 2 <= len(ticks) <= 6
    assert len({after - before for before, after in pairwise(ticks)}) == 1


def test_ticks_are_written_with_the_decimals_of_their_step():
    assert tick_words((Decimal("0.000"), Decimal("0.005"), Decimal("0.010"))) == ("0.000", "0.005", "0.010")
    assert tick_words((Decimal(0), Decimal(5000), Decimal(10000))) == ("0", "5000", "10000")


chinese = st.text(alphabet="应急管理体制机制，。（）2023GDP", min_size=1, max_size=40)


@given(chinese, st.integers(30, 200))
def test_wrapped_lines_fit_and_lose_nothing_before_the_ellipsis(text, room):
    lines = wrap(text, room, SIZE)

    assert all(width(line, SIZE) <= room for line in lines)
    assert len(lines) <= 2
    assert text.startswith("".join(lines).removesuffix("…")) or "".join(lines) == text


@given(chinese, st.integers(15, 200))
def test_a_shortened_text_fits(text, room):
    short = shorten(text, room, SIZE)

    assert width(short, SIZE) <= room
    assert short == text or short.endswith("…")


@given(st.lists(st.floats(0, 200), max_size=6))
def test_spread_heights_keep_their_distance_and_order(heights):
    moved = spread(heights)

    assert all(after - before >= 12 - 1e-6 for before, after in pairwise(sorted(moved)))
    assert sorted(range(len(heights)), key=lambda at: heights[at]) == sorted(
        range(len(moved)), key=lambda at: moved[at]
    )


# ------------------------------------------------------------------------------------------------- families


def test_a_provisional_figure_has_a_tag_and_a_hollow_mark():
    final = draw(series(points=(Point(Decimal(2022), Decimal(46), "46"),)), "svg").decode()
    estimate = draw(series(points=(Point(Decimal(2022), Decimal(46), "46", "预计"),)), "svg").decode()

    assert "46（预计）" in words(estimate.encode())
    assert "预计或快报值" in words(estimate.encode())
    assert "预计或快报值" not in words(final.encode())
    assert estimate.count(f"fill: {LIGHT.paper}") > final.count(f"fill: {LIGHT.paper}")


def test_an_axis_that_does_not_start_at_zero_says_so():
    assert "单位：人，纵轴不从0起" in words(draw(series(), "svg"))


def test_a_ceiling_is_named_at_its_line_apart_from_the_mean():
    data = {"limit": Limit(Decimal(50), "上限50"), "mean": Limit(Decimal("49.9"), "年均49.9"), "joined": False}
    canvas = compose(series(path=(), target=None, **data), "svg")

    assert {"上限50", "年均49.9"} <= {label.words for label in canvas.labels}
    assert overlaps(canvas.labels) == []


def test_years_without_any_event_draw_a_low_chart_of_zeros():
    zeros = tuple(Point(Decimal(year), Decimal(0), "0") for year in (2021, 2022))
    nothing = series(points=zeros, baseline=None, target=None, path=(), joined=False)

    assert compose(nothing, "svg").height < compose(series(), "svg").height
    assert words(draw(nothing, "svg")).count("0") == 3


def bullet_row(share: str | None, **changed) -> BulletRow:
    usual = BulletRow(
        "死亡人数", "52→46人", share and Decimal(share), "完成率", Decimal("0.4"), "●", "快于预期", "good", ""
    )
    return usual._replace(**changed)


def test_the_verdict_stands_beside_its_bar_by_glyph_and_word():
    data = Bullet((BulletGroup("有目标值的指标", "完成率", (bullet_row("0.769"),)),), "时间进度")

    assert "● 快于预期" in words(draw(chart("bullet", data), "svg"))


def test_a_completion_beyond_the_scale_is_cut_with_an_arrow():
    def areas(share):
        data = Bullet((BulletGroup("组", "完成率", (bullet_row(share),)),), "时间进度")
        return draw(chart("bullet", data), "svg").decode().count("<path ")

    assert areas("3.2") == areas("1.4") + 1


def test_a_negative_completion_gets_a_scale_that_shows_it():
    data = Bullet((BulletGroup("组", "完成率", (bullet_row("-0.3"),)),), "时间进度")

    assert "−50%" in words(draw(chart("bullet", data), "svg"))


def test_a_segment_too_narrow_for_its_figure_has_none():
    states = (State("已完成", "good", "●"), State("推进缓慢", "behind", "▲"))
    data = Stack(states, (StackRow("甲", (200, 1), "201项"),))

    assert words(draw(chart("stacked", data), "svg")) == ["●已完成", "▲推进缓慢", "甲", "200", "201项"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.decimals(0, 100000, places=2), min_size=1, max_size=6),
    st.booleans(),
    st.none() | st.decimals(0, 100000, places=2),
)
def test_no_figures_make_the_words_of_a_series_overlap(values, joined, limit):
    points = tuple(Point(Decimal(2020 + at), value, str(value)) for at, value in enumerate(values))
    level = None if limit is None else Limit(limit, f"上限{limit}")
    canvas = compose(series(points=points, baseline=None, target=None, path=(), joined=joined, limit=level), "svg")

    assert overlaps(canvas.labels) == []
    assert outside(canvas) == []


def test_every_family_of_chart_has_a_drawing():
    assert sorted(DRAWINGS) == [
        "bars", "bullet", "gantt", "matrix", "months", "planned", "series", "stacked", "tiles",
    ]  # fmt: skip


def test_a_label_meets_itself_but_not_its_neighbour():
    label = Label("甲", 0, 0, 10, 10)

    assert label.meets(label)
    assert not label.meets(Label("乙", 10, 0, 20, 10))


def test_a_sheet_taller_than_a_page_has_300_dots_an_inch_where_it_stands_there():
    tall = Canvas("png", 4 * paper.TALLEST)
    tall.text(10, 10, "高")
    picture = Image.open(BytesIO(tall.picture("", "")))

    assert paper.TALLEST == pictures.TALLEST / 20
    assert round(picture.info["dpi"][0]) == paper.DPI // 4
    assert picture.height == pytest.approx(paper.TALLEST / 72 * paper.DPI, abs=2)


def test_an_ordinary_sheet_has_300_dots_an_inch_and_the_tallest_is_still_drawn():
    assert [paper.resolution(height) for height in (100, paper.TALLEST, 1_000_000)] == [300, 300, paper.COARSEST]
