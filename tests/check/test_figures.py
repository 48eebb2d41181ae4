"""Figures that cannot be what they say they are."""

from __future__ import annotations

import pytest

from tests.check.spoiling import D, I, said

CASES = {
    "value beside": (
        [
            (I, "      numerator: 8\n", "      value: 0.0067\n      numerator: 8\n"),
        ],
        [
            (
                "figures_come_in_their_indicators_form",
                f"{I}:53:14",
                "I03 2022 多写了数值（比率只填分子和分母，数值由程序计算）",
                "删去 `value`",
                None,
            ),
        ],
    ),
    "numerator beside": (
        [
            (D, "    value: 4\n", "    value: 4\n    numerator: 4\n"),
        ],
        [
            (
                "figures_come_in_their_indicators_form",
                f"{D}:7:16",
                "I01 2021 多写了分子（不是比率，只填数值）",
                "删去 `numerator`",
                "dongsheng",
            ),
        ],
    ),
    "no value": (
        [
            (D, "    period: 2021\n    value: 4\n", "    period: 2021\n"),
        ],
        [
            (
                "figures_come_in_their_indicators_form",
                f"{D}:4:5",
                "I01 2021 没有数值",
                "补 `value`；没有数据就删去整条，不要写 0",
                "dongsheng",
            ),
        ],
    ),
    "no denominator": (
        [
            (I, "      denominator: 1200.5\n", ""),
        ],
        [
            (
                "figures_come_in_their_indicators_form",
                f"{I}:52:7",
                "I03 2022 没有分母",
                "补 `denominator`；没有数据就删去整条，不要写 0",
                None,
            ),
        ],
    ),
    "zero denominator": (
        [
            (I, "denominator: 1200.5", "denominator: 0"),
        ],
        [
            (
                "denominators_are_above_zero",
                f"{I}:54:20",
                "I03 2022 的分母是 0",
                "分母应大于 0，改正它",
                None,
            ),
        ],
    ),
    "baseline zero denominator": (
        [
            (I, "denominator: 1000", "denominator: 0"),
        ],
        [
            (
                "denominators_are_above_zero",
                f"{I}:47:18",
                "I03 基期的分母是 0",
                "分母应大于 0，改正它",
                None,
            ),
        ],
    ),
    "negative": (
        [
            (I, "value: 10.6", "value: -10.6"),
        ],
        [
            (
                "figures_are_not_negative",
                f"{I}:113:14",
                "I11 2022 的数值是负数 -10.6",
                "改正数值；下降幅度由程序计算，这里填实际数",
                None,
            ),
        ],
    ),
    "negative numerator": (
        [
            (I, "numerator: 8\n", "numerator: -8\n"),
        ],
        [
            (
                "figures_are_not_negative",
                f"{I}:53:18",
                "I03 2022 的分子是负数 -8",
                "改正数值；下降幅度由程序计算，这里填实际数",
                None,
            ),
        ],
    ),
    "fraction": (
        [
            (I, "period: 2022\n      value: 5", "period: 2022\n      value: 5.5"),
        ],
        [
            (
                "counts_are_whole_numbers",
                f"{I}:133:14",
                "I12 2022 的数值是 5.5处，不是整数",
                "按实际计数填整数",
                None,
            ),
        ],
    ),
    "share": (
        [
            (I, "numerator: 50\n      denominator: 100", "numerator: 150\n      denominator: 100"),
        ],
        [
            (
                "shares_are_no_more_than_all",
                f"{I}:89:18",
                "I09 2023-06 是占比，分子 150 大于分母 100",
                "改正分子或分母，检查两者是否写反、单位是否一致",
                None,
            ),
        ],
    ),
    "year outside": (
        [
            (I, "period: 2022\n      value: 10.6", "period: 2019\n      value: 10.6"),
        ],
        [
            (
                "figures_lie_within_the_plan_period",
                f"{I}:112:15",
                "I11 2019 不在规划期内（2020—2025年）",
                "改正时期，或删去这一条",
                None,
            ),
        ],
    ),
    "year after": (
        [
            (I, "period: 2022\n      value: 10.6", "period: 2026\n      value: 10.6"),
        ],
        [
            (
                "figures_lie_within_the_plan_period",
                f"{I}:112:15",
                "I11 2026 不在规划期内（2020—2025年）",
                "改正时期，或删去这一条",
                None,
            ),
        ],
    ),
    "after cutoff": (
        [
            (I, "period: 2022\n      value: 10.6", "period: 2023\n      value: 10.6"),
        ],
        [
            (
                "figures_lie_before_their_cut_off",
                f"{I}:112:15",
                "I11 2023 晚于年度数据截止时点 2022-12-31",
                "删去这一条，或改正时期",
                None,
            ),
        ],
    ),
    "after monthly": (
        [
            (I, "period: 2023-06", "period: 2023-07"),
        ],
        [
            (
                "figures_lie_before_their_cut_off",
                f"{I}:88:15",
                "I09 2023-07 晚于月度数据截止时点 2023-06-30",
                "删去这一条，或改正时期",
                None,
            ),
        ],
    ),
    "provisional": (
        [
            (I, "      expected: 2023-12-31\n      source: 统计快报\n", ""),
        ],
        [
            (
                "provisional_figures_say_when_and_from_where",
                f"{I}:52:7",
                "I03 2022 是快报数，没有写正式数预计发布日期、来源",
                "补 `expected`、`source`",
                None,
            ),
        ],
    ),
    "provisional source": (
        [
            (I, "      source: 统计快报\n", ""),
        ],
        [
            (
                "provisional_figures_say_when_and_from_where",
                f"{I}:52:7",
                "I03 2022 是快报数，没有写来源",
                "补 `source`",
                None,
            ),
        ],
    ),
    "overdue": (
        [
            (I, "expected: 2023-12-31", "expected: 2023-08-31"),
        ],
        [
            (
                "provisional_figures_are_not_overdue",
                f"{I}:56:17",
                "I03 2022 还是快报数，正式数应已于 2023-08-31 发布",
                "换成正式数，把原数写进 `revisions`；尚未发布时改正 `expected`",
                None,
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


ALLOWED = {
    "base year": [
        (I, "period: 2022\n      value: 10.6", "period: 2020\n      value: 10.6"),
    ],
    "due today": [
        (I, "expected: 2023-12-31", "expected: 2023-09-15"),
    ],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_wrong_is_no_problem(tmp_path, changes):
    assert said(tmp_path, *changes) == []
