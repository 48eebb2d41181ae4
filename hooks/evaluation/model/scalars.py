"""What a field can hold besides words of a list and records, each named by how authors write it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

Text = str
"""With anything in it but spaces."""
Number = Decimal
"""A plain decimal number: no "１２", "1_000", "1e3", "NaN", which Decimal itself would take."""
Count = int
Day = date
"""2023-06-30"""
Truth = bool
"""true or false"""


class Period(str):
    """What a figure stands for: `2022` a whole year, `2023-06` the year up to and including that month (or its last day)."""

    PATTERN = r"20[0-9]{2}(-(0[1-9]|1[0-2]))?"
    __slots__ = ()

    @property
    def year(self) -> int:
        return int(self[:4])

    @property
    def month(self) -> int | None:
        return int(self[5:]) if len(self) > 4 else None

    @property
    def annual(self) -> bool:
        return len(self) == 4

    @property
    def end(self) -> date:
        """The day the figure stands for: the last day of the year or of the month."""
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])
