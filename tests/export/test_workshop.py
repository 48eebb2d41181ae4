"""What is made apart comes back in order, the same for any number of processors, and once only."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from evaluation.cache import Cache
from evaluation.export import workshop
from evaluation.export.aside import FORKING, Aside
from evaluation.export.workshop import Order, Workshop
from evaluation.memory import THRESHOLDS, look_hardly_ever


def shout(text: str, log: Path) -> bytes:
    with log.open("a") as file:
        file.write(f"{text} {os.getpid()}\n")
    return text.upper().encode()


@pytest.fixture(autouse=True)
def nobody_stays(monkeypatch):
    """A fork of the tests' own process would keep their browser's pipes open."""
    begun: list[Aside] = []
    set_off = Aside.set_off
    monkeypatch.setattr(Aside, "set_off", lambda aside: begun.append(aside) or set_off(aside))
    yield
    for aside in begun:
        aside.close()


@pytest.fixture
def log(tmp_path) -> Path:
    return tmp_path / "log"


def orders(cache: Cache, words: list[str], log: Path) -> list[Order]:
    return [Order(cache.key("shout", word), shout, (word, log)) for word in words]


MUCH, LITTLE = 10.0, 0.001
"""Seconds that each is said to take."""
WORDS = ["one", "two", "three", "four", "five"]


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("at_once", [1, 2, 8])
def test_the_order_is_that_of_the_orders(tmp_path, log, jobs, at_once):
    cache = Cache(tmp_path / "made", "1")

    made = Workshop(cache, jobs).begin("words", orders(cache, WORDS, log), MUCH, at_once)()

    assert list(made) == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]


def test_more_processors_are_used_when_there_is_enough_to_do(tmp_path, log):
    cache = Cache(None)

    list(Workshop(cache, 2).begin("words", orders(cache, WORDS, log), MUCH)())

    assert str(os.getpid()) not in {line.split()[1] for line in log.read_text().splitlines()}


def test_for_a_little_work_no_other_process_is_started(tmp_path, log):
    cache = Cache(tmp_path / "made", "1")

    list(Workshop(cache, 2).begin("words", orders(cache, WORDS, log), LITTLE)())

    assert {line.split()[1] for line in log.read_text().splitlines()} == {str(os.getpid())}


SOME, LIGHT = 0.15, 0.04
"""Together enough for a fork, and not for a process that has to load everything; the lighter this one does as well."""


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_some_work_is_done_by_a_fork_once_it_sets_off(tmp_path, log, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # as if no earlier test had left a thread
    shop = Workshop(Cache(tmp_path / "made", "1"), 2)
    collect = shop.begin("words", orders(shop.cache, WORDS, log), SOME)
    shop.set_off()

    assert list(collect()) == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]
    makers = {line.split()[1] for line in log.read_text().splitlines()}
    assert len(makers) == 1
    assert str(os.getpid()) not in makers


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_one_fork_does_all_that_comes_after_it_set_off(tmp_path, log, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    shop = Workshop(Cache(tmp_path / "made", "1"), 2)
    first = shop.begin("words", orders(shop.cache, WORDS[:3], log), SOME)
    shop.set_off()
    second = shop.begin("words", orders(shop.cache, WORDS[3:], log), SOME, loading=0.5)
    shop.set_off()

    assert [*second(), *first()] == [b"FOUR", b"FIVE", b"ONE", b"TWO", b"THREE"]
    made = [line.split() for line in log.read_text().splitlines()]
    assert [word for word, _ in made] == WORDS
    assert len({maker for _, maker in made}) == 1
    assert str(os.getpid()) not in {maker for _, maker in made}


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_rather_than_wait_for_a_fork_this_process_begins_at_the_end(tmp_path, log, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    shop = Workshop(Cache(tmp_path / "made", "1"), 2)
    collect = shop.begin("words", [Order(shop.cache.key(word), slowly, (word, log)) for word in WORDS], LIGHT)
    shop.set_off()

    assert list(collect()) == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]
    makers = dict(line.split() for line in log.read_text().splitlines())
    assert makers["five"] == str(os.getpid()) != makers["one"]
    shop.close()


def slowly(text: str, log: Path) -> bytes:
    time.sleep(0.2)
    return shout(text, log)


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_what_is_wanted_soon_does_not_wait_for_a_fork(tmp_path, log, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    shop = Workshop(Cache(tmp_path / "made", "1"), 2)
    collect = shop.begin("words", orders(shop.cache, WORDS, log), SOME, soon=True)
    shop.set_off()

    assert list(collect()) == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]
    assert {line.split()[1] for line in log.read_text().splitlines()} == {str(os.getpid())}


def test_what_nobody_set_off_is_made_here(tmp_path, log):
    shop = Workshop(Cache(tmp_path / "made", "1"), 2)

    assert list(shop.begin("words", orders(shop.cache, WORDS, log), SOME)()) == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]
    assert {line.split()[1] for line in log.read_text().splitlines()} == {str(os.getpid())}


@pytest.mark.parametrize("shop", [Workshop(Cache(None), 2), Workshop(Cache(None), 1), Workshop(Cache(Path("made"), "1"), 2, awake=True)])
def test_nothing_is_done_beside_that_could_not_be_found_here(shop):
    shop.beside(print)

    assert shop.aside.tasks == []


def test_what_is_awake_already_is_used_for_a_little_work(tmp_path, log):
    cache = Cache(tmp_path / "made", "1")

    list(Workshop(cache, 2, awake=True).begin("words", orders(cache, WORDS, log), LITTLE)())

    assert str(os.getpid()) not in {line.split()[1] for line in log.read_text().splitlines()}


def test_joblib_is_loaded_without_numpy_and_leaves_numpy_to_whoever_wants_it():
    script = "import sys; from evaluation.export.workshop import light_joblib as load; load(); print('numpy' in sys.modules); import numpy"

    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": "hooks"})

    assert told.stdout == "False\n"


def test_what_is_awake_already_makes_a_single_thing_too(tmp_path, log):
    cache = Cache(tmp_path / "made", "1")

    assert list(Workshop(cache, 2, awake=True).begin("words", orders(cache, ["one"], log), LITTLE)()) == [b"ONE"]
    assert str(os.getpid()) not in {line.split()[1] for line in log.read_text().splitlines()}


def test_after_a_rest_others_go_on(tmp_path, log):
    cache = Cache(tmp_path / "made", "1")
    shop = Workshop(cache, 2)
    shop.wake()
    before = list(shop.begin("words", orders(cache, WORDS[:3], log), MUCH)())
    shop.rest()
    after = list(shop.begin("words", orders(cache, WORDS[3:], log), MUCH)())

    assert before + after == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]
    who = dict(map(str.split, log.read_text().splitlines()))
    assert {who[word] for word in WORDS[:3]}.isdisjoint(who[word] for word in WORDS[3:])


def test_what_is_damaged_or_gone_by_the_time_it_is_wanted_is_made_here(tmp_path, log):
    cache = Cache(tmp_path / "made", "1")
    wanted = orders(cache, WORDS, log)
    list(Workshop(cache).begin("words", wanted, MUCH)())
    collect = Workshop(cache).begin("words", wanted, MUCH)
    first, second, *_ = sorted(path for path in cache.folder.rglob("*") if path.is_file())
    first.write_bytes(b"damaged")
    second.unlink()
    log.unlink()

    assert list(collect()) == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]
    assert len(log.read_text().splitlines()) == 2


def test_what_is_known_is_not_made_again(tmp_path, log):
    cache = Cache(tmp_path / "made", "1")
    list(Workshop(cache).begin("words", orders(cache, ["two", "four"], log), MUCH)())
    log.unlink()

    made = Workshop(cache).begin("words", orders(cache, WORDS, log), MUCH)()

    assert list(made) == [b"ONE", b"TWO", b"THREE", b"FOUR", b"FIVE"]
    assert [line.split()[0] for line in log.read_text().splitlines()] == ["one", "three", "five"]


def test_progress_counts_what_was_known(tmp_path, log):
    cache, told = Cache(tmp_path / "made", "1"), []
    list(Workshop(cache).begin("words", orders(cache, ["two"], log), MUCH)())

    list(Workshop(cache, step=told.append).begin("words", orders(cache, ["one", "two", "three"], log), MUCH)())

    assert told == ["words 2/3", "words 3/3"]


def test_a_fault_of_ours_is_not_swallowed(tmp_path):
    cache = Cache(tmp_path / "made", "1")

    with pytest.raises(TypeError):
        list(Workshop(cache).begin("words", [Order("aa", shout, ())], MUCH)())


def test_others_are_woken_only_where_much_will_be_made(tmp_path, monkeypatch):
    woken = []
    monkeypatch.setattr(workshop, "start_hands", lambda: woken.append("started"))
    cache = Cache(tmp_path / "made", "1")
    Workshop(Cache(None), 1).wake()
    shop = Workshop(cache, 2)
    shop.wake()
    shop.close()
    assert woken == ["started"]

    Workshop(cache, 2).wake()
    assert woken == ["started"]

    Workshop(Cache(cache.folder, "2"), 2).wake()
    assert woken == ["started", "started"]


@pytest.mark.skipif(not FORKING, reason="this system does not fork")
def test_ahead_is_done_by_a_fork_where_much_will_be_made_and_not_at_all_where_little_is(tmp_path, log, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    cache = Cache(tmp_path / "made", "1")
    for shop in (Workshop(cache, 2), Workshop(Cache(None), 2, awake=True)):
        shop.ahead(partial(shout, "one", log))
    Workshop(cache, 2, awake=True).ahead(partial(shout, "two", log))

    while not (log.exists() and log.read_text().endswith("\n")):
        time.sleep(0.01)
    (word, who), = map(str.split, log.read_text().splitlines())
    assert word == "two"
    assert int(who) != os.getpid()


def test_only_who_will_make_much_looks_for_garbage(tmp_path):
    cache, before = Cache(tmp_path / "made", "1"), gc.get_threshold()
    try:
        Workshop(cache, 1).wake()
        assert gc.get_threshold() == THRESHOLDS

        Workshop(cache, 1).close()
        look_hardly_ever()
        Workshop(cache, 1).wake()
        assert gc.get_threshold()[0] > THRESHOLDS[0]
    finally:
        gc.set_threshold(*before)


def test_figures_are_new_until_everything_was_made_of_them(tmp_path):
    cache = Cache(tmp_path / "made", "1")
    Workshop(cache, 1).close()  # all was made once

    def woken(data: str | None) -> Workshop:
        shop = Workshop(cache, 2)
        shop.wake(data)
        return shop

    assert (woken("figures").new_figures, woken(None).new_figures) == (True, False)

    shop = woken("figures")
    assert shop.new_figures
    shop.close()
    assert not woken("figures").new_figures
    assert woken("others").new_figures


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="this system does not fork")
def test_the_others_are_forked_from_one_that_has_everything_loaded(tmp_path):
    cache = Cache(tmp_path / "made", "1")
    asked = [Order(cache.key("loaded", number), loaded_by, (number,)) for number in range(4)]

    told = [json.loads(content) for content in Workshop(cache, 2, awake=True).begin("asked", asked, LITTLE)()]

    assert {tuple(found["modules"]) for found in told} == {("evaluation.export.document", "evaluation.render.drawing")}
    assert len({found["parent"] for found in told}) == 1
    assert os.getpid() not in {found["parent"] for found in told}


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="this system does not fork")
def test_the_others_stand_back_behind_this_one(tmp_path):
    cache = Cache(tmp_path / "made", "1")
    asked = [Order(cache.key("nice", number), standing, (number,)) for number in range(4)]
    found = {int(content) for content in Workshop(cache, 2, awake=True).begin("asked", asked, LITTLE)()}

    assert min(found) > os.nice(0)


def standing(number: int) -> bytes:
    return b"%d" % os.nice(0)


def loaded_by(number: int) -> bytes:
    wanted = ("evaluation.export.document", "evaluation.render.drawing")
    return json.dumps({"parent": os.getppid(), "modules": [name for name in wanted if name in sys.modules]}).encode()
