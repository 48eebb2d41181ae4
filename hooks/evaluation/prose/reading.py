"""What each figure of a text claims: sentence by sentence, figure by figure, against everything that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.prose.changes import change, direction
from evaluation.prose.claims import Claim
from evaluation.prose.known import Known
from evaluation.prose.levels import goal_before, level
from evaluation.prose.lexicon import FOREIGN, Lexicon
from evaluation.prose.line import Line
from evaluation.prose.passages import Sentence, sentences
from evaluation.prose.said import Calendar, Said, home_of
from evaluation.prose.subjects import nearest
from evaluation.prose.text import Material, Text
from evaluation.prose.tokens import Token, tokens
from evaluation.prose.work import count, money_or_share, place, years

COUNTED = ("项", "个", "家")


@dataclass(frozen=True)
class Read:
    """A sentence with its tokens and what its figures claim."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    claims: tuple[Claim, ...]


def read(text: Text, material: Material) -> tuple[Read, ...]:
    """The sentences of a text that hold figures, read once for all rules."""
    return material.once(text, lambda: tuple(_sentences(text, _knowledge(material))))


def mentions(text: Text, words: re.Pattern, material: Material) -> Iterator[tuple[Sentence, list[Token]]]:
    """The sentences of the paragraphs in which one of the words was typed; what their figures claim is not asked."""
    lexicon = _knowledge(material).lexicon
    for sentence in sentences(text, lexicon.spelt, words):
        yield sentence, list(tokens(sentence.plain, lexicon.pattern, lexicon.names))


@dataclass(frozen=True)
class Knowledge:
    lexicon: Lexicon
    known: Known
    calendar: Calendar


def _knowledge(material: Material) -> Knowledge:
    return material.once(Knowledge, lambda: Knowledge(Lexicon(material), Known(material), Calendar(material.evaluation)))


def _sentences(text: Text, knowledge: Knowledge) -> Iterator[Read]:
    lexicon, evaluation = knowledge.lexicon, knowledge.lexicon.material.evaluation
    home = home_of(evaluation, text.unit)
    said = Said(home)
    for sentence in sentences(text, lexicon.spelt):
        if sentence.first:
            said = Said(home)
        found = list(tokens(sentence.plain, lexicon.pattern, lexicon.names))
        line = Line(sentence.plain, found, said, knowledge.known, evaluation, knowledge.calendar)
        yield Read(sentence, tuple(found), tuple(_claims(line)))
        said.earlier = [line.made.get(i, ()) for i, token in enumerate(found) if token.kind == "quantity"]
        said.next_sentence(sentence.plain[-1])


def _claims(line: Line) -> Iterator[Claim]:
    for index in range(len(line.all)):
        token = line.see(index)
        if token.kind == "span":
            yield from years(line)
        claim = _claim(line) if token.kind == "quantity" else None
        if claim is not None and claim.facts:
            line.keep(claim)
            yield claim


def _claim(line: Line) -> Claim | None:
    """What the figure at work claims; None where it is about something else or may be."""
    if line.said.scope == FOREIGN or "single" in line.kinds():
        return None
    if line.quantity.ordinal:
        return place(line)
    if line.quantity.unit in COUNTED:
        return count(line)
    if (len(line.said.scopes) > 1 and not line.each()) or _of_something_behind(line):
        return None
    way = direction(line)
    if way is not None:
        return change(line, way)
    subject, here = nearest(line)
    if subject is not None and subject.kind in ("share", "money", "project"):
        return level(line) if line.last("elapsed", "completion") else money_or_share(line, subject, here)
    return level(line)


def _of_something_behind(line: Line) -> bool:
    """6人受伤, 53人死亡: what follows the figure says what it counts."""
    if (
        line.following is None
        or line.following.kind not in ("rest", "deaths")
        or line.quantity.unit not in ("人", "起", "人次", "元")
    ):
        return False
    subject, _ = nearest(line)
    return subject is None or (subject.kind != "subject" and not goal_before(line))
