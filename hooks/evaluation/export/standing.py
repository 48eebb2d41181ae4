"""Whether the site that stands is the one that a build would make again: then there is nothing to do."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from evaluation.cache import Cache
from evaluation.export.parcel import SUMS, sums
from evaluation.files import digest, names

SOURCES = ("docs", "data", "hooks", "scripts", "mkdocs.yml")
"""All that a build reads of a project; its libraries are known to the cache."""
PACKAGE = "hooks/evaluation"
"""It is known to the cache, too."""
UNREAD = ("__pycache__", "private")


@dataclass(frozen=True)
class Standing:
    """The site that these very sources gave in this very form; `problems` are the lines that its build printed."""

    cache: Cache
    key: str

    def problems(self, site: Path) -> tuple[str, ...] | None:
        """None when another site stands there, or not every byte of this one."""
        kept = self.cache.get(self.key)
        if kept is None:
            return None
        told = json.loads(kept)
        try:
            whole = (site / SUMS).read_text(encoding="utf-8")
            return tuple(told["problems"]) if _sum(whole) == told["sums"] and sums(site) == whole else None
        except (OSError, UnicodeDecodeError):
            return None

    def remember(self, listed: str, problems: list[str]) -> None:
        """`listed` is the list of sums of the site that was made."""
        self.cache.put(self.key, json.dumps({"sums": _sum(listed), "problems": problems}).encode())


def standing(project: Path, form: str, cache: Cache) -> Standing:
    """`form` is everything that was asked for besides the sources."""
    return Standing(cache, cache.key("site", digest_of(project), form))


def digest_of(project: Path) -> str:
    """A digest of every byte of the sources."""
    found = []
    for source in SOURCES:
        if (project / source).is_file():
            found.append(source)
        found += [f"{source}/{name}" for name in names(project / source, lambda path, source=source: _read(f"{source}/{path}"))]
    return digest(project, found)


def _read(folder: str) -> bool:
    return folder != PACKAGE and folder.rpartition("/")[2] not in UNREAD


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
