"""Names: found by any spelling, and the nearest told when none fits."""

from __future__ import annotations

import pytest
from evaluation.render.words.names import Directory, directory, nearest
from evaluation.render.words.periods import period_of

from tests.render import small


@pytest.mark.parametrize(
    "spelling", ["P1", "p1", "Ｐ１", "“双重预防”数字化", "双重预防数字化", '"双重预防" 数字化', "数字化"]
)
def test_width_case_and_quotes_do_not_matter(spelling):
    known = Directory((("P1", 1), ("“双重预防”数字化", 1), ("数字化", 1), ("P2", 2)))

    assert known.find(spelling) == 1


def test_of_two_things_with_one_name_the_first_is_meant():
    assert Directory((("甲", 1), ("甲", 2))).find("甲") == 1


def test_records_are_found_by_id_name_short_name_and_alias():
    units = directory(small.evaluation().units)

    assert [units.find(name).id for name in ("donghe", "东河区", "东河", "市应急局")] == [
        "donghe",
        "donghe",
        "donghe",
        "yingji",
    ]


@pytest.mark.parametrize(
    ("name", "close"),
    [("死亡人", ("死亡人数", "事故死亡人数")), ("主要目标", ("主要指标",)), ("完全不像", ()), ("", ())],
)
def test_the_nearest_names_come_first(name, close):
    assert nearest(name, ["死亡人数", "事故死亡人数", "主要指标", "重点项目"]) == close


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022", "2022"),
        ("2022年", "2022"),
        ("2022年末", "2022"),
        ("2022年12月", "2022"),
        ("2023-06", "2023-06"),
        ("2023年6月", "2023-06"),
        ("2023年6月末", "2023-06"),
        ("2023年1—6月", "2023-06"),
        ("2023年1-6月", "2023-06"),
        ("2023年1月至6月", "2023-06"),
        ("2023年上半年", "2023-06"),
        ("2023年前三季度", "2023-09"),
        ("２０２３年６月", "2023-06"),
        ("2023-13", None),
        ("2023-00", None),
        ("22年", None),
        ("今年", None),
    ],
)
def test_periods_may_be_written_as_people_write_them(text, period):
    assert period_of(text) == period
