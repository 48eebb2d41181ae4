"""Dates, years and money that contradict each other."""

from __future__ import annotations

import pytest

from tests.check.spoiling import PLAN, D, I, P, Z, said

CASES = {
    "plan first year": (
        [
            (PLAN, "first_year: 2021", "first_year: 2022"),
        ],
        [
            (
                "the_plans_own_dates_are_in_order",
                f"{PLAN}:8:15",
                "规划期首年 2022 不是基期 2020 的下一年",
                "改正首年或基期时点",
                None,
            ),
        ],
    ),
    "cutoff after doc": (
        [
            (PLAN, "tasks: 2023-06-30", "tasks: 2023-09-16"),
        ],
        [
            (
                "the_plans_own_dates_are_in_order",
                f"{PLAN}:13:10",
                "任务、项目进展截止时点 2023-09-16 晚于成文日期 2023-09-15",
                "改正截止时点或成文日期",
                None,
            ),
        ],
    ),
    "phase": (
        [
            (PLAN, "end: 2023-05-31", "end: 2023-03-31"),
        ],
        [
            (
                "the_plans_own_dates_are_in_order",
                f"{PLAN}:17:10",
                "准备阶段的止日 2023-03-31 早于起日 2023-04-01",
                "改正起止日期",
                None,
            ),
        ],
    ),
    "print": (
        [
            (PLAN, "print_date: 2023-09-15", "print_date: 2023-09-14"),
        ],
        [
            (
                "the_plans_own_dates_are_in_order",
                f"{PLAN}:53:15",
                "印发日期 2023-09-14 早于成文日期 2023-09-15",
                "改正印发日期",
                None,
            ),
        ],
    ),
    "cut points": (
        [
            (PLAN, "on_track: 0.95", "on_track: 1.05"),
        ],
        [
            (
                "cut_points_descend",
                f"{PLAN}:41:13",
                "评价界限 `on_track` 1.05 不小于 `ahead` 1.05",
                "由高到低写：快于预期、基本符合预期、进度滞后",
                None,
            ),
        ],
    ),
    "cut zero": (
        [
            (PLAN, "behind: 0.60", "behind: 0"),
        ],
        [
            (
                "cut_points_descend",
                f"{PLAN}:42:11",
                "进度滞后的下限 0 不大于 0",
                "写大于 0 的数，如 0.60",
                None,
            ),
        ],
    ),
    "years": (
        [
            (P, "end_year: 2023", "end_year: 2020"),
        ],
        [
            (
                "project_years_are_in_order",
                f"{P}:10:13",
                "项目 P01 计划完工年 2020 早于计划开工年 2021",
                "改正建设年限",
                None,
            ),
        ],
    ),
    "started not started": (
        [
            (Z, "planned_start: 2024-03-01", "started: 2023-03-01"),
        ],
        [
            (
                "project_dates_fit_their_stage",
                f"{Z}:23:14",
                "项目 P02 前期论证，却写了实际开工日期 2023-03-01",
                "改正阶段，或改写为 `planned_start`",
                "zhungeer",
            ),
        ],
    ),
    "finished not done": (
        [
            (D, "started: 2021-09-01", "finished: 2023-01-01"),
        ],
        [
            (
                "project_dates_fit_their_stage",
                f"{D}:24:15",
                "项目 P01 开工在建，却写了实际完工日期 2023-01-01",
                "改正阶段，或删去完工日期",
                "dongsheng",
            ),
        ],
    ),
    "finished before": (
        [
            (Z, "finished: 2023-05-20", "finished: 2019-05-20"),
        ],
        [
            (
                "project_dates_fit_their_stage",
                f"{Z}:27:15",
                "项目 P03 完工日期 2019-05-20 早于开工日期 2019-06-01",
                "改正日期",
                "zhungeer",
            ),
        ],
    ),
    "planned past": (
        [
            (Z, "planned_start: 2024-03-01", "planned_start: 2023-06-30"),
        ],
        [
            (
                "project_dates_fit_their_stage",
                f"{Z}:23:20",
                "项目 P02 未开工，计划开工日期 2023-06-30 却不晚于截止时点 2023-06-30",
                "写今后的计划开工日期",
                "zhungeer",
            ),
        ],
    ),
    "started early": (
        [
            (D, "started: 2021-09-01", "started: 2020-12-31"),
        ],
        [
            (
                "projects_start_within_the_plan",
                f"{D}:24:14",
                "项目 P01 开工日期 2020-12-31 不晚于规划基期 2020-12-31",
                "改正日期；规划期前开工的，建设性质应为续建",
                "dongsheng",
            ),
        ],
    ),
    "document early": (
        [
            (D, "date: 2021-05-18", "date: 2020-12-31"),
        ],
        [
            (
                "documents_are_dated_within_the_evaluation",
                f"{D}:17:15",
                "文件《工作规则》日期 2020-12-31 不晚于规划基期 2020-12-31",
                "改正日期，或不列这份文件",
                "dongsheng",
            ),
        ],
    ),
    "document late": (
        [
            (
                D,
                "title: 工作规则\n        number: 东安发〔2021〕6号\n        date: 2021-05-18",
                "title: 《工作规则》\n        date: 2023-07-01",
            ),
        ],
        [
            (
                "documents_are_dated_within_the_evaluation",
                f"{D}:16:15",
                "文件《工作规则》日期 2023-07-01 晚于进展截止时点 2023-06-30",
                "改正日期，或不列这份文件",
                "dongsheng",
            ),
        ],
    ),
    "evidence late": (
        [
            (Z, "date: 2023-05-30", "date: 2023-07-30"),
        ],
        [
            (
                "documents_are_dated_within_the_evaluation",
                f"{Z}:30:13",
                "文件《竣工验收报告》日期 2023-07-30 晚于进展截止时点 2023-06-30",
                "改正日期，或不列这份文件",
                "zhungeer",
            ),
        ],
    ),
    "started late": (
        [
            (D, "started: 2021-09-01", "started: 2023-07-01"),
        ],
        [
            (
                "nothing_is_dated_too_late",
                f"{D}:24:14",
                "项目 P01 实际开工日期 2023-07-01 晚于进展截止时点 2023-06-30",
                "改正日期",
                "dongsheng",
            ),
        ],
    ),
    "submitted late": (
        [
            (D, "submitted: 2023-06-26", "submitted: 2023-09-16"),
        ],
        [
            (
                "nothing_is_dated_too_late",
                f"{D}:2:12",
                "报送日期 2023-09-16 晚于成文日期 2023-09-15",
                "改正日期",
                "dongsheng",
            ),
        ],
    ),
    "override late": (
        [
            (
                I,
                "  kind: level\n",
                "  kind: level\n  override:\n    verdict: 达标\n    reason: 甲\n    by: 乙\n    date: 2023-10-01\n",
            ),
        ],
        [
            (
                "nothing_is_dated_too_late",
                f"{I}:109:11",
                "I11 人工评价的日期 2023-10-01 晚于成文日期 2023-09-15",
                "改正日期",
                None,
            ),
        ],
    ),
    "invested": (
        [
            (D, "invested: 3000", "invested: 4200.01"),
        ],
        [
            (
                "investment_stays_within_the_total",
                f"{D}:22:15",
                "项目 P01 累计完成投资 4200.01 万元，超过总投资 4200 万元",
                "检查单位是否为万元，改正其中一个数；概算已调整的改 data/projects.yml",
                "dongsheng",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


ALLOWED = {
    "continued early ok": [
        (Z, "started: 2019-06-01", "started: 2018-06-01"),
    ],
    "invested all": [
        (D, "invested: 3000", "invested: 4200"),
    ],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_wrong_is_no_problem(tmp_path, changes):
    assert said(tmp_path, *changes) == []
