"""How numbers are written in Chinese texts: 46, ４６, 1,200, 四十六, 两千三百, 1.2万."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
ARABIC = r"[0-9]+(?:\.[0-9]+)?"
CHINESE = "[" + "".join((*DIGITS, *PLACES)) + "]+"
_FULL_WIDTH = {ord("０") + digit: ord("0") + digit for digit in range(10)} | {ord("．"): ord("."), ord("％"): ord("%")}


def half_width(text: str) -> str:
    """Full-width digits, points and per cent signs in half width; one character stays one character."""
    return text.translate(_FULL_WIDTH)


def number(text: str) -> tuple[Decimal, int] | None:
    """The value and how many decimals it was written with; None for what is no number."""
    if re.fullmatch(ARABIC, text):
        return Decimal(text), len(text.partition(".")[2])
    value = chinese(text)
    return None if value is None else (Decimal(value), 0)


def chinese(text: str) -> int | None:
    """四十六 → 46, 十一 → 11, 两百零三 → 203, 二〇二二 → 2022."""
    if not text or any(character not in DIGITS and character not in PLACES for character in text):
        return None
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    total, digit = 0, None
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        else:
            total += (1 if digit is None else digit) * PLACES[character]
            digit = None
    return total + (digit or 0)
