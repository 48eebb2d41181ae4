"""One pandoc answers for many documents: a fault in one question leaves no trace in the next."""

from __future__ import annotations

import pytest
from evaluation.export import pandoc
from evaluation.export.pandoc import DIALECT, WORDS, _pandoc, reader, trees
from hypothesis import given, settings

from tests.export.test_reading import parts


def test_the_same_question_has_the_same_answer_whatever_was_asked_between():
    first = trees(["# 一\n\n正文[^1]。\n\n[^1]: 注。"])
    trees(["| 甲 | 乙 |\n| :--- | ---: |\n| 1 | 2 |", "另一篇"])

    assert trees(["# 一\n\n正文[^1]。\n\n[^1]: 注。"]) == first


WHOLE = DIALECT + "".join(words for words, *_ in WORDS)


@given(parts())
@settings(max_examples=100, deadline=None)
def test_words_of_the_dialect_that_are_left_out_change_nothing(markdown):
    assert trees([markdown]) == _pandoc().ask({"read": [markdown], "reader": WHOLE})


def test_a_plain_text_needs_few():
    assert reader("# 题\n\n段[名](/a.md)。\n") == "markdown_strict+east_asian_line_breaks+space_in_atx_header"


def test_one_process_answers_them_all():
    trees(["甲"])
    pandoc = _pandoc()
    trees(["乙"])

    assert _pandoc() is pandoc


def test_a_faulty_question_is_our_fault_and_the_next_is_answered():
    with pytest.raises(RuntimeError, match="pandoc: .*no such reader|pandoc: .*[Uu]nknown"):
        _pandoc().ask({"read": ["甲"], "reader": "no such reader"})

    assert trees(["甲"])[0]["blocks"][0]["t"] == "Para"


def test_a_pandoc_that_died_is_told_and_replaced():
    dead = _pandoc()
    dead.process.kill()
    dead.process.wait()
    with pytest.raises(RuntimeError, match="pandoc: "):
        trees(["甲"])

    assert trees(["甲"])[0]["blocks"][0]["t"] == "Para"
    assert _pandoc() is not dead


def test_a_pandoc_that_does_not_answer_in_time_is_stopped(monkeypatch):
    monkeypatch.setattr(pandoc, "SECONDS", 0.2)
    many = "[" * 60_000
    with pytest.raises(RuntimeError, match="pandoc: "):
        trees([many])
    monkeypatch.undo()

    assert trees(["甲"])[0]["blocks"][0]["t"] == "Para"
