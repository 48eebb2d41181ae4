"""What no one answers for, what two answer for, and when neither is a fault."""

from __future__ import annotations

import pytest
from evaluation.check import check_evaluation
from evaluation.load import load_evaluation

from tests.check.spoiling import D, I, P, T, Z, said
from tests.load.project import FILES, write

P01_OF_DONGSHENG = "  - project: P01\n    stage: 开工在建\n    invested: 3000\n    progress: 完成主体改造\n    started: 2021-09-01\n"

CASES = {
    "an area without tasks and projects": (
        [(P, "area: T2", "area: T1"), (P, "area: T2", "area: T1")],
        [("every_area_is_served", "data/plan.yml:24:9", "任务领域 T2 风险防控既没有任务，也没有项目", "在 data/tasks.yml 补上这个领域的任务，或删去这个领域", None)],
    ),
    "a task that its lead passes over": (
        [(T, "lead: yingji", "lead: zhungeer")],
        [("tasks_are_reported_by_their_lead", f"{Z}:1:1", "任务 T1-1 健全指挥体系由准格尔旗负责，报送数据里没有，东胜区有报送", "在 `tasks` 下补上 T1-1", "zhungeer")],
    ),
    "a project that its unit passes over": (
        [(P, "lead: yingji", "lead: dongsheng"), (D, f"projects:\n{P01_OF_DONGSHENG}", "")],
        [("projects_are_reported_by_their_unit", f"{D}:1:1", "项目 P01 指挥中心升级由东胜区负责，报送数据里没有", "在 `projects` 下补上 P01", "dongsheng")],
    ),
    "a project that no one will report": (
        [(P, "lead: yingji", "lead: fagai"), (D, f"projects:\n{P01_OF_DONGSHENG}", "")],
        [
            (
                "projects_are_reported_by_their_unit", f"{P}:14:9",
                "项目 P01 指挥中心升级没有单位认领：市发展和改革委员会不报送自评估，别的单位也没有报送",
                "改由报送自评估的单位牵头，或由配合单位报送", None,
            ),
        ],
    ),
    "a unit that has not submitted owes nothing yet": (
        [(T, "lead: yingji", "lead: zhungeer"), (Z, "submitted: 2023-06-27\n", "")],
        [],
    ),
    "another's project": (
        [(D, "project: P01", "project: P03"), (D, "stage: 开工在建\n    invested: 3000\n", "stage: 已完工\n"), (D, "    started: 2021-09-01\n", "    evidence:\n      title: 报告\n")],
        [
            (
                "units_report_on_projects_of_their_own", f"{D}:20:14",
                "项目 P03 的责任单位是准格尔旗，建设地点也不含东胜区，东胜区却报送了进展",
                "核对编号，或改正 data/projects.yml 的责任单位、建设地点", "dongsheng",
            ),
        ],
    ),
    "two units, two stages": (
        [(D, P01_OF_DONGSHENG, "  - project: P02\n    stage: 暂缓\n    reason: 用地调整\n")],
        [
            (
                "units_agree_on_a_project", f"{Z}:20:12",
                f"项目 P02 的阶段，东胜区报“暂缓”（{D}:21:12），准格尔旗报“前期论证”",
                "两个单位核对后报同一个数，或只由责任单位报送", "zhungeer",
            ),
        ],
    ),
    "two units, one stage": (
        [(D, P01_OF_DONGSHENG, "  - project: P02\n    stage: 前期论证\n    reason: 用地未批\n    plan: 2024年开工\n")],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_coverage(tmp_path, case):
    changes, expected = CASES[case]

    assert said(tmp_path, *changes) == expected


def test_an_indicator_has_an_owner(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path))
    alone = evaluation.indicators[0].replaced(owners=())
    found = check_evaluation(evaluation.replaced(indicators=(alone, *evaluation.indicators[1:])))

    assert [(p.rule, p.where.path, p.what) for p in found] == [
        ("every_indicator_has_an_owner", I, f"指标 {alone.id} {alone.name}没有责任单位")
    ]


def test_a_department_reports_on_tasks_that_name_it(tmp_path):
    report = "unit: yingji\nsubmitted: 2023-06-26\ntasks:\n" + "".join(
        f"  - task: {task}\n    state: 已完成\n    work: 甲\n    results: 乙\n" for task in ("T1-1", "T1-2")
    )
    report += "projects:\n" + "".join(
        f"  - project: {project}\n    stage: 前期论证\n    reason: 甲\n    plan: 2024年开工\n" for project in ("P01", "P02")
    )
    files = {"data/reports/yingji.yml": report, T: FILES[T].replace("lead: yingji", "lead: fagai", 1), D: None, Z: None}
    evaluation, problems = load_evaluation(write(tmp_path, files))

    assert problems == ()
    assert [(p.rule, str(p.where), p.what, p.unit) for p in check_evaluation(evaluation)] == [
        (
            "departments_report_on_tasks_of_their_own",
            "data/reports/yingji.yml:4:11",
            "任务 T1-1 由市发展和改革委员会牵头，没有把市应急管理局列为配合单位，市应急管理局也报送了进展",
            "yingji",
        )
    ]
