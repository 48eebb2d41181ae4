"""A record is its values: given by name, compared by them, never changed; its class says what they are."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest
from evaluation.model import (
    Evaluation,
    Indicator,
    Plan,
    Reading,
    Record,
    Revision,
    Shape,
    Status,
    Unit,
    content,
    fields_of,
    shapes_of,
)
from evaluation.problems import Place

from tests.measure.builders import golden

READING = Reading(period="2022", value=Decimal("1.50"), place=Place("data/a.yml", 3, 5, "value:4:12"))


def test_what_is_not_given_has_its_default():
    assert (READING.numerator, READING.status, READING.revisions) == (None, Status.FINAL, ())


@pytest.mark.parametrize("given", [{}, {"value": 1}, {"period": "2022", "vaule": 1}])
def test_what_is_owed_must_be_given_and_what_is_unknown_must_not(given):
    with pytest.raises(TypeError, match="Reading"):
        Reading(**given)


@pytest.mark.parametrize("name", ["value", "vaule"])
def test_nothing_of_a_record_can_be_set_or_deleted(name):
    with pytest.raises(FrozenInstanceError):
        setattr(READING, name, Decimal(2))
    with pytest.raises(FrozenInstanceError):
        delattr(READING, name)


def test_records_of_the_same_values_at_the_same_place_are_one():
    again = Reading(period="2022", value=Decimal("1.5"), place=READING.place)

    assert again == READING
    assert len({again, READING}) == 1


@pytest.mark.parametrize("change", [{"value": None}, {"place": Place("data/a.yml", 4, 5)}])
def test_records_that_differ_in_anything_are_two(change):
    assert READING.replaced(**change) != READING


def test_records_of_two_kinds_are_two_whatever_they_hold():
    class Other(Record):
        name: str

    class Another(Record):
        name: str

    assert Other(name="甲") != Another(name="甲")


def test_a_record_says_what_it_holds_and_not_where_it_stands():
    revision = Revision(status=Status.FLASH, date="2023-01-01", note="核定", place=Place("data/a.yml", 9))

    assert repr(revision) == (
        "Revision(value=None, numerator=None, denominator=None, status='快报', date='2023-01-01', note='核定')"
    )


def test_a_copy_looks_up_anew_what_it_holds_otherwise():
    whole = golden()
    before = whole.indicator("I01")
    changed = whole.replaced(indicators=tuple(one.replaced(name="新名") for one in whole.indicators))

    assert (whole.indicator("I01"), changed.indicator("I01").name) == (before, "新名")


def test_what_was_put_away_comes_back_the_same():
    whole = golden()
    whole.unit("zhungeer")
    back = pickle.loads(pickle.dumps(whole))

    assert back == whole
    assert back.unit("zhungeer") == whole.unit("zhungeer")
    assert pickle.loads(pickle.dumps(READING)).place.of("value") == READING.place.of("value")


def test_a_record_has_no_dictionary_of_its_own():
    assert not hasattr(READING, "__dict__")


def test_a_kind_of_record_has_the_fields_of_the_kind_it_is_made_from():
    assert list(fields_of(type(golden().report("zhungeer").readings[0])))[-1] == "indicator"
    assert "place" not in fields_of(Reading)


def test_a_field_holds_one_value_or_many_of_one_type():
    assert shapes_of(Indicator)["limit"] == Shape(Decimal)
    assert shapes_of(Unit)["aliases"] == Shape(str, many=True)
    assert shapes_of(Indicator)["readings"] == Shape(Reading, many=True)
    assert shapes_of(Evaluation)["plan"] == Shape(Plan)


def test_content_is_plain_and_the_same_wherever_it_was_written():
    moved = READING.replaced(place=Place("data/b.yml", 1))

    assert content(moved) == content(READING)
    assert content((READING,))[0]["value"] == Decimal("1.5")
