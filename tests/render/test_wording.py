"""Wording: halves go up, absence is not zero, differences of percentages are in 百分点, states have glyph and word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from evaluation.model import Nature, Period, Stage, Status, TaskState, VerdictClass
from evaluation.render import wording


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("2.345", 2, "2.35"),
        ("-2.345", 2, "-2.35"),
        ("2.5", 0, "3"),
        ("0.125", 2, "0.13"),
        ("12.50", None, "12.50"),
        ("12", 1, "12.0"),
        ("0", 1, "0.0"),
        ("-0.0", 1, "0.0"),
        ("0.04", 1, "…"),
        ("-0.04", 1, "…"),
        ("150602", None, "150602"),
        (None, 1, "—"),
    ],
)
def test_a_figure_is_rounded_half_up_and_absence_is_a_dash(value, decimals, text):
    assert wording.number(None if value is None else Decimal(value), decimals) == text


def test_rounding_uses_every_digit_of_the_unrounded_value():
    just_below = Decimal("0.12449999999999999999999999999999999999999999")

    assert wording.percent(just_below) == "12.4%"
    assert wording.percent(Decimal("0.1245")) == "12.5%"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal(9999), "人次", "9999人次"),
        (Decimal(10000), "人次", "1.0万人次"),
        (Decimal(366450), "人次", "36.6万人次"),
        (Decimal("352000"), "万元", "35.2亿元"),
        (Decimal("8000.5"), "万元", "8001万元"),
        (Decimal(46), "人", "46人"),
        (Decimal(0), "起", "0起"),
        (None, "人", "暂无数据"),
    ],
)
def test_large_amounts_of_a_sentence_take_the_larger_unit(value, unit, text):
    assert wording.amount(value, unit) == text


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        ("-0.115384", "下降11.5%"),
        ("0.035", "上升3.5%"),
        ("0", "持平"),
        ("0.0001", "基本持平"),
        ("2.285714", "上升228.6%"),
    ],
)
def test_a_change_has_a_direction_and_no_sign(fraction, text):
    assert wording.change(Decimal(fraction)) == text


def test_a_change_of_a_percentage_is_in_points():
    assert wording.change_in_points(Decimal("9.1")) == "上升9.1个百分点"
    assert wording.points(Decimal("0.36923")) == "+36.9个百分点"
    assert wording.points(Decimal("-0.13")) == "-13.0个百分点"


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        ("0.36923", "高于时间进度36.9个百分点"),
        ("-0.1", "低于时间进度10.0个百分点"),
        ("0.0001", "与时间进度持平"),
        (None, "暂无数据"),
    ],
)
def test_a_gap_is_above_below_or_level(fraction, text):
    assert wording.against(None if fraction is None else Decimal(fraction), "时间进度") == text


def test_a_share_shows_what_it_is_of():
    assert wording.share(Decimal(26), Decimal(44)) == "59.1%（26/44）"
    assert wording.share(Decimal(257000), Decimal(613000), money=True) == "41.9%（25.7亿元/61.3亿元）"
    assert wording.share(Decimal(0), Decimal(0)) == "—（0/0）"


def test_dates_have_no_leading_zeros():
    assert wording.day(date(2023, 6, 3)) == "2023年6月3日"
    assert wording.day(None) == "—"


@pytest.mark.parametrize(
    ("period", "nature", "text"),
    [
        ("2022", Nature.FLOW, "2022年"),
        ("2022", Nature.STOCK, "2022年末"),
        ("2023-06", Nature.FLOW, "2023年1—6月"),
        ("2023-06", Nature.STOCK, "2023年6月末"),
        ("2023-01", Nature.FLOW, "2023年1月"),
        ("2023-12", Nature.FLOW, "2023年1—12月"),
        ("2023-12", Nature.STOCK, "2023年末"),
    ],
)
def test_a_period_reads_by_its_nature(period, nature, text):
    assert wording.period(Period(period), nature) == text


def test_only_figures_that_will_be_replaced_carry_a_mark():
    assert [wording.mark(status) for status in Status] == ["（预计）", "（快报）", ""]


@pytest.mark.parametrize("states", [VerdictClass, TaskState, Stage])
def test_every_state_has_a_glyph_a_word_and_a_tone(states):
    for state in states:
        glyph, word = wording.status(state).split(" ")
        assert (glyph in wording.TONES, word) == (True, state.value)
        assert wording.tone(state) == wording.TONES[glyph]


def test_what_nobody_reported_is_said():
    assert wording.status(None) == "○ 未报送"


def test_elapsed_time_is_whole_where_it_is():
    assert [wording.whole_percent(Decimal(text)) for text in ("0.4", "0.5", "0.495")] == ["40%", "50%", "49.5%"]
