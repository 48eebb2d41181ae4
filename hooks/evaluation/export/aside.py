"""A little work done beside this process, by a fork of it: it has everything loaded, and what it keeps is found here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

Task = Callable[[], object]
FORKING = sys.platform.startswith(("linux", "freebsd"))
"""Elsewhere the system's own libraries do not bear it."""


class Aside:
    """Tasks that keep what they make. Where they cannot be done beside, whoever asks for that makes it."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.helper: BaseProcess | None = None

    def add(self, task: Task) -> None:
        self.tasks.append(task)

    def set_off(self) -> None:
        """Begin, one task after the other."""
        if self.tasks and forks():
            self.helper = get_context("fork").Process(target=_do, args=(self.tasks,), daemon=True)
            self.helper.start()

    def wait(self) -> None:
        """Until all is done that was begun."""
        if self.helper is not None:
            self.helper.join()


def forks() -> bool:
    """Whether this process may be forked as it stands: other threads would stop amid what they do."""
    return FORKING and threading.active_count() == 1


def _do(tasks: list[Task]) -> None:
    # What goes wrong here goes wrong again where it is asked for, and is told there.
    with suppress(Exception, KeyboardInterrupt):
        for task in tasks:
            task()
