"""Who begins a build, alone or with another beside, has the same texts; the other takes what new figures change most."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import evaluation.beginning
import evaluation.proof
import evaluation.render.data_file
import pytest
from evaluation.beginning import Begun, begin
from evaluation.cache import Cache
from evaluation.export.aside import FORKING, Aside, Carried
from evaluation.export.workshop import Workshop, get_ready, get_ready_to_draw
from evaluation.proof import sources_of
from evaluation.render.data_file import data_file
from evaluation.render.kept import Kept

from tests.load.project import write

FIGURES = "data/indicators.yml"


@pytest.fixture
def project(tmp_path) -> Path:
    root = write(tmp_path / "project", {"docs/report/01-overview.md": "# 总体情况\n\n{{ 图 指标总览 }}\n"})
    cache = Cache(tmp_path / "made", "1")
    built(begin(root, Workshop(cache, 1)))
    return root


def built(begun: Begun) -> tuple:
    made = begun.drafts, begun.examined().problems, list(begun.documents())
    begun.shop.close()
    return made


def changed(root: Path) -> None:
    path = root / FIGURES
    text = path.read_text(encoding="utf-8")
    assert "value: 9\n" in text
    path.write_text(text.replace("value: 9\n", "value: 7\n", 1), encoding="utf-8")


@pytest.fixture
def drafters(tmp_path, monkeypatch) -> Path:
    """A file with a line for each draft of the city's report: which process made it, or looked it up."""
    log, draft = tmp_path / "drafters", evaluation.beginning.city_draft

    def noted(*arguments):
        with log.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return draft(*arguments)

    monkeypatch.setattr(evaluation.beginning, "city_draft", noted)
    return log


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_new_figures_have_the_citys_report_drafted_beside(project, tmp_path, drafters, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # as if no earlier test had left a thread
    changed(project)
    beside = built(begin(project, Workshop(Cache(tmp_path / "made", "1"), 2)))

    first, last = drafters.read_text().split()
    assert first != last == str(os.getpid())
    assert beside == built(begin(project, Workshop(Cache(None), 1)))


@pytest.fixture
def loaders(monkeypatch) -> list[object]:
    """What was given to whoever is beside."""
    given: list[object] = []
    add = Aside.add
    monkeypatch.setattr(Aside, "add", lambda aside, task: given.append(task) or add(aside, task))
    return given


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_what_draws_is_loaded_beside_where_new_figures_give_a_new_picture(project, tmp_path, loaders, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    cache = Cache(tmp_path / "made", "1")
    built(begin(project, Workshop(cache, 2)))
    assert not {get_ready, get_ready_to_draw} & {*filter(callable, loaders)}

    changed(project)
    begun = begin(project, Workshop(cache, 2))
    assert (loaders.count(get_ready), loaders.count(get_ready_to_draw)) == (1, 1)

    built(begun)
    loaders.clear()
    built(begin(project, Workshop(cache, 2)))
    assert not {get_ready, get_ready_to_draw} & {*filter(callable, loaders)}


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_the_data_are_made_beside_where_no_picture_is_new(project, tmp_path, loaders, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    cache = Cache(tmp_path / "made", "1")
    with (project / FIGURES).open("a", encoding="utf-8") as file:
        file.write("\n# 一行注释\n")
    begun = begin(project, Workshop(cache, 2))
    assert Carried(0) in loaders
    assert get_ready_to_draw not in loaders

    begun.shop.aside.wait(begun.shop.aside.added)
    monkeypatch.setattr(evaluation.render.data_file, "_part", lambda *given: pytest.fail("made again"))
    data_file(Kept(begun.view.of(None), cache))
    built(begun)


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_in_a_first_build_a_few_reports_are_begun_before_the_citys(project, tmp_path, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(evaluation.beginning, "FEW", 1)
    begun, make = [], evaluation.beginning.documents

    def noted(view, manuscripts, *arguments):
        begun.append([manuscript.id for manuscript in manuscripts])
        return make(view, manuscripts, *arguments)

    monkeypatch.setattr(evaluation.beginning, "documents", noted)
    first = built(begin(project, Workshop(Cache(tmp_path / "new", "1"), 2)))
    assert begun == [["dongsheng"], ["city"], ["zhungeer", "gaoxin", "yingji"]]

    begun.clear()
    assert first == built(begin(project, Workshop(Cache(None), 1)))
    assert begun == [[], ["city"], ["dongsheng", "zhungeer", "gaoxin", "yingji"]]


def test_who_is_alone_loads_nothing_early(project, tmp_path, loaders):
    changed(project)
    built(begin(project, Workshop(Cache(tmp_path / "made", "1"), 1)))

    assert loaders == []


def test_the_same_figures_need_nobody_beside(project, tmp_path, drafters):
    built(begin(project, Workshop(Cache(tmp_path / "made", "1"), 2)))

    assert drafters.read_text().split() == [str(os.getpid())]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_measured_is_kept_by_whom_there_is(project, tmp_path, monkeypatch, jobs):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    cache = Cache(tmp_path / "made", "1")
    changed(project)
    begun = begin(project, Workshop(cache, jobs))
    begun.shop.aside.wait(begun.shop.aside.added)
    built(begun)
    monkeypatch.setattr(evaluation.proof, "measure", lambda *given: pytest.fail("measured again"))

    assert sources_of(project, cache).assessment == begun.proof.assessment
