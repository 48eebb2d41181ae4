"""The third party's ratings beside the self-assessment, on the same scale; where they differ a note is owed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation, Reconciliation, ThirdPartyRating
from evaluation.problems import Place


@dataclass(frozen=True)
class Comparison:
    """One thing rated twice; `own` is None where nobody assessed it, and then nothing differs."""

    about: str
    unit: str | None
    """Whose self-assessment was rated; None for the whole city's."""
    own: str | None
    rating: str
    finding: str
    reconciliation: Reconciliation | None
    place: Place

    @property
    def differs(self) -> bool:
        return self.own is not None and self.own != self.rating

    @property
    def owes(self) -> bool:
        """A difference must be explained before 送审."""
        return self.differs and self.reconciliation is None


def comparisons(evaluation: Evaluation, assessment: Assessment) -> tuple[Comparison, ...]:
    """One for each rating, in the order in which the third party gave them."""
    given = evaluation.third_party.ratings if evaluation.third_party else ()
    return tuple(_compared(evaluation, assessment, one) for one in given)


def _compared(evaluation: Evaluation, assessment: Assessment, one: ThirdPartyRating) -> Comparison:
    found = (own(evaluation, assessment, one) for own in (_indicator, _task, _project, _safeguard))
    word = next((word for word in found if word is not None), None)
    own = word.value if word is not None else None
    return Comparison(one.about, one.unit, own, one.rating, one.finding, one.reconciliation, one.place)


Own = Callable[[Evaluation, Assessment, ThirdPartyRating], StrEnum | None]


def _indicator(evaluation: Evaluation, assessment: Assessment, one: ThirdPartyRating) -> StrEnum | None:
    row = assessment.indicator(one.about, one.unit)
    return row.verdict if row else None


def _task(evaluation: Evaluation, assessment: Assessment, one: ThirdPartyRating) -> StrEnum | None:
    standing = assessment.task(one.about)
    if standing is None or one.unit is None:
        return standing.state if standing else None
    own = standing.told_by(one.unit)
    return own.state if own else None


def _project(evaluation: Evaluation, assessment: Assessment, one: ThirdPartyRating) -> StrEnum | None:
    standing = assessment.project(one.about)
    if standing is None or one.unit is None:
        return standing.stage if standing else None
    own = standing.told_by(one.unit)
    return own.stage if own else None


def _safeguard(evaluation: Evaluation, assessment: Assessment, one: ThirdPartyRating) -> StrEnum | None:
    """A safeguard is assessed by each unit for itself: only a unit's own word can be compared."""
    report = evaluation.report(one.unit) if one.unit else None
    told = report.safeguards if report else ()
    return next((entry.state for entry in told if entry.safeguard == one.about), None)
