"""The vendored typeface: complete, its own, measured as it is drawn, never a missing glyph."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.render.drawing import missing_characters
from evaluation.render.drawing.canvas import SIZE
from evaluation.render.drawing.typeface import FILES, FOLDER, font, shorten, width, wrap
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.ft2font import FT2Font, LoadFlags


@pytest.mark.parametrize("file", FILES.values(), ids=lambda file: file.name)
def test_the_font_has_every_character_of_gb2312(file):
    cells = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    have = FT2Font(str(file)).get_charmap()

    assert [c for c in cells if c and ord(c) not in have] == []


@pytest.mark.parametrize("file", FILES.values(), ids=lambda file: file.name)
def test_the_font_is_small_and_carries_its_licence(file):
    assert file.stat().st_size <= 3_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_characters_of_official_writing_are_there():
    assert missing_characters("鄂应急发〔2022〕50号，3～5℃，≤10%，×①②Ⅲ㎡●◆▲■○—…“”《》·－／：瞭望、敖勒召其") == set()


def test_the_fonts_come_from_the_package_and_not_from_the_machine():
    assert [Path(font(bold).fname).parent for bold in (False, True)] == [FOLDER, FOLDER]


def test_a_missing_character_is_named():
    assert missing_characters("东胜𠮷区龘") == {"𠮷", "龘"}


def test_a_character_stands_where_matplotlib_would_set_it():
    face = font(False)
    face.set_size(100, 72)
    placed = [item.x for item in face._layout("AVATo Wa，（1,234.5）", flags=LoadFlags.NO_HINTING)]

    assert placed == pytest.approx([width("AVATo Wa，（1,234.5）"[:at], 100) for at in range(len(placed))], abs=0.05)


chinese = st.text(alphabet="应急管理体制机制，。（）2023GDP", min_size=1, max_size=40)


@given(chinese, st.integers(30, 200))
def test_wrapped_lines_fit_and_lose_nothing_before_the_ellipsis(text, room):
    lines = wrap(text, room, SIZE)

    assert all(width(line, SIZE) <= room for line in lines)
    assert len(lines) <= 2
    assert text.startswith("".join(lines).removesuffix("…")) or "".join(lines) == text


@given(chinese, st.integers(15, 200))
def test_a_shortened_text_fits(text, room):
    short = shorten(text, room, SIZE)

    assert width(short, SIZE) <= room
    assert short == text or short.endswith("…")
