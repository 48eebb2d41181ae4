"""An indicator walks from its baseline along the path to its target, or under its ceiling; half a year is told in words."""

from __future__ import annotations

from decimal import Decimal

from evaluation.model import Kind
from evaluation.render.charts import CHARTS

from tests.checked import Report
from tests.measure.builders import banners, evaluation, golden, indicator, ratio, unit_readings
from tests.render.small import view_of


def test_an_indicator_s_chart_walks_from_baseline_along_the_path_to_the_target():
    data = CHARTS["指标"](view_of(golden()), "I01").data

    assert [(point.at, point.words) for point in data.points] == [(Decimal(2021), "49"), (Decimal(2022), "46")]
    assert (data.baseline.words, data.target.words) == ("52", "44.2")
    assert data.path[2] == (Decimal(2022), Decimal("48.88"))
    assert (data.low[2][1], data.high[2][1]) == (Decimal("49.036"), Decimal("48.724"))


def test_half_a_year_is_told_in_words_and_not_joined_to_whole_years():
    assert CHARTS["指标"](view_of(golden()), "I01").data.note == "注：2023年1—6月为20人，是年内累计数，不与全年数相比。"


def test_the_half_year_of_a_stock_stands_on_its_day():
    points = CHARTS["指标"](view_of(golden()), "I11").data.points

    assert [(point.at, point.words) for point in points] == [
        (Decimal(2021), "11"),
        (Decimal(2022), "11"),
        (Decimal("2022.5"), "10"),
    ]


def test_a_compound_path_bends():
    falling = indicator(Kind.RELATIVE_CHANGE, -33, {"2022": 40}, 52, path="compound")
    path = CHARTS["指标"](view_of(evaluation(falling)), "I01").data.path

    assert round(1 - path[2][1] / 52, 3) == Decimal("0.148")


def test_yearly_figures_under_a_ceiling_are_columns_with_limit_and_mean():
    data = CHARTS["指标"](view_of(golden()), "I07").data

    assert (data.joined, data.limit.words, data.mean.value > 14650) == (False, "上限15000", True)


def test_an_indicator_is_found_by_name_and_alias_too():
    whole = view_of(golden())

    assert (
        CHARTS["指标"](whole, "死亡人数")
        == CHARTS["指标"](whole, "I01")
        == CHARTS["指标"](whole, "生产安全事故死亡人数")
    )


def test_an_unknown_indicator_has_no_chart():
    assert CHARTS["指标"](view_of(golden()), "I99") is None
    assert CHARTS["旗区分布"](view_of(golden()), None) is None


def test_below_the_city_a_rate_of_events_is_shown_by_its_events():
    rate = indicator(
        Kind.RATIO, -33, {"2022": (46, 5613)}, (52, 3533), id="I03", name="亿元GDP死亡率",
        ratio=ratio(Kind.RELATIVE_CHANGE),
    )  # fmt: skip
    report = Report(unit="zhungeer", readings=unit_readings({("I03", "2021"): (10, 900), ("I03", "2022"): (9, 1000)}))
    chart = CHARTS["指标"](view_of(evaluation(rate, units=banners(), reports=(report,)), "zhungeer"), "I03")

    assert [point.words for point in chart.data.points] == ["10", "9"]
    assert (chart.data.unit, chart.data.path, chart.data.note) == ("人", (), "注：准格尔旗只列分子，不计算比率。")


def test_a_provisional_figure_is_told_in_the_alternative_text():
    assert "2022年0人/亿元" not in CHARTS["指标"](view_of(golden()), "I03").alt
    assert "（快报）" in CHARTS["指标"](view_of(golden()), "I03").alt
