"""Other methods' ratings stand beside the verdict."""

from __future__ import annotations

from decimal import Decimal

import pytest
from evaluation.measure.second_opinion import Growth, Rating, rate
from evaluation.model import CumulativeInput, Kind, Path, VerdictClass

from tests.measure.builders import DOWN, UP, assessed, indicator

V = VerdictClass


def test_a_verdict_on_the_line_hears_the_compound_path():
    second = assessed(indicator(Kind.RELATIVE_CHANGE, -33, {"2022": 87}, 100)).second

    assert (second.linear_verdict, second.compound_verdict) == (V.ON_TRACK, V.BEHIND)
    assert round(second.linear_pace, 4) == Decimal("0.9848")
    assert round(second.compound_pace, 4) == Decimal("0.8783")
    assert (round(second.rate, 6), round(second.score, 6), second.rating) == (0.873854, 1.956148, "moderate")


def test_a_verdict_on_the_compound_path_hears_the_line():
    row = assessed(indicator(Kind.RELATIVE_CHANGE, -33, {"2022": 87}, 100, path=Path.COMPOUND))

    assert (row.verdict, row.second.linear_verdict, row.second.compound_verdict) == (V.BEHIND, V.ON_TRACK, V.BEHIND)
    assert row.second.compound_pace == row.pace


def test_a_met_target_is_met_by_every_path():
    second = assessed(indicator(Kind.RELATIVE_CHANGE, -33, {"2022": 60}, 100)).second

    assert (second.compound_verdict, second.linear_verdict) == (V.ACHIEVED, V.ACHIEVED)
    assert (second.rating, second.score) == ("achieved", 5.0)


def test_a_reversed_one_is_reversed_by_every_path():
    second = assessed(indicator(Kind.LEVEL, 60, {"2022": 40}, 50, UP)).second

    assert (second.compound_verdict, second.linear_verdict, second.rating) == (V.REVERSED, V.REVERSED, "deterioration")


def test_where_no_compound_path_exists_there_is_no_word_of_it():
    second = assessed(indicator(Kind.LEVEL, 10, {"2022": 4}, 0, UP)).second

    assert (second.compound_pace, second.compound_verdict, second.linear_verdict) == (None, None, V.ON_TRACK)
    assert (second.rate, second.score, second.rating) == (None, None, None)


def test_the_natural_limit_is_handed_on_only_where_it_matters():
    """With a target the limit plays no part in the published formula."""
    bare = assessed(indicator(Kind.LEVEL, 60, {"2022": 50}, 41, UP)).second
    limited = assessed(indicator(Kind.LEVEL, 60, {"2022": 50}, 41, UP, limit="100")).second

    assert bare == limited


@pytest.mark.parametrize(
    "one",
    [
        indicator(Kind.PERIOD_MEAN_CEILING, 10, {"2022": 4}, 5),
        indicator(Kind.EACH_YEAR_CEILING, 10, {"2022": 4}, 5),
        indicator(Kind.CUMULATIVE, 10, {"2022": 4}, direction=UP, input=CumulativeInput.RUNNING),
        indicator(Kind.LEVEL, 5, {"2022": 4}, 5),
        indicator(Kind.RELATIVE_CHANGE, -5, {"2022": 0}, 0),
        indicator(Kind.LEVEL, 5, {"2022": 4}),
    ],
    ids=("mean", "ceiling", "total", "maintain", "zero", "no baseline"),
)
def test_what_travels_no_path_gets_no_second_opinion(one):
    assert assessed(one).second is None


def test_mean_growth_is_heard_too():
    second = assessed(indicator(Kind.MEAN_GROWTH, 10, {"2022": 121}, 100, UP)).second

    assert (round(second.rate, 9), second.rating, round(second.compound_pace, 9)) == (1, "on_track", 1)


def test_figures_too_large_for_the_published_method_get_none():
    second = assessed(indicator(Kind.LEVEL, Decimal(10) ** 400, {"2022": 5}, 1, UP)).second

    assert (second.rate, second.score, second.rating) == (None, None, None)
    assert rate(Growth(1e-300, 1e300, 1 / 12, 1)) is None
    assert rate(Growth(1, float("inf"), 1, 1)) is None


@pytest.mark.parametrize(
    "growth",
    [
        Growth(0, 5, 2, 1),
        Growth(5, -5, 2, 1),
        Growth(5, 6, 0, 1),
        Growth(5, 6, -1, 1),
        Growth(0, 5, 2, 1, 6, 5),
        Growth(5, 6, 2, 1, 5, 5),
        Growth(5, 6, 2, 1, -6, 5),
        Growth(5, 6, 2, 1, 8, None),
    ],
)
def test_growth_that_cannot_be_formed_is_not_rated(growth):
    assert rate(growth) is None


def test_a_fall_to_zero_is_growth_by_minus_everything():
    assert rate(Growth(5, 0, 2, -1)) == Rating(1.0, 5.0, "on_track")


