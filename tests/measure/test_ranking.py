"""A banner's place among the nine."""

from __future__ import annotations

from evaluation.measure import measure
from evaluation.measure.ranking import Place, rankings
from evaluation.model import Evaluation

from tests.checked import Report
from tests.measure.builders import banners, department, eleven, evaluation, golden, unit_readings


def places(built: Evaluation, indicator: str) -> list[Place]:
    assessment = measure(built)
    return [place for place in rankings(built, assessment.city, assessment.units) if place.indicator == indicator]


def of_units(figures: dict[str, dict]) -> Evaluation:
    reports = tuple(Report(unit=unit, readings=unit_readings(told)) for unit, told in figures.items())
    return evaluation(*eleven(), units=(*banners(), department()), reports=reports)


def test_the_fewest_deaths_come_first_and_equals_share_a_place():
    assert [(p.unit, p.value, p.place, p.among, p.period) for p in places(golden(), "I01")] == [
        ("kangbashi", 1, 1, 9, "2022"),
        ("etuokeqian", 2, 2, 9, "2022"),
        ("hangjin", 3, 3, 9, "2022"),
        ("wushen", 4, 4, 9, "2022"),
        ("dongsheng", 6, 5, 9, "2022"),
        ("etuoke", 6, 5, 9, "2022"),
        ("dalate", 7, 7, 9, "2022"),
        ("yijinhuoluo", 7, 7, 9, "2022"),
        ("zhungeer", 10, 9, 9, "2022"),
    ]


def test_where_more_is_better_the_most_comes_first():
    told = {"dalate": {("I09", "2023-06"): (50, 100)}, "wushen": {("I09", "2023-06"): (30, 50)}}

    assert [(p.unit, p.value, p.place) for p in places(of_units(told), "I09")] == [("wushen", 60, 1), ("dalate", 50, 2)]


def test_a_banner_without_the_judged_period_has_no_place():
    told = {"dalate": {("I09", "2022"): (50, 100)}, "wushen": {("I09", "2023-06"): (30, 50)}}

    assert [(p.unit, p.among) for p in places(of_units(told), "I09")] == [("wushen", 1)]


def test_rates_of_events_are_compared_by_their_counts():
    told = {"dalate": {("I06", "2022"): (2, 1000)}, "wushen": {("I06", "2022"): (1, 10)}}

    assert [(p.unit, p.value, p.place) for p in places(of_units(told), "I06")] == [("wushen", 1, 1), ("dalate", 2, 2)]


def test_a_department_has_no_place_among_banners():
    told = {"yingji": {("I11", "2023-06"): 1}, "wushen": {("I11", "2023-06"): 9}}

    assert [(p.unit, p.place, p.among) for p in places(of_units(told), "I11")] == [("wushen", 1, 1)]


def test_an_indicator_the_city_has_no_figure_for_ranks_nobody():
    bare = tuple(one.replaced(readings=()) for one in eleven())
    built = golden().replaced(indicators=bare)

    assert places(built, "I01") == []
