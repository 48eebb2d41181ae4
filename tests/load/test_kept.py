"""What was loaded is kept by the bytes of its file: the same bytes are not read twice, others are never taken for them."""

from __future__ import annotations

import pytest
from evaluation.cache import Cache
from evaluation.load import load_evaluation, reports
from evaluation.load.kept import Kept

from tests.load.project import write


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache", "this version")


@pytest.fixture
def project(tmp_path):
    return write(tmp_path / "project")


def counted(monkeypatch):
    """How often a report was really read."""
    read, original = [], reports.load_report
    monkeypatch.setattr(reports, "load_report", lambda root, unit, faults: read.append(unit) or original(root, unit, faults))
    return read


def test_what_is_kept_equals_what_is_read(project, cache):
    first, again, without = load_evaluation(project, cache), load_evaluation(project, cache), load_evaluation(project)

    assert repr(first) == repr(again) == repr(without)


def test_only_the_changed_report_is_read_again(project, cache, monkeypatch):
    load_evaluation(project, cache)
    read = counted(monkeypatch)
    path = sorted((project / "data/reports").glob("*.yml"))[0]
    path.write_text(path.read_text(encoding="utf-8") + "# 又看了一遍\n", encoding="utf-8")

    load_evaluation(project, cache)

    assert read == [path.stem]


def test_the_faults_of_a_file_are_kept_with_it(project, cache):
    path = sorted((project / "data/reports").glob("*.yml"))[0]
    path.write_text(path.read_text(encoding="utf-8") + "unknown: 1\n", encoding="utf-8")

    first, again = load_evaluation(project, cache)[1], load_evaluation(project, cache)[1]

    assert first == again
    assert [problem.where.path for problem in again] == [f"data/reports/{path.name}"]


def test_a_file_saved_while_it_is_read_is_not_kept(project, cache):
    path = project / "data/plan.yml"

    def load():
        path.write_text("another\n", encoding="utf-8")
        return "read too early"

    kept = Kept(project, cache)
    kept.load("data/plan.yml", load)

    assert kept.load("data/plan.yml", lambda: "read again") == "read again"


def test_what_is_no_plain_file_is_never_kept(project, cache):
    kept = Kept(project, cache)

    assert [kept.load("data", lambda: "a folder"), kept.load("data/none.yml", lambda: "absent")] == ["a folder", "absent"]
    assert not cache.folder.exists()


def test_what_was_loaded_ahead_is_found_and_not_loaded_ahead_again(project, cache):
    kept = Kept(project, cache)

    assert kept.ahead("data/plan.yml", lambda: "ahead")
    assert not kept.ahead("data/plan.yml", lambda: pytest.fail("loaded again"))
    assert kept.load("data/plan.yml", lambda: pytest.fail("loaded again")) == "ahead"


def test_what_cannot_be_kept_is_not_loaded_ahead(project, cache):
    here = [Kept(project, cache).ahead(path, lambda: pytest.fail("loaded")) for path in ("data", "data/none.yml")]

    assert [*here, Kept(project).ahead("data/plan.yml", lambda: pytest.fail("loaded"))] == [False, False, False]
