"""What a new figure changes, before and after."""

from __future__ import annotations

from decimal import Decimal

from evaluation.measure import measure
from evaluation.measure.assessment import Share
from evaluation.measure.impact import FIELDS, SHARES, Change, Impact, impact
from evaluation.measure.what_if import parse_setting, with_setting
from evaluation.model import Evaluation, Kind

from tests.checked import ProjectReport, Report
from tests.measure.builders import UP, department, evaluation, golden, indicator, project, task, task_report

D = Decimal


def compared(before: Evaluation, after: Evaluation) -> Impact:
    return impact(before, measure(before), after, measure(after))


def supposed(text: str) -> Impact:
    return compared(golden(), with_setting(golden(), parse_setting(text)))


def test_nothing_new_changes_nothing():
    assert compared(golden(), golden()) == Impact((), (), (), (), ())


def test_a_verdict_that_flips_comes_first_and_all_numbers_with_it():
    found = supposed("I01.2022=50")

    assert [(c.field, c.before, c.after) for c in found.changes if c.flips] == [
        ("verdict", "快于预期", "基本符合预期")
    ] or [(c.field, c.before, c.after) for c in found.changes if c.flips] == [("verdict", "快于预期", "进度滞后")]
    assert [c.field for c in found.changes] == [
        "verdict",
        "value",
        "change",
        "completion",
        "pace",
        "difference",
        "needed_per_year",
        "achieved_per_year",
        "projection",
        "border",
        "2022",
    ]
    assert found.changes[1] == Change("I01", None, "value", D(46), D(50))
    assert found.changes[-1] == Change("I01", None, "2022", D(46), D(50))
    assert not found.changes[1].flips


def test_a_final_figure_takes_the_provisional_mark_away():
    found = supposed("I03.2022=0.008")

    assert Change("I03", None, "provisional", D(1), D(0)) in found.changes


def test_a_figure_that_is_not_judged_changes_only_itself():
    found = supposed("I01.2023-06=21")

    assert [(c.field, c.before, c.after) for c in found.changes] == [("2023-06", 20, 21)]
    assert found.sums == (("I01", "2023-06", D(0), D(-1)),)


def test_a_units_figure_changes_its_verdict_its_place_and_the_sum():
    found = supposed("zhungeer.I01.2022=1")

    assert found.changes[0] == Change("I01", "zhungeer", "verdict", "快于预期", "已提前实现")
    assert {change.unit for change in found.changes} == {"zhungeer"}
    assert found.sums == (("I01", "2022", D(0), D(-9)),)
    assert found.places[0] == ("I01", "dalate", 7, 8)
    assert ("I01", "zhungeer", 9, 1) in found.places
    assert ("I01", "kangbashi", 1, 1) not in found.places


def test_a_new_baseline_is_a_change():
    before = golden()
    one = before.indicator("I01")
    base = one.baseline.replaced(value=D(53))
    changed = one.replaced(baseline=base)
    after = before.replaced(indicators=(changed, *before.indicators[1:]))

    found = compared(before, after)

    assert Change("I01", None, "baseline", D(52), D(53)) in found.changes
    assert Change("I01", None, "target", D("44.2"), D("45.05")) in found.changes


def test_an_indicator_that_appears_or_goes_changes_from_and_to_nothing():
    full = golden()
    fewer = full.replaced(indicators=full.indicators[1:], reports=())

    gone, come = compared(full, fewer), compared(fewer, full)

    assert Change("I01", None, "verdict", "快于预期", None) in gone.changes
    assert Change("I01", None, "verdict", None, "快于预期") in come.changes
    assert Change("I01", None, "provisional", D(0), None) in gone.changes
    assert gone.sums[0] == ("I01", "2020", D(0), None)


def test_met_years_of_a_ceiling_are_compared():
    found = supposed("I05.2022=0.5")

    assert Change("I05", None, "years_met", D(2), D(1)) in found.changes
    assert Change("I05", None, "verdict", "达标", "超标") in found.changes


def standing(stage: str, state: str | None) -> Evaluation:
    tasks = (task_report("T1-1", state),) if state else ()
    entry = ProjectReport(project="P01", stage=stage)
    report = Report(unit="yingji", tasks=tasks, projects=(entry,))
    return evaluation(units=(department(),), tasks=(task(),), projects=(project(),), reports=(report,))


def test_tasks_projects_and_shares_are_compared():
    found = compared(standing("前期论证", None), standing("开工在建", "已完成"))

    assert found.standings == (("T1-1", None, "已完成"), ("P01", "前期论证", "开工在建"))
    assert [name for name, _, _ in found.shares] == ["开工率", "新建开工率", "序时达标率", "任务完成率", "按序时率"]
    assert found.shares[0][1:] == (
        Share("开工率", D(0), D(1), "在建、主体完工和已完工项目占全部1个重点项目的比重"),
        Share("开工率", D(1), D(1), "在建、主体完工和已完工项目占全部1个重点项目的比重"),
    )


def test_every_compared_number_has_its_word_and_shares_are_among_them():
    assert set(SHARES) < set(FIELDS)
    assert FIELDS["verdict"] == "评价"


def test_years_met_are_compared_as_numbers_under_their_own_name():
    found = supposed("I05.2022=0.5")

    (years,) = [change for change in found.changes if change.field == "years_met"]
    assert (years.before, years.after) == (D(2), D(1))
    assert type(years.before) is D
    assert {change.field for change in found.changes} <= {*FIELDS, "2022"}


def test_a_first_figure_makes_a_verdict_where_there_was_none():
    one = indicator(Kind.LEVEL, 20, {}, 10, UP)
    before, after = evaluation(one), with_setting(evaluation(one), parse_setting("I01.2022=14"))

    found = compared(before, after)

    assert found.changes[0] == Change("I01", None, "verdict", "暂不评价", "基本符合预期")
    assert Change("I01", None, "border", None, D("0.2")) in found.changes
