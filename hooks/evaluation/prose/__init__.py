"""What people wrote, read against what was measured: a rule for each way in which a text can go wrong.

A rule is a generator whose name is its id. To add one, write it in a file of this package and name it in `rules.py`
(it reads one text) or in `CROSS_RULES` (it reads all of them together). It yields Problems: with `note` where it only
advises, with `edit` where the remedy is safe enough for `run.py check --fix`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation
from evaluation.problems import Problem, in_order
from evaluation.prose.kept import Kept, by_unit
from evaluation.prose.text import Material, Text, fields, texts
from evaluation.prose.third_party import differing_ratings_are_reconciled

CrossRule = Callable[[tuple[Text, ...], Material], Iterator[Problem]]
CROSS_RULES: tuple[CrossRule, ...] = (differing_ratings_are_reconciled,)


def read_prose(evaluation: Evaluation, assessment: Assessment, cache: Cache = NOTHING_KEPT, data: str = "") -> tuple[Problem, ...]:
    """What is wrong with the texts, and what could be better in them. `data` is the same while all the data are, if it is known."""
    material, written = Material(evaluation, assessment), texts(evaluation)
    kept = Kept(cache, material, data)
    found: list[Problem] = []
    for group in by_unit(written):
        found += kept.found(group, partial(_found, material))
        material.notes.forget(group[0].unit)
    found += kept.of_data(lambda: [*_of_data(material, kept)])
    kept.close()
    found += [replace(problem, rule=rule.__name__) for rule in CROSS_RULES for problem in rule(written, material)]
    material.notes.forget_all()  # it holds itself, and would wait for Python to look for garbage
    return in_order(found)


def _of_data(material: Material, kept: Kept) -> Iterator[Problem]:
    for group in by_unit(fields(material.evaluation)):
        yield from kept.asked(group, partial(_found_in_data, material))
        material.notes.forget(group[0].unit)


# The rules are looked for only where a text is read anew: to load them takes as long as to read a unit's texts.


def _found(material: Material, text: Text) -> Iterator[Problem]:
    from evaluation.prose.rules import RULES

    return (_named(problem, rule.__name__, text) for rule in RULES for problem in rule(text, material))


def _found_in_data(material: Material, text: Text) -> Iterator[Problem]:
    from evaluation.prose.rules import FIGURE_RULES

    return (_named(problem, rule.__name__, text) for rule in FIGURE_RULES for problem in rule(text, material))


def _named(problem: Problem, rule: str, text: Text) -> Problem:
    """What is wrong with another's text is told, and not mended."""
    if text.verbatim:
        problem = replace(problem, note=True, edit=None, fix="这是逐字收录的原文，不改动")
    return replace(problem, rule=rule, unit=problem.unit or text.unit)
