"""Which figures there are, what they are worth, and which of them may be judged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaluation.measure.assessment import Datum
from evaluation.measure.series import a_year_before, baseline_point, exact_value, judgeable, points, within_plan
from evaluation.model import Indicator, Kind, Status

from tests.checked import Reading
from tests.measure.builders import FLOW, STOCK, UP, baseline, indicator, plan, ratio, readings

BASE_DATE = date(2020, 12, 31)


def level(figures: dict, nature=STOCK, **more) -> Indicator:
    return indicator(Kind.LEVEL, 10, figures, 1, UP, nature, **more)


def periods(series) -> list[str]:
    return [point.datum.period for point in series]


def test_a_ratio_has_a_value_only_from_numerator_and_denominator():
    one = indicator(Kind.RATIO, 1, {}, ratio=ratio(Kind.LEVEL, 100))

    assert exact_value(one, Reading(period="2022", numerator="1", denominator="3")) == Fraction(100, 3)
    assert exact_value(one, Reading(period="2022", numerator="0", denominator="3")) == 0
    assert exact_value(one, Reading(period="2022", value="5")) is None
    assert exact_value(one, Reading(period="2022", numerator="1")) is None
    assert exact_value(one, Reading(period="2022", numerator="1", denominator="0")) is None
    assert exact_value(one, Reading(period="2022", denominator="2")) is None


def test_without_a_ratio_the_value_is_the_value():
    assert exact_value(level({}), Reading(period="2022", value="0.1")) == Fraction(1, 10)
    assert exact_value(level({}), Reading(period="2022")) is None


def test_a_figure_keeps_where_it_comes_from():
    told = {
        "numerator": "23",
        "denominator": "62.0",
        "status": "预计",
        "expected": date(2023, 9, 30),
        "source": "年报",
    }
    one = indicator(Kind.RATIO, 1, {"2022": told}, ratio=ratio(Kind.LEVEL))

    (point,) = points(one, one.readings, "wushen")

    assert point.value == Fraction(230, 620)
    assert point.datum == Datum(
        "I01",
        "wushen",
        "2022",
        Decimal("0.3709677419354838709677419354838710"),
        date(2022, 12, 31),
        Status.ESTIMATE,
        Decimal(23),
        Decimal("62.0"),
        date(2023, 9, 30),
        "年报",
    )


def test_figures_come_by_date_and_a_half_year_before_its_year():
    one = level({"2022": 2, "2021-06": 1, "2022-06": 3, "2021": 4, "2022-12": 5})

    assert periods(points(one, one.readings)) == ["2021-06", "2021", "2022-06", "2022", "2022-12"]


def test_of_two_figures_for_one_period_the_firmer_stands():
    told = [
        Reading(period="2022", value="1", status="正式"),
        Reading(period="2022", value="2", status="预计"),
        Reading(period="2022", value="3", status="快报"),
    ]
    for some in (told, told[::-1], told[1:] + told[:1]):
        assert [point.value for point in points(level({}), some)] == [1]
    assert [point.value for point in points(level({}), told[1:])] == [3]


def test_a_baseline_is_a_figure_of_its_own_day():
    one = indicator(Kind.RATIO, 1, {}, ratio=ratio(Kind.LEVEL))
    told = baseline((1, 4), date=date(2019, 12, 31), status="快报", source="年鉴")

    point = baseline_point(one, told, BASE_DATE)

    assert point.value == Fraction(1, 4)
    assert point.datum == Datum(
        "I01",
        None,
        "2019",
        Decimal("0.25"),
        date(2019, 12, 31),
        Status.FLASH,
        Decimal(1),
        Decimal(4),
        None,
        "年鉴",
    )


def test_a_baseline_without_a_day_stands_at_the_plans_base():
    point = baseline_point(level({}), baseline(5), BASE_DATE)

    assert (point.datum.date, point.datum.period, point.year) == (BASE_DATE, "2020", 2020)


def test_no_baseline_and_a_baseline_without_a_figure_are_none():
    one = indicator(Kind.RATIO, 1, {}, ratio=ratio(Kind.LEVEL))

    assert baseline_point(one, None, BASE_DATE) is None
    assert baseline_point(one, baseline(5), BASE_DATE) is None


def test_figures_outside_the_plan_stay_outside():
    told = level({"2019": 1, "2020": 2, "2021": 3, "2025": 4, "2026-01": 5})

    assert periods(within_plan(points(told, told.readings), plan().period)) == ["2021", "2025"]


def judged(one: Indicator) -> list[str]:
    return periods(judgeable(one, points(one, one.readings), plan().cut_offs))


ALL = {"2021": 1, "2022": 2, "2022-06": 3, "2023-06": 4, "2023-07": 5, "2023": 6}


def test_a_flow_is_judged_by_whole_years_up_to_the_annual_cut_off():
    assert judged(level(ALL, FLOW)) == ["2021", "2022"]


def test_a_stock_is_judged_by_months_too_up_to_the_monthly_cut_off():
    assert judged(level(ALL)) == ["2021", "2022-06", "2022", "2023-06"]


def test_targets_about_years_are_judged_by_whole_years_even_of_a_stock():
    for kind in (Kind.PERIOD_MEAN_CEILING, Kind.EACH_YEAR_CEILING, Kind.EACH_YEAR_FLOOR):
        assert judged(indicator(kind, 10, ALL, nature=STOCK)) == ["2021", "2022"]


def test_last_years_figure_is_that_of_the_same_month_if_there_is_one():
    told = level({"2021-06": 1, "2021-09": 2, "2021": 3, "2022-06": 4, "2022": 5, "2023-06": 6})
    series = points(told, told.readings)
    by_period = {point.datum.period: point for point in series}

    def before(period: str) -> str:
        return a_year_before(series, by_period[period]).datum.period

    assert (before("2022"), before("2022-06"), before("2023-06")) == ("2021", "2021-06", "2022-06")
    fewer = tuple(point for point in series if point.datum.period != "2022-06")
    assert a_year_before(fewer, by_period["2023-06"]).datum.period == "2022"
    assert a_year_before(series, by_period["2021"]) is None


def test_readings_are_told_apart_by_their_numbers_when_all_else_is_equal():
    told = readings({"2022": {"value": "1"}}) + readings({"2022": {"value": "2"}})

    assert [p.value for p in points(level({}), told)] == [p.value for p in points(level({}), told[::-1])] == [2]
