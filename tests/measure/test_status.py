"""Whose word counts on a task or a project, and how many stand where."""

from __future__ import annotations

from evaluation.measure import measure
from evaluation.measure.status import (
    project_standings,
    projects_by_area,
    projects_by_funding,
    projects_by_group,
    projects_by_lead,
    projects_by_location,
    projects_by_stage,
    reports_in_order,
    task_standings,
    tasks_by_area,
    tasks_by_state,
    tasks_by_unit,
)
from evaluation.model import Evaluation, Stage, TaskState

from tests.checked import ProjectReport, Report
from tests.measure.builders import banners, department, evaluation, project, task, task_report

UNITS = (*banners(), department("yingji"), department("nengyuan", "市能源局"))


def told(unit: str, *entries) -> Report:
    tasks = tuple(entry for entry in entries if hasattr(entry, "task"))
    projects = tuple(entry for entry in entries if hasattr(entry, "project"))
    return Report(unit=unit, tasks=tasks, projects=projects)


def at(project_id: str, stage: str, **more) -> ProjectReport:
    return ProjectReport(project=project_id, stage=stage, **more)


def with_tasks(*reports: Report) -> Evaluation:
    tasks = (task("T1-1", lead="nengyuan"), task("T1-2"), task("T2-1", "T2"))
    return evaluation(units=UNITS, tasks=tasks, reports=reports)


def test_the_lead_units_word_decides_a_task():
    built = with_tasks(told("dongsheng", task_report(state="已完成")), told("nengyuan", task_report(state="推进缓慢")))

    standing = task_standings(built)[0]

    assert (standing.state, standing.lead.state) == (TaskState.SLOW, TaskState.SLOW)
    assert [(unit, entry.state.value) for unit, entry in standing.reports] == [
        ("dongsheng", "已完成"),
        ("nengyuan", "推进缓慢"),
    ]


def test_while_the_lead_unit_is_silent_the_first_reporter_speaks():
    built = with_tasks(told("wushen", task_report(state="难以推进")), told("dalate", task_report(state="已完成")))

    standing = task_standings(built)[0]

    assert (standing.state, standing.lead) == (TaskState.DONE, None)
    assert [unit for unit, _ in standing.reports] == ["dalate", "wushen"]


def test_a_task_nobody_reported_has_no_state():
    standing = task_standings(with_tasks())[2]

    assert (standing.task.id, standing.state, standing.lead, standing.reports) == ("T2-1", None, None, ())


def test_tasks_are_counted_by_state_with_the_unreported_apart():
    reports = told("yingji", task_report("T1-1", "已完成"), task_report("T1-2", "推进缓慢"))

    assert tasks_by_state(task_standings(with_tasks(reports))) == {
        TaskState.DONE: 1,
        TaskState.ON_SCHEDULE: 0,
        TaskState.SLOW: 1,
        TaskState.BLOCKED: 0,
        TaskState.ADJUST: 0,
        None: 1,
    }


def test_tasks_are_counted_by_area_also_in_one_without_any():
    built = with_tasks(told("yingji", task_report("T2-1", "已完成")))
    counts = tasks_by_area(built, task_standings(built))

    assert list(counts) == ["T1", "T2"]
    assert (counts["T1"][None], counts["T1"][TaskState.DONE]) == (2, 0)
    assert (counts["T2"][None], counts["T2"][TaskState.DONE]) == (0, 1)


def test_each_units_own_tasks_are_counted_as_it_told_them():
    built = with_tasks(
        told("yingji", task_report("T1-1", "已完成"), task_report("T1-2", "已完成")),
        told("dalate", task_report("T1-1", "推进缓慢")),
        told("wushen"),
    )

    counts = tasks_by_unit(built)

    assert list(counts) == ["dalate", "yingji"]
    assert (counts["dalate"][TaskState.SLOW], counts["yingji"][TaskState.DONE]) == (1, 2)
    assert list(counts["dalate"]) == [*TaskState, None]


def with_projects(*reports: Report) -> Evaluation:
    projects = (
        project("P01", location=("wushen", "dongsheng", "dongsheng"), funding=("自筹", "市本级")),
        project("P02", group="B类", area="T2", location=("dongsheng",), lead="nengyuan"),
        project("P03", location=("mars",), funding=("中央",)),
    )
    return evaluation(units=UNITS, projects=projects, reports=reports)


