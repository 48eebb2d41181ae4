"""What a table, a chart or a sentence is made from: the evaluation, what was measured, and whose page it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation, Unit
from evaluation.render.asking import Asking, Notes, watched


@dataclass(frozen=True)
class View(Asking):
    evaluation: Evaluation
    assessment: Assessment
    unit: Unit | None = None
    """None: the whole city."""
    notes: Notes = field(default_factory=Notes, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("evaluation", "assessment"):
            object.__setattr__(self, name, watched(name, getattr(self, name), self.notes))

    def of(self, unit: Unit | None) -> View:
        """The same evaluation for another scope."""
        return self if unit is self.unit else View(self.evaluation, self.assessment, unit, self.notes)

    def of_id(self, unit: str | None) -> View:
        """The same for the unit of this id; None for the whole city."""
        return self.of(self.evaluation.unit(unit) if unit else None)

    @property
    def whole(self) -> View:
        return self.of(None)
