"""How charts become pictures: each family says what it must, without overlaps, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from evaluation.render.chart import Bullet, BulletGroup, BulletRow, Limit, Point, Stack, StackRow, State
from evaluation.render.drawing import DRAWINGS, FORMS, compose, draw, drawable
from evaluation.render.drawing.canvas import outside, overlaps
from evaluation.render.drawing.palette import LIGHT
from evaluation.render.drawing.typeface import MissingGlyph
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.drawing.examples import chart, series, stack, words

ROOT = Path(__file__).resolve().parents[3]


def test_every_family_of_chart_has_a_drawing():
    assert sorted(DRAWINGS) == [
        "bars", "bullet", "gantt", "matrix", "months", "planned", "series", "stacked", "tiles",
    ]  # fmt: skip


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


RECIPE = """
import hashlib, sys
sys.path[:0] = [{hooks!r}, {root!r}]
from tests.render.drawing.examples import series, stack
from evaluation.render.drawing import FORMS, draw
for form in FORMS:
    for chart in (series(), stack()):
        print(hashlib.sha256(draw(chart, form)).hexdigest())
# Half a second and ten megabytes in each process that draws.
assert "matplotlib.pyplot" not in sys.modules and "matplotlib.figure" not in sys.modules
# A quarter of what is left: the manuals of classes that draw nothing here.
from matplotlib.artist import Artist
from matplotlib.patches import Patch
assert Patch.set is Artist.set
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
