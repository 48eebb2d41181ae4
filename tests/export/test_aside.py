"""What is done beside this process is done once, in order, and its faults are told by whoever asks for the result."""

from __future__ import annotations

import os
import subprocess
import sys
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
    numbers = [aside.add(task) for task in tasks]
    aside.set_off()
    aside.wait(numbers[-1])
    aside.close()


def test_tasks_are_done_in_order_by_another_process(tmp_path, alone):
    done(partial(note, tmp_path / "told", "first"), partial(note, tmp_path / "told", "second"))

    assert (tmp_path / "told").read_text(encoding="utf-8") == "first False\nsecond False\n"


def test_each_task_is_waited_for_by_its_number(tmp_path, alone):
    aside = Aside()
    first = aside.add(partial(note, tmp_path / "told", "first"))
    aside.set_off()
    aside.wait(first)
    second = aside.add(partial(note, tmp_path / "told", "second"))

    assert (tmp_path / "told").read_text(encoding="utf-8").startswith("first False\n")
    aside.wait(second)
    aside.wait(first)
    assert (tmp_path / "told").read_text(encoding="utf-8") == "first False\nsecond False\n"
    aside.close()


def test_what_cannot_be_sent_is_carried_along(tmp_path, alone):
    aside = Aside()
    words = iter(["first", "second"])
    carried = [aside.carry(lambda: note(tmp_path / "told", next(words))) for _ in range(2)]
    aside.add(partial(note, tmp_path / "told", "zero"))
    aside.set_off()
    aside.wait(aside.add(carried[1]))

    assert (tmp_path / "told").read_text(encoding="utf-8") == "zero False\nfirst False\n"
    aside.close()


def test_nobody_waits_for_the_helpers_end(tmp_path, alone):
    """It ends by itself when it has done all that it was told."""
    aside = Aside()
    aside.add(partial(note, tmp_path / "told", "first"))
    aside.set_off()
    helper = aside.helper
    aside.close()
    helper.join(timeout=10)

    assert (tmp_path / "told").read_text(encoding="utf-8") == "first False\n"
    assert helper.exitcode == 0


@pytest.mark.parametrize("task", [partial(os._exit, 1), fail])
def test_nobody_waits_for_what_will_never_be_done(alone, task):
    aside = Aside()
    number = aside.add(task)
    aside.set_off()
    aside.wait(number)

    assert aside.finished < number


def test_a_fault_ends_the_tasks_and_says_nothing(tmp_path, alone, capfd):
    done(partial(note, tmp_path / "told", "first"), fail, partial(note, tmp_path / "told", "second"))

    assert (tmp_path / "told").read_text(encoding="utf-8") == "first False\n"
    assert capfd.readouterr() == ("", "")


def test_a_helper_that_died_is_not_waited_for(tmp_path, alone):
    aside = Aside()
    aside.add(partial(os._exit, 1))
    aside.set_off()
    numbers = [aside.add(partial(note, tmp_path / "told", "x" * 100_000)) for _ in range(3)]
    aside.wait(numbers[-1])

    assert not (tmp_path / "told").exists()


def test_a_helper_whose_process_was_killed_ends_too(tmp_path):
    script = (
        "import os, sys\n"
        "from functools import partial\n"
        "from evaluation.export.aside import Aside\n"
        "aside = Aside()\n"
        "aside.add(partial(print, flush=True))\n"
        "aside.set_off()\n"
        "aside.wait(1)\n"
        "print(aside.helper.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    told = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "hooks"}, timeout=30)

    # Its output ends only when the helper, who has it too, is gone.
    assert int(told.stdout) > 0


def test_a_process_with_other_threads_is_not_forked():
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    try:
        assert not forks()
    finally:
        end.set()
        other.join()
