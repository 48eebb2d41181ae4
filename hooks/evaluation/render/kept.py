"""What was written is written again only when the data, its own texts or the program have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.render.view import View

T = TypeVar("T")
TEXTS = {"sections", "chapters", "pages", "faults", "refused"}
"""Of an evaluation what is no data. Which texts are there at all is told by what was measured: who has handed in what."""


@dataclass(frozen=True)
class Kept:
    """Results that depend on the data and on what is named beside them."""

    data: str
    """A digest of all data and of who has handed in what."""
    cache: Cache = NOTHING_KEPT

    @staticmethod
    def of(view: View, cache: Cache) -> Kept:
        return Kept(view.once(Kept, lambda: _digest(view)), cache)

    def once(self, kind: str, texts: object, make: Callable[[], T]) -> T:
        """What `make` makes of the data and of `texts`, which say by their repr all else that it reads."""
        if self.cache.folder is None:
            return make()
        key = self.cache.key(kind, self.data, texts)
        known = self.cache.recall(key)
        return self.cache.remember(key, make()) if known is None else known


def _digest(view: View) -> str:
    told = f"{view.evaluation.model_dump_json(exclude=TEXTS)}\n{view.assessment.completeness!r}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
