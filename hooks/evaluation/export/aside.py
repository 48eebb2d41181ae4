"""A little work done beside this process, by a fork of it: it has everything loaded, and what it keeps is found here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing import get_context, parent_process
from queue import Empty

Task = Callable[[], object]
PATIENCE = 0.05
"""Seconds after which it is looked whether the helper still lives."""
LIFE = 2
"""Seconds after which the helper looks whether the process it works for still lives."""
FORKING = sys.platform.startswith(("linux", "freebsd"))
"""Elsewhere the system's own libraries do not bear it."""


@dataclass(frozen=True)
class Carried:
    """A task that cannot be sent: the helper has carried it along, by its number."""

    number: int


class Aside:
    """Tasks that keep what they make. Where they cannot be done beside, whoever asks for that makes it.

    One fork does them one after the other: all of them together load what they need once, and whoever begins with the
    longest leaves this process one of two processors for the rest.
    """

    def __init__(self) -> None:
        self.tasks: list[Task] = []
        """What waits to be set off."""
        self.carried: list[Task] = []
        """What the helper will have with it."""
        self.helper = None
        self.queue = None
        self.done = None
        self.added = self.finished = 0

    @property
    def idle(self) -> bool:
        """Whether nothing waits or was begun."""
        return not self.tasks and self.queue is None

    @property
    def at_hand(self) -> bool:
        """Whether there is another process, or can be."""
        return self.helper is not None or (self.queue is None and forks())

    def carry(self, task: Task) -> Carried:
        """Before it sets off: what can be added afterwards, though it could not be sent then."""
        self.carried.append(task)
        return Carried(len(self.carried) - 1)

    def add(self, task: Task | Carried) -> int:
        """The number of tasks that are done when it is.

        Once it has set off, a task must be one that it carries, or that can be sent: a module's function with its arguments.
        """
        if self.queue is None:
            self.tasks.append(task)
        else:
            self.queue.put(task)
        self.added += 1
        return self.added

    def set_off(self) -> None:
        """Begin, if there is anything to do."""
        if self.tasks and self.queue is None and forks():
            system = get_context("fork")
            self.queue = system.Queue()
            self.queue.cancel_join_thread()  # should the helper die, nobody waits to tell it more
            self.done = system.Semaphore(0)
            given = self.tasks, self.carried, self.queue.get, self.done.release
            self.helper = system.Process(target=_do, args=given, daemon=True)
            self.helper.start()

    def wait(self, number: int) -> None:
        """Until so many tasks are done, or no more will be."""
        while self.helper is not None and self.finished < number:
            if self.done.acquire(timeout=PATIENCE):
                self.finished += 1
            elif not self.helper.is_alive():
                self.helper = None

    def close(self) -> None:
        """Nothing more is to be done: the helper ends by itself, at the latest with this process, and nobody waits for it."""
        if self.helper is not None:
            self.queue.put(None)
            self.helper = None


def forks() -> bool:
    """Whether this process may be forked as it stands: other threads would stop amid what they do."""
    return FORKING and threading.active_count() == 1


def _do(tasks: list[Task | Carried], carried: list[Task], more: Callable[..., Task | Carried | None], tell: Callable[[], None]) -> None:
    # What goes wrong here goes wrong again where it is asked for, and is told there.
    with suppress(Exception, KeyboardInterrupt):
        for task in chain(tasks, iter(partial(_next, more), None)):
            (carried[task.number] if isinstance(task, Carried) else task)()
            tell()


def _next(more: Callable[..., Task | Carried | None]) -> Task | Carried | None:
    """None where nothing more is to be done, or nobody is left who could want it."""
    while parent_process().is_alive():
        with suppress(Empty):
            return more(timeout=LIFE)
    return None
