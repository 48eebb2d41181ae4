"""What a figure is about: the nearest name before it, unless something unknown stands in between."""

from __future__ import annotations

from evaluation.prose.facts import ALL, Subject
from evaluation.prose.line import Line
from evaluation.prose.said import ABOUT_SOMETHING
from evaluation.prose.tokens import Token

OF_DEATHS = {"sector": "deaths", "kind": "disaster deaths", "level": "level deaths"}
OF_EVENTS = {"sector": "accidents", "kind": "disasters", "level": "level"}
INDICATORS = ("subject", "deaths")


def nearest(line: Line) -> tuple[Token | None, bool]:
    """(the name, whether it stands in the figure's own clause)"""
    for token in reversed(line.here):
        if token.kind == "rest":
            return None, False
        if token.kind in ABOUT_SOMETHING:
            return token, True
    return (None if line.said.stale else line.said.subject), False


def of_level(line: Line) -> tuple[Subject, ...]:
    """What a level is about: so many people, so much money, such a rate."""
    token, here = nearest(line)
    if line.quantity.unit == "起":
        return _of_events(line, token if here else None)
    if token is None:
        return _by_unit(line)
    if here and (token.kind in ("deaths", "disaster") or _component(token)) and not line.clear(token):
        return ()
    if token.kind == "deaths":
        return _of_deaths(line, token)
    if token.kind == "disaster":
        return _of_disasters(line, token)
    return token.value if token.kind == "subject" else ()


def of_change(line: Line) -> tuple[Subject, ...]:
    """What rose or fell; a change goes on with the subject of the clause before, whatever was said in between."""
    if line.separately() is not None:
        return line.counterpart() or ()
    token = next((t for t in reversed(line.here) if t.kind in ("rest", *ABOUT_SOMETHING)), line.said.subject)
    if token is None or token.kind not in INDICATORS:
        return ()
    if token.kind == "deaths":
        here = token in line.here
        return () if here and not line.clear(token) else _of_deaths(line, token)[:1]
    return token.value


def of_indicator(line: Line) -> tuple[Subject, ...]:
    """The indicator last named, for 完成率 and 时间进度, which need no name beside them."""
    token = line.said.subject
    return token.value if token is not None and token.kind in INDICATORS else ()


def _component(token: Token) -> bool:
    return token.kind == "subject" and token.value[0][0] == "component"


def _sector(line: Line) -> Token | None:
    return line.of_list(line.said.sectors, line.said.sector)


def _of_deaths(line: Line, token: Token) -> tuple[Subject, ...]:
    sector = _sector(line)
    return token.value if sector is None else _of(OF_DEATHS, sector)


def _of_disasters(line: Line, token: Token) -> tuple[Subject, ...]:
    sector = _sector(line)
    if sector is not None and sector.kind == "several":
        return ()
    return ((token.value, sector.value if sector is not None and sector.kind == "kind" else ALL),)


def _of_events(line: Line, token: Token | None) -> tuple[Subject, ...]:
    """What 起 counts: accidents or disasters, of a sector, a kind or a grade."""
    if line.unknown():
        return ()
    if token is not None and token.kind == "subject":
        return token.value
    sector = _sector(line)
    if sector is not None:
        return _of(OF_EVENTS, sector)
    if "灾" in line.clause_words:
        return (("disasters", ALL),)
    return (("accidents", ALL),) if "事故" in line.clause_words else line.said.events


def _of(table: dict[str, str], sector: Token) -> tuple[Subject, ...]:
    """Nothing for several sectors together: what they add up to is not known."""
    return ((table[sector.kind], sector.value),) if sector.kind in table else ()


def _by_unit(line: Line) -> tuple[Subject, ...]:
    """A unit that only one indicator has says which one a target is about, when the sentence names it anywhere."""
    if "规划" not in line.clause_words and "目标" not in line.clause_words:
        return ()
    named = {subject for token in line.all if token.kind == "subject" for subject in token.value}
    owners = [i for i in line.evaluation.indicators if i.unit == line.quantity.unit and ("indicator", i.id) in named]
    return (("indicator", owners[0].id),) if len(owners) == 1 else ()
