"""What was measured and checked is kept while the data are the same, and is what would be found anew."""

from __future__ import annotations

from pathlib import Path

import evaluation.proof
import pytest
from evaluation.cache import Cache
from evaluation.proof import proofread, sources_of

from tests.load.project import write

SECTION, DATA = "docs/banners/dongsheng/indicators.md", "data/indicators.yml"


@pytest.fixture
def measured(monkeypatch) -> list[str]:
    """A word for each time that all is measured."""
    times: list[str] = []
    measure = evaluation.proof.measure
    monkeypatch.setattr(evaluation.proof, "measure", lambda *given: times.append("measured") or measure(*given))
    return times


@pytest.fixture
def project(tmp_path) -> Path:
    return write(tmp_path / "project", {SECTION: "全区生产安全形势平稳。\n"})


@pytest.fixture
def cache(tmp_path) -> Cache:
    return Cache(tmp_path / "cache")


def test_a_changed_sentence_changes_no_figure(project, cache, measured):
    sources_of(project, cache)
    Path(project, SECTION).write_text("全区生产安全形势稳定。\n", encoding="utf-8")
    again = sources_of(project, cache)

    assert measured == ["measured"]
    assert again.evaluation.section("dongsheng", "indicators").body.strip() == "全区生产安全形势稳定。"


def test_a_text_that_is_gone_is_owed(project, cache):
    assert "indicators" in of_unit(sources_of(project, cache), "dongsheng").present
    Path(project, SECTION).unlink()

    assert "indicators" in of_unit(sources_of(project, cache), "dongsheng").missing


def of_unit(proof, unit):
    return next(one for one in proof.assessment.completeness if one.unit == unit)


def test_any_changed_byte_of_the_data_has_all_measured_anew(project, cache, measured):
    sources_of(project, cache)
    with Path(project, DATA).open("a", encoding="utf-8") as file:
        file.write("\n# 一行注释\n")
    sources_of(project, cache)

    assert measured == ["measured", "measured"]


def test_what_was_kept_is_what_is_found_anew(project, cache):
    Path(project, DATA).write_text(Path(project, DATA).read_text(encoding="utf-8").replace("owners:", "owner:"), encoding="utf-8")
    first, second, fresh = proofread(project, cache), proofread(project, cache), proofread(project)

    assert first.problems == second.problems == fresh.problems
    assert first.assessment == second.assessment == fresh.assessment
    assert fresh.problems


def test_data_that_change_while_they_are_read_are_not_taken_for_known(project, cache, monkeypatch):
    load = evaluation.proof.load_evaluation

    def saved_meanwhile(*arguments):
        found = load(*arguments)
        with Path(project, DATA).open("a", encoding="utf-8") as file:
            file.write("\n# 又一行\n")
        return found

    monkeypatch.setattr(evaluation.proof, "load_evaluation", saved_meanwhile)

    assert sources_of(project, cache).data == ""
