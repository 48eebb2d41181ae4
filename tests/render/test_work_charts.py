"""Tasks and projects are counted in their own scope, work is drawn up to the cut-off, and a share prints its numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from evaluation.model import Evaluation
from evaluation.render.charts import CHARTS
from evaluation.render.drawing import draw

from tests.checked import ProjectReport, Report
from tests.measure.builders import banners, department, evaluation, plan, project, task, task_report
from tests.render.drawing.examples import words
from tests.render.small import view_of


def work(*reports: Report, projects=(), tasks=()) -> Evaluation:
    units = (*banners(), department())
    return evaluation(plan=plan(), units=units, projects=projects, tasks=tasks, reports=reports)


def test_tasks_are_counted_by_area_and_an_unreported_one_is_not_lost():
    whole = work(
        Report(unit="yingji", tasks=(task_report("T1-1", "已完成"), task_report("T2-1", "推进缓慢"))),
        tasks=(task("T1-1"), task("T1-2"), task("T2-1", "T2")),
    )
    chart = CHARTS["任务进展"](view_of(whole), None)

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

    assert CHARTS["任务进展"](view_of(whole, "wushen"), None).table[1] == (("体制机制", "1", "1"),)
    assert CHARTS["任务进展"](view_of(whole, "wushen"), None).table[0] == ("任务领域", "推进缓慢", "合计")


def reported(stage: str, **more) -> ProjectReport:
    return ProjectReport(project="P01", stage=stage, **more)


def test_a_project_in_two_banners_counts_in_each_and_the_note_says_so():
    whole = work(
        Report(unit="yingji", projects=(reported("开工在建"),)),
        projects=(project(location=("dongsheng", "wushen")),),
    )
    chart = CHARTS["项目分旗区"](view_of(whole), None)

    assert chart.table[1] == (("东胜区", "1", "1"), ("乌审旗", "1", "1"))
    assert chart.data.note == "注：跨旗区的项目在涉及的每个地区各计一次，各行之和大于项目总数。"
    assert CHARTS["项目分旗区"](view_of(whole, "wushen"), None) is None


def test_investment_prints_share_numerator_and_denominator():
    whole = work(
        Report(unit="yingji", projects=(reported("开工在建", invested="450"),)),
        projects=(project(), project("P02", group="B类")),
    )
    chart = CHARTS["投资完成"](view_of(whole), None)

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
    (group,) = CHARTS["进度安排"](view_of(whole), None).data.groups
    (span,) = group.spans

    assert (span.start, span.end, span.began, span.until) == (
        Decimal(2021),
        Decimal(2024),
        Decimal("2021.5"),
        Decimal("2023.5"),
    )


def test_a_project_not_started_has_no_work_in_the_schedule():
    whole = work(Report(unit="yingji", projects=(reported("前期论证"),)), projects=(project(),))
    (group,) = CHARTS["进度安排"](view_of(whole), None).data.groups

    assert (group.spans[0].began, group.spans[0].glyph) == (None, "▲")


def test_the_schedule_of_one_group_has_its_own_name():
    whole = work(projects=(project(), project("P02", group="B类")))
    chart = CHARTS["进度安排"](view_of(whole), "B类")

    assert (chart.name, chart.title, chart.table[1][0][0]) == ("city-schedule-2", "B类进度安排", "P02 项目P02")


def test_the_cut_off_line_bears_its_date():
    whole = work(projects=(project(),))

    assert "截止2023年6月30日" in words(draw(CHARTS["进度安排"](view_of(whole), None), "svg"))


def test_without_tasks_and_projects_there_is_nothing_to_draw():
    nothing = view_of(work())

    assert [CHARTS[name](nothing, None) for name in ("任务进展", "项目阶段", "项目分旗区", "投资完成", "进度安排")] == [
        None
    ] * 5
