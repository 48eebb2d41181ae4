"""What was found in a unit's texts is found again only when they, the program, or anything they are held against changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from itertools import groupby

from evaluation.cache import Cache
from evaluation.model import Evaluation
from evaluation.problems import Problem
from evaluation.prose.text import Material, Text

REGISTERS = ("plan", "units", "indicators", "tasks", "projects")
"""What words mean: the names of things, and the periods. Whatever else the rules ask of the data is noted."""

TOLD = tuple(field.name for field in fields(Text))
DATA = "data"


def registers(material: Material) -> str:
    """A digest of what every text is read by."""
    evaluation: Evaluation = material.evaluation
    sectors = sorted({accident.sector for accident in evaluation.accidents})
    shares = [share.name for share in material.assessment.shares]
    told = [getattr(evaluation, name) for name in REGISTERS]
    return hashlib.sha256(f"{told!r}\n{sectors}\n{shares}".encode()).hexdigest()


def by_unit(texts: Iterable[Text]) -> Iterator[tuple[Text, ...]]:
    """The texts of a unit stand together; so do the city's, and all other pages."""
    for _, group in groupby(texts, key=lambda text: (text.unit, text.report)):
        yield tuple(group)


class Kept:
    """What was found in the texts of one evaluation; `data` is the same while all its data are, if that is known."""

    def __init__(self, cache: Cache, material: Material, data: str) -> None:
        self.cache, self.material, self.known = cache, material, registers(material)
        self.place = cache.key("prose with these data", data) if data else ""
        self.before: dict[str, list[Problem]] = (self.place and cache.recall(self.place)) or {}
        self.now: dict[str, list[Problem]] = {}

    def found(self, texts: tuple[Text, ...], find: Callable[[Text], Iterable[Problem]]) -> list[Problem]:
        """What `find` says of each of the texts."""
        key = self._key(texts)
        known = self.before.get(key)
        self.now[key] = self._asked(key, texts, find) if known is None else known
        return self.now[key]

    def of_data(self, find: Callable[[], list[Problem]]) -> list[Problem]:
        """What `find` says of the words in the data: the same while they are."""
        known = self.before.get(DATA)
        self.now[DATA] = find() if known is None else known
        return self.now[DATA]

    def asked(self, texts: tuple[Text, ...], find: Callable[[Text], Iterable[Problem]]) -> list[Problem]:
        """The same of texts that are not looked for again while the data are the same."""
        return self._asked(self._key(texts), texts, find)

    def _asked(self, key: str, texts: tuple[Text, ...], find: Callable[[Text], Iterable[Problem]]) -> list[Problem]:
        """It was kept with all that was asked of the data, and is true while those questions have the same answers.

        A figure of one unit leaves what was found in the texts that do not speak of it.
        """
        before = self.cache.recall(key)
        now = self.material.as_before(before, lambda: [problem for text in texts for problem in find(text)])
        if now is not before:
            self.cache.remember(key, now)
        return now[2]

    def _key(self, texts: tuple[Text, ...]) -> str:
        return self.cache.key("prose", self.known, *(getattr(text, name) for text in texts for name in TOLD))

    def close(self) -> None:
        """Keep together what was found: with the same data it is not asked for again."""
        if self.place and self.now != self.before:
            self.cache.remember(self.place, self.now)
