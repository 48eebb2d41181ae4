"""What people wrote, read against what was measured: a rule for each way in which a text can go wrong.

A rule is a generator whose name is its id. To add one, write it in a file of this package and name it in `RULES`
(it reads one text) or `CROSS_RULES` (it reads all of them together). It yields Problems: with `note` where it only
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
from evaluation.prose.arithmetic import figures_of_a_sentence_agree
from evaluation.prose.constructs import CONSTRUCT_RULES
from evaluation.prose.contradictions import CONTRADICTION_RULES
from evaluation.prose.figures import figures_agree_with_the_data, right_figures_become_references
from evaluation.prose.kept import by_unit, kept, registers
from evaluation.prose.leftovers import merges_are_finished
from evaluation.prose.official import OFFICIAL_RULES
from evaluation.prose.text import Material, Text, fields, texts
from evaluation.prose.third_party import differing_ratings_are_reconciled

Rule = Callable[[Text, Material], Iterator[Problem]]
CrossRule = Callable[[tuple[Text, ...], Material], Iterator[Problem]]

FIGURE_RULES: tuple[Rule, ...] = (figures_agree_with_the_data, figures_of_a_sentence_agree)
"""Those that the corpus measures; they also read the sentences in data files."""
RULES: tuple[Rule, ...] = (
    *FIGURE_RULES,
    right_figures_become_references,
    merges_are_finished,
    *CONTRADICTION_RULES,
    *CONSTRUCT_RULES,
    *OFFICIAL_RULES,
)
CROSS_RULES: tuple[CrossRule, ...] = (differing_ratings_are_reconciled,)


def read_prose(evaluation: Evaluation, assessment: Assessment, cache: Cache = NOTHING_KEPT) -> tuple[Problem, ...]:
    """What is wrong with the texts, and what could be better in them."""
    material, written = Material(evaluation, assessment), texts(evaluation)
    known = registers(material)
    found: list[Problem] = []
    for rules, read in ((RULES, written), (FIGURE_RULES, fields(evaluation))):
        for group in by_unit(read):
            found += kept(cache, known, material, group, partial(_found, rules, material))
    found += [replace(problem, rule=rule.__name__) for rule in CROSS_RULES for problem in rule(written, material)]
    material.memory.clear()  # it holds itself, and would wait for Python to look for garbage
    return in_order(found)


def _found(rules: tuple[Rule, ...], material: Material, text: Text) -> Iterator[Problem]:
    return (_named(problem, rule, text) for rule in rules for problem in rule(text, material))


def _named(problem: Problem, rule: Rule, text: Text) -> Problem:
    """What is wrong with another's text is told, and not mended."""
    if text.verbatim:
        problem = replace(problem, note=True, edit=None, fix="这是逐字收录的原文，不改动")
    return replace(problem, rule=rule.__name__, unit=problem.unit or text.unit)
