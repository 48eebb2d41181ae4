"""How a city's tables were fitted, kept for the next process that makes its report.

One changed figure leaves nearly all of its tables as they were; to fit them again takes a large part of the report's time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from evaluation.cache import Cache
from evaluation.export.tables import known


@contextmanager
def remembered(cache: Cache) -> Iterator[None]:
    """Inside it tables are known from before; afterwards those that were new are kept too."""
    key = cache.key("fits")
    known.update(cache.recall(key) or {})
    before = len(known)
    yield
    if len(known) != before:
        cache.remember(key, known)
