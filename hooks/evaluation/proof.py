"""Everything that can be said of the sources before anything is made of them: loaded, checked and measured, then read."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    return texts_read(sources_of(root, cache), cache)


def sources_of(root: Path, cache: Cache = NOTHING_KEPT) -> Proof:
    """The build, the preview and the check all begin with this one call; the texts are not held against the data yet."""
    evaluation, problems = load_evaluation(root, cache)
    if evaluation is None:
        return Proof(None, None, problems)
    return Proof(evaluation, measure(evaluation), in_order((*problems, *check_evaluation(evaluation))))


def texts_read(proof: Proof, cache: Cache = NOTHING_KEPT) -> Proof:
    """With what is wrong in the texts: it takes as long as all before, and a build's other processors need not wait for it."""
    if proof.evaluation is None:
        return proof
    found = read_prose(proof.evaluation, proof.assessment, cache)
    return replace(proof, problems=in_order((*proof.problems, *found)))
