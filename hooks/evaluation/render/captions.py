"""The numbers of one document's tables and charts: 表1, 图1 … in order of placement, known before they are placed."""

from __future__ import annotations

from evaluation.render.placing import Made, Placement


class Captions:
    """Filled in two passes: first everything is expected in document order, then placed in the same order.

    What has nothing to show takes no number. A thing placed twice has two numbers; mentions mean the first.
    """

    def __init__(self) -> None:
        self._made: dict[Placement, Made] = {}
        self._first: dict[Placement, int] = {}
        self._expected: dict[str, int] = {}
        self._placed: dict[str, int] = {}

    def expect(self, placement: Placement) -> None:
        if self.made(placement) is not None:
            number = self._expected[placement.kind] = self._expected.get(placement.kind, 0) + 1
            self._first.setdefault(placement, number)

    def expected(self, placement: Placement) -> bool:
        return placement in self._made

    def made(self, placement: Placement) -> Made:
        """The table or chart, made once."""
        if placement not in self._made:
            self._made[placement] = placement.make()
        return self._made[placement]

    def first(self, placement: Placement) -> int | None:
        """The number that a mention prints."""
        return self._first.get(placement)

    def place(self, placement: Placement) -> int:
        """The number of the next one placed."""
        number = self._placed[placement.kind] = self._placed.get(placement.kind, 0) + 1
        return number
