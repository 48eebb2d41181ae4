"""Targets that cannot be judged are named; those that merely look odd are not."""

from __future__ import annotations

import pytest

from tests.check.spoiling import I, said

CASES = {
    "ratio missing": (
        [
            (I, "  kind: level\n", "  kind: ratio\n"),
        ],
        [
            (
                "ratios_say_how_they_are_formed",
                f"{I}:104:9",
                "I11 是比率，没有说明分子和分母",
                "补 `ratio:`，写明分子、分母、单位和按何种目标评价",
                None,
            ),
        ],
    ),
    "ratio surplus": (
        [
            (I, "  kind: ratio\n  ratio:\n    numerator: 死", "  kind: relative_change\n  ratio:\n    numerator: 死"),
        ],
        [
            (
                "ratios_say_how_they_are_formed",
                f"{I}:39:5",
                "I03 写了比率的构成，目标类型却是 relative_change",
                "把 `kind` 改为 ratio，或删去 `ratio`",
                None,
            ),
        ],
    ),
    "ratio as ratio": (
        [
            (I, "judged_as: relative_change", "judged_as: ratio"),
        ],
        [
            (
                "ratios_say_how_they_are_formed",
                f"{I}:43:16",
                "I03 的比率没有说明按何种目标评价",
                "写 level、relative_change 等 ratio 以外的类型",
                None,
            ),
        ],
    ),
    "no baseline": (
        [
            (I, "  baseline:\n    label: 2020年\n    value: 10\n", ""),
        ],
        [
            (
                "targets_have_the_baseline_they_need",
                f"{I}:3:3",
                "I01 的目标要与基期比较，没有基期值",
                "在 `baseline` 下补 `value`",
                None,
            ),
        ],
    ),
    "no baseline value": (
        [
            (I, "    label: 2020年\n    value: 10\n", "    label: 2020年\n"),
        ],
        [
            (
                "targets_have_the_baseline_they_need",
                f"{I}:14:5",
                "I01 的目标要与基期比较，没有基期值",
                "在 `baseline` 下补 `value`",
                None,
            ),
        ],
    ),
    "ratio baseline": (
        [
            (
                I,
                "    label: 2020年\n    numerator: 10\n    denominator: 1000\n",
                "    label: 2020年\n    numerator: 10\n",
            ),
        ],
        [
            (
                "targets_have_the_baseline_they_need",
                f"{I}:45:5",
                "I03 的目标要与基期比较，没有基期值",
                "在 `baseline` 下补 `numerator` 和 `denominator`",
                None,
            ),
        ],
    ),
    "direction relative": (
        [
            (I, "value: -15", "value: 15"),
        ],
        [
            (
                "targets_agree_with_the_direction",
                f"{I}:17:12",
                "I01 的目标高于基期，方向却是“越低越好”",
                "改正目标值的正负号或大小，或改正 `direction`",
                None,
            ),
        ],
    ),
    "direction level": (
        [
            (I, "    value: 10\n    text: 缩", "    value: 13\n    text: 缩"),
        ],
        [
            (
                "targets_agree_with_the_direction",
                f"{I}:109:12",
                "I11 的目标高于基期，方向却是“越低越好”",
                "改正目标值的正负号或大小，或改正 `direction`",
                None,
            ),
        ],
    ),
    "direction ratio level": (
        [
            (I, "    value: 60\n", "    value: 40\n"),
        ],
        [
            (
                "targets_agree_with_the_direction",
                f"{I}:85:12",
                "I09 的目标低于基期，方向却是“越高越好”",
                "改正目标值的正负号或大小，或改正 `direction`",
                None,
            ),
        ],
    ),
    "direction of kind": (
        [
            (
                I,
                "direction: 越高越好\n  nature: 期间\n  kind: cumulative",
                "direction: 越低越好\n  nature: 期间\n  kind: cumulative",
            ),
        ],
        [
            (
                "targets_agree_with_the_direction",
                f"{I}:124:14",
                "I12 的目标类型 cumulative 只用于“越高越好”，方向却是“越低越好”",
                "改为“越高越好”，或改正目标类型",
                None,
            ),
        ],
    ),
    "cumulative input": (
        [
            (I, "  input: increment\n", ""),
        ],
        [
            (
                "cumulative_targets_say_how_they_are_reported",
                f"{I}:126:9",
                "I12 是累计指标，没有说明填报口径",
                "补 `input:`，当年数写 increment，累计数写 running",
                None,
            ),
        ],
    ),
    "no stages": (
        [
            (I, "  stages:\n    - 编制\n    - 印发\n", ""),
        ],
        [
            (
                "milestones_name_their_stages",
                f"{I}:146:9",
                "I13 是阶段性指标，没有列出阶段",
                "补 `stages:`，由先到后",
                None,
            ),
        ],
    ),
    "stage beyond": (
        [
            (I, "    value: 2\n    text: 印发", "    value: 3\n    text: 印发"),
        ],
        [
            (
                "milestones_name_their_stages",
                f"{I}:151:12",
                "I13 的目标是第 3 阶段，阶段只有 2 个",
                "写 1 至 2 的整数",
                None,
            ),
        ],
    ),
    "stage fraction": (
        [
            (I, "    value: 2\n    text: 印发", "    value: 1.5\n    text: 印发"),
        ],
        [
            (
                "milestones_name_their_stages",
                f"{I}:151:12",
                "I13 的目标是第 1.5 阶段，阶段只有 2 个",
                "写 1 至 2 的整数",
                None,
            ),
        ],
    ),
    "share target": (
        [
            (I, "    value: 60\n", "    value: 160\n"),
        ],
        [
            (
                "shares_aim_at_no_more_than_all",
                f"{I}:85:12",
                "I09 是占比，目标值 160 超过 100",
                "改正目标值",
                None,
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


ALLOWED = {
    "maintain": [
        (I, "    value: 10\n    text: 缩", "    value: 12\n    text: 缩"),
    ],
    "zero baseline": [
        (I, "    value: 10\n  target:\n    value: -15", "    value: 0\n  target:\n    value: -15"),
    ],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_wrong_is_no_problem(tmp_path, changes):
    assert said(tmp_path, *changes) == []
