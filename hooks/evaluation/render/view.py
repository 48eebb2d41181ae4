"""What a table, a chart or a sentence is made from: the evaluation, what was measured, and whose page it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation, Unit
from evaluation.render.asking import Notes, Question, digest, told, watched

Made = TypeVar("Made")
NO_ANSWER = "no answer"


@dataclass(frozen=True)
class View:
    evaluation: Evaluation
    assessment: Assessment
    unit: Unit | None = None
    """None: the whole city."""
    notes: Notes = field(default_factory=Notes, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("evaluation", "assessment"):
            object.__setattr__(self, name, watched(name, getattr(self, name), self.notes))

    def of(self, unit: Unit | None) -> View:
        """The same evaluation for another scope."""
        return self if unit is self.unit else View(self.evaluation, self.assessment, unit, self.notes)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` returns, made when `key` is asked for first. A key that depends on the scope must name it."""
        return self.notes.once(key, make)

    def ask(self, question: Callable[..., Made], *arguments: Hashable) -> Made:
        """What `question`, a function of a module, makes of the city's view and the arguments, made once.

        It stands for all that it asks itself: of all units' reports it may pick one's tasks, and whoever shows them
        does not depend on the rest.
        """
        asked = (question, arguments)

        def make() -> Made:
            made, within = self.notes.made_of(lambda: question(self.of(None), *arguments))
            self.notes.asked_for_another(asked, within)
            return made

        made = self.notes.once(asked, make)
        self.notes.note(asked)
        return made

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
