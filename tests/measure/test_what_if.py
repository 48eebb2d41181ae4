"""One figure replaced, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from evaluation.measure import measure
from evaluation.measure.what_if import Setting, fault, parse_setting, with_setting
from evaluation.model import Period, Status

from tests.checked import Report
from tests.measure.builders import golden, unit_readings

D = Decimal


@pytest.mark.parametrize(
    "text, setting",
    [
        ("I03.2022=0.031", Setting(None, "I03", Period("2022"), D("0.031"))),
        ("I04.2022=23/62.3", Setting(None, "I04", Period("2022"), D(23), D("62.3"))),
        ("zhungeer.I01.2022=12", Setting("zhungeer", "I01", Period("2022"), D(12))),
        ("gao-xin2.I09.2023-06=-1.5", Setting("gao-xin2", "I09", Period("2023-06"), D("-1.5"))),
        ("I04.2022=23/0", Setting(None, "I04", Period("2022"), D(23), D(0))),
    ],
)
def test_a_setting_is_read(text, setting):
    assert parse_setting(text) == setting


@pytest.mark.parametrize(
    "text",
    ["", "I03", "I03.2022", "I03.2022=", "I3.2022=1", "I03.22=1", "I03.2022=1,000", "I03.2022=1e3", "I03.2022-13=1",
     "I03.2022=1/", "旗.I03.2022=1", "I03.2022=1 ", "I03.2022=１"],
)  # fmt: skip
def test_anything_else_is_not(text):
    assert parse_setting(text) is None


def faulty(text: str) -> str | None:
    return fault(golden(), parse_setting(text))


def test_what_cannot_be_set_is_said_with_what_can():
    known = "、".join(f"I{number:02}" for number in range(1, 12))
    units = "、".join(report.unit for report in golden().reports)

    assert faulty("I99.2022=1") == f"没有指标 I99。可用：{known}"
    assert faulty("nobody.I01.2022=1") == f"没有单位 nobody 的报送数据。可用：{units}"
    assert faulty("I01.2022=1/2") == "I01 不是比率，只写一个数，如 I01.2022=1"
    assert faulty("I03.2022=1/0") == "分母不能为 0"
    assert faulty("I03.2022=1/2") is None
    assert faulty("I03.2022=1") is None
    assert faulty("zhungeer.I01.2022=12") is None


def test_a_ratio_without_a_factor_cannot_be_told_as_one_number():
    one = golden().indicator("I03")
    spoilt = one.replaced(ratio=one.ratio.replaced(factor=D(0)))
    built = golden().replaced(indicators=(spoilt,))

    assert fault(built, parse_setting("I03.2022=1")) == "I03 的系数为 0，无法由比率折算分子"


def test_a_ratio_told_as_one_number_keeps_its_denominator():
    after = with_setting(golden(), parse_setting("I04.2022=5"))
    old, new = (built.indicator("I04").readings[1] for built in (golden(), after))

    assert (new.numerator, new.denominator, new.status, new.value) == (31, D("62.0"), Status.FINAL, None)
    assert old.status is Status.ESTIMATE
    assert measure(after).indicator("I04").value == 5


def test_a_ratio_told_by_its_parts_takes_both():
    new = with_setting(golden(), parse_setting("I04.2022=23/62.3")).indicator("I04").readings[1]

    assert (new.numerator, new.denominator, new.period) == (23, D("62.3"), "2022")


def test_a_ratio_of_a_period_without_a_figure_is_taken_as_it_is():
    after = with_setting(golden(), parse_setting("I04.2023=5"))

    assert [d.value for d in measure(after).indicator("I04").series][-1] == 5


def test_a_denominator_of_zero_is_not_kept():
    built = golden()
    one = built.indicator("I04")
    broken = one.replaced(readings=(one.readings[1].replaced(denominator=D(0)),))
    after = with_setting(built.replaced(indicators=(broken,)), parse_setting("I04.2022=5"))

    assert measure(after).indicator("I04").value == 5


def test_only_the_named_figure_of_the_city_changes():
    before, after = golden(), with_setting(golden(), parse_setting("I01.2022=50"))

    assert [(r.period, r.value) for r in after.indicator("I01").readings] == [
        ("2021", 49),
        ("2022", 50),
        ("2023-06", 20),
    ]
    assert after.indicators[1:] == before.indicators[1:]
    assert (after.reports, after.plan, after.units) == (before.reports, before.plan, before.units)


def test_only_the_named_figure_of_the_unit_changes():
    before, after = golden(), with_setting(golden(), parse_setting("zhungeer.I01.2022=12"))

    assert [r.value for r in after.report("zhungeer").readings] == [11, 10, 12, 5]
    assert {r.indicator for r in after.report("zhungeer").readings} == {"I01"}
    assert [r for r in after.reports if r.unit != "zhungeer"] == [r for r in before.reports if r.unit != "zhungeer"]
    assert after.indicators == before.indicators


def test_a_figure_for_a_new_period_is_added():
    after = with_setting(golden(), parse_setting("zhungeer.I11.2022=9"))

    assert (after.report("zhungeer").readings[-1].indicator, after.report("zhungeer").readings[-1].value) == ("I11", 9)


def test_another_indicators_figure_of_the_same_period_stays():
    told = Report(unit="zhungeer", readings=unit_readings({("I11", "2022"): 9, ("I01", "2022"): 3}))
    built = golden().replaced(reports=(told,))

    after = with_setting(built, parse_setting("zhungeer.I01.2022=12"))

    assert [(r.indicator, r.value) for r in after.report("zhungeer").readings] == [("I11", 9), ("I01", 12)]


def test_a_units_ratio_told_as_one_number_keeps_its_own_denominator():
    own = Report(unit="yingji", readings=unit_readings({("I09", "2023-06"): (61, 122)}))
    built = golden().replaced(reports=(*golden().reports, own))

    changed = with_setting(built, parse_setting("yingji.I09.2023-06=75"))

    (reading,) = changed.report("yingji").readings
    assert (reading.numerator, reading.denominator) == (D("91.5"), D(122))


def test_a_ratio_without_an_earlier_figure_is_told_per_one():
    changed = with_setting(golden(), parse_setting("I03.2019=0.02"))

    reading = next(r for r in changed.indicator("I03").readings if r.period == "2019")
    assert (reading.numerator, reading.denominator) == (D("0.02"), D(1))
