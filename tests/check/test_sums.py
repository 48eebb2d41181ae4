"""What the banners report beside the city's own figure."""

from __future__ import annotations

import pytest

from tests.check.spoiling import A, D, I, Z, said

CASES = {
    "sums": (
        [
            (D, "value: 3\n", "value: 2\n"),
            (A, "火灾,较大,3", "火灾,一般,2"),
        ],
        [
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{I}:23:14",
                "I01 2022 填报死亡 8 人，事故记录合计 7 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                None,
            ),
            (
                "banner_sums_agree_with_the_city",
                f"{I}:23:14",
                "I01 2022 全市数值为 8，2 个旗区合计为 7，相差 1",
                "核对各旗区填报数和全市数，改正其中一处，或在 `note` 说明口径并删去 `counted_from`",
                None,
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


ALLOWED = {
    "sums incomplete": [
        (D, "  - indicator: I01\n    period: 2022\n    value: 3\n", ""),
    ],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_wrong_is_no_problem(tmp_path, changes):
    assert said(tmp_path, *changes) == []


SHARES = """\
  - indicator: I09
    period: 2023-06
    numerator: {}
    denominator: 50
"""


def rates(dongsheng: str, zhungeer: str) -> list[tuple[str, str, str]]:
    """I09 counted from the banners, whose numerators are these; the city's is 50."""
    return [
        (I, "  nature: 时点\n  kind: ratio", "  nature: 时点\n  counted_from: 旗区合计\n  kind: ratio"),
        (D, "tasks:", SHARES.format(dongsheng) + "tasks:"),
        (Z, "tasks:", SHARES.format(zhungeer) + "tasks:"),
    ]


def test_of_ratios_the_numerators_are_added_up(tmp_path):
    assert said(tmp_path, *rates("20", "31")) == [
        (
            "banner_sums_agree_with_the_city",
            f"{I}:90:18",
            "I09 2023-06 全市分子为 50，2 个旗区合计为 51，相差 1",
            "核对各旗区填报数和全市数，改正其中一处，或在 `note` 说明口径并删去 `counted_from`",
            None,
        )
    ]


@pytest.mark.parametrize(
    ("dongsheng", "difference"), [("19.9", None), ("20.1", None), ("20.2", "0.2"), ("19.8", "0.2")]
)
def test_a_difference_that_rounding_explains_is_none(tmp_path, dongsheng, difference):
    found = said(tmp_path, *rates(dongsheng, "30.0"))

    assert [what.rpartition("，相差 ")[2] for _, _, what, _, _ in found] == ([difference] if difference else [])
