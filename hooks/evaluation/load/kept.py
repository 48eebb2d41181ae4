"""What was loaded from a file is loaded again only when a byte of the file, or the program, has changed."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from evaluation.cache import NOTHING_KEPT, Cache

T = TypeVar("T")


@dataclass(frozen=True)
class Kept:
    """Loads the files of one project."""

    root: Path
    cache: Cache = NOTHING_KEPT

    def load(self, path: str, load: Callable[[], T]) -> T:
        """What `load` makes of the one file at `path` (relative to the project, POSIX)."""
        before = self._digest(path)
        if before is None:
            return load()
        key = self._key(path, before)
        known = self.cache.recall(key)
        if known is not None:
            return known
        made = load()
        # Its author may have saved it in between.
        return self.cache.remember(key, made) if self._digest(path) == before else made

    def ahead(self, path: str, load: Callable[[], object]) -> bool:
        """Load the file before it is asked for; False where that was done before."""
        digest = self._digest(path)
        if digest is None or self.cache.holds(self._key(path, digest)):
            return False
        self.load(path, load)
        return True

    def _key(self, path: str, digest: str) -> str:
        # Two loaders never read one file.
        return self.cache.key("loaded", path, digest)

    def _digest(self, path: str) -> str | None:
        """None where there is no plain file to read, or nothing is kept."""
        file = self.root / path
        try:
            if self.cache.folder is None or not stat.S_ISREG(file.lstat().st_mode):
                return None
            return hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError:
            return None
