"""What was found of a city's cells, by pandoc and for the widths of columns, kept for the next process that makes its report.

One changed figure leaves three thousand of its cells and nearly all of its tables as they were; to begin anew with them
takes longer than most of the rest of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from evaluation.cache import Cache
from evaluation.export import reading, tables

KNOWN = (reading.known, tables.known)


@contextmanager
def remembered(cache: Cache) -> Iterator[None]:
    """Inside it cells and tables are known from before; afterwards those that were new are kept too."""
    key = cache.key("cells")
    for known, kept in zip(KNOWN, cache.recall(key) or ({}, {}), strict=True):
        known.update(kept)
    before = _counted()
    yield
    if _counted() != before:
        cache.remember(key, KNOWN)


def _counted() -> list[int]:
    return [len(known) for known in KNOWN]
