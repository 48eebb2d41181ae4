"""Ceilings and floors: kept or not, by how much, and what may still come."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from evaluation.measure.assessment import Border
from evaluation.model import Kind, VerdictClass

from tests.checked import CutOffs
from tests.measure.builders import STOCK, UP, assessed, baseline, indicator, plan, ratio

D = Decimal
V = VerdictClass
MEAN, CEILING, FLOOR = Kind.PERIOD_MEAN_CEILING, Kind.EACH_YEAR_CEILING, Kind.EACH_YEAR_FLOOR


def test_a_mean_carries_headroom_and_margin_and_never_a_percentage_of_progress():
    row = assessed(indicator(MEAN, 10, {"2021": 6, "2022": 8}))

    assert (row.verdict, row.reason, row.mean, row.value, row.datum.value) == (V.WITHIN, None, 7, 7, 8)
    assert (row.headroom, row.margin, row.target, row.years_counted) == (12, D("0.3"), 10, 2)
    assert (row.completion, row.pace, row.expected, row.difference, row.projection) == (None, None, None, None, None)
    assert (row.border, row.elapsed) == (Border(V.EXCEEDED, D(10), D(3)), D("0.4"))
    assert (row.needed_per_year, row.achieved_per_year, row.pooled, row.second) == (None, None, None, None)


@pytest.mark.parametrize(
    "second, strict, verdict, headroom",
    [
        (14, False, V.WITHIN, 10),
        (14, True, V.EXCEEDED, 10),
        (16, False, V.EXCEEDED, "9.333333333333333333333333333333333"),
        (44, False, V.EXCEEDED, 0),
        (44, True, V.OUT_OF_REACH, 0),
        (47, False, V.OUT_OF_REACH, -1),
    ],
)
def test_a_mean_is_within_exceeded_or_beyond_mending(second, strict, verdict, headroom):
    """Limit 10 over five years: 50 in all."""
    row = assessed(indicator(MEAN, 10, {"2021": 6, "2022": second}, strict=strict))

    assert (row.verdict, row.headroom) == (verdict, D(headroom))


def test_a_year_without_a_figure_may_still_have_its_share():
    row = assessed(indicator(MEAN, 10, {"2022": 14}))

    assert (row.mean, row.headroom, row.years_counted, row.verdict) == (14, 9, 1, V.EXCEEDED)


def test_after_the_last_year_nothing_is_left_and_exceeded_is_exceeded():
    late = {"cut_offs": plan().cut_offs.replaced(annual=date(2025, 12, 31))}
    figures = {str(year): 12 for year in range(2021, 2026)}
    row = assessed(indicator(MEAN, 10, figures), **late)

    assert (row.verdict, row.headroom, row.border) == (V.EXCEEDED, None, Border(V.WITHIN, D(10), D(2)))


def test_a_limit_of_zero_is_out_of_reach_once_anything_happened():
    none, one = assessed(indicator(MEAN, 0, {"2021": 0})), assessed(indicator(MEAN, 0, {"2021": 1}))

    assert (none.verdict, none.margin, none.border) == (V.WITHIN, None, Border(V.OUT_OF_REACH, D(0), D(0)))
    assert (one.verdict, one.border) == (V.OUT_OF_REACH, Border(V.WITHIN, D(0), D(1)))


def test_a_negative_limit_is_only_kept_or_not():
    assert assessed(indicator(MEAN, -2, {"2021": -1})).verdict is V.EXCEEDED
    assert assessed(indicator(MEAN, -2, {"2021": -3})).verdict is V.WITHIN


def test_months_are_no_years_of_a_mean():
    row = assessed(indicator(MEAN, 10, {"2021": 6, "2022-06": 90}, nature=STOCK))

    assert (row.mean, row.datum.period) == (6, "2021")


def test_the_yearly_values_are_averaged_and_the_pooled_mean_stands_beside():
    row = assessed(indicator(Kind.RATIO, 1, {"2021": (1, 100), "2022": (2, 300)}, ratio=ratio(MEAN, 100)))

    assert round(row.mean, 6) == D("0.833333")
    assert row.pooled == D("0.75")


def test_a_mean_swings_from_year_to_year_but_not_beyond_its_baseline():
    figures = {"2021": 2, "2022": 6}

    assert assessed(indicator(MEAN, 10, figures)).verdict is V.WITHIN
    assert assessed(indicator(MEAN, 10, figures, 4)).verdict is V.WITHIN
    weak = assessed(indicator(MEAN, 10, figures, 3))
    assert (weak.verdict, weak.border) == (V.MET_BUT_WEAKENING, Border(V.WITHIN, D("3.15"), D("0.85")))
    assert weak.change == D("0.3333333333333333333333333333333333")


def test_mending_a_mean_has_its_border_too():
    row = assessed(indicator(MEAN, 10, {"2021": 6, "2022": 42}))

    assert (row.mean, row.border) == (24, Border(V.OUT_OF_REACH, D(25), D(1)))


def test_a_yearly_ceiling_is_decided_by_the_last_year():
    kept = assessed(indicator(CEILING, 10, {"2021": 12, "2022": 10}))
    missed = assessed(indicator(CEILING, 10, {"2021": 10, "2022": 12}))

    assert (kept.verdict, kept.years_met, kept.years_counted, kept.completion) == (V.WITHIN, 1, 2, D("0.5"))
    assert (kept.margin, kept.target, kept.pace, kept.border) == (0, 10, None, Border(V.EXCEEDED, D(10), D(0)))
    assert (missed.verdict, missed.margin, missed.border) == (V.EXCEEDED, D("-0.2"), Border(V.WITHIN, D(10), D(2)))
    assert (kept.headroom, kept.mean, kept.projection, kept.reason) == (None, None, None, None)


def test_a_strict_ceiling_is_not_kept_by_reaching_it():
    row = assessed(indicator(CEILING, 10, {"2021": 10, "2022": 10}, strict=True))

    assert (row.verdict, row.years_met) == (V.EXCEEDED, 0)


def test_a_missing_year_is_not_a_year_that_kept_the_limit():
    row = assessed(indicator(CEILING, 10, {"2022": 5}))

    assert (row.years_met, row.years_counted, row.completion) == (1, 2, D("0.5"))


def test_a_ceiling_of_zero_has_no_margin():
    assert assessed(indicator(CEILING, 0, {"2022": 0})).margin is None


@pytest.mark.parametrize(
    "base, figures",
    [(4, {"2022": "4.5"}), (None, {"2021": 4, "2022": "4.5"}), (9, {"2021": 4, "2022": "4.5"}), (0, {"2022": "0.1"})],
)
def test_a_kept_ceiling_weakens_against_the_baseline_and_last_year(base, figures):
    assert assessed(indicator(CEILING, 10, figures, base)).verdict is V.MET_BUT_WEAKENING


def test_a_kept_ceiling_within_the_noise_stays_kept():
    assert assessed(indicator(CEILING, 10, {"2021": 4, "2022": "4.2"}, 4)).verdict is V.WITHIN


def test_a_floor_is_a_ceiling_turned_round():
    kept = assessed(indicator(FLOOR, 10, {"2021": 9, "2022": 10}, direction=UP))
    missed = assessed(indicator(FLOOR, 10, {"2022": 9}, direction=UP))
    weak = assessed(indicator(FLOOR, 10, {"2021": 20, "2022": 18}, direction=UP))

    assert (kept.verdict, kept.years_met, kept.margin) == (V.WITHIN, 1, None)
    assert (missed.verdict, missed.border) == (V.BEHIND, Border(V.WITHIN, D(10), D(1)))
    assert (weak.verdict, weak.border) == (V.MET_BUT_WEAKENING, Border(V.WITHIN, D(19), D(1)))


def test_with_one_year_left_that_year_may_have_all_that_is_left():
    late = CutOffs(annual=date(2024, 12, 31), monthly=date(2024, 12, 31), tasks=date(2024, 12, 31))
    years = {"2021": 9, "2022": 12, "2023": 12, "2024": 12}

    row = assessed(indicator(MEAN, 10, years), cut_offs=late)

    assert (row.verdict, row.headroom, row.years_counted) == (V.EXCEEDED, 5, 4)
    assert assessed(indicator(MEAN, 10, {**years, "2024": 18}), cut_offs=late).verdict is V.OUT_OF_REACH


@pytest.mark.parametrize("kind, direction", [(MEAN, None), (CEILING, None), (FLOOR, UP)])
def test_an_estimated_baseline_counts_among_the_estimates(kind, direction):
    more = {"direction": direction} if direction else {}
    row = assessed(indicator(kind, 10, {"2021": 10, "2022": 10}, baseline=baseline(10, status="预计"), **more))

    assert [datum.period for datum in row.provisional] == ["2020"]
