"""Every row of the method's check tables and the demonstration's verdicts come out as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from evaluation.measure import measure
from evaluation.measure.exact import decimal, fraction
from evaluation.measure.paths import compound, linear
from evaluation.measure.second_opinion import Growth, rate
from evaluation.measure.shares import shares
from evaluation.measure.status import project_standings
from evaluation.model import Evaluation, Kind, Reading3

from tests.checked import CutOffs, ProjectReport, Report
from tests.measure.builders import assessed, banners, baseline, evaluation, golden, indicator, plan, project, ratio

SECOND_OPINIONS = [
    (14.5, 2015, 10.4, 2023, 7.25, 2030, -1, None, 0.9010899546976208, 2.1506954374096354, "moderate"),
    (66.6, 2016, 71.4, 2023, None, 2030, 1, 100, 0.009991483690946268, 1.739752850099936, "moderate"),
    (178.8, 2015, 171.9, 2024, None, None, -1, None, 0.004363225612730504, -0.3183871936347482, "limited"),
    (3.8, 2015, 11.9, 2024, None, None, -1, None, -0.1352325064900486, -5, "deterioration"),
    (63, 2005, 74, 2020, 85, 2030, 1, None, 0.8949392974311927, 2.106761907621266, "moderate"),
    (699, 2014, 683.4, 2022, 490, 2030, -1, None, 0.12830416881599752, -1.9653950197943832, "limited"),
    (79, 2021, 79, 2022, None, None, 1, 100, 0.0, -2.5, "limited"),
]


@pytest.mark.parametrize("b, t0, v, t, target, end, sign, limit, value, score, rating", SECOND_OPINIONS)
def test_the_second_opinion_is_exact_to_a_billionth(b, t0, v, t, target, end, sign, limit, value, score, rating):
    found = rate(Growth(b, v, t - t0, sign, target, end - t0 if target else None, limit))

    assert found.rate == pytest.approx(value, abs=1e-9)
    assert found.score == pytest.approx(score, abs=1e-9)
    assert found.rating == rating


def change(reading: Reading3, base: str, figures: dict[str, object]) -> Decimal:
    """The change in per cent, rounded as printed."""
    row = assessed(indicator(Kind.RELATIVE_CHANGE, -5, figures, base, reading=reading))
    return row.change * 100


@pytest.mark.parametrize(
    "case, reading, base, figures, expected",
    [
        ("Jingmen, mean of means", Reading3.MEAN_OF_MEANS, "97.6", {"2021": 101, "2022": 43}, "-26.2"),
        ("Jingmen, year on base mean", Reading3.YEAR_ON_BASE_MEAN, "97.6", {"2021": 101}, "3.5"),
        ("Jingmen, point of 2022 alone", Reading3.POINT, "97.6", {"2021": 101, "2022": 43}, "-55.9"),
        ("Inner Mongolia deaths 2021", Reading3.POINT, "785", {"2021": 677}, "-13.76"),
        ("Inner Mongolia accidents 2021", Reading3.POINT, "927", {"2021": 742}, "-19.96"),
        ("the misprint", Reading3.POINT, "7", {"2021": 23}, "228.57"),
    ],
)
def test_a_published_change_is_reproduced(case, reading, base, figures, expected):
    assert round(change(reading, base, figures), -Decimal(expected).as_tuple().exponent) == Decimal(expected)


@pytest.mark.parametrize(
    "period, parts, total",
    [("2021", (122, 95, 8, 2, 1, 1), 229), ("2022", (129, 84, 7, 2, 2, 1), 225)],
)
def test_parts_add_up_to_the_printed_total(period, parts, total):
    reports = tuple(
        Report(unit=unit.id, readings=({"indicator": "I01", "period": period, "value": str(part)},))
        for unit, part in zip(banners(), parts, strict=False)
    )
    one = indicator(Kind.RELATIVE_CHANGE, -5, {period: total}, 300, counted_from="旗区合计")

    (check,) = measure(evaluation(one, units=banners(), reports=reports)).sums

    assert (check.total, check.city, check.difference) == (total, total, 0)
    assert check.missing == tuple(unit.id for unit in banners()[len(parts) :])


def test_the_census_of_the_nine_banners_closes():
    census = (574242, 118796, 328593, 359184, 92724, 162726, 110824, 158566, 247983)
    reports = tuple(
        Report(unit=unit.id, readings=({"indicator": "I01", "period": "2021", "value": str(people)},))
        for unit, people in zip(banners(), census, strict=True)
    )
    one = indicator(Kind.LEVEL, 3000000, {"2021": 2153638}, 1940653, counted_from="旗区合计")

    (check,) = measure(evaluation(one, units=banners(), reports=reports)).sums

    assert (check.total, check.difference, check.missing) == (2153638, 0, ())


def reported(stages: dict[str, int], **more: object) -> Evaluation:
    """As many projects at each stage as given."""
    names = [stage for stage, number in stages.items() for _ in range(number)]
    projects = [project(f"P{number % 100:02}", name=str(number)) for number in range(len(names))]
    projects = [one.replaced(id=f"P{number:03}") for number, one in enumerate(projects)]
    entries = tuple(
        ProjectReport(project=one.id, stage=stage, **{key: value(number) for key, value in more.items()})
        for number, (one, stage) in enumerate(zip(projects, names, strict=True))
    )
    return evaluation(projects=tuple(projects), reports=(Report(unit="yingji", projects=entries),))


def test_xuchangs_start_rate():
    built = reported({"开工在建": 223, "已完工": 60, "前期论证": 103})

    rate_of_start = shares((), project_standings(built), 2023)[0]

    assert (rate_of_start.name, rate_of_start.numerator, rate_of_start.denominator) == ("开工率", 283, 386)
    assert round(rate_of_start.value * 100, 2) == Decimal("73.32")


def test_wujins_on_schedule_rate():
    built = reported({"开工在建": 278, "已完工": 25}, on_schedule=lambda number: number < 188)

    on_schedule = shares((), project_standings(built), 2023)[4]

    assert (on_schedule.name, on_schedule.numerator, on_schedule.denominator) == ("序时达标率", 188, 278)
    assert round(on_schedule.value * 100, 1) == Decimal("67.6")


def test_jiangmens_difference_from_time_is_taken_before_rounding():
    """30.90 % at 3/12 of the year: a plan of one year, three months gone."""
    one_year = {
        "period": plan().period.replaced(last_year=2021, first_year=2021),
        "cut_offs": CutOffs(annual="2021-12-31", monthly="2021-12-31", tasks="2021-12-31"),
    }
    quarter = indicator(Kind.LEVEL, 100, {"2021-03": "30.90"}, 0, direction="越高越好", nature="时点")
    october = indicator(Kind.LEVEL, "647.4", {"2021-10": "629.0"}, 0, direction="越高越好", nature="时点")

    assert assessed(quarter, **one_year).difference * 100 == Decimal("5.90")
    assert round(assessed(october, **one_year).difference * 100, 1) == Decimal("13.8")


def test_coal_deaths_per_million_tonnes_of_2007():
    coal = indicator(Kind.RATIO, 1, {"2021": (69, "350.02")}, ratio=ratio(Kind.EACH_YEAR_CEILING))

    assert round(assessed(coal).datum.value, 3) == Decimal("0.197")


def test_the_pace_for_33_per_cent_after_two_years():
    elapsed, base, target = fraction(Decimal("0.4")), fraction(Decimal(100)), fraction(Decimal(67))

    assert decimal(linear(elapsed, base, target) * 33) == Decimal("13.2")
    assert round(decimal(compound(elapsed, base, target)) * 33, 1) == Decimal("14.8")


@pytest.mark.parametrize(
    "target, years, straight, curved",
    [
        (15, "2", "6.0", "6.3"),
        (15, "2.5", "7.5", "7.8"),
        (20, "2", "8.0", "8.5"),
        (20, "2.5", "10.0", "10.6"),
        (33, "2", "13.2", "14.8"),
        (33, "2.5", "16.5", "18.1"),
    ],
)
def test_required_declines_by_both_paths(target, years, straight, curved):
    elapsed = fraction(Decimal(years)) / 5
    base, end = fraction(Decimal(100)), fraction(Decimal(100 - target))

    assert round(decimal(linear(elapsed, base, end)) * target, 1) == Decimal(straight)
    assert round(decimal(compound(elapsed, base, end)) * target, 1) == Decimal(curved)


def test_the_demonstrations_eleven_verdicts():
    rows = measure(golden()).city

    assert [(row.indicator, row.verdict.value, row.reason) for row in rows] == [
        ("I01", "快于预期", None),
        ("I02", "达标", "zero_baseline"),
        ("I03", "已提前实现", None),
        ("I04", "进度滞后", None),
        ("I05", "达标", None),
        ("I06", "达标", None),
        ("I07", "达标", None),
        ("I08", "达标", None),
        ("I09", "基本符合预期", None),
        ("I10", "明显滞后", None),
        ("I11", "快于预期", None),
    ]


def test_annual_figures_have_forty_and_monthly_ones_fifty_per_cent_behind_them():
    elapsed = {row.indicator: row.elapsed for row in measure(golden()).city}

    assert (elapsed["I01"], elapsed["I04"]) == (Decimal("0.4"), Decimal("0.4"))
    assert (elapsed["I09"], elapsed["I10"], elapsed["I11"]) == (Decimal("0.5"), Decimal("0.5"), Decimal("0.5"))


def test_provisional_figures_are_named_by_the_verdicts_they_went_into():
    rows = measure(golden()).city

    assert {row.indicator: [str(d.period) for d in row.provisional] for row in rows if row.provisional} == {
        "I03": ["2022"],
        "I04": ["2022"],
        "I08": ["2022"],
    }


def test_the_tight_mean_of_people_affected():
    row = measure(golden()).indicator("I07")

    assert (round(row.mean), round(row.pooled), round(row.headroom)) == (14650, 14633, 15233)
    assert round(row.margin, 4) == Decimal("0.0233")
    assert (row.border.verdict.value, round(row.border.distance)) == ("超标", 350)


def test_a_baseline_of_a_ratio_may_be_provisional_too():
    base = baseline((52, "3533.66"), status="快报")
    row = assessed(indicator(Kind.RATIO, -33, {"2022": (46, 5613)}, base, ratio=ratio(Kind.RELATIVE_CHANGE)))

    assert [(str(d.period), d.status.value) for d in row.provisional] == [("2020", "快报")]
