"""What was found in a unit's texts is found again only when they, the data or the program have changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from evaluation.cache import Cache
from evaluation.model import Evaluation
from evaluation.problems import Edit, Place, Problem
from evaluation.prose.text import Text

TEXTS = {"sections", "chapters", "pages", "faults", "refused"}
"""Of an evaluation what is no data: a sentence changed in one text changes nothing that is found in another."""


def digest(evaluation: Evaluation) -> str:
    return hashlib.sha256(evaluation.model_dump_json(exclude=TEXTS).encode()).hexdigest()


def by_unit(texts: Iterable[Text]) -> Iterator[tuple[Text, ...]]:
    """The texts of a unit stand together; so do the city's, and all other pages."""
    for _, group in groupby(texts, key=lambda text: (text.unit, text.report)):
        yield tuple(group)


def kept(cache: Cache, data: str, texts: tuple[Text, ...], find: Callable[[Text], Iterable[Problem]]) -> list[Problem]:
    """What `find` says of each of the texts."""
    key = cache.key("prose", data, texts)
    content = cache.get(key)
    if content is not None:
        return [_read(row) for row in json.loads(content)]
    found = [problem for text in texts for problem in find(text)]
    cache.put(key, json.dumps([_written(problem) for problem in found], ensure_ascii=False).encode())
    return found


def _written(problem: Problem) -> list[Any]:
    edit = problem.edit
    return [
        _place(problem.where), problem.what, problem.fix, problem.rule, problem.unit, problem.fatal, problem.note,
        edit and [_place(edit.where), edit.old, edit.new],
    ]  # fmt: skip


def _place(place: Place) -> list[Any]:
    return [place.path, place.line, place.column]


def _read(row: list[Any]) -> Problem:
    where, *rest, edit = row
    return Problem(Place(*where), *rest, edit and Edit(Place(*edit[0]), *edit[1:]))
