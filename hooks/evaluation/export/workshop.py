"""All processors at work on what can be made apart: begun early, collected when it is needed, never made twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from evaluation.cache import Cache
from evaluation.memory import look_seldom

FEW = 3
"""So many orders are done sooner here than a second process is started."""

Step = Callable[[str], None]


@dataclass(frozen=True)
class Order:
    """Something to be made: what it is kept under, and the function of a module with the arguments that make it."""

    key: str
    make: Callable[..., bytes]
    arguments: tuple


@dataclass(frozen=True)
class Workshop:
    """The number of processors changes no byte of what is made."""

    cache: Cache
    jobs: int = 1
    step: Step = field(default=lambda text: None, repr=False)

    def wake(self) -> Callable[[], None]:
        """Start the other processes early where nothing is made yet: they take a second to load what draws and writes.

        Call the result before work is begun.
        """
        if self.jobs == 1 or self.cache.get(self._complete) is not None:
            return lambda: None
        from joblib import Parallel, delayed

        woken = Parallel(n_jobs=self.jobs, return_as="generator", batch_size=1)(delayed(load)() for _ in range(self.jobs))
        return lambda: list(woken) and None

    def close(self) -> None:
        """Everything is made."""
        self.cache.put(self._complete, b"")
        self.cache.trim()

    @property
    def _complete(self) -> str:
        return self.cache.key("complete")

    def begin(self, title: str, orders: Sequence[Order], at_once: int = 1) -> Callable[[], list[bytes]]:
        """Set out to make them, `at_once` by one process; call the result for what was made, in the orders' order."""
        known = [self.cache.get(order.key) for order in orders]
        missing = [order for order, found in zip(orders, known, strict=True) if found is None]
        made = self._made(missing, at_once)

        def collect() -> list[bytes]:
            fresh = []
            for content in made:
                fresh.append(content)
                self.step(f"{title} {len(orders) - len(missing) + len(fresh)}/{len(orders)}")
            rest = iter(fresh)
            return [next(rest) if found is None else found for found in known]

        return collect

    def _made(self, orders: list[Order], at_once: int) -> Iterator[bytes]:
        groups = [tuple(orders[at : at + at_once]) for at in range(0, len(orders), at_once)]
        if self.jobs == 1 or len(groups) < 2 or len(orders) <= FEW:
            return (content for group in groups for content in work(self.cache, group))
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
    return [cache.put(order.key, order.make(*order.arguments)) for order in orders]
