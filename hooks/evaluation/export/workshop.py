"""All processors at work on what can be made apart: begun early, collected when it is needed, never made twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from evaluation.cache import Cache
from evaluation.memory import look_seldom

START = 1.5
"""Seconds of a processor that another process takes before it does anything."""

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
    data: str = ""
    """A digest of what most is made of: where all of that was made, little can be missing."""
    awake: bool = False

    def wake(self) -> Callable[[], None]:
        """Start the other processes early where much will be made: they take a second to load what draws and writes.

        Call the result before work is begun.
        """
        if self.jobs == 1 or self.cache.get(self._complete) is not None:
            return lambda: None
        from joblib import Parallel, delayed

        self.awake = True
        woken = Parallel(n_jobs=self.jobs, return_as="generator", batch_size=1)(delayed(load)() for _ in range(self.jobs))
        return lambda: list(woken) and None

    def close(self) -> None:
        """Everything is made."""
        self.cache.put(self._complete, b"")
        self.cache.trim()

    @property
    def _complete(self) -> str:
        return self.cache.key("complete", self.data)

    def begin(self, title: str, orders: Sequence[Order], seconds: float, at_once: int = 1) -> Callable[[], Iterator[bytes]]:
        """Set out to make them, `at_once` by one process, each taking about so many seconds.

        Call the result for what was made, one after the other in the orders' order: all of it need not be held.
        """
        missing = [order for order in orders if not self.cache.holds(order.key)]
        absent = {order.key for order in missing}
        made = self._made(missing, seconds, at_once)

        def collect() -> Iterator[bytes]:
            done = len(orders) - len(missing)
            for order in orders:
                if order.key not in absent:
                    yield order.made(self.cache)  # here, should it be damaged
                    continue
                content, done = next(made), done + 1
                self.step(f"{title} {done}/{len(orders)}")
                yield content

        return collect

    def _made(self, orders: list[Order], seconds: float, at_once: int) -> Iterator[bytes]:
        groups = [tuple(orders[at : at + at_once]) for at in range(0, len(orders), at_once)]
        worthwhile = self.awake or len(orders) * seconds > START
        if self.jobs == 1 or len(groups) < 2 or not worthwhile:
            return (order.made(self.cache) for order in orders)
        # Looked for only now: a build that finds everything made needs no second process.
        from joblib import Parallel, delayed

        done = Parallel(n_jobs=self.jobs, return_as="generator", batch_size=1)(delayed(work)(self.cache, group) for group in groups)
        return (content for group in done for content in group)


def load() -> None:
    """What draws and writes, loaded into this process."""
    look_seldom()
    for name in ("evaluation.render.webpage", "evaluation.render.drawing", "evaluation.export.document"):
        import_module(name)


def work(cache: Cache, orders: Iterable[Order]) -> list[bytes]:
    return [order.made(cache) for order in orders]
