"""Verdicts of the city and of units: whose figures, which baseline, when a count is shown instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from evaluation.measure import indicators, measure
from evaluation.measure.indicators import chance_below_city, judged
from evaluation.model import Evaluation, Kind, VerdictClass

from tests.checked import Override, Report
from tests.measure.builders import (
    DOWN,
    STOCK,
    UP,
    assessed,
    banners,
    department,
    eleven,
    evaluation,
    golden,
    indicator,
    ratio,
    unit_readings,
)

V = VerdictClass
D = Decimal


def of_unit(figures: dict, unit: str = "wushen") -> Evaluation:
    report = Report(unit=unit, readings=unit_readings(figures))
    return evaluation(*eleven(), units=(*banners(), department()), reports=(report,))


def test_a_banners_deaths_are_judged_from_its_own_baseline_by_the_citys_target():
    row = measure(golden()).indicator("I01", "zhungeer")

    assert (row.baseline, row.target, row.value, row.unit) == (11, D("9.35"), 10, "zhungeer")
    assert (row.verdict, row.elapsed, row.small_count) == (V.AHEAD, D("0.4"), False)
    assert row.completion == D("0.6060606060606060606060606060606061")
    assert [d.period for d in row.series] == ["2021", "2022", "2023-06"]


def test_the_nine_banners_verdicts_on_deaths():
    rows = measure(golden()).units

    assert [(row.unit, row.verdict.value, row.small_count) for row in rows] == [
        ("dongsheng", "快于预期", True),
        ("kangbashi", "已提前实现", True),
        ("dalate", "快于预期", True),
        ("zhungeer", "快于预期", False),
        ("etuokeqian", "已提前实现", True),
        ("etuoke", "明显滞后", True),
        ("hangjin", "已提前实现", True),
        ("wushen", "明显滞后", True),
        ("yijinhuoluo", "明显滞后", True),
    ]


def test_a_rate_of_events_is_a_count_below_the_city():
    row = measure(of_unit({("I06", "2022"): (1, "15.86"), ("I06", "2020"): (0, "15.8")})).indicator("I06", "wushen")

    assert (row.verdict, row.reason, row.datum.numerator, row.baseline) == (V.NOT_JUDGED, "small_base", 1, 0)
    assert (row.completion, row.mean, row.border, row.second, row.provisional) == (None, None, None, None, ())
    assert row.small_count


def test_only_ratios_of_flows_are_left_to_chance():
    assert [one.id for one in eleven() if chance_below_city(one)] == ["I03", "I04", "I05", "I06", "I07", "I08"]


def test_a_stock_is_judged_below_the_city_from_the_units_own_base():
    figures = {("I09", "2020"): (40, 100), ("I09", "2023-06"): (55, 110)}
    row = measure(of_unit(figures)).indicator("I09", "wushen")

    assert (row.verdict, row.baseline, row.target, row.completion) == (V.ON_TRACK, 40, 60, D("0.5"))


def test_a_unit_without_a_figure_for_the_base_year_is_not_judged():
    row = measure(of_unit({("I11", "2022"): 9, ("I11", "2019"): 12})).indicator("I11", "wushen")

    assert (row.verdict, row.reason, row.baseline, row.datum.value) == (V.NOT_JUDGED, "no_data", None, 9)


def test_a_unit_with_nothing_but_its_baseline_has_no_figure_to_judge():
    row = measure(of_unit({("I11", "2020"): 12})).indicator("I11", "wushen")

    assert (row.reason, row.baseline, row.datum, row.series) == ("no_data", 12, None, ())


def test_a_unit_already_beyond_the_target_is_to_stay_there():
    row = measure(of_unit({("I11", "2020"): 9, ("I11", "2022"): "9.3"})).indicator("I11", "wushen")

    assert (row.verdict, row.reason) == (V.WITHIN, "maintain")


def test_a_unit_that_had_no_deaths_is_to_have_none():
    row = measure(of_unit({("I01", "2020"): 0, ("I01", "2022"): 1})).indicator("I01", "wushen")

    assert (row.verdict, row.reason) == (V.EXCEEDED, "zero_baseline")


def test_units_come_in_registry_then_indicator_order_and_only_with_figures():
    late = Report(unit="yingji", readings=unit_readings({("I11", "2022"): 9, ("I01", "2022"): 1}))
    early = Report(unit="dalate", readings=unit_readings({("I11", "2022"): 9}))
    stranger = Report(unit="nobody", readings=unit_readings({("I11", "2022"): 9}))
    built = evaluation(*eleven(), units=(*banners(), department()), reports=(stranger, late, early))

    assert [(row.unit, row.indicator) for row in measure(built).units] == [
        ("dalate", "I11"),
        ("yingji", "I01"),
        ("yingji", "I11"),
    ]


def test_a_unit_is_judged_by_its_own_figures_not_the_citys():
    assert measure(of_unit({("I11", "2022"): 9})).indicator("I11").baseline == 12


def test_a_verdict_set_by_hand_keeps_the_computed_one():
    override = Override(verdict="进度滞后", reason="口径调整", by="市应急管理局", date=date(2023, 8, 1))
    row = assessed(indicator(Kind.LEVEL, 10, {"2022": 9}, 12, override=override))

    assert (row.verdict, row.reason, row.computed, row.completion) == (V.BEHIND, "override", V.ACHIEVED, D("1.5"))


def test_a_verdict_set_by_hand_holds_for_the_city_alone():
    override = Override(verdict="进度滞后", reason="口径调整", by="市应急管理局", date=date(2023, 8, 1))
    one = indicator(Kind.LEVEL, 10, {}, 12, override=override, nature=STOCK)
    report = Report(unit="wushen", readings=unit_readings({("I01", "2020"): 12, ("I01", "2022"): 9}))

    (row,) = measure(evaluation(one, units=banners(), reports=(report,))).units

    assert (row.verdict, row.computed) == (V.ACHIEVED, None)


@pytest.mark.parametrize(
    "unit, value, nature, small",
    [
        ("人", 9, "期间", True),
        ("人", 10, "期间", False),
        ("起", 0, "期间", True),
        ("小时", 9, "期间", False),
        ("人", 9, "时点", False),
    ],
)
def test_few_events_carry_the_note_on_chance(unit, value, nature, small):
    row = assessed(indicator(Kind.LEVEL, 5, {"2022": value}, 12, nature=nature, unit=unit))

    assert row.small_count is small


@pytest.mark.parametrize("deaths, unit, small", [(9, "人", True), (10, "人", False), (2, "亿元", False)])
def test_a_rate_is_small_by_its_numerator(deaths, unit, small):
    one = indicator(Kind.RATIO, 5, {"2022": (deaths, 1)}, (20, 1), unit="人", ratio=ratio(Kind.LEVEL, 1, unit))

    assert assessed(one).small_count is small


def test_the_note_on_chance_never_changes_the_class():
    figures = {"2022": 9}
    counted, other = (assessed(indicator(Kind.LEVEL, 5, figures, 12, unit=unit)) for unit in ("人", "小时"))

    assert (counted.small_count, other.small_count) == (True, False)
    assert counted.verdict is other.verdict


def test_last_years_estimate_does_not_make_this_years_verdict_provisional():
    row = assessed(indicator(Kind.LEVEL, 60, {"2021": {"value": "50", "status": "预计"}, "2022": 55}, 41, UP))

    assert row.provisional == ()


def test_all_figures_within_the_plan_are_in_the_series_also_those_not_judged():
    row = assessed(indicator(Kind.LEVEL, 10, {"2020": 12, "2021": 11, "2023": 10, "2023-06": 9}, 12, DOWN))

    assert [d.period for d in row.series] == ["2021", "2023-06", "2023"]
    assert row.datum.period == "2021"


def test_a_units_figures_bear_its_name():
    rows = measure(golden()).units

    assert {row.unit for row in rows} == {datum.unit for row in rows for datum in (row.datum, *row.series)}
    assert None not in {datum.unit for row in rows for datum in row.series}


def test_what_is_looked_up_is_that_very_thing_or_nothing():
    found = measure(golden())
    units = [row.unit for row in found.completeness]

    assert [found.completeness_of(unit).unit for unit in units] == units
    assert found.completeness_of("nobody") is None
    assert found.share("开工率").name == "开工率"
    assert found.share("没有的占比") is None
    assert [row.indicator for row in found.of_unit("zhungeer")] == ["I01"]
    assert found.of_unit("nobody") == ()
    assert found.indicator("I99") is None
    assert found.indicator("I01", "nobody") is None


def test_only_units_whose_figures_changed_are_judged_again(monkeypatch):
    before, whole = judged(golden()), golden()
    fewer = [report.replaced(readings=report.readings[:-1]) if report.unit == "zhungeer" else report for report in whole.reports]
    changed = whole.replaced(reports=tuple(fewer))
    asked, judge = [], indicators.unit_assessment
    monkeypatch.setattr(indicators, "unit_assessment", lambda plan, one, report: asked.append(report.unit) or judge(plan, one, report))
    again = judged(changed, before)

    assert set(asked) == {"zhungeer"}
    assert again.rows == judged(changed).rows != before.rows


def test_by_other_terms_all_are_judged_again():
    before, plan = judged(golden()), golden().plan
    changed = golden().replaced(plan=plan.replaced(method=plan.method.replaced(ahead=D("1.7"))))

    assert judged(changed, before).rows == judged(changed).rows != before.rows
