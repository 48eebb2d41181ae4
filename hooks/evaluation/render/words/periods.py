"""How authors write a period: 2022, 2022年, 2023-06, 2023年6月, 2023年1—6月, 2023年上半年."""

from __future__ import annotations

import re
import unicodedata

from evaluation.model import Period

NUMERIC = re.compile(r"(20[0-9]{2})(?:年末?|年度)?")
MONTHLY = re.compile(r"(20[0-9]{2})(?:年|[-/.])(?:1月?[-—–－~至])?([0-9]{1,2})(?:月末?)?")
PARTS = {"上半年": 6, "一季度": 3, "第一季度": 3, "前三季度": 9, "三季度末": 9, "全年": 12}
PARTLY = re.compile(r"(20[0-9]{2})年?(" + "|".join(PARTS) + ")")


def period_of(text: str) -> Period | None:
    """The period meant, in the form of the data files; None for what is none."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    if match := NUMERIC.fullmatch(plain):
        return Period(match[1])
    if match := PARTLY.fullmatch(plain):
        return _monthly(match[1], PARTS[match[2]])
    if match := MONTHLY.fullmatch(plain):
        return _monthly(match[1], int(match[2]))
    return None


def _monthly(year: str, month: int) -> Period | None:
    if not 1 <= month <= 12:
        return None
    return Period(year) if month == 12 else Period(f"{year}-{month:02}")
