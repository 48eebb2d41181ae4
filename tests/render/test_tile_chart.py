"""The map shows every banner in its place; one without a figure is not one with zero."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.charts import CHARTS
from evaluation.render.drawing import draw

from tests.measure.builders import golden
from tests.render.drawing.examples import words
from tests.render.small import view_of


def test_the_map_shows_all_nine_banners_each_in_its_place_and_calls_itself_a_sketch():
    chart = CHARTS["旗区分布"](view_of(golden()), "I01")
    places = {(tile.column, tile.row) for tile in chart.data.tiles}

    assert (len(chart.data.tiles), len(places)) == (9, 9)
    assert chart.title == "2022年各旗区生产安全事故死亡人数（示意）"
    assert "示意图，不代表实际边界和面积" in words(draw(chart, "svg"))


def test_east_lies_right_and_north_lies_above():
    tiles = {tile.label: tile for tile in CHARTS["旗区分布"](view_of(golden()), "I01").data.tiles}

    assert tiles["准格尔旗"].column > tiles["东胜区"].column > tiles["鄂托克旗"].column
    assert tiles["达拉特旗"].row < tiles["东胜区"].row < tiles["伊金霍洛旗"].row


def test_a_banner_without_a_figure_is_not_a_banner_with_zero():
    whole = golden()
    silent = whole.replaced(reports=tuple(r for r in whole.reports if r.unit != "wushen"))
    tiles = {tile.label: tile for tile in CHARTS["旗区分布"](view_of(silent), "I01").data.tiles}

    assert (tiles["乌审旗"].value, tiles["乌审旗"].words) == (None, "暂无数据")
    assert (tiles["康巴什区"].value, tiles["康巴什区"].words) == (Decimal(1), "1")
