"""Everything that can be said of the sources before anything is made of them: loaded and measured, then checked and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.files import digest, names
from evaluation.load import load_evaluation
from evaluation.measure import completeness, measure
from evaluation.measure.assessment import Assessment
from evaluation.measure.indicators import Judged, judged
from evaluation.model import Evaluation
from evaluation.problems import Problem, in_order
from evaluation.prose import read_prose


@dataclass(frozen=True)
class Proof:
    """`evaluation` and `assessment` are None when the plan or the register of units cannot be read."""

    evaluation: Evaluation | None
    assessment: Assessment | None
    problems: tuple[Problem, ...]
    data: str = ""
    """The same while all is the same besides the texts that could be read; empty where that is not known."""

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.note)


def proofread(root: Path, cache: Cache = NOTHING_KEPT) -> Proof:
    return examined(sources_of(root, cache), cache)


def sources_of(
    root: Path, cache: Cache = NOTHING_KEPT, before: str | None = None, keep: Callable[[Callable[[], object]], object] = lambda task: task()
) -> Proof:
    """The build, the preview and the check all begin with this one call: loaded and measured, nothing is checked yet.

    `before` is the digest of data/, where it was taken already. Whoever has others `keep` what the next time will want
    gives it to them.
    """
    before = before or data_digest(root)
    evaluation, problems = load_evaluation(root, cache)
    if evaluation is None:
        return Proof(None, None, problems)
    # Its author may have saved it in between.
    data = cache.key("data", before, *_beside_texts(evaluation)) if before and before == data_digest(root) else ""
    return Proof(evaluation, _measured(evaluation, cache, data, keep), problems, data)


def data_digest(root: Path) -> str | None:
    """A digest of every byte below data/; None where a file cannot be read, which is told where it is loaded."""
    try:
        return digest(root, [f"data/{name}" for name in names(root / "data", lambda folder: folder != "private")])
    except OSError:
        return None


def _beside_texts(evaluation: Evaluation) -> tuple[object, ...]:
    """What is known from docs/ besides the words of texts."""
    return completeness(evaluation), evaluation.files, evaluation.faults, evaluation.refused


def _measured(evaluation: Evaluation, cache: Cache, data: str, keep: Callable[[Callable[[], object]], object]) -> Assessment:
    key = cache.key("measured", data)
    known = cache.recall(key) if data else None
    if known is None:
        mute = _mute(evaluation)
        units = judged(mute, last_judged(cache))
        known = measure(mute, units)
        if data:
            keep(partial(cache.remember, key, known))
            keep(partial(cache.remember, cache.key("units judged"), units))
    return replace(known, completeness=completeness(evaluation))


def last_judged(cache: Cache) -> Judged | None:
    """What was found of the units' figures the last time: whoever measures again need not judge those that stay."""
    return cache.recall(cache.key("units judged"))


def _mute(evaluation: Evaluation) -> Evaluation:
    """What may be kept by a digest of the data must not read the texts."""
    return evaluation.replaced(sections=(), chapters=(), pages=())


def examined(proof: Proof, cache: Cache = NOTHING_KEPT) -> Proof:
    """With what is wrong in the data and in the texts: it takes as long as all before, and a build's other processors need not wait for it."""
    if proof.evaluation is None:
        return proof
    in_data = _faults_of_data(proof.evaluation, cache, proof.data)
    in_texts = read_prose(proof.evaluation, proof.assessment, cache, proof.data)
    return replace(proof, problems=in_order((*proof.problems, *in_data, *in_texts)))


def _faults_of_data(evaluation: Evaluation, cache: Cache, data: str) -> tuple[Problem, ...]:
    key = cache.key("checked", data)
    known = cache.recall(key) if data else None
    if known is None:
        # Looked for only now: the rules are many.
        from evaluation.check import check_evaluation

        known = check_evaluation(_mute(evaluation))
        if data:
            cache.remember(key, known)
    return known
