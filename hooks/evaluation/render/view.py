"""What a table, a chart or a sentence is made from: the evaluation, what was measured, and whose page it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation, Unit

Made = TypeVar("Made")


@dataclass(frozen=True)
class View:
    evaluation: Evaluation
    assessment: Assessment
    unit: Unit | None = None
    """None: the whole city."""
    memory: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was made of this very evaluation already, shared by the views of all its units."""

    def of(self, unit: Unit | None) -> View:
        """The same evaluation for another scope."""
        return self if unit is self.unit else View(self.evaluation, self.assessment, unit, self.memory)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` returns, made when `key` is asked for first. A key that depends on the scope must name it."""
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]

    def forget(self, unit: Unit) -> None:
        """What was made for the unit alone: of a large city's units all together it would fill the memory."""
        for key in [key for key in self.memory if getattr(key, "unit", None) == unit.id]:
            del self.memory[key]