def test_a_negative_base_turns_the_sign():
    assert rate(Growth(-10, -5, 1, 1)).rating == "on_track"
    assert rate(Growth(-10, -20, 1, 1)).rating == "deterioration"


@pytest.mark.parametrize(
    "value, rating",
    [(1.0, "on_track"), (0.95, "on_track"), (0.949, "moderate"), (0.6, "moderate"), (0.599, "limited"), (0, "limited")],
)
def test_classes_against_a_target_begin_at_095_and_060(value, rating):
    """One year of two gone towards a doubling: the rate is half of what is wanted when g = 0.4142 · value."""
    wanted = 2**0.5 - 1
    grown = Growth(100, 100 * (1 + wanted * (value + 1e-12)), 1, 1, 200, 2)

    assert rate(grown).rating == rating


@pytest.mark.parametrize(
    "value, score", [(1.2, 4.28578), (0.6, 0.00004), (0.59, -0.041647), (-0.5, -4.58335), (-0.9, -5), (1.4, 5)]
)
def test_scores_against_a_target_run_from_minus_five_to_five(value, score):
    wanted = 3**0.5 - 1
    grown = Growth(100, 100 * (1 + wanted * (value + 1e-12)), 1, 1, 300, 2)

    assert rate(grown).score == pytest.approx(score, abs=1e-4)


@pytest.mark.parametrize(
    "percent, score, rating",
    [
        (3, 5, "on_track"),
        (1.6, 3, "on_track"),
        (1.5, 2.5, "on_track"),
        (1.4, 2.25, "moderate"),
        (0.5, 0, "moderate"),
        (0.4, -0.5, "limited"),
        (0, -2.5, "limited"),
        (-1, -3.75, "deterioration"),
        (-3, -5, "deterioration"),
    ],
)
def test_scores_without_a_target(percent, score, rating):
    found = rate(Growth(100, 100 * (1 + (percent + 1e-10) / 100), 1, 1))

    assert found.score == pytest.approx(score, abs=1e-6)
    assert found.rating == rating


@pytest.mark.parametrize(
    "base, room",
    [(50, 1 - 0.5**4.44), (150, 1 - 0.5**4.44), (200, 1.0), (300, 1.0), (-50, 1 - 0.5**4.44), (120, 1 - 0.8**4.44)],
)
def test_room_shrinks_towards_the_natural_limit(base, room):
    sign = 1 if base > 0 else -1
    found = rate(Growth(base, base * (1 + sign * 0.00001), 1, 1, limit=100))

    assert 500 * found.rate / (found.score + 2.5) == pytest.approx(room, rel=1e-6)


def test_at_the_limit_there_is_no_room_and_standing_still_is_best():
    assert rate(Growth(100, 100, 1, 1, limit=100)) == Rating(0.0, 5.0, "on_track")
    assert rate(Growth(100, 90, 1, 1, limit=100)) == Rating(pytest.approx(-0.1), -5.0, "deterioration")


def test_a_limit_of_zero_leaves_all_room():
    assert rate(Growth(100, 101.6, 1, -1, limit=0)).rating == "deterioration"
    assert rate(Growth(100, 98.4, 1, -1, limit=0)).score == pytest.approx(3)


def test_down_is_good_where_the_indicator_says_so():
    row = assessed(indicator(Kind.LEVEL, 10, {"2022": "10.6"}, 12, DOWN))

    assert row.second.rating == "on_track"


NEAR = 85.5
ROOM = 1 - 0.855**4.44
"""What a natural limit of 100 leaves to an indicator that stands at 85.5: about half."""


@pytest.mark.parametrize(
    "part, score, rating",
    [
        (0.016, 500 * 0.016 - 5, "on_track"),
        (0.0145, 250 * 0.0145 - 1.25, "moderate"),
        (0.0055, 250 * 0.0055 - 1.25, "moderate"),
        (0.0045, 500 * 0.0045 - 2.5, "limited"),
    ],
)
def test_near_its_limit_an_indicator_is_asked_for_its_part_of_the_growth(part, score, rating):
    found = rate(Growth(NEAR, NEAR * (1 + part * ROOM), 1, 1, limit=100))

    assert found.score == pytest.approx(score, abs=1e-6)
    assert found.rating == rating


def test_far_beyond_twice_its_limit_an_indicator_has_all_room():
    assert rate(Growth(250, 250 * 1.016, 1, 1, limit=100)).score == pytest.approx(3)


@pytest.mark.parametrize("sign, base, target", [(1, 100, 150), (-1, 150, 100)])
def test_what_is_exactly_reached_is_achieved(sign, base, target):
    found = rate(Growth(base, target, 5, sign, target, 5))

    assert (found.rating, found.score) == ("achieved", 5)


def test_below_zero_coming_nearer_to_it_is_growth():
    found = rate(Growth(-100, -90, 1, 1, -80, 2))

    assert found.rate == pytest.approx(0.1 / (1 - 0.8**0.5))
    assert found.rating == "moderate"
