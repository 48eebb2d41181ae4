"""Banner sums beside the city's figure."""

from __future__ import annotations

from decimal import Decimal

from evaluation.measure.assessment import SumCheck
from evaluation.measure.sums import sum_checks
from evaluation.model import Indicator, Kind

from tests.checked import Report
from tests.measure.builders import DOWN, banners, department, evaluation, golden, indicator, ratio, unit_readings

OTHERS = tuple(unit.id for unit in banners()[2:])


def checks(one: Indicator, **figures: dict) -> tuple[SumCheck, ...]:
    reports = tuple(Report(unit=unit, readings=unit_readings(told)) for unit, told in figures.items())
    return sum_checks(evaluation(one, units=(*banners(), department()), reports=reports))


def test_the_demonstrations_deaths_add_up_in_every_period():
    assert [(c.period, c.total, c.city, c.difference, c.missing) for c in sum_checks(golden())] == [
        ("2020", 52, 52, 0, ()),
        ("2021", 49, 49, 0, ()),
        ("2022", 46, 46, 0, ()),
        ("2023-06", 20, 20, 0, ()),
    ]


def test_a_difference_is_shown_with_both_values_and_the_silent_banners():
    one = indicator(Kind.LEVEL, 10, {"2022": 46}, None, counted_from="旗区合计")

    found = checks(one, dongsheng={("I01", "2022"): 7}, kangbashi={("I01", "2022"): "1.5"})

    assert found == (SumCheck("I01", "2022", Decimal("8.5"), Decimal(46), OTHERS),)
    assert found[0].difference == Decimal("-37.5")


def test_only_banners_are_added():
    one = indicator(Kind.LEVEL, 10, {"2022": 7}, None, counted_from="旗区合计")

    (found,) = checks(one, dongsheng={("I01", "2022"): 7}, yingji={("I01", "2022"): 99})

    assert found.total == 7


def test_what_is_not_counted_from_banners_is_not_compared():
    assert checks(indicator(Kind.LEVEL, 10, {"2022": 7}), dongsheng={("I01", "2022"): 7}) == ()


def test_a_period_that_only_one_side_has_is_not_compared():
    one = indicator(Kind.LEVEL, 10, {"2022": 7, "2021": 3}, 5, counted_from="旗区合计")

    assert [c.period for c in checks(one, dongsheng={("I01", "2022"): 7, ("I01", "2023-06"): 2})] == ["2022"]


def test_another_indicators_figures_are_not_added():
    one = indicator(Kind.LEVEL, 10, {"2022": 7}, counted_from="旗区合计")

    (found,) = checks(one, dongsheng={("I01", "2022"): 7, ("I02", "2022"): 5})

    assert found.total == 7


def test_a_ratio_is_added_by_its_parts():
    one = indicator(
        Kind.RATIO, 1, {"2022": (10, "220.07")}, None, DOWN, ratio=ratio(Kind.LEVEL, 100), counted_from="旗区合计"
    )

    found = checks(one, dongsheng={("I01", "2022"): (4, "58")}, kangbashi={("I01", "2022"): (6, "12.5")})

    assert found == (SumCheck("I01", "2022", Decimal(10), Decimal(10), OTHERS, Decimal("70.5"), Decimal("220.07")),)
