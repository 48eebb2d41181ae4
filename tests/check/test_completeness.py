"""What the work plan asks of a unit, and when it does not ask."""

from __future__ import annotations

import pytest

from tests.check.spoiling import D, O, Z, said

CASES = {
    "opinion refused in silence": (
        [
            (O, "    reason: 年终评估时补充\n", ""),
        ],
        [
            (
                "opinions_not_adopted_give_a_reason",
                f"{O}:12:14",
                "意见未采纳，没有写处理说明",
                "在这一条下补 `reason:`，写明理由",
                None,
            ),
        ],
    ),
    "slow task": (
        [
            (Z, "    cause: 人员不足\n    countermeasure: 补充人员\n", ""),
        ],
        [
            (
                "slow_tasks_are_explained",
                f"{Z}:11:5",
                "任务 T1-2 推进缓慢，没有写原因、对策",
                "在这一条下补 `cause:`、`countermeasure:`",
                "zhungeer",
            ),
        ],
    ),
    "blocked": (
        [
            (D, "state: 已完成", "state: 难以推进"),
        ],
        [
            (
                "slow_tasks_are_explained",
                f"{D}:11:5",
                "任务 T1-1 难以推进，没有写原因、对策、建议",
                "在这一条下补 `cause:`、`countermeasure:`、`suggestion:`",
                "dongsheng",
            ),
        ],
    ),
    "adjust": (
        [
            (Z, "state: 推进缓慢", "state: 建议调整"),
        ],
        [
            (
                "tasks_to_be_adjusted_come_with_a_proposal",
                f"{Z}:12:12",
                "任务 T1-2 建议调整，没有规划调整建议",
                "在 `adjustments` 下补一条，写明原内容、建议、理由和依据",
                "zhungeer",
            ),
        ],
    ),
    "slow safeguard": (
        [
            (Z, "state: 按序时推进\n    work: 成立专班", "state: 推进缓慢\n    work: 成立专班"),
        ],
        [
            (
                "slow_safeguards_are_explained",
                f"{Z}:32:5",
                "保障措施“组织领导” 推进缓慢，没有写原因、对策、建议",
                "在这一条下补 `cause:`、`countermeasure:`、`suggestion:`",
                "zhungeer",
            ),
        ],
    ),
    "no reason": (
        [
            (Z, "    reason: 用地未批\n", ""),
        ],
        [
            (
                "projects_not_started_give_a_reason",
                f"{Z}:19:5",
                "项目 P02 前期论证，没有写未开工原因",
                "在该项目下补 `reason:`",
                "zhungeer",
            ),
        ],
    ),
    "no plan": (
        [
            (Z, "    plan: 2023年10月前完成用地审批，2024年3月开工\n", ""),
        ],
        [
            (
                "projects_not_started_give_a_plan_with_dates",
                f"{Z}:19:5",
                "项目 P02 前期论证，没有推动实施计划",
                "在该项目下补 `plan:`，写明时间节点",
                "zhungeer",
            ),
        ],
    ),
    "plan without dates": (
        [
            (Z, "plan: 2023年10月前完成用地审批，2024年3月开工\n    planned_start: 2024-03-01", "plan: 抓紧办理"),
        ],
        [
            (
                "projects_not_started_give_a_plan_with_dates",
                f"{Z}:22:11",
                "项目 P02 的推动实施计划没有时间节点",
                "写明何时做到哪一步，或补 `planned_start:`",
                "zhungeer",
            ),
        ],
    ),
    "paused": (
        [
            (Z, "stage: 前期论证\n    reason: 用地未批\n", "stage: 暂缓\n"),
        ],
        [
            (
                "projects_set_aside_give_a_reason",
                f"{Z}:19:5",
                "项目 P02 暂缓，没有写原因",
                "在该项目下补 `reason:`",
                "zhungeer",
            ),
        ],
    ),
    "under way": (
        [
            (D, "    invested: 3000\n    progress: 完成主体改造\n", ""),
        ],
        [
            (
                "projects_under_way_give_progress_and_investment",
                f"{D}:20:5",
                "项目 P01 开工在建，没有写形象进度",
                "在该项目下补 `progress:`",
                "dongsheng",
            ),
            (
                "projects_under_way_give_progress_and_investment",
                f"{D}:20:5",
                "项目 P01 开工在建，没有写累计完成投资",
                "在该项目下补 `invested:`",
                "dongsheng",
            ),
        ],
    ),
    "structure": (
        [
            (D, "stage: 开工在建\n    invested: 3000\n    progress: 完成主体改造\n", "stage: 主体完工\n"),
        ],
        [
            (
                "projects_under_way_give_progress_and_investment",
                f"{D}:20:5",
                "项目 P01 主体完工，没有写形象进度",
                "在该项目下补 `progress:`",
                "dongsheng",
            ),
            (
                "projects_under_way_give_progress_and_investment",
                f"{D}:20:5",
                "项目 P01 主体完工，没有写累计完成投资",
                "在该项目下补 `invested:`",
                "dongsheng",
            ),
        ],
    ),
    "done without": (
        [
            (Z, "    evidence:\n      title: 竣工验收报告\n      date: 2023-05-30\n", ""),
        ],
        [
            (
                "finished_projects_give_evidence",
                f"{Z}:24:5",
                "项目 P03 已完工，没有写完工依据（文件名称、文号、日期）",
                "在该项目下补 `evidence:`",
                "zhungeer",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


ALLOWED = {
    "adjusted": [
        (Z, "state: 推进缓慢", "state: 建议调整"),
        (Z, "about: P02\n    original", "about: T1-2\n    original"),
    ],
    "plan with date only in field": [
        (Z, "plan: 2023年10月前完成用地审批，2024年3月开工", "plan: 抓紧办理"),
    ],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_wrong_is_no_problem(tmp_path, changes):
    assert said(tmp_path, *changes) == []
