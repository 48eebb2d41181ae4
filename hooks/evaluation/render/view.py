"""What a table, a chart or a sentence is made from: the evaluation, what was measured, and whose page it is."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation, Unit


@dataclass(frozen=True)
class View:
    evaluation: Evaluation
    assessment: Assessment
    unit: Unit | None = None
    """None: the whole city."""