def test_the_responsible_units_report_decides_a_project():
    built = with_projects(told("dongsheng", at("P01", "前期论证")), told("yingji", at("P01", "开工在建")))

    standing = project_standings(built)[0]

    assert (standing.stage, standing.reporter, standing.report.stage) == (Stage.UNDER_WAY, "yingji", Stage.UNDER_WAY)
    assert [unit for unit, _ in standing.reports] == ["dongsheng", "yingji"]


def test_while_the_responsible_unit_is_silent_the_first_reporter_speaks_for_the_project():
    built = with_projects(told("wushen", at("P01", "暂缓")), told("dongsheng", at("P01", "前期论证")))

    standing = project_standings(built)[0]

    assert (standing.stage, standing.reporter) == (Stage.STUDY, "dongsheng")


def test_a_project_nobody_reported_has_no_stage():
    standing = project_standings(with_projects())[0]

    assert (standing.stage, standing.report, standing.reporter, standing.reports) == (None, None, None, ())


def test_projects_are_counted_by_stage():
    counts = projects_by_stage(project_standings(with_projects(told("yingji", at("P01", "开工在建")))))

    assert list(counts) == [*Stage, None]
    assert {key: number for key, number in counts.items() if number} == {Stage.UNDER_WAY: 1, None: 2}


def test_projects_are_counted_by_group_area_place_and_money():
    built = with_projects(told("yingji", at("P01", "开工在建"), at("P02", "已完工")))
    standings = project_standings(built)

    def seen(table: dict) -> dict:
        return {key: {stage: n for stage, n in row.items() if n} for key, row in table.items()}

    working, done = Stage.UNDER_WAY, Stage.DONE
    assert seen(projects_by_group(standings)) == {"A类": {working: 1, None: 1}, "B类": {done: 1}}
    assert list(projects_by_group(standings)) == ["A类", "B类"]
    assert seen(projects_by_area(built, standings)) == {"T1": {working: 1, None: 1}, "T2": {done: 1}}
    assert seen(projects_by_location(built, standings)) == {"dongsheng": {working: 1, done: 1}, "wushen": {working: 1}}
    assert list(projects_by_location(built, standings)) == ["dongsheng", "wushen"]
    assert seen(projects_by_funding(standings)) == {
        "中央": {None: 1},
        "市本级": {working: 1, done: 1},
        "自筹": {working: 1},
    }
    assert list(projects_by_funding(standings)) == ["中央", "市本级", "自筹"]


def test_counts_by_area_accept_any_iterable_once():
    built = with_projects()

    assert projects_by_area(built, iter(project_standings(built)))["T2"][None] == 1
    tasks = with_tasks()
    assert tasks_by_area(tasks, iter(task_standings(tasks)))["T2"][None] == 1


def test_reports_come_in_registry_order_and_strangers_last_by_name():
    built = evaluation(units=UNITS, reports=tuple(Report(unit=u) for u in ("zeta", "yingji", "alpha", "dongsheng")))

    assert [report.unit for report in reports_in_order(built)] == ["dongsheng", "yingji", "alpha", "zeta"]


def test_measure_holds_all_standings():
    assessment = measure(with_tasks(told("yingji", task_report("T1-2", "已完成"))))

    assert [s.task.id for s in assessment.tasks] == ["T1-1", "T1-2", "T2-1"]
    assert assessment.projects == ()


def test_projects_are_counted_by_the_unit_that_answers_for_them():
    projects = (project("P01", lead="yingji"), project("P02", lead="gongan"), project("P03", lead="yingji"))
    units = (department("gongan", "市公安局"), department())
    report = Report(unit="yingji", projects=(ProjectReport(project="P01", stage="开工在建"),))
    built = evaluation(units=units, projects=projects, reports=(report,))

    found = projects_by_lead(built, project_standings(built))

    assert list(found) == ["gongan", "yingji"]
    assert (found["gongan"][None], found["yingji"][Stage.UNDER_WAY], found["yingji"][None]) == (1, 1, 1)
