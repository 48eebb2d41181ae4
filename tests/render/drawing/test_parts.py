"""What drawings share: scales are round, words keep clear of words and lines."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from evaluation.render.drawing.canvas import Canvas, overlaps
from evaluation.render.drawing.parts import place, round_ticks, spread, tick_words
from hypothesis import given
from hypothesis import strategies as st


def test_words_beside_a_point_keep_clear_of_words_already_there():
    canvas = Canvas("svg", 100)
    canvas.text(200, 39, "49", align="center")
    place(canvas, 200, 50, "49", [])
    place(canvas, 200, 50, "50", [])

    assert overlaps(canvas.labels) == []


def test_words_beside_a_point_keep_clear_of_lines():
    canvas = Canvas("svg", 100)
    place(canvas, 200, 50, "49", [[(100, 39), (300, 39)]])

    assert canvas.labels[0].top > 50


figures = st.decimals(-1_000_000, 1_000_000, places=4)


@given(figures, figures)
def test_round_ticks_enclose_the_range_evenly(one, other):
    low, high = sorted((one, other))
    ticks = round_ticks(low, high)

    assert ticks[0] <= low and ticks[-1] >= high
    assert 2 <= len(ticks) <= 6
    assert len({after - before for before, after in pairwise(ticks)}) == 1


def test_ticks_are_written_with_the_decimals_of_their_step():
    assert tick_words((Decimal("0.000"), Decimal("0.005"), Decimal("0.010"))) == ("0.000", "0.005", "0.010")
    assert tick_words((Decimal(0), Decimal(5000), Decimal(10000))) == ("0", "5000", "10000")


@given(st.lists(st.floats(0, 200), max_size=6))
def test_spread_heights_keep_their_distance_and_order(heights):
    moved = spread(heights)

    assert all(after - before >= 12 - 1e-6 for before, after in pairwise(sorted(moved)))
    assert sorted(range(len(heights)), key=lambda at: heights[at]) == sorted(
        range(len(moved)), key=lambda at: moved[at]
    )
