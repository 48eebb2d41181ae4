"""Libraries that another library would load if they are there, and does without as well: to load them takes time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*libraries: str) -> Iterator[None]:
    """While others are imported, as if these were not installed; what is loaded already stays."""
    left = [name for name in libraries if name not in sys.modules]
    sys.modules |= dict.fromkeys(left)  # Python takes None for a module that is not there
    try:
        yield
    finally:
        for name in left:
            del sys.modules[name]
