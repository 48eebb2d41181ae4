"""What was written is written again only when something that it asked of the evaluation, or the program, has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.render.asking import Made
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
    """Results that depend on the evaluation alone.

    Each is kept with the questions that were asked while it was made and a digest of their answers: the same questions,
    answered the same, lead to the same result. What a thing is made of besides the view its subject tells by its repr.
    """

    view: View
    cache: Cache = NOTHING_KEPT

    def once(self, kind: str, subject: object, make: Callable[[], T]) -> T:
        """What `make` makes of the subject, in a file of its own."""
        return self.told(kind, subject, make)[0]

    def told(self, kind: str, subject: object, make: Callable[[], T]) -> tuple[T, bytes]:
        """The same, and a digest of all that it was made of."""
        if self.cache.folder is None:
            return make(), b""
        place = self.cache.key(kind, subject)
        before = self.cache.recall(place)
        now = self.view.as_before(before, make)
        if now is not before:
            self.cache.remember(place, now)
        _, answers, made = now
        return made, answers

    def each(self, kind: str, makes: Iterable[tuple[object, Callable[[], T]]]) -> list[T]:
        """What is made of each subject; all of a kind are kept in one file, since there are many and they are small."""
        if self.cache.folder is None:
            return [make() for _, make in makes]
        place = self.cache.key(kind)
        before: dict[str, Made] = self.cache.recall(place) or {}
        found = [(name := repr(subject), self.view.as_before(before.get(name), make)) for subject, make in makes]
        if any(made is not before.get(name) for name, made in found):
            self.cache.remember(place, dict(found))
        return [made for _, (_, _, made) in found]
