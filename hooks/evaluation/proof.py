"""Everything that can be said of the sources before anything is made of them: loaded, checked, measured, texts read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.check import check_evaluation
from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation
from evaluation.problems import Problem, in_order
from evaluation.prose import read_prose


@dataclass(frozen=True)
class Proof:
    """`evaluation` and `assessment` are None when the plan or the register of units cannot be read."""

    evaluation: Evaluation | None
    assessment: Assessment | None
    problems: tuple[Problem, ...]

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.note)


def proofread(root: Path, cache: Cache = NOTHING_KEPT) -> Proof:
    """The build, the preview and the check all begin with this one call."""
    evaluation, problems = load_evaluation(root, cache)
    if evaluation is None:
        return Proof(None, None, problems)
    assessment = measure(evaluation)
    found = (*problems, *check_evaluation(evaluation), *read_prose(evaluation, assessment, cache))
    return Proof(evaluation, assessment, in_order(found))
