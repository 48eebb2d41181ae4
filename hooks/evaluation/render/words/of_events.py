"""Words about accidents and disasters, counted from the event records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal

from evaluation.model import Period
from evaluation.render import scope, wording
from evaluation.render.view import View
from evaluation.render.words.roles import DISASTER_KIND, PERIOD, SECTOR, Role
from evaluation.render.words.word import Given, Word


def _within(view: View, period: Period, recorded: Callable[[View], tuple]) -> list | None:
    """The events of the period; None where the city's records do not reach into that year, or do not tell the place."""
    if not scope.place_known(view) or not _by_year(view.of(None), recorded).get(period.year):
        return None
    last = min(period.end, view.evaluation.plan.cut_offs.monthly)
    return [event for event in _by_year(view, recorded).get(period.year, ()) if event.date <= last]


def _by_year(view: View, recorded: Callable[[View], tuple]) -> dict[int, list]:
    def sorted_out() -> dict[int, list]:
        found = defaultdict(list)
        for event in events:
            found[event.date.year].append(event)
        return found

    events = recorded(view)
    # Departments share the city's events: those are gone through once.
    whole = events is recorded(view.of(None))
    return view.once((_by_year, recorded, None if whole else view.unit.id), sorted_out)


def _accidents(view: View, given: Given) -> list | None:
    found, sector = _within(view, given[PERIOD], scope.accidents), given.get(SECTOR)
    return found and [event for event in found if sector in (None, event.sector)]


def _disasters(view: View, given: Given) -> list | None:
    found, kind = _within(view, given[PERIOD], scope.disasters), given.get(DISASTER_KIND)
    return found and [event for event in found if kind in (None, event.kind)]


def _word(
    name: str,
    alias: str,
    events: Callable[[View, Given], list | None],
    counted: Callable[[list], Decimal | int],
    unit: str,
    kind: Role,
    example: str,
) -> Word:
    def write(view: View, given: Given) -> str:
        found = events(view, given)
        return wording.amount(None if found is None else counted(found), unit)

    return Word(name, alias, write, example, (PERIOD,), (kind,))


def _loss(events: list) -> Decimal:
    return sum((event.loss for event in events), Decimal(0))


WORDS = (
    _word("事故起数", "accidents", _accidents, len, "起", SECTOR, "事故起数 2022 煤矿"),
    _word(
        "事故死亡",
        "accident-deaths",
        _accidents,
        lambda e: sum(x.deaths for x in e),
        "人",
        SECTOR,
        "事故死亡 2022 煤矿",
    ),
    _word("灾害起数", "disasters", _disasters, len, "起", DISASTER_KIND, "灾害起数 2022 干旱"),
    _word(
        "受灾人次",
        "affected",
        _disasters,
        lambda e: sum(x.affected for x in e),
        "人次",
        DISASTER_KIND,
        "受灾人次 2022 干旱",
    ),
    _word("灾害损失", "disaster-loss", _disasters, _loss, "万元", DISASTER_KIND, "灾害损失 2022 干旱"),
)
