"""Events that are none of this evaluation, or do not add up."""

from __future__ import annotations

import pytest

from tests.check.spoiling import A, D, I, N, said

CASES = {
    "event early": (
        [
            (A, "A2021-001,2021-01-06", "A2019-001,2019-01-06"),
        ],
        [
            (
                "events_lie_within_the_evaluation",
                f"{A}:2:11",
                "A2019-001 的日期 2019-01-06 早于规划基期 2020 年",
                "改正日期，或删去这一行",
                None,
            ),
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{I}:21:14",
                "I01 2021 填报死亡 9 人，事故记录合计 5 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                None,
            ),
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{D}:6:12",
                "I01 2021 填报死亡 4 人，事故记录合计 0 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                "dongsheng",
            ),
        ],
    ),
    "event late": (
        [
            (N, "2022-07-27", "2023-07-27"),
        ],
        [
            (
                "events_lie_within_the_evaluation",
                f"{N}:3:1",
                "编号 D2022-001 的年份与日期 2023-07-27 不一致",
                "改正编号或日期",
                None,
            ),
            (
                "events_lie_within_the_evaluation",
                f"{N}:3:11",
                "D2022-001 的日期 2023-07-27 晚于月度数据截止时点 2023-06-30",
                "改正日期，或删去这一行",
                None,
            ),
        ],
    ),
    "event id year": (
        [
            (A, "A2022-002,", "A2021-003,"),
        ],
        [
            (
                "events_lie_within_the_evaluation",
                f"{A}:5:1",
                "编号 A2021-003 的年份与日期 2022-07-06 不一致",
                "改正编号或日期",
                None,
            ),
        ],
    ),
    "level": (
        [
            (A, "道路交通,较大,4", "道路交通,一般,4"),
        ],
        [
            (
                "accident_levels_agree_with_the_harm",
                f"{A}:2:42",
                "A2021-001 死亡 4 人，写的是一般事故",
                "按死亡人数应为较大，改正等级或人数",
                None,
            ),
        ],
    ),
    "level high": (
        [
            (A, "道路交通,较大,4", "道路交通,重大,4"),
        ],
        [
            (
                "accident_levels_agree_with_the_harm",
                f"{A}:2:42",
                "A2021-001 死亡 4 人，写的是重大事故",
                "按死亡人数应为较大，改正等级或人数",
                None,
            ),
        ],
    ),
    "deaths": (
        [
            (A, "火灾,较大,3", "火灾,较大,4"),
        ],
        [
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{I}:23:14",
                "I01 2022 填报死亡 8 人，事故记录合计 9 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                None,
            ),
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{D}:9:12",
                "I01 2022 填报死亡 3 人，事故记录合计 4 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                "dongsheng",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


ALLOWED = {
    "level by injured": [
        (A, "火灾,较大,3,0,20", "火灾,重大,3,50,20"),
    ],
    "level by loss": [
        (A, "火灾,较大,3,0,20", "火灾,特别重大,3,0,10000"),
    ],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_wrong_is_no_problem(tmp_path, changes):
    assert said(tmp_path, *changes) == []
