"""What was asked of an evaluation is noted by whoever asks, and only that."""

from __future__ import annotations

import pytest
from evaluation.render import scope
from evaluation.render.asking import told
from evaluation.render.view import View

from tests.render import small


@pytest.fixture
def city() -> View:
    return small.view_of(small.evaluation())


def asked(view: View, make) -> list[str]:
    return sorted(told(question) for question in view.notes.made_of(make)[1])


def names_of(view: View, *units: str) -> tuple[str, ...]:
    """A question."""
    return tuple(view.evaluation.unit(unit).name for unit in units)


def test_what_is_looked_at_and_what_is_called_are_noted(city):
    def make():
        return city.evaluation.plan, city.evaluation.unit("donghe"), city.of(None).assessment.of_unit("donghe")

    assert asked(city, make) == ["assessment.of_unit('donghe')", "evaluation.plan", "evaluation.unit('donghe')"]


def test_who_takes_what_was_made_before_has_asked_the_same(city):
    def make():
        return city.once("key", lambda: city.evaluation.plan)

    assert asked(city, make) == asked(city, make) == ["evaluation.plan"]


def test_a_question_stands_for_all_that_it_asks(city):
    own = city.of(city.evaluation.unit("donghe"))

    def make():
        return own.ask(names_of, "donghe"), own.ask(names_of, "donghe")

    assert asked(own, make) == ["tests.render.test_asking.names_of('donghe')"]
    assert make() == (("东河区",), ("东河区",))


def test_what_is_made_within_something_is_asked_by_it_too(city):
    def inner():
        return city.evaluation.plan

    def outer():
        return city.once("inner", inner), city.evaluation.banners

    assert asked(city, lambda: city.once("outer", outer)) == ["evaluation.banners", "evaluation.plan"]


def test_what_fails_leaves_the_notes_in_order(city):
    def fails():
        city.evaluation.unit("donghe")
        raise ValueError

    def make():
        with pytest.raises(ValueError):
            city.once("fails", fails)
        return city.evaluation.plan

    assert asked(city, make) == ["evaluation.plan"]


def test_an_answer_differs_with_what_is_answered_and_what_was_asked(city):
    changed = small.view_of(small.evaluation(reports=[{**small.REPORTS[0], "readings": []}, *small.REPORTS[1:]]))
    tasks, plan = (scope._tasks_of, ("donghe",)), ("evaluation.plan", None)
    reports, other = ("evaluation.reports", None), ("evaluation.report", ("nobody",))

    assert city.answered(plan) == changed.answered(plan)
    assert city.answered(tasks) == changed.answered(tasks)
    assert city.answered(reports) != changed.answered(reports)
    assert city.answered(other) != city.answered(("evaluation.report", ("no one",)))


def section_of(view: View, unit: str) -> object:
    """A question that reads a text."""
    return view.evaluation.section(unit, "indicators")


def test_what_reads_a_text_is_no_answer_of_the_data(city):
    for question in (("evaluation.plan", None), ("evaluation.chapters", None), (names_of, ("donghe",)), (section_of, ("donghe",))):
        city.answered(question)

    assert list(city.notes.answers_of_data()) == [("evaluation.plan", None), (names_of, ("donghe",))]
