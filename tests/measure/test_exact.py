"""Fractions inside, decimals at the border, time in years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from evaluation.measure.exact import decimal, fraction, power, years_between


def test_a_decimal_that_ends_is_exact_and_others_have_34_digits():
    assert str(decimal(Fraction(23, 5))) == "4.6"
    assert str(decimal(Fraction(-2, 3))) == "-0." + "6" * 33 + "7"
    assert decimal(None) is None


def test_the_callers_own_precision_changes_nothing():
    with localcontext() as context:
        context.prec = 3
        assert len(str(decimal(Fraction(1, 3)))) == 36
        assert power(Fraction(2), Fraction(1, 2)) == power(Fraction(2), Fraction(1, 2))


def test_absence_is_no_fraction():
    assert fraction(None) is None
    assert fraction(Decimal("0.1")) == Fraction(1, 10)


@pytest.mark.parametrize(
    "base, exponent, expected",
    [
        (Fraction(2, 3), Fraction(3), Fraction(8, 27)),
        (Fraction(2), Fraction(-2), Fraction(1, 4)),
        (Fraction(0), Fraction(1, 2), Fraction(0)),
        (Fraction(7), Fraction(0), Fraction(1)),
        (Fraction(1), Fraction(1, 2), Fraction(1)),
        (Fraction(2, 3), Fraction(100), Fraction(2**100, 3**100)),
        (Fraction(2, 3), Fraction(-100), Fraction(3**100, 2**100)),
    ],
)
def test_powers_that_can_be_exact_are(base, exponent, expected):
    assert power(base, exponent) == expected


def test_a_root_is_right_to_fifty_digits():
    root = power(Fraction(2), Fraction(1, 2))

    assert abs(root * root - 2) < Fraction(1, 10**48)
    assert power(Fraction(1, 4), Fraction(1, 2)) == Fraction(1, 2)


def test_a_huge_whole_power_is_not_written_out():
    huge = power(Fraction(7), Fraction(101))

    assert huge != 7**101
    assert abs(huge / 7**101 - 1) < Fraction(1, 10**48)
    assert power(Fraction(3), Fraction(100)) == 3**100


@pytest.mark.parametrize(
    "start, end, years",
    [
        (date(2020, 12, 31), date(2022, 12, 31), Fraction(2)),
        (date(2020, 12, 31), date(2023, 6, 30), Fraction(5, 2)),
        (date(2020, 12, 31), date(2021, 2, 28), Fraction(1, 6)),
        (date(2020, 12, 31), date(2021, 6, 15), Fraction(11, 24)),
        (date(2022, 12, 31), date(2020, 12, 31), Fraction(-2)),
        (date(2020, 2, 29), date(2021, 2, 28), Fraction(1)),
    ],
)
def test_time_is_counted_in_months(start, end, years):
    assert years_between(start, end) == years
