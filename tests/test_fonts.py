"""The command that makes the charts' typeface."""

from __future__ import annotations

import pytest
from evaluation.render.drawing.typeface import FILES
from matplotlib.ft2font import FT2Font

from scripts import fonts


def test_a_folder_without_the_source_fonts_is_named_with_its_mend(tmp_path, capsys):
    assert fonts.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"没有找到 {tmp_path / 'NotoSansCJK-Regular.ttc'}：先安装 fonts-noto-cjk，或在命令后写明它所在的目录。\n"
    )


@pytest.mark.parametrize("file", FILES.values(), ids=lambda file: file.name)
def test_the_typeface_holds_nothing_but_what_the_command_chooses(file):
    assert set(FT2Font(str(file)).get_charmap()) - fonts.characters() == set()


def test_the_characters_chosen_are_those_of_official_writing():
    chosen = fonts.characters()

    assert {ord(character) for character in "鄂〔〕①Ⅰ℃㎡〓，：／～—…≤→●瞭"} <= chosen
    assert ord("龘") not in chosen
