"""How a name that an author wrote is found: by id, name or alias, whatever its width, case and quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import Any

QUOTES = re.compile(r"[\s“”‘’\"'《》〈〉]")


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What two spellings of one name have in common."""
    return QUOTES.sub("", unicodedata.normalize("NFKC", name)).casefold()


@dataclass(frozen=True)
class Directory:
    """Names of one sort and what each stands for. Of two things with one name the first is meant."""

    entries: tuple[tuple[str, Any], ...]

    @cached_property
    def _by_key(self) -> dict[str, Any]:
        return {key(name): value for name, value in reversed(self.entries)}

    def find(self, name: str) -> Any | None:
        return self._by_key.get(key(name))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.entries)


def directory(things: Iterable[Any]) -> Directory:
    """By id, name, short name and aliases of records."""
    entries = []
    for thing in things:
        names = (thing.id, thing.name, getattr(thing, "short", None), *getattr(thing, "aliases", ()))
        entries += [(name, thing) for name in names if name]
    return Directory(tuple(entries))


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known names most like the given one: those that hold it or are held by it, then those spelt alike."""
    wanted, known = key(name), tuple(dict.fromkeys(known))
    if not wanted:
        return ()
    holding = [
        one for one in known if len(wanted) > 1 and (wanted in key(one) or (len(key(one)) > 1 and key(one) in wanted))
    ]
    alike = get_close_matches(wanted, [key(one) for one in known], n=most, cutoff=0.5)
    spelt = [one for match in alike for one in known if key(one) == match]
    return tuple(dict.fromkeys((*sorted(holding, key=lambda one: abs(len(key(one)) - len(wanted))), *spelt)))[:most]
