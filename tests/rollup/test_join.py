"""Many cities in one: what is added, what is not, and how many stand behind each figure."""

from __future__ import annotations

import json
from decimal import Decimal

from evaluation.rollup.area import Area, published
from evaluation.rollup.join import disagreements, join
from evaluation.rollup.reading import read_area
from hypothesis import given
from hypothesis import strategies as st
from tests.rollup.areas import city, indicator, ratio, raw


def area(content: dict) -> Area:
    found, problems = read_area(raw(content), content["plan"]["city"])
    assert problems == ()
    return found


def joined(*cities: dict) -> Area:
    return join("自治区", [area(one) for one in cities])


def test_counts_are_added_and_say_how_many_cities_they_cover():
    whole = joined(city("甲市", indicator()), city("乙市", indicator(datum={"value": "20"})), city("丙市"))

    assert [(s.name, s.value, s.covered, whole.cities) for s in whole.standings] == [("死亡人数", Decimal(66), 2, 3)]


def test_a_city_without_a_figure_is_no_zero():
    without = indicator(verdict="暂不评价") | {"city": {"verdict": "暂不评价", "datum": None}}
    whole = joined(city("甲市", indicator()), city("乙市", without))

    assert (whole.standings[0].value, whole.standings[0].covered) == (Decimal(46), 1)
    assert whole.standings[0].verdicts == {"快于预期": 1, "暂不评价": 1}


def test_ratios_are_made_from_numerators_and_denominators():
    whole = joined(city("甲市", ratio("46", "5613.44")), city("乙市", ratio("1", "10")))

    assert whole.standings[0].value == Decimal(47) / Decimal("5623.44")


def test_a_quotient_that_stands_alone_is_not_added():
    level = indicator("救助时间", unit="小时", terms={"kind": "level", "nature": "时点"}, datum={"value": "10.4"})
    whole = joined(city("甲市", level), city("乙市", level))

    assert (whole.standings[0].value, whole.standings[0].covered) == (None, 0)


def test_only_figures_of_the_same_latest_period_are_added():
    whole = joined(city("甲市", indicator()), city("乙市", indicator(datum={"period": "2021", "value": "9"})))

    assert (whole.standings[0].period, whole.standings[0].value, whole.standings[0].covered) == ("2022", Decimal(46), 1)


def test_one_provisional_figure_makes_the_sum_provisional():
    whole = joined(city("甲市", indicator()), city("乙市", indicator(datum={"provisional": True})))

    assert whole.standings[0].provisional


def test_tasks_projects_shares_and_reports_are_added():
    whole = joined(city("甲市"), city("乙市"))

    assert (whole.tasks, whole.projects, whole.reporting) == (
        {"已完成": 4, "推进缓慢": 0},
        {"开工在建": 6},
        {"已报送": 2},
    )
    assert [(s.numerator, s.denominator) for s in whole.shares] == [(Decimal(6), Decimal(8))]


def test_different_targets_leave_the_region_without_one():
    other = indicator(terms={"target": {"text": "累计下降20%"}})

    assert [s.target for s in joined(city("甲市", indicator()), city("乙市", other)).standings] == [""]
    assert [s.target for s in joined(city("甲市", indicator()), city("乙市", indicator())).standings] == ["累计下降15%"]


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6), st.integers(1, 5))
def test_a_nation_is_the_same_by_regions_as_by_cities(deaths, cut):
    cities = [
        city(f"{number}市", indicator(datum={"value": str(n)}), ratio(str(n), str(n + 1)))
        for number, n in enumerate(deaths)
    ]
    whole = joined(*cities)
    cut = min(cut, len(cities) - 1)
    regions = [raw(published(joined(*part))) for part in (cities[:cut], cities[cut:])]
    nation = join("全国", [read_area(region, "区")[0] for region in regions])

    assert (nation.cities, nation.standings) == (whole.cities, whole.standings)
    assert (nation.tasks, nation.shares) == (whole.tasks, whole.shares)


def test_what_a_region_publishes_reads_back_as_it_was():
    region = joined(city("甲市", indicator()), city("乙市", ratio("1", "3")))

    assert read_area(json.dumps(published(region), ensure_ascii=False).encode(), "区")[0] == region


def test_a_city_given_twice_is_said_also_inside_a_region():
    region = joined(city("甲市"), city("乙市"))
    members = [region, area(city("乙市"))]

    assert [str(p) for p in disagreements(members, ["区", "乙.json"])] == [
        "乙.json:1:1: “乙市”在 区 里已经有了。每个市只算一次，删去另一份。"
    ]


def test_another_cut_off_is_said():
    later = city("乙市", plan={"city": "乙市", "notice": "", "cut_offs": {"annual": "2023-12-31"}})

    assert [str(p) for p in disagreements([area(city("甲市")), area(later)], ["甲.json", "乙.json"])] == [
        "乙.json:1:1: 年度数据截至 2023-12-31，甲.json 截至 2022-12-31。换用同一截止时点的数据。"
    ]
