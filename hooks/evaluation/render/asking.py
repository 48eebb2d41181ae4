"""What is asked of an evaluation while something is made of it: what was made stays true while the answers stay the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")
Question = tuple[Callable[..., Any] | str, tuple[Hashable, ...] | None]
"""A function of a module and its arguments after the view; or what an evaluation or assessment holds, by name.

Of what is held the arguments are None where it is looked at, and given where it is called.
"""


Made = tuple[tuple[Question, ...], bytes, T]
"""What was asked while it was made, a digest of the answers, and the result."""
NO_ANSWER = "no answer"
TEXTS = {f"evaluation.{name}" for name in ("section", "sections", "chapters", "pages")}
"""Where the words of texts are held."""


class Notes:
    """What was made of one evaluation already, shared by the views of all its units, and what it was made from."""

    def __init__(self) -> None:
        self._made: dict[str | None, dict[Hashable, tuple[Any, dict[Question, None]]]] = {}
        """By the unit for whom alone it was made; None for all else."""
        self._asked: dict[Question, None] = {}
        """By what is being made just now."""
        self._textual: set[Question] = set()
        """Of the questions that stand for others those that asked for a text."""
        self.answers: dict[Question, bytes] = {}
        """A digest of each answer that was needed, or is known from before."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, made when `key` is asked for first; whoever takes it has asked what its maker asked."""
        known = self._made.setdefault(getattr(key, "unit", None), {})
        if key not in known:
            known[key] = self.made_of(make)
        made, asked = known[key]
        self._asked.update(asked)
        return made

    def made_of(self, make: Callable[[], T]) -> tuple[T, dict[Question, None]]:
        """What `make` returns, and all that it asked."""
        outer, self._asked = self._asked, {}
        try:
            return make(), self._asked
        finally:
            self._asked = outer

    def note(self, question: Question) -> None:
        self._asked[question] = None

    def asked_for_another(self, question: Question, asked: dict[Question, None]) -> None:
        """`question` stands for all that was asked; only whether texts were among it is remembered, for there is much."""
        if not all(map(self._of_data, asked)):
            self._textual.add(question)

    def answers_of_data(self) -> dict[Question, bytes]:
        """Those that stay the same while only texts change."""
        return {question: answer for question, answer in self.answers.items() if self._of_data(question)}

    def _of_data(self, question: Question) -> bool:
        return question[0] not in TEXTS and question not in self._textual

    def forget(self, unit: str | None) -> None:
        """What was made for the unit alone: of a large city's units all together it would fill the memory."""
        if unit is not None:
            self._made.pop(unit, None)

    def forget_all(self) -> None:
        self._made.clear()


class Asking:
    """Whoever is asked, and what was made of the answers: a view for what is shown, a material for what is read."""

    notes: Notes

    @property
    def whole(self) -> Asking:
        """Whom a question is put to."""
        return self

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, made when `key` is asked for first. A key that depends on the scope must name it."""
        return self.notes.once(key, make)

    def ask(self, question: Callable[..., T], *arguments: Hashable) -> T:
        """What `question`, a function of a module, makes of the whole and the arguments, made once.

        It stands for all that it asks itself: of all units' reports it may pick one's tasks, and whoever shows them
        does not depend on the rest.
        """
        asked = (question, arguments)

        def make() -> T:
            made, within = self.notes.made_of(lambda: question(self.whole, *arguments))
            self.notes.asked_for_another(asked, within)
            return made

        made = self.notes.once(asked, make)
        self.notes.note(asked)
        return made

    def as_before(self, before: Made | None, make: Callable[[], T]) -> Made:
        """`before` itself, while all that was asked for it is answered the same; else made anew."""
        if before is not None and self._answers(before[0]) == before[1]:
            return before
        made, asked = self.notes.made_of(make)
        return tuple(asked), self._answers(asked), made

    def _answers(self, questions: Iterable[Question]) -> bytes:
        """The same in whatever order they were asked: what was made before may have asked some of them sooner."""
        known = self.notes.answers  # looked up here: there are 25,000 in a build of 51 units, and few are new
        return hashlib.sha256(b"".join(sorted([known.get(one) or self.answered(one) for one in questions]))).digest()

    def answered(self, question: Question) -> bytes:
        """A digest of the question and its answer; of other data than it was asked of it may have none."""
        answers = self.notes.answers
        if question not in answers:
            try:
                answer = self._answer(question)
            except Exception:  # who asks it in earnest, of a unit that is gone, is told
                answer = NO_ANSWER
            answers[question] = digest((told(question), answer))
        return answers[question]

    def _answer(self, question: Question) -> Any:
        what, arguments = question
        if not isinstance(what, str):
            return self.ask(what, *arguments)
        thing, _, name = what.partition(".")
        held = getattr(getattr(self, thing), name)
        return held if arguments is None else held(*arguments)


class Watched:
    """An evaluation or assessment that can be asked everything, and notes it."""

    def __init__(self, name: str, thing: object, notes: Notes) -> None:
        self._name, self._thing, self._notes = name, thing, notes

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._thing, name)
        what = f"{self._name}.{name}"
        if callable(value):
            # Found there from now on; what is looked at must be noted each time.
            asked = self.__dict__[name] = partial(self._answer, what, value)
            return asked
        self._notes.note((what, None))
        return value

    def _answer(self, what: str, method: Callable[..., T], *arguments: Hashable) -> T:
        self._notes.note((what, arguments))
        return method(*arguments)

    def __reduce__(self) -> str:
        raise TypeError("what is kept must not hold the evaluation it was made of")


def watched(name: str, thing: object, notes: Notes) -> Any:
    return thing if isinstance(thing, Watched) else Watched(name, thing, notes)


def bare(thing: Any) -> Any:
    """The evaluation or assessment itself, to make another of it: nothing that is kept may come from it."""
    return thing._thing if isinstance(thing, Watched) else thing


def told(question: Question) -> str:
    """In words that are the same in every process."""
    what, arguments = question
    name = what if isinstance(what, str) else _named(what)
    return name if arguments is None else f"{name}({', '.join(map(_named, arguments))})"


def _named(part: Hashable) -> str:
    return f"{part.__module__}.{part.__qualname__}" if callable(part) else repr(part)


def digest(answer: object) -> bytes:
    return hashlib.sha256(repr(answer).encode("utf-8", "surrogatepass")).digest()
