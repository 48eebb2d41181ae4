"""Classes as steps: where a value stands and how far the next step is."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction as F

import pytest
from evaluation.measure.assessment import Border
from evaluation.measure.ladder import Ladder, Step, met_steps, paced_steps
from evaluation.model import VerdictClass as V

from tests.measure.builders import method

UPWARDS = Ladder(1, V.REVERSED, (Step(F(0), V.FAR_BEHIND), Step(F(10), V.ON_TRACK), Step(F(20), V.ACHIEVED, False)))
DOWNWARDS = Ladder(-1, V.EXCEEDED, (Step(F(10), V.WITHIN),))


@pytest.mark.parametrize(
    "value, verdict, beyond, at, distance",
    [
        (-3, V.REVERSED, V.FAR_BEHIND, 0, 3),
        (0, V.FAR_BEHIND, V.REVERSED, 0, 0),
        (4, V.FAR_BEHIND, V.REVERSED, 0, 4),
        (5, V.FAR_BEHIND, V.REVERSED, 0, 5),
        (6, V.FAR_BEHIND, V.ON_TRACK, 10, 4),
        (10, V.ON_TRACK, V.FAR_BEHIND, 10, 0),
        (20, V.ON_TRACK, V.ACHIEVED, 20, 0),
        (25, V.ACHIEVED, V.ON_TRACK, 20, 5),
    ],
)
def test_a_value_upwards(value, verdict, beyond, at, distance):
    assert UPWARDS.verdict(F(value)) is verdict
    assert UPWARDS.border(F(value)) == Border(beyond, Decimal(at), Decimal(distance))


@pytest.mark.parametrize(
    "value, verdict, beyond", [(12, V.EXCEEDED, V.WITHIN), (10, V.WITHIN, V.EXCEEDED), (3, V.WITHIN, V.EXCEEDED)]
)
def test_a_value_downwards(value, verdict, beyond):
    assert DOWNWARDS.verdict(F(value)) is verdict
    assert DOWNWARDS.border(F(value)) == Border(beyond, Decimal(10), Decimal(abs(value - 10)))


def test_the_cut_points_of_the_plan_are_the_steps_of_pace():
    assert paced_steps(method()) == (
        (F(0), V.FAR_BEHIND),
        (F(3, 5), V.BEHIND),
        (F(19, 20), V.ON_TRACK),
        (F(21, 20), V.AHEAD),
    )


def test_a_met_target_weakens_only_below_what_it_was():
    target = Step(F(60), V.ACHIEVED, False)

    assert met_steps(1, target, (), method()) == (target,)
    assert met_steps(1, target, (F(63),), method()) == (target,)
    assert met_steps(1, target, (F(80), F(100)), method()) == (
        Step(F(60), V.MET_BUT_WEAKENING, False),
        Step(F(95), V.ACHIEVED),
    )
    assert met_steps(-1, Step(F(60), V.WITHIN), (F(40),), method()) == (
        Step(F(60), V.MET_BUT_WEAKENING),
        Step(F(42), V.WITHIN),
    )


def test_the_noise_band_of_a_negative_figure_is_as_wide_as_that_of_a_positive():
    assert met_steps(1, Step(F(-60), V.ACHIEVED), (F(-40),), method())[1] == Step(F(-42), V.ACHIEVED)


def test_a_figure_whose_band_ends_at_the_target_does_not_weaken_it():
    target = Step(F(95), V.ACHIEVED)

    assert met_steps(1, target, (F(100),), method()) == (target,)
