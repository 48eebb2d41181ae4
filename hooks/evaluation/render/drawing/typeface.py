"""The vendored typeface: which characters it has, how wide a text runs, how it is cut to a width."""

from __future__ import annotations

from functools import cache, lru_cache
from math import ceil
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

FOLDER = Path(__file__).resolve().parents[1] / "fonts"
FILES = {False: FOLDER / "NotoSansCJKsc-Regular.otf", True: FOLDER / "NotoSansCJKsc-Bold.otf"}
"""By whether the text is bold."""
ASCENT, DESCENT = 0.88, 0.12
"""How far Chinese characters reach above and below the baseline, in ems."""
SUBSTITUTE = "〓"
"""What printers set for a character they do not have (GB/T 2312 geta mark)."""


class MissingGlyph(ValueError):
    """A text reached the drawing with a character that the typeface does not have: our own fault."""


@cache
def font(bold: bool) -> FT2Font:
    return FT2Font(str(FILES[bold]))


@cache
def _characters() -> frozenset[str]:
    return frozenset(map(chr, font(False).get_charmap())) & frozenset(map(chr, font(True).get_charmap()))


def missing_characters(text: str) -> set[str]:
    """The characters of a text that no picture can show. A line break is none: it is drawn as one."""
    return set(text) - _characters() - {"\n"}


def shown(text: str) -> str:
    """The text with every missing character replaced by 〓."""
    missing = missing_characters(text)
    return "".join(SUBSTITUTE if character in missing else character for character in text) if missing else text


@cache
def advance(character: str, bold: bool) -> float:
    """The width of one character in ems. Raises MissingGlyph: matplotlib would warn and draw an empty box."""
    if missing_characters(character):
        raise MissingGlyph(character)
    face = font(bold)
    face.set_size(100, 72)
    return face.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


@lru_cache(maxsize=2048)
def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a single line of text runs, in points."""
    return size * sum(advance(character, bold) for character in text)


def shorten(text: str, room: float, size: float, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than `room` points."""
    if width(text, size, bold) <= room:
        return text
    while text and width(text + "…", size, bold) > room:
        text = text[:-1]
    return text + "…"


CLOSING = "，。、；：）》〉”’！？％%,.)"


def wrap(text: str, room: float, size: float, lines: int = 2) -> tuple[str, ...]:
    """The text in at most `lines` lines of `room` points, the last one shortened; no line opens with a closing mark."""
    done: list[str] = []
    whole = width(text, size)
    if room < whole <= lines * room * 0.94:  # lines of like length, so that no single character stands alone
        room = min(room, whole / ceil(whole / (room * 0.94)) + size)
    while text and len(done) < lines - 1:
        cut = len(text)
        while cut > 1 and width(text[:cut], size) > room:
            cut -= 1
        if cut < len(text) and text[cut] in CLOSING and cut > 1:
            cut -= 1
        done.append(text[:cut])
        text = text[cut:]
    return (*done, shorten(text, room, size)) if text else tuple(done)
