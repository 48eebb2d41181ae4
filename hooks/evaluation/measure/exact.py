"""Numbers without rounding: fractions inside, decimals at the border, time in years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction

# A target of -20 % on a baseline of 1/3 is met at exactly 4/15, which no decimal division can show: judging is done in
# fractions, and only results become decimals, with more digits than any reader will ever see.
OUTPUT = Context(prec=34)
INSIDE = Context(prec=50)
LARGEST_EXACT_POWER = 100


def decimal(value: Fraction | None) -> Decimal | None:
    """The decimal of a fraction, to 34 digits; exact whenever it ends before that. None stays None."""
    return None if value is None else OUTPUT.divide(Decimal(value.numerator), Decimal(value.denominator))


def fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """`base` to `exponent` for base ≥ 0: exact for whole exponents, else to 50 digits."""
    if exponent.denominator == 1 and abs(exponent) <= LARGEST_EXACT_POWER:
        return base**exponent.numerator
    if base == 0:
        return Fraction(0)
    return Fraction(INSIDE.power(_decimal_inside(base), _decimal_inside(exponent)))


def years_between(start: date, end: date) -> Fraction:
    """Years by calendar months, so that 2020-12-31 to 2023-06-30 is exactly 2.5."""
    return (_months(end) - _months(start)) / 12


def _months(day: date) -> Fraction:
    return day.year * 12 + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])


def _decimal_inside(value: Fraction) -> Decimal:
    return INSIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
