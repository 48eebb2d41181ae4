"""What was found in texts is kept: the same is said with it and without, and only what changed is read again."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from pathlib import Path

import corpus
import evaluation.prose.rules
import pytest
from evaluation.cache import Cache
from evaluation.load import load_evaluation
from evaluation.proof import proofread

from tests.load.project import spoilt, write
from tests.prose.test_contradictions import RIGHT as RIGHT_STATES
from tests.prose.test_contradictions import WRONG as WRONG_STATES

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

    rules = (*evaluation.prose.rules.RULES, every_text_is_read)
    monkeypatch.setattr(evaluation.prose.rules, "RULES", rules)
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


def test_a_changed_figure_has_the_texts_read_again_that_speak_of_it(tmp_path, read):
    cache = Cache(tmp_path / "cache")
    proofread(write(tmp_path / "before", {SECTION: WRONG}), cache)
    read.clear()
    after = {SECTION: WRONG, **spoilt("data/reports/dongsheng.yml", "value: 3", "value: 9")}

    assert not any("死亡9人" in p.what for p in proofread(write(tmp_path / "after", after), cache).problems)
    assert set(read) == {SECTION}


SPOKEN_OF = {
    "a state": ("{{ 项目 P01 }}已完工。\n", "stage: 开工在建", "stage: 已完工\n    finished: 2023-05-31"),
    "what a reference prints": (
        "2022年全区生产安全事故死亡3人。\n", "value: 3\n", "value: 3\n    status: 快报\n    expected: 2023-12-31\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOKEN_OF)
def test_what_is_no_figure_is_asked_again_too(tmp_path, name):
    body, old, new = SPOKEN_OF[name]
    cache = Cache(tmp_path / "cache")
    before = proofread(write(tmp_path / "before", {SECTION: body}), cache).problems
    after = write(tmp_path / "after", {SECTION: body, **spoilt("data/reports/dongsheng.yml", old, new)})

    assert [p for p in before if p.where.path == SECTION]
    assert [p for p in proofread(after, cache).problems if p.where.path == SECTION] == []


def test_a_changed_register_has_every_text_read_again(tmp_path, read):
    cache = Cache(tmp_path / "cache")
    proofread(write(tmp_path / "before"), cache)
    read.clear()
    proofread(write(tmp_path / "after", spoilt("data/units.yml", "name: 东胜区", "name: 东城区")), cache)

    assert {SECTION, OTHER} <= set(read)


CHANGES = (
    ("data/reports/*.yml", r"(^    value: )(\d+)$", lambda match: f"{match[1]}{int(match[2]) + 7}"),
    ("data/reports/zhungeer.yml", r"(^    value: )(\d+)$", lambda match: f"{match[1]}{int(match[2]) + 7}"),
    ("data/reports/*.yml", r"(^    invested: )(\d+)", lambda match: f"{match[1]}{int(match[2]) + 1000}"),
    ("data/reports/*.yml", r"(^    stage: )开工在建", lambda match: f"{match[1]}前期论证"),
    ("data/reports/*.yml", r"(^    state: )按序时推进", lambda match: f"{match[1]}进展缓慢"),
    ("data/indicators.yml", r"(^      value: )(\d+)$", lambda match: f"{match[1]}{int(match[2]) + 7}"),
    ("data/events/accidents.csv", r"^A2022[^\n]*\n", lambda match: ""),
    ("data/events/disasters.csv", r"^D2022[^\n]*\n", lambda match: ""),
)
"""Wherever figures and states stand: (files, what is looked for, what takes its place)."""


@pytest.mark.parametrize(
    ("files", "pattern", "changed"), CHANGES, ids=[f"{files} {pattern}" for files, pattern, _ in CHANGES],
)
def test_whatever_changes_in_the_data_the_same_is_found_with_what_was_kept(tmp_path, kept_before, files, pattern, changed):
    project, cache = kept_before
    copy = shutil.copytree(project, tmp_path / "changed")
    made = 0
    for path in sorted(copy.glob(files)):
        text, often = re.subn(pattern, changed, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
        made += often

    assert made
    fresh = proofread(copy).problems
    assert proofread(copy, cache).problems == fresh
    assert fresh != proofread(project).problems


@pytest.fixture(scope="module")
def kept_before(tmp_path_factory):
    """The corpus's plan, with texts made of its sentences, right and wrong, and what was kept of them."""
    folder = tmp_path_factory.mktemp("kept")
    project = Path(shutil.copytree(corpus.CORPUS.parent / "plan", folder / "project"))
    said: dict[str, list[str]] = defaultdict(list)
    evaluation, _ = load_evaluation(project)
    for case in corpus.cases(corpus.CORPUS, evaluation):
        unit = evaluation.unit(case.unit) if case.unit else None
        said[f"docs/{unit.folder}/{unit.id}/indicators.md" if unit else "docs/report/01-overview.md"].append(case.sentence)
    for body, unit in [(body, unit) for body, (unit, *_) in WRONG_STATES.items()] + list(RIGHT_STATES.items()):
        folder_of = evaluation.unit(unit).folder if unit else None
        said[f"docs/{folder_of}/{unit}/tasks.md" if unit else "docs/report/02-tasks.md"].append(body)
    for path, sentences in said.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("# 总体情况\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    cache = Cache(folder / "cache")
    assert len(proofread(project, cache).problems) > 300
    return project, cache
