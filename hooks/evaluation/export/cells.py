"""What pandoc read of a city's cells, kept for the next process that makes its report.

One changed figure leaves three thousand of its cells as they were; to have them read again takes longer than most of the
rest of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from evaluation.cache import Cache
from evaluation.export.reading import known


@contextmanager
def remembered(cache: Cache) -> Iterator[None]:
    """Inside it cells are known from before; afterwards those that were new are kept too."""
    key = cache.key("cells")
    known.update(cache.recall(key) or {})
    before = len(known)
    yield
    if len(known) != before:
        cache.remember(key, known)
