"""A third party's ratings: of things that exist, once, on the scale of the self-assessment, in order of time."""

from __future__ import annotations

import pytest

from tests.check.spoiling import Q, said

VERDICTS = "已提前实现、快于预期、基本符合预期、进度滞后、明显滞后、出现倒退、已达标但走弱、达标、超标、已无法实现、暂不评价"
TASK_STATES = "已完成、按序时推进、推进缓慢、难以推进、建议调整"
STAGES = "前期论证、即将开工、开工在建、主体完工、已完工、暂缓、调整、取消"

CASES = {
    "unknown thing": (
        [(Q, "about: T1-2", "about: T1-9")],
        [
            (
                "third_party_rates_what_exists",
                f"{Q}:7:12",
                "没有编号或名称为“T1-9”的指标、任务、项目或保障措施",
                "是否想写 “T1-2”、“T1-1”",
                None,
            ),
        ],
    ),
    "unit that writes no self-assessment": (
        [(Q, "unit: zhungeer", "unit: fagai")],
        [
            (
                "third_party_rates_what_exists",
                f"{Q}:18:11",
                "没有编号为“fagai”的自评估单位",
                "是否想写 “gaoxin”",
                None,
            ),
        ],
    ),
    "whose safeguard": (
        [(Q, "    unit: zhungeer\n", "")],
        [
            (
                "third_party_rates_what_exists",
                f"{Q}:17:12",
                "保障措施“组织领导”由各单位自评，没有写评的是哪个单位",
                "补 `unit:`",
                None,
            ),
        ],
    ),
    "indicator in a task's words": (
        [(Q, "rating: 已提前实现", "rating: 已完成")],
        [
            (
                "third_party_uses_the_same_scale",
                f"{Q}:5:13",
                "I01 的第三方评价“已完成”不是自评估所用的词",
                f"可写：{VERDICTS}",
                None,
            ),
        ],
    ),
    "task in an indicator's words": (
        [(Q, "rating: 难以推进", "rating: 明显滞后")],
        [
            (
                "third_party_uses_the_same_scale",
                f"{Q}:8:13",
                "T1-2 的第三方评价“明显滞后”不是自评估所用的词",
                f"可写：{TASK_STATES}",
                None,
            ),
        ],
    ),
    "project in words of its own": (
        [(Q, "rating: 前期论证", "rating: 未动工")],
        [
            (
                "third_party_uses_the_same_scale",
                f"{Q}:15:13",
                "P02 的第三方评价“未动工”不是自评估所用的词",
                f"可写：{STAGES}",
                None,
            ),
        ],
    ),
    "twice": (
        [(Q, "about: P02\n    rating: 前期论证", "about: I01\n    rating: 快于预期")],
        [
            (
                "third_party_rates_each_thing_once",
                f"{Q}:14:12",
                f"I01（全市）评了两次，{Q}:4:12 已经评过",
                "合并成一条",
                None,
            ),
        ],
    ),
    "rated after the report": (
        [(Q, "\ndate: 2023-08-10", "\ndate: 2023-09-16"), (Q, "date: 2023-08-20", "date: 2023-09-16")],
        [
            (
                "third_party_dates_are_in_order",
                f"{Q}:2:7",
                "第三方评估日期 2023-09-16 晚于成文日期 2023-09-15",
                "改正日期",
                None,
            ),
            (
                "third_party_dates_are_in_order",
                f"{Q}:13:13",
                "T1-2 的协调日期 2023-09-16 晚于成文日期 2023-09-15",
                "改正日期",
                None,
            ),
        ],
    ),
    "reconciled before it was rated": (
        [(Q, "date: 2023-08-20", "date: 2023-08-09")],
        [
            (
                "third_party_dates_are_in_order",
                f"{Q}:13:13",
                "T1-2 的协调日期 2023-08-09 早于第三方评估日期 2023-08-10",
                "改正日期",
                None,
            ),
        ],
    ),
}


@pytest.mark.parametrize("changes, expected", CASES.values(), ids=CASES)
def test_a_rating_that_cannot_be_compared_is_named_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


def test_one_thing_may_be_rated_for_the_city_and_for_a_unit(tmp_path):
    assert said(tmp_path, (Q, "about: P02\n", "about: T1-2\n    unit: zhungeer\n"), (Q, "前期论证", "推进缓慢")) == []
