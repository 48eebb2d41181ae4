"""Each share has its own numerator, denominator and scope."""

from __future__ import annotations

from decimal import Decimal

from evaluation.measure import measure
from evaluation.measure.assessment import Share
from evaluation.measure.shares import shares
from evaluation.model import Evaluation

from tests.checked import ProjectReport, Report
from tests.measure.builders import department, evaluation, project, task, task_report


def at(project_id: str, stage: str, **more) -> ProjectReport:
    return ProjectReport(project=project_id, stage=stage, **more)


def built() -> Evaluation:
    projects = (
        project("P01", end_year=2022, investment="100"),
        project("P02", end_year=2023, nature="续建", investment="200"),
        project("P03", end_year=2023, nature="改扩建", investment="300.5"),
        project("P04", end_year=2024, investment="400"),
        project("P05", end_year=2024, nature="新建", investment="500"),
        project("P06", end_year=2025, nature="新建", investment="600"),
    )
    entries = (
        at("P01", "已完工", invested="99.5"),
        at("P02", "主体完工", invested="0"),
        at("P03", "开工在建", on_schedule=True, invested="50"),
        at("P04", "已完工", on_schedule=True),
        at("P05", "前期论证"),
    )
    tasks = tuple(task(f"T1-{number}") for number in range(1, 6))
    states = ("已完成", "按序时推进", "按序时推进", "推进缓慢")
    told = tuple(task_report(f"T1-{number}", state) for number, state in enumerate(states, 1))
    return evaluation(
        units=(department(),),
        projects=projects,
        tasks=tasks,
        reports=(Report(unit="yingji", projects=entries, tasks=told),),
    )


def test_all_shares_with_their_scopes():
    d = Decimal

    assert measure(built()).shares == (
        Share("开工率", d(4), d(6), "在建、主体完工和已完工项目占全部6个重点项目的比重"),
        Share("新建开工率", d(2), d(4), "已开工新建项目占计划新建的4个项目的比重"),
        Share("竣工率", d(1), d(3), "已完工项目占计划2023年底前完工的3个项目的比重"),
        Share("投资完成率", d("149.5"), d("2100.5"), "3个项目报送的累计完成投资占全部6个项目规划总投资的比重（万元）"),
        Share("序时达标率", d(1), d(1), "达到序时进度的项目占1个开工在建项目的比重"),
        Share("任务完成率", d(1), d(5), "已完成任务占全部5项工作任务的比重"),
        Share("按序时率", d(3), d(5), "已完成和按序时推进的任务占全部5项工作任务的比重"),
    )


def test_the_year_of_the_cut_off_decides_what_should_be_finished():
    assessment = measure(built())

    by_year = {year: shares((), assessment.projects, year)[2] for year in (2021, 2022, 2024)}

    assert [(s.numerator, s.denominator) for s in by_year.values()] == [(0, 0), (1, 1), (2, 5)]


def test_a_share_of_nothing_has_no_value():
    empty = measure(evaluation()).shares

    assert [(share.name, share.value) for share in empty] == [
        (name, None)
        for name in ("开工率", "新建开工率", "竣工率", "投资完成率", "序时达标率", "任务完成率", "按序时率")
    ]


def test_a_project_under_way_that_does_not_say_is_not_on_schedule():
    projects = (project("P01"), project("P02"), project("P03"))
    entries = (at("P01", "开工在建"), at("P02", "开工在建", on_schedule=False), at("P03", "开工在建", on_schedule=True))
    told = evaluation(units=(department(),), projects=projects, reports=(Report(unit="yingji", projects=entries),))

    share = measure(told).share("序时达标率")

    assert (share.numerator, share.denominator) == (1, 3)


def test_shares_may_be_taken_of_a_part():
    assessment = measure(built())

    part = shares(iter(()), iter(assessment.projects[:2]), 2023)

    assert (part[0].numerator, part[0].denominator, part[3].denominator) == (2, 2, 300)


def test_shares_of_nothing_are_exact_zeros():
    assert {type(number) for share in shares((), (), 2023) for number in (share.numerator, share.denominator)} == {Decimal}
