"""What was found in texts is kept: the same is said with it and without, and only what changed is read again."""

from __future__ import annotations

from pathlib import Path

import evaluation.prose
import pytest
from evaluation.cache import Cache
from evaluation.proof import proofread

from tests.load.project import spoilt, write

SECTION = "docs/banners/dongsheng/indicators.md"
OTHER = "docs/banners/zhungeer/tasks.md"
WRONG = "2022年全区生产安全事故死亡9人,2021年死亡4人。\n"


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The texts that a rule is given."""
    paths: list[str] = []

    def every_text_is_read(text, material):
        paths.append(text.path)
        yield from ()

    rules = (*evaluation.prose.RULES, every_text_is_read)
    monkeypatch.setattr(evaluation.prose, "RULES", rules)
    return paths


def test_the_same_is_found_with_and_without_what_was_kept(tmp_path):
    root, cache = write(tmp_path / "project", {SECTION: WRONG}), Cache(tmp_path / "cache")
    fresh, first, second = proofread(root), proofread(root, cache), proofread(root, cache)

    assert fresh.problems == first.problems == second.problems
    assert [p.edit for p in fresh.problems] == [p.edit for p in second.problems]
    assert any(p.edit for p in fresh.problems)
    assert any(p.rule == "figures_agree_with_the_data" for p in fresh.problems)


def test_a_changed_sentence_is_read_again_and_other_units_are_not(tmp_path, read):
    root, cache = write(tmp_path / "project", {SECTION: WRONG}), Cache(tmp_path / "cache")
    proofread(root, cache)
    assert {SECTION, OTHER} <= set(read)
    read.clear()
    proofread(root, cache)
    assert read == []
    Path(root, SECTION).write_text(WRONG.replace("9人", "3人"), encoding="utf-8")

    assert not any(p.rule == "figures_agree_with_the_data" for p in proofread(root, cache).problems)
    assert set(read) == {SECTION}


def test_a_changed_figure_has_every_text_read_again(tmp_path, read):
    cache = Cache(tmp_path / "cache")
    proofread(write(tmp_path / "before", {SECTION: WRONG}), cache)
    read.clear()
    after = {SECTION: WRONG, **spoilt("data/reports/dongsheng.yml", "value: 3", "value: 9")}

    assert not any("死亡9人" in p.what for p in proofread(write(tmp_path / "after", after), cache).problems)
    assert {SECTION, OTHER} <= set(read)
