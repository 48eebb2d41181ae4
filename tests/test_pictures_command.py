"""The README's pictures are taken of the site as it is, and are small enough to be kept."""

from __future__ import annotations

import pictures
import pytest
from PIL import Image

pytestmark = pytest.mark.browser


def test_each_main_page_is_taken_whole_and_small(browser, site, tmp_path):
    assert browser.is_connected()
    taken = {path.stem: path for path in pictures.shots(browser, site, tmp_path)}

    assert list(taken) == [shot.name for shot in pictures.SHOTS]
    for shot in pictures.SHOTS:
        assert taken[shot.name].stat().st_size < 300_000, shot.name
        with Image.open(taken[shot.name]) as picture:
            assert picture.size == shot.size
            assert len(picture.convert("L").getcolors()) > 8, f"{shot.name} shows nothing"


def test_without_a_site_it_says_what_to_do_first(tmp_path, capsys):
    assert pictures.main(["--site", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "先运行 run.py build" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
