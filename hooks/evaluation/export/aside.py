"""A little work done beside this process, by a fork of it: it has everything loaded, and what it keeps is found here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context

Task = Callable[[], object]
PATIENCE = 0.05
"""Seconds after which it is looked whether the helper still lives."""
FORKING = sys.platform.startswith(("linux", "freebsd"))
"""Elsewhere the system's own libraries do not bear it."""


class Aside:
    """Tasks that keep what they make. Where they cannot be done beside, whoever asks for that makes it.

    One fork does them one after the other: all of them together load what they need once, and whoever begins with the
    longest leaves this process one of two processors for the rest.
    """

    def __init__(self) -> None:
        self.tasks: list[Task] = []
        """What waits to be set off."""
        self.helper = None
        self.queue = None
        self.begun_with = None

    @property
    def idle(self) -> bool:
        """Whether nothing waits or was begun."""
        return not self.tasks and self.queue is None

    def add(self, task: Task) -> None:
        """Once it has set off, a task must be one that can be sent: a module's function with its arguments."""
        if self.queue is None:
            self.tasks.append(task)
        else:
            self.queue.put(task)

    def set_off(self) -> None:
        """Begin, if there is anything to do."""
        if self.tasks and self.queue is None and forks():
            system = get_context("fork")
            self.queue = system.Queue()
            self.queue.cancel_join_thread()  # should the helper die, nobody waits to tell it more
            self.begun_with = system.Event()
            self.helper = system.Process(target=_do, args=(self.tasks, self.begun_with.set, self.queue.get), daemon=True)
            self.helper.start()

    def wait_first(self) -> None:
        """Until all is done that it began with; more may wait behind it."""
        while self.helper is not None and self.helper.is_alive() and not self.begun_with.wait(PATIENCE):
            pass

    def wait(self) -> None:
        """Until all is done that was begun; nothing more can be."""
        if self.helper is not None:
            self.queue.put(None)
            self.helper.join()
            self.helper = None


def forks() -> bool:
    """Whether this process may be forked as it stands: other threads would stop amid what they do."""
    return FORKING and threading.active_count() == 1


def _do(tasks: list[Task], tell: Callable[[], None], more: Callable[[], Task | None]) -> None:
    # What goes wrong here goes wrong again where it is asked for, and is told there.
    with suppress(Exception, KeyboardInterrupt):
        for task in tasks:
            task()
        tell()
        while (task := more()) is not None:
            task()
