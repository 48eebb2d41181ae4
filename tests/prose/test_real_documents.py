"""The demonstration documents with every reference typed out by hand: nothing is reported; a spoilt figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from console.files import edited
from evaluation.problems import Place, Problem
from evaluation.proof import proofread
from evaluation.prose.figures import right_figures_become_references
from evaluation.prose.rules import FIGURE_RULES
from evaluation.prose.text import Material, Text, texts
from evaluation.render.references import fill
from evaluation.render.view import View

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = re.compile(r"\{\{[^{}]*\}\}")
NOT_FIGURES = ("表", "图", "见表", "见图", "概览", "截止", "形象进度")
"""Tables, captions, dates and words of a unit's own."""


@dataclass(frozen=True)
class Typed:
    """A text whose references to figures are typed out, and where they stand."""

    text: Text
    figures: tuple[tuple[int, str], ...]


@pytest.fixture(scope="module")
def proof():
    return proofread(ROOT)


@pytest.fixture(scope="module")
def material(proof) -> Material:
    return Material(proof.evaluation, proof.assessment)


@pytest.fixture(scope="module")
def typed(proof) -> tuple[Typed, ...]:
    return tuple(typed_out(text, proof) for text in texts(proof.evaluation) if text.report)


def typed_out(text: Text, proof) -> Typed:
    view = View(proof.evaluation, proof.assessment, proof.evaluation.unit(text.unit) if text.unit else None)
    parts, figures, done, at = [], [], 0, 0
    for match in REFERENCE.finditer(text.body):
        printed = (
            match[0]
            if match[0].strip("{} ").split()[0] in NOT_FIGURES
            else fill(match[0], view, Place(text.path)).markdown
        )
        figure = printed != match[0] and "](" not in printed and re.search("[0-9]", printed)
        parts += [text.body[done : match.start()], printed if figure else match[0]]
        at += match.start() - done
        figures += [(at, printed)] if figure else []
        at, done = at + len(parts[-1]), match.end()
    body = "".join([*parts, text.body[done:]])
    return Typed(Text(text.path, body, text.first_line, text.unit, text.section), tuple(figures))


def reported(text: Text, material: Material) -> list[Problem]:
    return [problem for rule in FIGURE_RULES for problem in rule(text, material) if not problem.note]


def spoilt(typed: Typed, at: int, printed: str) -> Text:
    """The text with the figure's leading digits changed: 46人 → 55人, 11.5% → 13.5%."""
    number = re.search(r"[0-9]+(\.[0-9]+)?", printed)
    whole, point, decimals = number[0].partition(".")
    changed = str(int(whole) + (2 if point else max(2, int(whole) // 5))) + point + decimals
    start, end = at + number.start(), at + number.end()
    body = typed.text.body[:start] + changed + typed.text.body[end:]
    return Text(typed.text.path, body, typed.text.first_line, typed.text.unit, typed.text.section)


def plantings(typed: tuple[Typed, ...]) -> Iterator[Text]:
    """Every third figure of all documents, each spoilt alone."""
    places = [(one, at, printed) for one in typed for at, printed in one.figures]
    return (spoilt(*place) for place in places[::3])


def test_the_documents_as_they_are_written_raise_no_alarm(proof, material):
    assert [str(problem) for text in texts(proof.evaluation) for problem in reported(text, material)] == []


def test_right_figures_typed_by_hand_raise_no_alarm(typed, material):
    assert sum(len(one.figures) for one in typed) > 300
    assert [str(problem) for one in typed for problem in reported(one.text, material)] == []


def test_most_spoilt_figures_are_reported(typed, material):
    outcomes = [bool(reported(text, material)) for text in plantings(typed)]

    assert len(outcomes) >= 100
    assert sum(outcomes) / len(outcomes) >= 0.85


def test_every_reference_offered_for_a_right_figure_prints_that_very_figure(typed, proof, material):
    """All offers taken, then filled: each text is what it was."""
    offers = 0
    for one in typed:
        made = [problem.edit for problem in right_figures_become_references(one.text, material)]
        lines, done = edited(one.text.body, [replace(edit, where=moved(edit.where, one.text)) for edit in made])
        view = View(proof.evaluation, proof.assessment, proof.evaluation.unit(one.text.unit) if one.text.unit else None)
        place = Place(one.text.path)

        assert len(done) == len(made)
        assert fill(lines, view, place).markdown == fill(one.text.body, view, place).markdown
        offers += len(made)
    assert offers > 150


def moved(where: Place, text: Text) -> Place:
    """The place in the body alone."""
    return Place(where.path, where.line - text.first_line + 1, where.column)
