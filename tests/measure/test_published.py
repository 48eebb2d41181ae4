"""The published data alone let a third party recompute every verdict."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from evaluation.measure import measure
from evaluation.measure.published import published
from evaluation.model import Evaluation, Indicator, content
from hypothesis import given, settings

from tests.checked import Override, ProjectReport, Report
from tests.measure.builders import (
    UP,
    banners,
    department,
    eleven,
    evaluation,
    golden,
    indicator,
    project,
    task,
    task_report,
    unit_readings,
)
from tests.measure.recompute import every_verdict, shares
from tests.measure.strategies import indicators
from tests.render import small

WORDS = ("verdict", "reason", "years_met", "years_counted", "computed", "small_count")


def as_read(built: Evaluation) -> dict:
    """What a third party finds in the file."""
    return json.loads(json.dumps(published(built, measure(built)), ensure_ascii=False))


def assert_recomputed(data: dict) -> None:
    for row, found in every_verdict(data):
        second_rate = found.pop("open_sdg", None)
        assert ((row["second"] or {}).get("rate") is None) == (second_rate is None), (row["indicator"], row["unit"])
        assert second_rate is None or row["second"]["rate"] == pytest.approx(second_rate, rel=1e-9, abs=1e-9)
        for key, value in found.items():
            if key in WORDS:
                assert row[key] == value, (row["indicator"], row["unit"], key)
            elif value is None:
                assert row[key] is None, (row["indicator"], row["unit"], key)
            else:
                wanted = pytest.approx(float(value), rel=1e-9, abs=1e-9)
                assert float(Fraction(row[key])) == wanted, (row["indicator"], row["unit"], key)


def with_units() -> Evaluation:
    """The demonstration, with capacity figures of a banner and of a department, and a verdict set by hand."""
    reported = {
        ("I09", "2020"): (50, 100),
        ("I09", "2023-06"): (62, 110),
        ("I10", "2023-06"): (62, 20),
        ("I11", "2020"): 9,
        ("I11", "2022"): "9.5",
        ("I06", "2022"): (1, "9.27"),
    }
    extra = Report(unit="yingji", readings=unit_readings(reported))
    built = golden()
    override = Override(verdict="进度滞后", reason="口径调整", by="市应急管理局", date="2023-08-01")
    first, *others = built.indicators
    return built.replaced(
        indicators=(first.replaced(override=override), *others),
        reports=(*built.reports, extra),
    )


def test_every_verdict_of_the_demonstration_is_recomputed_from_the_file_alone():
    data = as_read(with_units())
    pairs = every_verdict(data)

    assert len(pairs) == 11 + 9 + 4
    assert_recomputed(data)


def test_a_verdict_set_by_hand_keeps_the_computed_one_beside_it():
    city = as_read(with_units())["indicators"][0]["city"]

    assert (city["verdict"], city["computed"], city["reason"]) == ("进度滞后", "快于预期", "override")


@settings(max_examples=400, deadline=None)
@given(indicators())
def test_any_verdict_is_recomputed_from_the_file_alone(one: Indicator):
    assert_recomputed(as_read(evaluation(one)))


@settings(max_examples=150, deadline=None)
@given(indicators())
def test_any_units_verdict_is_recomputed_from_the_file_alone(one: Indicator):
    reported = tuple({"indicator": one.id, **content(reading)} for reading in one.readings)
    report = Report(unit="dongsheng", readings=reported)

    assert_recomputed(as_read(evaluation(one, units=banners(), reports=(report,))))


def test_shares_are_recomputed_from_tasks_and_projects_in_the_file():
    projects = (
        project("P01"),
        project("P02", nature="续建", investment="250.5"),
        project("P03", end_year=2025),
        project("P04", end_year=2022),
    )
    told = (
        ProjectReport(project="P01", stage="开工在建", invested="300", on_schedule=True),
        ProjectReport(project="P02", stage="已完工", invested="250.5"),
        ProjectReport(project="P03", stage="前期论证", reason="论证", plan="2024年"),
    )
    tasks = (task("T1-1"), task("T1-2"), task("T2-1"))
    states = (task_report("T1-1", "已完成"), task_report("T1-2", "推进缓慢"))
    reports = (Report(unit="yingji", tasks=states, projects=told),)
    data = as_read(evaluation(units=(department(),), projects=projects, tasks=tasks, reports=reports))

    found = {row["name"]: (Fraction(row["numerator"]), Fraction(row["denominator"])) for row in data["shares"]}

    assert found == shares(data)
    assert found["投资完成率"] == (Fraction("550.5"), Fraction("3250.5"))


def test_the_whole_file_of_a_small_city():
    """Every key and value at once: a reader's program depends on each of them."""
    published_now = json.dumps(as_read(small.evaluation()), ensure_ascii=False, indent=1) + "\n"

    assert published_now == (Path(__file__).parent / "texts" / "evaluation.json").read_text(encoding="utf-8")


def test_figures_keep_their_dates_states_numerators_and_denominators():
    row = next(one for one in as_read(golden())["indicators"] if one["id"] == "I04")["city"]

    assert row["datum"] == {
        "indicator": "I04",
        "unit": None,
        "period": "2022",
        "value": "3.709677419354838709677419354838710",
        "date": "2022-12-31",
        "status": "预计",
        "numerator": "23",
        "denominator": "62.0",
        "expected": "2023-09-30",
        "source": None,
        "provisional": True,
    }


def test_numbers_are_text_and_absence_is_null():
    city = as_read(golden())["indicators"][5]["city"]

    assert (city["baseline"], city["pace"]) == (None, None)
    assert Decimal(city["mean"]) > 0


def test_the_file_has_these_parts_in_this_order():
    assert list(as_read(golden())) == [
        "schema",
        "plan",
        "method",
        "units",
        "indicators",
        "tasks",
        "task_counts",
        "projects",
        "project_counts",
        "shares",
        "sums",
        "rankings",
        "completeness",
        "accidents",
        "disasters",
        "third_party",
        "registers",
    ]


def test_two_publications_are_the_same_text():
    first, second = (json.dumps(as_read(golden()), ensure_ascii=False) for _ in range(2))

    assert first == second


def test_indicators_come_in_the_order_of_the_plan():
    assert [one["id"] for one in as_read(golden())["indicators"]] == [one.id for one in eleven()]


def test_a_sum_shows_both_values_and_their_difference():
    sums = as_read(golden())["sums"]

    assert [(s["period"], s["total"], s["city"], s["difference"]) for s in sums] == [
        ("2020", "52", "52", "0"),
        ("2021", "49", "49", "0"),
        ("2022", "46", "46", "0"),
        ("2023-06", "20", "20", "0"),
    ]


def test_a_place_where_a_record_was_written_is_not_published():
    assert '"place": {' not in json.dumps(as_read(golden()))


def test_a_huge_or_tiny_number_is_written_without_an_exponent():
    one = indicator("level", "0.0000000001", {"2022": "0.0000000002"}, 1)

    city = as_read(evaluation(one))["indicators"][0]["city"]

    assert city["target"] == "0.0000000001"


def test_how_a_total_is_reported_and_what_is_not_known_is_in_the_file():
    total = indicator("cumulative", 20, {}, direction=UP, input="running")

    (row,) = as_read(evaluation(total))["indicators"]

    assert (row["terms"]["input"], row["city"]["datum"], row["city"]["reason"]) == ("running", None, "no_data")
