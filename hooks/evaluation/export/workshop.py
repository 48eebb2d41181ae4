"""All processors at work on what can be made apart: begun early, collected when it is needed, never made twice."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from types import ModuleType

from evaluation.cache import Cache
from evaluation.export.aside import Aside, Carried, Task
from evaluation.memory import give_back, look_seldom
from evaluation.unneeded import without

HANDS = "evaluation.export.hands"
"""The module that loads all that the other processes need."""
BEHIND = "evaluation.export.behind"
"""What makes them give way to this one."""
JOBS = "joblib.externals.loky.process_executor"
"""What each of them runs."""
START = 1.0
"""Seconds of a processor that another process takes before it does anything, unless it is forked from this one."""
LARGE = 1_000_000
"""Bytes of something that took many times as much while it was made."""
FORK, SENT = 0.08, 0.01
"""Seconds of work for which a fork is worthwhile, and where there is one already, to send it there."""

Step = Callable[[str], None]


@dataclass(frozen=True)
class Order:
    """Something to be made: what it is kept under, and the function of a module with the arguments that make it."""

    key: str
    make: Callable[..., bytes]
    arguments: tuple

    def made(self, cache: Cache) -> bytes:
        """As it was kept, or made here."""
        known = cache.get(self.key)
        return cache.put(self.key, self.make(*self.arguments)) if known is None else known


@dataclass
class Workshop:
    """The number of processors changes no byte of what is made."""

    cache: Cache
    jobs: int = 1
    step: Step = field(default=lambda text: None, repr=False)
    awake: bool = False
    data: str = ""
    aside: Aside = field(default_factory=Aside, repr=False)
    """What little there is to be done beside this process, when it is told to set off."""

    def wake(self, data: str | None = None) -> None:
        """Where much will be made, load early, beside this process, what takes a second: the others come from there.

        What is garbage is worth looking for only there. `data` is a digest of all figures, None where there is none.
        """
        self.data = data or ""
        if self.cache.get(self._complete) is not None:
            return
        look_seldom()
        if self.jobs > 1:
            self.awake = True
            start_hands()

    def ahead(self, task: Task) -> None:
        """Where much will be made, have the task done by a fork at once, and never waited for: what it keeps is found here."""
        if self.awake and self.cache.folder is not None:
            helper = Aside()
            helper.add(task)
            helper.set_off()
            helper.close()

    @property
    def new_figures(self) -> bool:
        """Whether nothing was made of these figures yet."""
        return bool(self.data) and not self.cache.holds(self._drawn)

    def rest(self) -> None:
        """All that was begun is collected: the other processes end, and what they hold with them; the next come anew."""
        if self.awake:
            import_module("joblib.externals.loky").get_reusable_executor().shutdown()

    def close(self) -> None:
        """Everything is made."""
        self.aside.close()
        self.cache.put(self._complete, b"")
        self.cache.put(self._drawn, b"")
        self.cache.trim_seldom()

    @property
    def _drawn(self) -> str:
        """Kept once everything was made of these figures."""
        return self.cache.key("drawn", self.data)

    @property
    def _complete(self) -> str:
        """Kept once everything was made: the next time little can be missing."""
        return self.cache.key("complete")

    def beside(self, task: Task | Carried) -> int:
        """Have the task done in another process where one is at hand at once; what it keeps is found here.

        Its number, which `aside` can wait for; 0 where there is none.
        """
        at_hand = self.jobs > 1 and not self.awake and self.cache.folder is not None and self.aside.at_hand
        return self.aside.add(task) if at_hand else 0

    def set_off(self) -> None:
        """Begin what is to be done beside."""
        self.aside.set_off()

    def begin(
        self, title: str, orders: Sequence[Order], seconds: float, at_once: int = 1, loading: float = 0, soon: bool = False
    ) -> Callable[[], Iterator[bytes]]:
        """Set out to make them, `at_once` by one process, each taking about so many seconds, the first `loading` more.

        What is wanted `soon` does not wait behind others' work: a little of it is done here when it is asked for.

        Call the result for what was made, one after the other in the orders' order: all of it need not be held.
        """
        missing = [order for order in orders if not self.cache.holds(order.key)]
        absent = {order.key for order in missing}
        made = self._made(missing, seconds, at_once, loading, soon)

        def collect() -> Iterator[bytes]:
            done = len(orders) - len(missing)
            for order in orders:
                if order.key not in absent:
                    yield order.made(self.cache)  # here, should it be damaged
                    continue
                content, done = next(made), done + 1
                self.step(f"{title} {done}/{len(orders)}")
                yield order.made(self.cache) if content is None else content

        return collect

    def _made(self, orders: list[Order], seconds: float, at_once: int, loading: float, soon: bool) -> Iterator[bytes | None]:
        """None where it can be taken from the cache: what waits to be collected would fill this process."""
        groups = [tuple(orders[at : at + at_once]) for at in range(0, len(orders), at_once)]
        worthwhile = self.awake or (loading + len(orders) * seconds > START and len(groups) > 1)
        if self.jobs == 1 or not orders or not worthwhile:
            return (order.made(self.cache) for order in orders) if soon else self._made_beside(orders, seconds, loading)
        joblib = light_joblib()
        start_hands()
        parallel = joblib.Parallel(n_jobs=self.jobs, return_as="generator", batch_size=1)
        done = parallel(joblib.delayed(load_and_work)(self.cache, group) for group in groups)
        return (content for group in done for content in group)

    def _made_beside(self, orders: list[Order], seconds: float, loading: float) -> Iterator[bytes]:
        """Little: by a fork, or here when it is asked for."""
        much = orders and loading + len(orders) * seconds > (FORK if self.aside.idle else SENT)
        number = self.beside(partial(work, self.cache, orders)) if much else 0

        def collect() -> Iterator[bytes]:
            if number and not loading and seconds < FORK:
                # Rather than wait: from the end, until the two meet.
                work(self.cache, reversed(orders))
            self.aside.wait(number)
            yield from (order.made(self.cache) for order in orders)

        return collect()


def light_joblib() -> ModuleType:
    """joblib, looked for only where other processes are needed, and without numpy, which only its arrays would need.

    Here are only bytes, and numpy takes longer to load than all the rest of it, while the other processes wait.
    """
    with without("numpy"):
        return import_module("joblib")


def get_ready() -> None:
    """Have at hand what a document needs before its text is known, except what draws."""
    import_module("evaluation.export.pandoc").start()
    import_module("evaluation.export.document")


def get_ready_to_draw() -> None:
    """It takes a quarter of a second."""
    import_module(HANDS)


def start_hands() -> None:
    """Where the system can fork, have joblib's processes forked from one that has everything loaded: once, and shared.

    Elsewhere, and on a cluster, each loads for itself.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        light_joblib()
        from multiprocessing import forkserver

        from joblib.externals.loky.backend.context import set_start_method

        set_start_method("forkserver", force=True)
        multiprocessing.set_forkserver_preload([JOBS, HANDS, BEHIND])
        forkserver.ensure_running()


def load_and_work(cache: Cache, orders: Iterable[Order]) -> list[bytes | None]:
    import_module(HANDS)
    return work(cache, orders)


def work(cache: Cache, orders: Iterable[Order]) -> list[bytes | None]:
    done = []
    for order in orders:
        content = order.made(cache)
        if len(content) > LARGE:
            give_back()
        done.append(None if cache.holds(order.key) else content)
    return done
