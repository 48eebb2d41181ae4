"""The rules, one for each way in which a text can go wrong, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evaluation.problems import Problem
from evaluation.prose.arithmetic import figures_of_a_sentence_agree
from evaluation.prose.constructs import CONSTRUCT_RULES
from evaluation.prose.contradictions import CONTRADICTION_RULES
from evaluation.prose.figures import figures_agree_with_the_data, right_figures_become_references
from evaluation.prose.leftovers import merges_are_finished
from evaluation.prose.official import OFFICIAL_RULES
from evaluation.prose.text import Material, Text

Rule = Callable[[Text, Material], Iterator[Problem]]

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
