"""What is done beside this process is done once, in order, and its faults are told by whoever asks for the result."""

from __future__ import annotations

import os
import threading
from functools import partial
from pathlib import Path

import pytest
from evaluation.export.aside import FORKING, Aside, forks

pytestmark = pytest.mark.skipif(not FORKING, reason="this system does not fork")


@pytest.fixture
def alone(monkeypatch):
    """As if no earlier test had left a thread."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def note(file: Path, word: str) -> None:
    with file.open("a", encoding="utf-8") as told:
        told.write(f"{word} {os.getpid() == PARENT}\n")


def fail() -> None:
    raise RuntimeError("a fault of ours")


PARENT = os.getpid()


def done(*tasks) -> None:
    aside = Aside()
    for task in tasks:
        aside.add(task)
    aside.set_off()
    aside.wait()


def test_tasks_are_done_in_order_by_another_process(tmp_path, alone):
    done(partial(note, tmp_path / "told", "first"), partial(note, tmp_path / "told", "second"))

    assert (tmp_path / "told").read_text(encoding="utf-8") == "first False\nsecond False\n"


def test_what_it_began_with_is_done_before_what_came_later(tmp_path, alone):
    aside = Aside()
    aside.add(partial(note, tmp_path / "told", "first"))
    aside.set_off()
    aside.wait_first()

    assert (tmp_path / "told").read_text(encoding="utf-8") == "first False\n"
    aside.wait()


@pytest.mark.parametrize("task", [partial(os._exit, 1), fail])
def test_nobody_waits_for_what_will_never_be_done(alone, task):
    aside = Aside()
    aside.add(task)
    aside.set_off()
    aside.wait_first()

    assert not aside.begun_with.is_set()


def test_a_fault_ends_the_tasks_and_says_nothing(tmp_path, alone, capfd):
    done(partial(note, tmp_path / "told", "first"), fail, partial(note, tmp_path / "told", "second"))

    assert (tmp_path / "told").read_text(encoding="utf-8") == "first False\n"
    assert capfd.readouterr() == ("", "")


def test_a_helper_that_died_is_not_waited_for(tmp_path, alone):
    aside = Aside()
    aside.add(partial(os._exit, 1))
    aside.set_off()
    for _ in range(3):
        aside.add(partial(note, tmp_path / "told", "x" * 100_000))
    aside.wait()

    assert not (tmp_path / "told").exists()


def test_a_process_with_other_threads_is_not_forked():
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    try:
        assert not forks()
    finally:
        end.set()
        other.join()
