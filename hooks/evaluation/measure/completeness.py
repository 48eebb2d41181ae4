"""What each reporting unit has handed in, and what is still owed."""

from __future__ import annotations

from evaluation.measure.assessment import Completeness
from evaluation.model import Evaluation, Unit


def completeness(evaluation: Evaluation) -> tuple[Completeness, ...]:
    """For each unit that owes a self-assessment, in registry order."""
    return tuple(_of_unit(evaluation, unit) for unit in evaluation.reporting_units)


def _of_unit(evaluation: Evaluation, unit: Unit) -> Completeness:
    report = evaluation.report(unit.id)
    written = {part.id for part in evaluation.plan.sections if _has_text(evaluation, unit, part.id)}
    return Completeness(
        unit=unit.id,
        submitted=report.submitted if report else None,
        present=tuple(part.id for part in evaluation.plan.sections if part.id in written),
        missing=tuple(part.id for part in evaluation.plan.sections if part.id not in written),
        faulty=bool(evaluation.faulty(unit.id)),
    )


def _has_text(evaluation: Evaluation, unit: Unit, section: str) -> bool:
    chapter = evaluation.section(unit.id, section)
    return chapter is not None and bool(chapter.body.strip())
