"""A reader who cannot see a picture opens its figures under it."""

from __future__ import annotations

from evaluation.render.chart import Chart
from evaluation.render.chart_tables import shown_charts, with_tables

CHART = Chart("city-I01", "甲<乙", "折线图", "来源", "series", (), (("时期", "数值"), (("2021年", "1"), ("2022年", "<2"))))
PICTURE = '<p class="figure"><img alt="折线图" src="../charts/city-I01.svg"></p>'
TABLE = (
    '<details class="evaluation-figures"><summary>数据表</summary><div class="table" tabindex="0" role="group" aria-label="甲&lt;乙：数据表">'
    '<table class="evaluation-table"><caption>甲&lt;乙：数据表</caption>'
    '<thead><tr><th scope="col">时期</th><th scope="col">数值</th></tr></thead><tbody>'
    '<tr><th scope="row">2021年</th><td>1</td></tr><tr><th scope="row">2022年</th><td>&lt;2</td></tr></tbody></table></div></details>'
)
SHOWN = shown_charts(["../charts/city-I01.svg", "/charts/other.svg", "a.md"], {"city-I01": CHART, "city-I02": CHART})


def test_the_figures_follow_the_pictures_own_caption_and_source():
    own = f'{PICTURE}\n<p class="caption">图1　甲</p>\n<p class="note">来源：乙。</p>'
    rest = '\n<p class="caption">表1　丙</p>'

    assert with_tables(own + rest, SHOWN) == f"{own}\n{TABLE}{rest}"


def test_a_picture_without_caption_is_followed_at_once_and_other_pictures_by_nothing():
    other = '<p class="figure"><img alt="照片" src="../banners/wushen/city-I01.png"></p>\n<p>丁</p>'

    assert with_tables(f"{PICTURE}\n{other}", SHOWN) == f"{PICTURE}\n{TABLE}\n{other}"


def test_only_what_a_page_shows_is_made_a_table():
    assert SHOWN == {"city-I01": CHART}
