"""One command run once: how long it took, how much processor and how much memory it used."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Run:
    wall: float
    cpu: float
    """User and system seconds of the command and everything it started."""
    peak: float
    """MB that all its processes held at one time, shared pages counted once."""
    largest: float
    """MB that one of them held at most."""


class Failed(Exception):
    """A measured command did not do its work; nothing may be concluded from its time."""


def run(command: list[str], cwd: Path, environment: dict[str, str], accepted: tuple[int, ...] = (0,)) -> Run:
    _adopt_orphans()
    before = os.times()
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=_environment(environment), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    watch = _Memory(process.pid)
    watch.start()
    output, _ = process.communicate()
    wall = time.perf_counter() - started
    _await_orphans()
    after = os.times()
    watch.done.set()
    watch.join()
    if process.returncode not in accepted:
        raise Failed(f"{' '.join(command)}\n{output.decode(errors='replace')[-3000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(round(wall, 3), round(cpu, 3), round(watch.peak / 1024, 1), round(watch.largest / 1024, 1))


def _environment(own: dict[str, str]) -> dict[str, str]:
    """As where people work: Python may keep what it compiled, of the program measured and of its libraries alike."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | own


def _adopt_orphans() -> None:
    """What the command started and left behind becomes this process's, so that its time is counted (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def _await_orphans() -> None:
    with suppress(ChildProcessError, AttributeError):
        while os.waitpid(-1, 0):
            pass


def middle(runs: list[Run]) -> Run:
    """The medians of several runs."""
    return Run(*(round(median(getattr(each, field.name) for each in runs), 3) for field in fields(Run)))


class _Memory(threading.Thread):
    """Looks every fifth of a second at the session's processes (Linux only; elsewhere the peak is 0)."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak, self.largest, self.done = session, 0, 0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.2):
            held = [*map(_proportional, _session(self.session))]
            self.peak, self.largest = max(self.peak, sum(held)), max(self.largest, *held, 0)


def _session(leader: int) -> list[Path]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[3]) == leader:
                found.append(stat.parent)
        except (OSError, IndexError):
            continue
    return found


def _proportional(process: Path) -> int:
    """kB of a process's memory, a page shared by two counted half for each."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
