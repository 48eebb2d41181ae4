"""Each kind of target: what is computed, and what happens at its edges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from evaluation.measure.assessment import Border
from evaluation.model import CumulativeInput, Direction, Kind, Nature, Path, Reading3, VerdictClass

from tests.checked import CutOffs
from tests.measure.builders import DOWN, STOCK, UP, assessed, baseline, indicator, method, plan, ratio

D = Decimal
V = VerdictClass


def test_a_change_carries_all_its_numbers():
    row = assessed(indicator(Kind.RELATIVE_CHANGE, -15, {"2021": 49, "2022": 46, "2023-06": 20}, 52, unit="人"))

    assert (row.verdict, row.reason, row.computed) == (V.AHEAD, None, None)
    assert (row.datum.period, row.value, row.baseline, row.target) == ("2022", 46, 52, D("44.2"))
    assert row.change == D("-0.1153846153846153846153846153846154")
    assert row.required_change == D("-0.06")
    assert row.completion == D("0.7692307692307692307692307692307692")
    assert (row.elapsed, row.expected) == (D("0.4"), D("0.4"))
    assert row.pace == D("1.923076923076923076923076923076923")
    assert row.difference == D("0.3692307692307692307692307692307692")
    assert (row.needed_per_year, row.achieved_per_year, row.projection) == (D("-0.6"), -3, 37)
    assert row.border == Border(V.ACHIEVED, D("44.2"), D("1.8"))
    assert [d.period for d in row.series] == ["2021", "2022", "2023-06"]
    assert (row.mean, row.pooled, row.headroom, row.margin, row.rate) == (None, None, None, None, None)
    assert (row.years_met, row.years_counted, row.small_count, row.provisional) == (None, None, False, ())


def test_a_monthly_stock_is_judged_by_the_time_until_its_month():
    row = assessed(indicator(Kind.LEVEL, 10, {"2022": "10.6", "2023-06": "10.4"}, 12, DOWN, STOCK))

    assert (row.verdict, row.completion, row.elapsed, row.pace) == (V.AHEAD, D("0.8"), D("0.5"), D("1.6"))
    assert (row.needed_per_year, row.achieved_per_year) == (D("-0.16"), D("-0.64"))
    assert row.projection == D("8.8")


@pytest.mark.parametrize(
    "value, verdict",
    [
        ("120", V.ACHIEVED),
        ("119.99", V.AHEAD),
        ("108.4", V.AHEAD),
        ("108.39", V.ON_TRACK),
        ("107.6", V.ON_TRACK),
        ("107.59", V.BEHIND),
        ("104.8", V.BEHIND),
        ("104.79", V.FAR_BEHIND),
        ("100", V.FAR_BEHIND),
        ("99.99", V.REVERSED),
    ],
)
def test_each_class_begins_at_its_cut_point(value, verdict):
    """From 100 to 120 in five years: after two years 108 are due, so k = (v - 100) / 8."""
    assert assessed(indicator(Kind.LEVEL, 120, {"2022": value}, 100, UP)).verdict is verdict


def test_cut_points_come_from_the_plan():
    lax = method(ahead="2", on_track="1.5", behind="0.1")
    row = assessed(indicator(Kind.LEVEL, 120, {"2022": "108"}, 100, UP), method=lax)

    assert (row.pace, row.verdict) == (1, V.BEHIND)


def test_near_the_end_a_pace_beyond_the_target_is_simply_the_target():
    """With all time gone 1.05 times the way would lie beyond the target: then no such class is left."""
    late = {"cut_offs": plan().cut_offs.replaced(annual=date(2025, 12, 31))}
    row = assessed(indicator(Kind.LEVEL, 120, {"2025": "119.5"}, 100, UP), **late)

    assert (row.elapsed, row.verdict, row.border) == (1, V.ON_TRACK, Border(V.BEHIND, D(119), D("0.5")))
    assert (row.needed_per_year, row.projection) == (None, D("119.5"))
    assert assessed(indicator(Kind.LEVEL, 120, {"2025": "119.9"}, 100, UP), **late).border.verdict is V.ACHIEVED


def test_a_strict_target_is_not_met_by_reaching_it():
    assert assessed(indicator(Kind.LEVEL, 60, {"2022": 60}, 41, UP)).verdict is V.ACHIEVED
    assert assessed(indicator(Kind.LEVEL, 60, {"2022": 60}, 41, UP, strict=True)).verdict is V.AHEAD


def test_without_a_baseline_there_is_nothing_to_measure_from():
    for kind in (Kind.LEVEL, Kind.RELATIVE_CHANGE, Kind.MEAN_GROWTH):
        row = assessed(indicator(kind, 10, {"2022": 5}, None, UP))

        assert (row.verdict, row.reason, row.datum.value, row.completion) == (V.NOT_JUDGED, "no_data", 5, None)


def test_without_a_figure_there_is_no_verdict():
    row = assessed(indicator(Kind.LEVEL, 10, {}, 5, UP))

    assert (row.verdict, row.reason, row.datum, row.baseline, row.series) == (V.NOT_JUDGED, "no_data", None, 5, ())


@pytest.mark.parametrize("value, verdict", [("60", V.WITHIN), ("62", V.WITHIN), ("59.9", V.REVERSED)])
def test_a_target_that_is_the_baseline_is_to_be_kept(value, verdict):
    row = assessed(indicator(Kind.LEVEL, 60, {"2022": value}, 60, UP))

    assert (row.verdict, row.reason, row.completion, row.pace, row.projection) == (
        verdict,
        "maintain",
        None,
        None,
        None,
    )
    assert (row.target, row.baseline, row.elapsed, row.difference) == (60, 60, D("0.4"), None)
    assert (row.needed_per_year, row.achieved_per_year) == (None, None)


def test_a_baseline_beyond_the_target_weakens_when_much_of_it_is_lost():
    kept = assessed(indicator(Kind.LEVEL, 60, {"2022": "76"}, 80, UP))
    lost = assessed(indicator(Kind.LEVEL, 60, {"2022": "75.9"}, 80, UP))

    assert (kept.verdict, kept.border) == (V.WITHIN, Border(V.MET_BUT_WEAKENING, D(76), D(0)))
    assert (lost.verdict, lost.reason, lost.border) == (
        V.MET_BUT_WEAKENING,
        "maintain",
        Border(V.WITHIN, D(76), D("0.1")),
    )


def test_no_change_wanted_means_to_keep():
    row = assessed(indicator(Kind.RELATIVE_CHANGE, 0, {"2022": 53}, 52))

    assert (row.verdict, row.reason, row.target) == (V.REVERSED, "maintain", 52)
    assert assessed(indicator(Kind.MEAN_GROWTH, 0, {"2022": 53}, 52, UP)).verdict is V.WITHIN


@pytest.mark.parametrize("value, verdict, distance", [(0, V.WITHIN, 0), (2, V.EXCEEDED, 2)])
def test_from_zero_nothing_can_fall_so_it_must_not_occur(value, verdict, distance):
    row = assessed(indicator(Kind.RELATIVE_CHANGE, -20, {"2022": value}, 0))

    assert (row.verdict, row.reason, row.target, row.baseline) == (verdict, "zero_baseline", 0, 0)
    assert (row.change, row.completion, row.required_change) == (None, None, None)
    assert row.border.distance == distance


def test_a_rise_by_a_percentage_from_zero_cannot_be_computed():
    row = assessed(indicator(Kind.RELATIVE_CHANGE, 20, {"2022": 3}, 0, UP))

    assert (row.verdict, row.reason) == (V.NOT_JUDGED, "not_computable")


def test_a_change_against_the_direction_is_not_judged():
    assert assessed(indicator(Kind.RELATIVE_CHANGE, 15, {"2022": 3}, 5)).reason == "not_computable"
    assert assessed(indicator(Kind.MEAN_GROWTH, -5, {"2022": 3}, 5, UP)).reason == "not_computable"


def test_a_met_target_that_fell_since_last_year_is_met_but_weakening():
    """78 % more than last year and still under the target is not simply achieved."""
    row = assessed(indicator(Kind.RELATIVE_CHANGE, -15, {"2021": 20, "2022": "35.6"}, 52))

    assert (row.verdict, row.border) == (V.MET_BUT_WEAKENING, Border(V.AHEAD, D("44.2"), D("8.6")))
    assert assessed(indicator(Kind.RELATIVE_CHANGE, -15, {"2021": 20, "2022": 21}, 52)).verdict is V.ACHIEVED
    assert (
        assessed(indicator(Kind.RELATIVE_CHANGE, -15, {"2021": 20, "2022": "21.01"}, 52)).verdict is V.MET_BUT_WEAKENING
    )


def test_the_noise_band_comes_from_the_plan():
    row = assessed(indicator(Kind.RELATIVE_CHANGE, -15, {"2021": 20, "2022": 35}, 52), method=method(noise_band="0.75"))

    assert row.verdict is V.ACHIEVED


def test_a_mean_of_means_judges_the_mean_and_names_every_year_in_it():
    flash = {"value": "43", "status": "快报"}
    row = assessed(
        indicator(Kind.RELATIVE_CHANGE, -5, {"2021": 101, "2022": flash}, "97.6", reading=Reading3.MEAN_OF_MEANS)
    )

    assert (row.value, row.datum.value, row.verdict) == (72, 43, V.ACHIEVED)
    assert [d.period for d in row.provisional] == ["2022"]
    assert row.target == D("92.72")


def test_a_mean_of_means_weakens_by_the_mean_of_the_years_before():
    one = indicator(Kind.RELATIVE_CHANGE, -5, {"2021": 40, "2022": 60}, 100, reading=Reading3.MEAN_OF_MEANS)

    assert assessed(one).verdict is V.MET_BUT_WEAKENING
    assert assessed(one.replaced(readings=one.readings[:1])).verdict is V.ACHIEVED


def test_a_mean_of_means_of_a_stock_needs_a_whole_year():
    row = assessed(
        indicator(Kind.RELATIVE_CHANGE, -5, {"2021-06": 40}, 100, DOWN, STOCK, reading=Reading3.MEAN_OF_MEANS)
    )

    assert (row.verdict, row.reason, row.datum.period) == (V.NOT_JUDGED, "no_data", "2021-06")


def test_the_compound_path_asks_for_more_at_first():
    straight = assessed(indicator(Kind.RELATIVE_CHANGE, -33, {"2022": 87}, 100))
    curved = assessed(indicator(Kind.RELATIVE_CHANGE, -33, {"2022": 87}, 100, path=Path.COMPOUND))

    assert (straight.expected, straight.verdict) == (D("0.4"), V.ON_TRACK)
    assert round(curved.expected * 33, 4) == D("14.8019")
    assert round(curved.required_change, 6) == D("-0.148019")
    assert (curved.verdict, curved.elapsed) == (V.BEHIND, D("0.4"))
    assert curved.pace == pytest.approx(D("13") / D("14.8019"), rel=D("1e-5"))
    assert abs(curved.difference - (curved.completion - curved.expected)) < D("1e-25")
    assert round(curved.projection, 4) == round(100 * D("0.87") ** D("2.5"), 4)


@pytest.mark.parametrize("base, target", [(5, 0), (-5, -10)])
def test_a_path_that_cannot_be_drawn_is_not_judged(base, target):
    row = assessed(indicator(Kind.LEVEL, target, {"2022": 3}, base, path=Path.COMPOUND))

    assert (row.verdict, row.reason) == (V.NOT_JUDGED, "not_computable")


def test_the_path_starts_on_the_day_of_the_baseline():
    base = baseline(100, date=date(2019, 12, 31))
    row = assessed(indicator(Kind.LEVEL, 120, {"2022": 110}, base, UP))

    assert (row.elapsed, row.pace, row.achieved_per_year) == (D("0.5"), 1, D("3.333333333333333333333333333333333"))


def test_a_baseline_after_the_figure_leaves_no_time_to_measure():
    base = baseline(100, date=date(2022, 12, 31))

    assert assessed(indicator(Kind.LEVEL, 120, {"2022": 110}, base, UP)).reason == "not_computable"


def test_a_projection_never_falls_below_zero_nor_beyond_its_limit():
    falling = assessed(indicator(Kind.LEVEL, 10, {"2022": 5}, 100, DOWN))
    rising = assessed(indicator(Kind.LEVEL, 99, {"2022": 80}, 10, UP, limit="100"))
    odd = assessed(indicator(Kind.LEVEL, 150, {"2022": 120}, 90, UP, limit="100"))
    negative = assessed(indicator(Kind.LEVEL, -10, {"2022": -6}, 2, DOWN))

    assert (falling.projection, rising.projection, odd.projection, negative.projection) == (0, 100, 165, -18)


def test_a_total_of_increments_adds_the_years():
    one = indicator(Kind.CUMULATIVE, 100, {"2021": 10, "2022": 25}, direction=UP, input=CumulativeInput.INCREMENT)
    row = assessed(one)

    assert (row.value, row.datum.value, row.completion, row.pace) == (35, 25, D("0.35"), D("0.875"))
    assert (row.verdict, row.border) == (V.BEHIND, Border(V.ON_TRACK, D(38), D(3)))
    assert (row.projection, row.baseline, row.target) == (D("87.5"), None, 100)
    assert row.provisional == ()


def test_a_missing_years_increment_is_not_a_zero():
    one = indicator(Kind.CUMULATIVE, 100, {"2022": 25}, direction=UP, input=CumulativeInput.INCREMENT)

    assert (assessed(one).verdict, assessed(one).reason) == (V.NOT_JUDGED, "no_data")


def test_a_running_total_is_never_added_up():
    one = indicator(Kind.CUMULATIVE, 100, {"2021": 10, "2022": 25}, direction=UP, input=CumulativeInput.RUNNING)

    assert (assessed(one).value, assessed(one).completion) == (25, D("0.25"))


@pytest.mark.parametrize(
    "target, direction, how",
    [
        (100, Direction.UP, None),
        (0, Direction.UP, CumulativeInput.RUNNING),
        (-1, Direction.UP, CumulativeInput.RUNNING),
        (100, Direction.DOWN, CumulativeInput.RUNNING),
    ],
)
def test_a_total_that_makes_no_sense_is_not_judged(target, direction, how):
    row = assessed(indicator(Kind.CUMULATIVE, target, {"2022": 25}, direction=direction, input=how))

    assert (row.verdict, row.reason) == (V.NOT_JUDGED, "not_computable")


def test_a_provisional_baseline_is_no_part_of_a_total():
    base = baseline(7, status="预计")
    one = indicator(Kind.CUMULATIVE, 100, {"2022": 25}, base, UP, input=CumulativeInput.RUNNING)

    assert assessed(one).provisional == ()


def test_mean_growth_compares_rates():
    row = assessed(indicator(Kind.MEAN_GROWTH, 10, {"2021": 105, "2022": "110.25"}, 100, UP))

    assert (round(row.rate, 12), round(row.completion, 12), row.expected) == (D("0.05"), D("0.5"), 1)
    assert (round(row.pace, 12), row.verdict) == (D("0.5"), V.FAR_BEHIND)
    assert (row.target, round(row.projection, 9)) == (D("161.051"), round(100 * D("1.05") ** 5, 9))
    assert row.border == Border(V.BEHIND, D("112.36"), D("2.11"))


@pytest.mark.parametrize(
    "value, verdict",
    [
        ("161.051", V.ACHIEVED),
        ("122.1025", V.AHEAD),
        ("121", V.ON_TRACK),
        ("119.9025", V.ON_TRACK),
        ("119.9", V.BEHIND),
        ("100", V.FAR_BEHIND),
        ("99", V.REVERSED),
        ("0", V.REVERSED),
    ],
)
def test_the_classes_of_mean_growth_begin_at_their_share_of_the_rate(value, verdict):
    assert assessed(indicator(Kind.MEAN_GROWTH, 10, {"2022": value}, 100, UP)).verdict is verdict


def test_a_mean_fall_is_growth_downwards():
    row = assessed(indicator(Kind.MEAN_GROWTH, -10, {"2022": 81}, 100, DOWN))

    assert (round(row.rate, 12), row.verdict) == (D("-0.1"), V.ON_TRACK)


def test_met_mean_growth_weakens_too():
    row = assessed(indicator(Kind.MEAN_GROWTH, 10, {"2021": 250, "2022": 170}, 100, UP))

    assert row.verdict is V.MET_BUT_WEAKENING


def test_mean_growth_reached_exactly_is_not_above_a_strict_target():
    assert assessed(indicator(Kind.MEAN_GROWTH, 10, {"2022": "161.051"}, 100, UP, strict=True)).verdict is V.AHEAD


@pytest.mark.parametrize("base, value, target", [(0, 5, 10), (-1, 5, 10), (5, -1, 10)])
def test_growth_from_nothing_or_below_cannot_be_computed(base, value, target):
    row = assessed(indicator(Kind.MEAN_GROWTH, target, {"2022": value}, base, UP))

    assert (row.verdict, row.reason) == (V.NOT_JUDGED, "not_computable")


@pytest.mark.parametrize("target, reason", [("-95", None), ("-96", "not_computable"), ("-100", "not_computable")])
def test_a_fall_by_more_than_everything_cannot_be_computed(target, reason):
    assert assessed(indicator(Kind.MEAN_GROWTH, target, {"2022": 1}, 10, DOWN)).reason == reason


def test_growth_by_a_hundred_per_cent_a_year_is_possible_but_a_fall_is_not():
    lax = method(ahead="0.99", on_track="0.9")

    assert assessed(indicator(Kind.MEAN_GROWTH, 100, {"2022": 40}, 10, UP), method=lax).reason is None
    assert assessed(indicator(Kind.MEAN_GROWTH, -100, {"2022": 4}, 10, DOWN), method=lax).reason == "not_computable"


STAGES = ("启动", "草案", "征求意见", "审议", "出台")


@pytest.mark.parametrize(
    "stage, source, completion, reason, verdict",
    [
        (2, None, "0.4", None, V.ON_TRACK),
        (1, None, "0.2", None, V.FAR_BEHIND),
        (5, "鄂府发〔2022〕12号", "1", None, V.ACHIEVED),
        (5, "2022年11月3日印发", "1", None, V.ACHIEVED),
        (5, "2022-11-03", "1", None, V.ACHIEVED),
        (5, "已出台", "0.8", "no_evidence", V.AHEAD),
        (5, None, "0.8", "no_evidence", V.AHEAD),
        (9, None, "0.8", "no_evidence", V.AHEAD),
    ],
)
def test_a_milestone_counts_stages_and_the_last_needs_evidence(stage, source, completion, reason, verdict):
    reached = {"value": str(stage), "source": source}
    row = assessed(indicator(Kind.MILESTONE, 5, {"2022": reached}, direction=UP, nature=Nature.STOCK, stages=STAGES))

    assert (row.completion, row.reason, row.verdict, row.target) == (D(completion), reason, verdict, 5)


def test_a_milestone_without_stages_or_downwards_is_not_judged():
    assert assessed(indicator(Kind.MILESTONE, 5, {"2022": 1}, direction=UP)).reason == "not_computable"
    assert assessed(indicator(Kind.MILESTONE, 5, {"2022": 1}, stages=STAGES)).reason == "not_computable"


def test_a_ratio_is_judged_by_the_kind_it_names():
    row = assessed(indicator(Kind.RATIO, -20, {"2022": (23, 62)}, (24, "61.2"), ratio=ratio(Kind.RELATIVE_CHANGE, 10)))

    assert (row.kind, row.verdict) == (Kind.RATIO, V.BEHIND)
    assert (round(row.pace, 3), round(row.baseline, 4)) == (D("0.675"), D("3.9216"))
    assert (row.border.verdict, round(row.border.value, 6), round(row.border.distance, 6)) == (
        V.FAR_BEHIND,
        D("3.733333"),
        D("0.023656"),
    )


def test_a_ratio_met_exactly_is_met_although_its_decimals_never_end():
    row = assessed(indicator(Kind.RATIO, -20, {"2022": (4, 15)}, (1, 3), ratio=ratio(Kind.RELATIVE_CHANGE)))

    assert (row.verdict, row.completion) == (V.ACHIEVED, 1)


def test_a_ratio_judged_as_a_ratio_leads_nowhere():
    row = assessed(indicator(Kind.RATIO, 1, {"2022": (1, 3)}, ratio=ratio(Kind.RATIO)))

    assert (row.verdict, row.reason) == (V.NOT_JUDGED, "not_computable")


def test_a_negative_baseline_changes_by_its_size():
    row = assessed(indicator(Kind.LEVEL, 10, {"2022": -5}, -10, UP))

    assert (row.change, row.completion) == (D("0.5"), D("0.25"))


def test_small_figures_have_all_their_classes_too():
    row = assessed(indicator(Kind.MEAN_GROWTH, 5, {"2022": "1.1"}, 1, UP))

    assert row.verdict is V.ON_TRACK
    assert row.border.verdict is V.BEHIND


def test_a_zero_that_is_only_an_estimate_counts_among_the_estimates():
    base = baseline(0, status="预计")
    row = assessed(indicator(Kind.RELATIVE_CHANGE, -20, {"2022": 0}, direction=DOWN, baseline=base))

    assert (row.reason, [datum.period for datum in row.provisional]) == ("zero_baseline", ["2020"])


LATE = CutOffs(annual=date(2023, 12, 31), monthly=date(2023, 12, 31), tasks=date(2023, 12, 31))


@pytest.mark.parametrize("last, verdict", [(80, V.MET_BUT_WEAKENING), (60, V.ACHIEVED)])
def test_a_mean_that_is_met_weakens_against_the_mean_of_the_years_before(last, verdict):
    before = (50, 50) if last == 80 else (50, 70)
    figures = {"2021": before[0], "2022": before[1], "2023": last}
    one = indicator(Kind.RELATIVE_CHANGE, -20, figures, 100, reading=Reading3.MEAN_OF_MEANS)

    assert assessed(one, cut_offs=LATE).verdict is verdict


def test_a_target_below_one_is_a_way_to_travel_too():
    row = assessed(indicator(Kind.LEVEL, "0.9", {"2022": "0.66"}, "0.5", UP))

    assert (row.reason, row.completion, row.verdict) == (None, D("0.4"), V.ON_TRACK)


def test_one_in_all_is_a_total_to_reach():
    one = indicator(Kind.CUMULATIVE, 1, {"2021": 0, "2022": 1}, direction=UP, input=CumulativeInput.INCREMENT)

    assert assessed(one).verdict is V.ACHIEVED


@pytest.mark.parametrize("base, value, target", [("0.8", "0.6", -50), ("0.8", "2.4", 300), (2, "0.5", -80)])
def test_small_figures_go_on_along_their_compound_path(base, value, target):
    direction = DOWN if target < 0 else UP
    row = assessed(indicator(Kind.RELATIVE_CHANGE, target, {"2022": value}, base, direction, path=Path.COMPOUND))

    expected = float(base) * (float(value) / float(base)) ** 2.5
    assert float(row.projection) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("base, value", [("0.5", "0.1"), (1, 0), (1, "0.2")])
def test_a_line_drawn_on_ends_at_zero(base, value):
    assert assessed(indicator(Kind.RELATIVE_CHANGE, -20, {"2022": value}, base)).projection == 0


def test_an_estimated_baseline_to_be_kept_counts_among_the_estimates():
    one = indicator(Kind.LEVEL, 10, {"2022": 12}, direction=UP, baseline=baseline(12, status="预计"))

    row = assessed(one)

    assert (row.reason, [datum.period for datum in row.provisional]) == ("maintain", ["2020"])


def test_in_the_last_year_what_is_missing_is_needed_in_that_year():
    late = CutOffs(annual=date(2024, 12, 31), monthly=date(2024, 12, 31), tasks=date(2024, 12, 31))

    assert assessed(indicator(Kind.LEVEL, 20, {"2024": 16}, 10, UP), cut_offs=late).needed_per_year == 4


def test_few_events_are_few_however_large_their_rate():
    rate = {"kind": Kind.RATIO, "target": -20, "base": (30, 1), "ratio": ratio(Kind.RELATIVE_CHANGE, 10)}

    assert [assessed(indicator(figures={"2022": (count, 1)}, **rate)).small_count for count in (9, 10)] == [True, False]


def test_a_baseline_later_than_its_figures_has_no_compound_path():
    later = baseline(10, date=date(2023, 6, 30))
    one = indicator(Kind.LEVEL, 20, {"2022": 14}, direction=UP, baseline=later, path=Path.COMPOUND)

    assert assessed(one).reason == "not_computable"
