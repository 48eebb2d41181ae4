"""What was found in a unit's texts is found again only when they, the program, or anything they are held against changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from evaluation.cache import Cache
from evaluation.model import Evaluation
from evaluation.problems import Problem
from evaluation.prose.text import Material, Text

REGISTERS = ("plan", "units", "indicators", "tasks", "projects")
"""What words mean: the names of things, and the periods. Whatever else the rules ask of the data is noted."""


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


def kept(
    cache: Cache, known: str, material: Material, texts: tuple[Text, ...], find: Callable[[Text], Iterable[Problem]]
) -> list[Problem]:
    """What `find` says of each of the texts; `known` is the digest of the registers.

    It was kept with all that was asked of the data, and is true while those questions have the same answers: a figure
    of one unit leaves what was found in the texts that do not speak of it.
    """
    key = cache.key("prose", known, texts)
    known_before = cache.recall(key)
    if known_before is not None:
        asked, answers, found = known_before
        if _digest(material.ask(question, *arguments) for question, arguments in asked) == answers:
            return found
    material.asked.clear()
    found = [problem for text in texts for problem in find(text)]
    asked = dict(material.asked)
    cache.remember(key, (tuple(asked), _digest(asked.values()), found))
    return found


def _digest(answers: Iterable[object]) -> str:
    digest = hashlib.sha256()
    for answer in answers:
        digest.update(f"{answer!r}\n".encode())
    return digest.hexdigest()
