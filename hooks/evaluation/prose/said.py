"""What has been said before a figure and still holds: whose it is, of when, compared with what, about what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from evaluation.model import Evaluation, UnitKind
from evaluation.prose.facts import BASE, END, Subject
from evaluation.prose.lexicon import FOREIGN, OWN
from evaluation.prose.tokens import Token

BREAKS = "，：:,（）()—。！？；;!?"
ABOUT_SOMETHING = ("subject", "deaths", "disaster", "project", "share", "money")
JOINING = ("、", "和", "与", "及")
SEVERAL = ("sector", "kind")
UNKNOWN = "?"
"""A period without figures begins with it."""


@dataclass
class Said:
    """Goes on from sentence to sentence within a paragraph."""

    home: str | None
    """Whose figures the text means when it does not say."""
    scope: str | None = None
    period: str | None = None
    against: str | None = None
    """The period compared with, or 同比."""
    subject: Token | None = None
    stale: bool = False
    """Whether something unknown was talked of since the subject."""
    sector: Token | None = None
    periods: list[str] = field(default_factory=list)
    """Periods named one after the other, the last ones."""
    scopes: list[str | None] = field(default_factory=list)
    sectors: list[Token] = field(default_factory=list)
    earlier: list[tuple[Subject, ...]] = field(default_factory=list)
    """What the figures of the sentence before were about, where a semicolon joins the two."""
    events: tuple[Subject, ...] = ()
    """What the last 起 counted."""
    things: str | None = None
    """Whether projects, tasks or indicators are being counted."""
    unsure: bool = False
    """Whether the sentence speaks of what may be, and not of what is."""

    def __post_init__(self) -> None:
        self.scope = self.home

    def next_sentence(self, ended_with: str) -> None:
        self.against, self.unsure, self.scopes, self.sectors = None, False, [], []
        if self.scope == FOREIGN:
            self.scope = self.home
        if ended_with not in "；;":
            self.sector, self.earlier, self.events = None, [], ()


class Calendar:
    """How periods are called: the base year and the end of the plan have names of their own."""

    def __init__(self, evaluation: Evaluation) -> None:
        period, cut_off = evaluation.plan.period, evaluation.plan.cut_offs.monthly
        self.first_year = str(period.first_year)
        self.named = {str(period.base_date.year): BASE, str(period.last_year): END}
        self.month = re.compile(rf"\?{cut_off.month}月[底末]")
        self.at_cut_off = f"{cut_off.year}-{cut_off.month:02}"

    def period(self, written: str) -> str:
        return self.at_cut_off if self.month.fullmatch(written) else self.named.get(written, written)

    def year_before(self, period: str | None) -> str:
        """较上年的49人: the same months, a year earlier."""
        if period is None or not period[:4].isdigit():
            return UNKNOWN
        return self.period(str(int(period[:4]) - 1) + period[4:])


def home_of(evaluation: Evaluation, unit_id: str | None) -> str | None:
    """A banner or park means its own figures, a department the city's."""
    unit = evaluation.unit(unit_id) if unit_id else None
    return unit.id if unit and unit.kind in (UnitKind.BANNER, UnitKind.PARK) else None


def note(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    """Take note of a word; `before` is the word in front of it, `joined` whether it goes on a list of its kind."""
    action = _NOTES.get(token.kind)
    if action is not None:
        action(said, calendar, token, before, joined)


def _scope(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    own = said.home if said.home is not None else FOREIGN
    said.scope = own if token.value == OWN else token.value
    said.scopes = [*said.scopes, said.scope] if joined else [said.scope]
    said.sector = None


def _period(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    value = calendar.year_before(said.period) if token.value == "before" else calendar.period(token.value)
    if before in ("比", "较", "与", "同", "相比"):
        said.against = value
        said.periods.append(value)
        return
    said.periods = [*said.periods, value] if joined else [value]
    said.period = value


def _span(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    first, last = token.value
    said.periods = [calendar.period(str(year)) for year in range(first, last + 1)]
    said.period = f"{UNKNOWN}span"


def _yearly(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    said.against = "yearly"


def _based(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    said.against = BASE


def _unsure(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    said.unsure = True


def _opens(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    said.sector = None


def _sector(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    said.sectors = [*said.sectors, token] if joined else [token]
    said.sector = Token("several", token.start, token.end, "") if joined else token


def _subject(said: Said, calendar: Calendar, token: Token, before: str, joined: bool) -> None:
    said.subject, said.stale = token, False
    if token.kind == "subject":
        said.sector = None


_NOTES = {
    "scope": _scope, "period": _period, "span": _span, "yearly": _yearly, "based": _based, "unsure": _unsure, "opens": _opens,
    "sector": _sector, "kind": _sector, "level": _sector, **dict.fromkeys(ABOUT_SOMETHING, _subject),
}  # fmt: skip
