"""The overview tells of each indicator its way, completion and verdict, and has no percentage where there is none."""

from __future__ import annotations

from decimal import Decimal

from evaluation.render.charts import CHARTS

from tests.measure.builders import golden
from tests.render.small import view_of


def test_the_overview_separates_targets_from_ceilings_and_from_what_has_no_percentage():
    groups = CHARTS["指标总览"](view_of(golden()), None).data.groups

    assert [(group.heading, [row.name for row in group.rows]) for group in groups] == [
        ("有目标值的指标", ["死亡人数", "亿元GDP死亡率", "十万人死亡率", "专业人才占比", "消防员万人比", "救助时间"]),
        ("有上限的指标", ["百万吨死亡率", "因灾死亡率", "受灾人次", "灾害损失占比"]),
        ("不计完成率的指标", ["重特大事故起数"]),
    ]


def test_elapsed_time_in_the_overview_is_that_of_each_figure():
    chart = CHARTS["指标总览"](view_of(golden()), None)
    expected = {row.name: row.expected for group in chart.data.groups for row in group.rows}

    assert (expected["死亡人数"], expected["救助时间"]) == (Decimal("0.4"), Decimal("0.5"))
    assert chart.data.pace == "时间进度（年度数据40%，6月末数据50%）"


def test_a_row_of_the_overview_tells_way_completion_and_verdict():
    row = CHARTS["指标总览"](view_of(golden()), None).data.groups[0].rows[0]

    assert (row.caption, row.words, row.glyph, row.verdict, row.tag) == (
        "52→46人，目标44.2人",
        "完成率76.9%",
        "●",
        "快于预期",
        "",
    )


def test_a_verdict_resting_on_a_provisional_figure_is_tagged():
    rows = {row.name: row for row in CHARTS["指标总览"](view_of(golden()), None).data.groups[0].rows}

    assert (rows["亿元GDP死亡率"].tag, rows["十万人死亡率"].tag) == ("快报", "预计")


def test_a_zero_baseline_has_words_and_no_bar():
    row = CHARTS["指标总览"](view_of(golden()), None).data.groups[2].rows[0]

    assert (row.share, row.caption, row.words) == (None, "2022年未发生", "基期为零，不计算升降幅度")


def test_a_ceiling_shows_the_part_that_is_used_and_no_completion():
    row = CHARTS["指标总览"](view_of(golden()), None).data.groups[1].rows[2]

    assert (row.words, row.expected) == ("占上限97.7%", None)


def test_a_unit_s_overview_has_its_own_indicators_only():
    chart = CHARTS["指标总览"](view_of(golden(), "zhungeer"), None)

    assert (chart.name, chart.title) == ("zhungeer-bullet", "准格尔旗主要指标完成情况")
    assert [row.caption for group in chart.data.groups for row in group.rows] == ["11→10人，目标9.4人"]


def test_a_unit_that_reported_no_figures_has_no_overview():
    assert CHARTS["指标总览"](view_of(golden(), "yingji"), None) is None
