"""What charts tell: the right figures of the right scope, in words as well, and nothing where there is nothing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.model import Evaluation, Kind
from evaluation.render.chart import Chart
from evaluation.render.charts import CHARTS
from evaluation.render.drawing import compose, draw
from evaluation.render.drawing.canvas import outside, overlaps
from evaluation.render.view import View

from tests.checked import Accident, Disaster, ProjectReport, Report
from tests.measure.builders import (
    banners,
    department,
    evaluation,
    golden,
    indicator,
    plan,
    project,
    ratio,
    task,
    task_report,
    unit_readings,
)

ROOT = Path(__file__).resolve().parents[2]
A_PAGE = 218 / 25.4 * 72
"""The text height of an official page less a caption of two lines, in points."""


def view(whole: Evaluation, unit: str | None = None) -> View:
    return View(whole, measure(whole), whole.unit(unit) if unit else None)


def words(chart: Chart) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", draw(chart, "svg").decode("utf-8"))


# --------------------------------------------------------------------------------- every chart of the project


@cache
def real() -> Evaluation:
    whole, _ = load_evaluation(ROOT)
    return whole


@cache
def every_chart() -> tuple[Chart, ...]:
    whole, assessment = real(), measure(real())
    scopes = [None, *(unit for unit in whole.units if whole.report(unit.id))]
    return tuple(
        chart
        for unit in scopes
        for name, make in CHARTS.items()
        for argument in ([one.id for one in whole.indicators] if name in ("指标", "旗区分布") else [None])
        if (chart := make(View(whole, assessment, unit), argument)) is not None
    )


def test_the_project_has_every_kind_of_chart_for_the_city():
    city = {chart.name for chart in every_chart() if chart.name.startswith("city-")}

    assert city >= {
        "city-bullet",
        *(f"city-I{number:02}" for number in range(1, 12)),
        "city-tasks-by-area",
        "city-units-by-tasks",
        "city-projects-by-group",
        "city-projects-by-area",
        "city-projects-by-banner",
        "city-investment",
        "city-schedule",
        "city-map-I01",
        "city-accidents-by-sector",
        "city-accidents-by-month",
        "city-disasters-by-kind",
    }


def test_no_two_texts_of_any_chart_overlap_and_none_leaves_its_sheet():
    faults = {
        chart.name: (overlaps(canvas.labels), outside(canvas))
        for chart in every_chart()
        for canvas in [compose(chart, "svg")]
        if overlaps(canvas.labels) or outside(canvas)
    }

    assert faults == {}


def test_every_chart_fits_on_a_page():
    assert [chart.name for chart in every_chart() if compose(chart, "png").height > A_PAGE] == []


def test_charts_of_one_name_are_one_chart_and_the_name_is_a_plain_file_name():
    named: dict[str, Chart] = {}
    for chart in every_chart():
        assert named.setdefault(chart.name, chart) == chart
        assert re.fullmatch(r"[a-z]+-[A-Za-z0-9-]+", chart.name)


def test_every_chart_tells_in_a_sentence_with_figures_what_is_to_be_seen():
    for chart in every_chart():
        assert chart.alt.endswith("。") and re.search(r"\d", chart.alt), chart.name
        assert not re.search(r"None|Decimal|E[+-]\d", chart.alt), chart.name


def test_every_chart_says_source_cut_off_and_that_its_figures_are_an_example():
    for chart in every_chart():
        assert re.match(r"来源：.+；.*截至20\d\d年\d+月\d+日", chart.source), chart.name
        assert "示例" in chart.source, chart.name


def test_every_chart_has_its_figures_as_a_table_too():
    for chart in every_chart():
        headers, rows = chart.table
        assert rows and all(len(row) == len(headers) for row in rows), chart.name
        assert all(isinstance(cell, str) and cell for row in rows for cell in row), chart.name


def test_the_data_of_a_chart_is_frozen_so_that_it_can_be_a_key():
    def kinds(part: object) -> set[type]:
        return set().union(*map(kinds, part)) if isinstance(part, tuple) else {type(part)}

    for chart in every_chart():
        assert kinds(chart.data) <= {str, int, bool, Decimal, type(None)}, chart.name
        assert isinstance(hash(chart), int)


def test_the_same_evaluation_gives_the_same_charts():
    again = View(real(), measure(real()))

    assert CHARTS["指标总览"](again, None) in every_chart()


# ------------------------------------------------------------------------------------------------- 指标总览


def test_the_overview_separates_targets_from_ceilings_and_from_what_has_no_percentage():
    groups = CHARTS["指标总览"](view(golden()), None).data.groups

    assert [(group.heading, [row.name for row in group.rows]) for group in groups] == [
        ("有目标值的指标", ["死亡人数", "亿元GDP死亡率", "十万人死亡率", "专业人才占比", "消防员万人比", "救助时间"]),
        ("有上限的指标", ["百万吨死亡率", "因灾死亡率", "受灾人次", "灾害损失占比"]),
        ("不计完成率的指标", ["重特大事故起数"]),
    ]


def test_elapsed_time_in_the_overview_is_that_of_each_figure():
    chart = CHARTS["指标总览"](view(golden()), None)
    expected = {row.name: row.expected for group in chart.data.groups for row in group.rows}

    assert (expected["死亡人数"], expected["救助时间"]) == (Decimal("0.4"), Decimal("0.5"))
    assert chart.data.pace == "时间进度（年度数据40%，6月末数据50%）"


def test_a_row_of_the_overview_tells_way_completion_and_verdict():
    row = CHARTS["指标总览"](view(golden()), None).data.groups[0].rows[0]

    assert (row.caption, row.words, row.glyph, row.verdict, row.tag) == (
        "52→46人，目标44.2人",
        "完成率76.9%",
        "●",
        "快于预期",
        "",
    )


def test_a_verdict_resting_on_a_provisional_figure_is_tagged():
    rows = {row.name: row for row in CHARTS["指标总览"](view(golden()), None).data.groups[0].rows}

    assert (rows["亿元GDP死亡率"].tag, rows["十万人死亡率"].tag) == ("快报", "预计")


def test_a_zero_baseline_has_words_and_no_bar():
    row = CHARTS["指标总览"](view(golden()), None).data.groups[2].rows[0]

    assert (row.share, row.caption, row.words) == (None, "2022年未发生", "基期为零，不计算升降幅度")


def test_a_ceiling_shows_the_part_that_is_used_and_no_completion():
    row = CHARTS["指标总览"](view(golden()), None).data.groups[1].rows[2]

    assert (row.words, row.expected) == ("占上限97.7%", None)


def test_a_unit_s_overview_has_its_own_indicators_only():
    chart = CHARTS["指标总览"](view(golden(), "zhungeer"), None)

    assert (chart.name, chart.title) == ("zhungeer-bullet", "准格尔旗主要指标完成情况")
    assert [row.caption for group in chart.data.groups for row in group.rows] == ["11→10人，目标9.4人"]


def test_a_unit_that_reported_no_figures_has_no_overview():
    assert CHARTS["指标总览"](view(golden(), "yingji"), None) is None


# ----------------------------------------------------------------------------------------------------- 指标


def test_an_indicator_s_chart_walks_from_baseline_along_the_path_to_the_target():
    data = CHARTS["指标"](view(golden()), "I01").data

    assert [(point.at, point.words) for point in data.points] == [(Decimal(2021), "49"), (Decimal(2022), "46")]
    assert (data.baseline.words, data.target.words) == ("52", "44.2")
    assert data.path[2] == (Decimal(2022), Decimal("48.88"))
    assert (data.low[2][1], data.high[2][1]) == (Decimal("49.036"), Decimal("48.724"))


def test_half_a_year_is_told_in_words_and_not_joined_to_whole_years():
    assert CHARTS["指标"](view(golden()), "I01").data.note == "注：2023年1—6月为20人，是年内累计数，不与全年数相比。"


def test_the_half_year_of_a_stock_stands_on_its_day():
    points = CHARTS["指标"](view(golden()), "I11").data.points

    assert [(point.at, point.words) for point in points] == [
        (Decimal(2021), "11"),
        (Decimal(2022), "11"),
        (Decimal("2022.5"), "10"),
    ]


def test_a_compound_path_bends():
    falling = indicator(Kind.RELATIVE_CHANGE, -33, {"2022": 40}, 52, path="compound")
    path = CHARTS["指标"](view(evaluation(falling)), "I01").data.path

    assert round(1 - path[2][1] / 52, 3) == Decimal("0.148")


def test_yearly_figures_under_a_ceiling_are_columns_with_limit_and_mean():
    data = CHARTS["指标"](view(golden()), "I07").data

    assert (data.joined, data.limit.words, data.mean.value > 14650) == (False, "上限15000", True)


def test_an_indicator_is_found_by_name_and_alias_too():
    whole = view(golden())

    assert (
        CHARTS["指标"](whole, "死亡人数")
        == CHARTS["指标"](whole, "I01")
        == CHARTS["指标"](whole, "生产安全事故死亡人数")
    )


def test_an_unknown_indicator_has_no_chart():
    assert CHARTS["指标"](view(golden()), "I99") is None
    assert CHARTS["旗区分布"](view(golden()), None) is None


def test_below_the_city_a_rate_of_events_is_shown_by_its_events():
    rate = indicator(
        Kind.RATIO, -33, {"2022": (46, 5613)}, (52, 3533), id="I03", name="亿元GDP死亡率",
        ratio=ratio(Kind.RELATIVE_CHANGE),
    )  # fmt: skip
    report = Report(unit="zhungeer", readings=unit_readings({("I03", "2021"): (10, 900), ("I03", "2022"): (9, 1000)}))
    chart = CHARTS["指标"](view(evaluation(rate, units=banners(), reports=(report,)), "zhungeer"), "I03")

    assert [point.words for point in chart.data.points] == ["10", "9"]
    assert (chart.data.unit, chart.data.path, chart.data.note) == ("人", (), "注：准格尔旗只列分子，不计算比率。")


def test_a_provisional_figure_is_told_in_the_alternative_text():
    assert "2022年0人/亿元" not in CHARTS["指标"](view(golden()), "I03").alt
    assert "（快报）" in CHARTS["指标"](view(golden()), "I03").alt


# ------------------------------------------------------------------------------------------------- 旗区分布


def test_the_map_shows_all_nine_banners_each_in_its_place_and_calls_itself_a_sketch():
    chart = CHARTS["旗区分布"](view(golden()), "I01")
    places = {(tile.column, tile.row) for tile in chart.data.tiles}

    assert (len(chart.data.tiles), len(places)) == (9, 9)
    assert chart.title == "2022年各旗区生产安全事故死亡人数（示意）"
    assert "示意图，不代表实际边界和面积" in words(chart)


def test_east_lies_right_and_north_lies_above():
    tiles = {tile.label: tile for tile in CHARTS["旗区分布"](view(golden()), "I01").data.tiles}

    assert tiles["准格尔旗"].column > tiles["东胜区"].column > tiles["鄂托克旗"].column
    assert tiles["达拉特旗"].row < tiles["东胜区"].row < tiles["伊金霍洛旗"].row


def test_a_banner_without_a_figure_is_not_a_banner_with_zero():
    whole = golden()
    silent = whole.replaced(reports=tuple(r for r in whole.reports if r.unit != "wushen"))
    tiles = {tile.label: tile for tile in CHARTS["旗区分布"](view(silent), "I01").data.tiles}

    assert (tiles["乌审旗"].value, tiles["乌审旗"].words) == (None, "暂无数据")
    assert (tiles["康巴什区"].value, tiles["康巴什区"].words) == (Decimal(1), "1")


# --------------------------------------------------------------------------------------------- 任务和项目


def work(*reports: Report, projects=(), tasks=()) -> Evaluation:
    units = (*banners(), department())
    return evaluation(plan=plan(), units=units, projects=projects, tasks=tasks, reports=reports)


def test_tasks_are_counted_by_area_and_an_unreported_one_is_not_lost():
    whole = work(
        Report(unit="yingji", tasks=(task_report("T1-1", "已完成"), task_report("T2-1", "推进缓慢"))),
        tasks=(task("T1-1"), task("T1-2"), task("T2-1", "T2")),
    )
    chart = CHARTS["任务进展"](view(whole), None)

    assert chart.table == (
        ("任务领域", "已完成", "推进缓慢", "未报送", "合计"),
        (("体制机制", "1", "0", "1", "2"), ("风险防控", "0", "1", "0", "1")),
    )
    assert chart.alt == (
        "堆叠条形图：全市3项，按任务领域列出。体制机制2项，其中已完成1项、未报送1项；风险防控1项，其中推进缓慢1项。"
    )


def test_a_unit_s_tasks_stand_as_the_unit_says():
    whole = work(
        Report(unit="yingji", tasks=(task_report("T1-1", "已完成"),)),
        Report(unit="wushen", tasks=(task_report("T1-1", "推进缓慢"),)),
        tasks=(task("T1-1"),),
    )

    assert CHARTS["任务进展"](view(whole, "wushen"), None).table[1] == (("体制机制", "1", "1"),)
    assert CHARTS["任务进展"](view(whole, "wushen"), None).table[0] == ("任务领域", "推进缓慢", "合计")


def reported(stage: str, **more) -> ProjectReport:
    return ProjectReport(project="P01", stage=stage, **more)


def test_a_project_in_two_banners_counts_in_each_and_the_note_says_so():
    whole = work(
        Report(unit="yingji", projects=(reported("开工在建"),)),
        projects=(project(location=("dongsheng", "wushen")),),
    )
    chart = CHARTS["项目分旗区"](view(whole), None)

    assert chart.table[1] == (("东胜区", "1", "1"), ("乌审旗", "1", "1"))
    assert chart.data.note == "注：跨旗区的项目在涉及的每个地区各计一次，各行之和大于项目总数。"
    assert CHARTS["项目分旗区"](view(whole, "wushen"), None) is None


def test_investment_prints_share_numerator_and_denominator():
    whole = work(
        Report(unit="yingji", projects=(reported("开工在建", invested="450"),)),
        projects=(project(), project("P02", group="B类")),
    )
    chart = CHARTS["投资完成"](view(whole), None)

    assert [(row.label, row.words) for row in chart.data.rows] == [
        ("A类", "45.0%（450万元/1000万元）"),
        ("B类", "暂无数据"),
    ]
    assert chart.data.note == "注：1个项目未报送累计完成投资，未计入完成数。"
    assert chart.table[1][-1] == ("合计", "2000", "450", "22.5%")


def test_the_schedule_draws_work_up_to_the_cut_off_only():
    whole = work(
        Report(unit="yingji", projects=(reported("开工在建", started=date(2021, 6, 30)),)), projects=(project(),)
    )
    (group,) = CHARTS["进度安排"](view(whole), None).data.groups
    (span,) = group.spans

    assert (span.start, span.end, span.began, span.until) == (
        Decimal(2021),
        Decimal(2024),
        Decimal("2021.5"),
        Decimal("2023.5"),
    )


def test_a_project_not_started_has_no_work_in_the_schedule():
    whole = work(Report(unit="yingji", projects=(reported("前期论证"),)), projects=(project(),))
    (group,) = CHARTS["进度安排"](view(whole), None).data.groups

    assert (group.spans[0].began, group.spans[0].glyph) == (None, "▲")


def test_the_schedule_of_one_group_has_its_own_name():
    whole = work(projects=(project(), project("P02", group="B类")))
    chart = CHARTS["进度安排"](view(whole), "B类")

    assert (chart.name, chart.title, chart.table[1][0][0]) == ("city-schedule-2", "B类进度安排", "P02 项目P02")


def test_the_cut_off_line_bears_its_date():
    whole = work(projects=(project(),))

    assert "截止2023年6月30日" in words(CHARTS["进度安排"](view(whole), None))


def test_without_tasks_and_projects_there_is_nothing_to_draw():
    nothing = view(work())

    assert [CHARTS[name](nothing, None) for name in ("任务进展", "项目阶段", "项目分旗区", "投资完成", "进度安排")] == [
        None
    ] * 5


# ----------------------------------------------------------------------------------------------- 事故和灾害


def accident(number: int, day: date, sector: str = "煤矿", deaths: int = 1, unit: str = "wushen") -> Accident:
    return Accident(
        id=f"A{day.year}-{number:03}", date=day, unit=unit, sector=sector, type="类型", level="一般",
        deaths=str(deaths), injured="0",
    )  # fmt: skip


def disaster(number: int, day: date, kind: str, affected: int, loss: str) -> Disaster:
    return Disaster(
        id=f"D{day.year}-{number:03}", date=day, unit="wushen", kind=kind, affected=str(affected), deaths="0",
        relocated="0", crop_area="0", loss=loss,
    )  # fmt: skip


def with_events(accidents=(), disasters=()) -> Evaluation:
    return evaluation(plan=plan(), units=(*banners(), department()), accidents=accidents, disasters=disasters)


def test_accidents_by_sector_leave_out_what_did_not_occur_and_say_so():
    whole = with_events((accident(1, date(2021, 3, 1)), accident(1, date(2023, 3, 1), "道路运输", 3)))
    chart = CHARTS["事故分行业"](view(whole), None)

    assert chart.data.labels == ("煤矿", "道路运输")
    assert chart.data.series == ("2021年", "2022年", "2023年1—6月")
    silent = [sector for sector in whole.plan.sectors if sector not in ("煤矿", "道路运输")]
    assert chart.data.note == f"注：{'、'.join(silent)}均未发生。"
    assert [row[1:] for row in chart.table[1]] == [("1", "0", "0", "1", "0", "0"), ("0", "0", "1", "0", "0", "3")]


def test_months_after_the_cut_off_are_absent_and_not_zero():
    chart = CHARTS["事故分月"](view(with_events((accident(1, date(2023, 2, 1), deaths=2),))), None)
    last = chart.data.panels[-1]

    assert last.heading == "2023年\n1—6月共2人"
    assert last.values == (*map(Decimal, (0, 2, 0, 0, 0, 0)), *[None] * 6)
    assert chart.data.note == "注：“—”表示尚无数据。"


def test_large_amounts_are_scaled_and_tiny_ones_are_not_shown_as_zero():
    events = (
        disaster(1, date(2022, 6, 1), "洪涝", 360000, "200000"),
        disaster(2, date(2022, 7, 1), "雪灾", 20, "10"),
    )
    chart = CHARTS["灾害分灾种"](view(with_events(disasters=events)), None)

    assert [measure.heading for measure in chart.data.measures] == [
        "灾害起数（起）",
        "受灾人次（万人次）",
        "直接经济损失（亿元）",
    ]
    assert [row[1][1] for row in chart.data.measures[1].rows] == ["36.00", "…"]
    assert chart.data.note.endswith("“…”表示不足0.01。")


def test_a_banner_s_events_are_its_own():
    whole = with_events((accident(1, date(2022, 3, 1)), accident(2, date(2022, 3, 2), unit="dalate", deaths=5)))

    assert CHARTS["事故分月"](view(whole, "dalate"), None).data.panels[1].heading == "2022年\n共5人"


@pytest.mark.parametrize("name", ["事故分行业", "事故分月", "灾害分灾种"])
def test_without_events_there_is_no_chart(name):
    assert CHARTS[name](view(with_events()), None) is None
