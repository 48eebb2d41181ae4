"""What was written is written again only when something that it asked of the evaluation, or the program, has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.render.asking import Question, in_order
from evaluation.render.view import View

T = TypeVar("T")


def recall_answers(view: View, cache: Cache, data: str) -> None:
    """What the same data answered before: after a changed sentence nobody looks through them. `data` may be unknown."""
    if data:
        view.notes.answers.update(cache.recall(cache.key("answers", data)) or {})


def remember_answers(view: View, cache: Cache, data: str) -> None:
    if data and not cache.holds(cache.key("answers", data)):
        cache.remember(cache.key("answers", data), view.notes.answers_of_data())


@dataclass(frozen=True)
class Kept:
    """Results that depend on the evaluation alone."""

    view: View
    cache: Cache = NOTHING_KEPT

    def once(self, kind: str, subject: object, make: Callable[[], T]) -> T:
        """What `make` makes; `subject` tells by its repr what of, and whatever else does not come from the view.

        Kept are the questions that were asked when it was made last, and under their answers the result: the same
        questions, answered the same, lead to the same result. What is kept may be part of something that is kept.
        """
        if self.cache.folder is None:
            return make()
        place = self.cache.key(kind, subject)
        before = self.cache.recall(place)
        known = None if before is None else self.cache.recall(self._answers(place, before))
        if known is not None:
            self.view.notes.note_all(before)
            return known
        made, asked = self.view.notes.made_of(make)
        self.view.notes.note_all(asked)
        questions = in_order(asked)
        if questions != before:
            self.cache.remember(place, questions)
        return self.cache.remember(self._answers(place, questions), made)

    def _answers(self, place: str, questions: Iterable[Question]) -> str:
        return self.cache.key(place, hashlib.sha256(b"".join(map(self.view.answered, questions))).hexdigest())
