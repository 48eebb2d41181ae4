"""What pandoc read and wrote of a city's cells, kept for the next process that makes its report.

One changed figure leaves three thousand of its cells as they were; to have them read and written again takes longer than
everything else in the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from evaluation.cache import Cache
from evaluation.export import reading, writing

KNOWN = (reading.known, writing.known)


@contextmanager
def remembered(cache: Cache) -> Iterator[None]:
    """Inside it cells are known from before; afterwards those that were new are kept too."""
    key = cache.key("cells")
    for known, kept in zip(KNOWN, cache.recall(key) or ({}, {}), strict=True):
        known.update(kept)
    before = _counted()
    yield
    if _counted() != before:
        cache.remember(key, KNOWN)


def _counted() -> list[int]:
    return [len(known) for known in KNOWN]
