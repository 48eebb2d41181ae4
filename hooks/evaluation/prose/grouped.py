"""What was measured and recorded, by whose it is: gone through once, however many units there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.measure.ranking import Place, rankings
from evaluation.model import Accident, Disaster, Indicator
from evaluation.prose.text import Material


class Grouped:
    def __init__(self, material: Material) -> None:
        self.evaluation, self.assessment = material.evaluation, material.assessment

    def rows(self, scope: str | None) -> tuple[tuple[Indicator, IndicatorAssessment], ...]:
        """Each indicator known of the place, with its assessment."""
        found = self.assessment.city if scope is None else self.assessment.of_unit(scope)
        return tuple((self._indicators[row.indicator], row) for row in found if row.indicator in self._indicators)

    def accidents(self, scope: str | None) -> tuple[Accident, ...]:
        return self.evaluation.accidents if scope is None else self.evaluation.accidents_in(scope)

    def disasters(self, scope: str | None) -> tuple[Disaster, ...]:
        return self.evaluation.disasters if scope is None else self.evaluation.disasters_in(scope)

    def places(self, scope: str | None) -> tuple[Place, ...]:
        return self._places.get(scope, ())

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.evaluation.indicators}

    @cached_property
    def _places(self) -> dict[str, tuple[Place, ...]]:
        return _by_unit(rankings(self.evaluation, self.assessment.city, self.assessment.units))

    @cached_property
    def sectors(self) -> tuple[str, ...]:
        """The plan's, and any other that a record names."""
        return tuple(dict.fromkeys((*self.evaluation.plan.sectors, *(a.sector for a in self.evaluation.accidents))))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Those with records of events: a year without records is not a year without events."""
        events = (*self.evaluation.accidents, *self.evaluation.disasters)
        return tuple(sorted({event.date.year for event in events}))


def _by_unit(things: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for thing in things:
        found[thing.unit].append(thing)
    return {unit: tuple(rows) for unit, rows in found.items()}
