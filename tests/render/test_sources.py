"""Each page names the file it is made from, where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.render.sources import source_file

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("page", "generated", "source"),
    [
        ("report/02-indicators.md", False, "docs/report/02-indicators.md"),
        ("indicators/index.md", True, "data/indicators.yml"),
        ("indicators/I01.md", True, "data/indicators.yml"),
        ("areas/T1.md", True, "data/tasks.yml"),
        ("projects/P01.md", True, "data/projects.yml"),
        ("banners/dalate.md", True, "data/reports/dalate.yml"),
        ("departments/yingji.md", True, "data/reports/yingji.yml"),
        ("banners/index.md", True, None),
        ("registers/problems.md", True, None),
        ("downloads.md", True, None),
    ],
)
def test_a_page_is_made_from(page, generated, source):
    assert source_file(page, generated) == source
    assert source is None or (ROOT / source).is_file()
