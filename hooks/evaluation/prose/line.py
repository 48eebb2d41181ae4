"""One sentence as it is gone through figure by figure: the words around the figure, and the facts it may quote."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.model import Evaluation
from evaluation.prose.claims import Claim, quotable
from evaluation.prose.facts import END, Subject
from evaluation.prose.known import Known
from evaluation.prose.said import ABOUT_SOMETHING, BREAKS, JOINING, Calendar, Said, note
from evaluation.prose.tokens import Quantity, Token

LIKE = {"period": ("period",), "scope": ("scope",), "sector": ("sector", "kind"), "kind": ("sector", "kind")}
"""What may stand before it in one list: 2021年和2022年, 煤矿、建筑施工."""
SAID = "said"


class Line:
    def __init__(
        self, plain: str, tokens: list[Token], said: Said, known: Known, evaluation: Evaluation, calendar: Calendar
    ) -> None:
        self.plain, self.all, self.said, self.known, self.evaluation, self.calendar = (
            plain,
            tokens,
            said,
            known,
            evaluation,
            calendar,
        )
        self.clause = 0
        """The index of the first token of the clause at work."""
        self.at = 0
        """The index of the token at work."""
        self.made: dict[int, tuple[Subject, ...]] = {}
        """Token → what its figure was taken to be about."""

    # ------------------------------------------------------------------------------------------------- going on

    def see(self, index: int) -> Token:
        """Go on to the next token and take note of what it says."""
        self.at, token = index, self.all[index]
        if token.kind == "stop" and token.value in BREAKS:
            self._end_clause()
        else:
            note(self.said, self.calendar, token, self.word(index - 1), self._joined(index))
        return token

    def _end_clause(self) -> None:
        """A clause about something unknown ends what was said before: 2022年为150人 after it is not about deaths."""
        kinds = {token.kind for token in self.here}
        if "rest" in kinds and not kinds & set(ABOUT_SOMETHING):
            self.said.stale = True
        self.clause = self.at + 1

    def _joined(self, index: int) -> bool:
        token = self.all[index]
        joining = (*JOINING, "至", "到", "—", "，") if token.kind == "period" else JOINING
        return index >= 2 and self.all[index - 2].kind in LIKE.get(token.kind, ()) and self.word(index - 1) in joining

    def keep(self, claim: Claim) -> None:
        self.made[self.at] = tuple(dict.fromkeys(fact.subject for fact in claim.facts))
        if claim.quantity.unit == "起":
            self.said.events = self.made[self.at]

    # ------------------------------------------------------------------------------------------------- words around

    @property
    def figure(self) -> Token:
        return self.all[self.at]

    @property
    def quantity(self) -> Quantity:
        return self.figure.value

    @property
    def here(self) -> list[Token]:
        """The clause up to the figure."""
        return self.all[self.clause : self.at]

    @property
    def following(self) -> Token | None:
        return self.all[self.at + 1] if self.at + 1 < len(self.all) else None

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.plain[: self.figure.start]

    @property
    def behind(self) -> str:
        return self.plain[self.figure.end :]

    @property
    def clause_words(self) -> str:
        return self.plain[self.all[self.clause].start : self.figure.start]

    def text(self, token: Token) -> str:
        return self.plain[token.start : token.end]

    def word(self, index: int) -> str:
        return self.text(self.all[index]) if index >= 0 else ""

    def kinds(self) -> set[str]:
        return {token.kind for token in self.here}

    def last(self, *kinds: str) -> Token | None:
        """The last token of these kinds in the clause before the figure."""
        return next((token for token in reversed(self.here) if token.kind in kinds), None)

    def last_is(self, kind: str, *others: str) -> bool:
        """Whether of these kinds it is `kind` that stands nearest before the figure."""
        found = self.last(kind, *others)
        return found is not None and found.kind == kind

    def unknown(self, upto: Token | None = None) -> bool:
        """Whether something unknown stands in the clause before the figure, or before `upto`."""
        return any(token.kind == "rest" for token in self.here if upto is None or token.start < upto.start)

    def clear(self, upto: Token) -> bool:
        """Whether nothing unknown stands before it: 外来务工人员死亡12人 is not about all deaths.

        A clause that says neither when, where nor of what goes on with the one before.
        """
        begin = self.clause
        while begin > 0 and not self._anchored(begin, upto):
            begin = self._clause_before(begin)
        return not any(token.kind == "rest" for token in self.all[begin:] if token.start < upto.start)

    def _anchored(self, begin: int, upto: Token) -> bool:
        """Whether a clause says itself when, where or in what field."""
        kinds = {token.kind for token in self.all[begin : self.at] if begin == self.clause or token.start < upto.start}
        return "生产安全" in self.text(upto) or bool(kinds & {"period", "scope", "sector", "kind", "level"})

    def _clause_before(self, begin: int) -> int:
        """The first token of the clause before the one that begins here."""
        stops = [i for i in range(begin - 1) if self.all[i].kind == "stop" and self.all[i].value in BREAKS]
        return stops[-1] + 1 if stops else 0

    # ------------------------------------------------------------------------------------------------- lists

    def separately(self) -> int | None:
        """Which of the figures behind 分别 this one is; None where there is no such word before it."""
        word = self._separating()
        return None if word is None else sum(1 for token in self.all[word : self.at] if token.kind == "quantity")

    def _separating(self) -> int | None:
        return next((i for i in range(self.at - 1, -1, -1) if self.all[i].kind == "separately"), None)

    def of_list(self, named: list, otherwise):
        """Of several named together the one at the figure's place behind 分别."""
        place = self.separately()
        return named[place] if place is not None and len(named) > 1 and place < len(named) else otherwise

    def counterpart(self) -> tuple[Subject, ...] | None:
        """The subjects of the figure that stands at the same place before 分别: 50起、死亡46人，分别下降…和…."""
        word = self._separating()
        after = [i for i in range(word, len(self.all)) if self.all[i].kind == "quantity"]
        before = [self.made.get(i, ()) for i in range(word) if self.all[i].kind == "quantity"] or self.said.earlier
        return before[-len(after) :][after.index(self.at)] if len(before) >= len(after) else None

    def each(self) -> bool:
        """Several places or years named together: whether the figure is of each of them, and not of all together."""
        return self.separately() is not None or "均" in self.before or "各" in self.before

    # ------------------------------------------------------------------------------------------------- facts

    def claim(
        self,
        subjects: Iterable[Subject],
        measures: tuple[str, ...],
        period: str | None = None,
        sign: int = 0,
        lead: int | None = None,
        exact: bool = False,
        scope: str | None = SAID,
    ) -> Claim:
        """The figure as a claim about these subjects; of any period where none is given."""
        place = self.of_list(self.said.scopes, self.said.scope) if scope == SAID else scope
        found = tuple(
            fact
            for subject in subjects
            for measure in measures
            for fact in self.known.of(subject, measure, place)
            if (period is None or fact.period in (None, period)) and quotable(self.quantity, fact)
        )
        certain = period is not None or lead is not None or all(fact.period in (None, END) for fact in found)
        return Claim(self.figure.start, self.figure.end, self.quantity, found, sign, lead, exact, certain)
