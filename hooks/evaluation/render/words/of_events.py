"""Words about accidents and disasters, counted from the event records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from evaluation.model import Period
from evaluation.render import scope, wording
from evaluation.render.view import View
from evaluation.render.words.roles import DISASTER_KIND, PERIOD, SECTOR, Role
from evaluation.render.words.word import Given, Word


def _covered(view: View, period: Period, all_events: Iterable) -> bool:
    """Whether the city's records reach into that year: a year without records is not a year without events."""
    return scope.place_known(view) and any(event.date.year == period.year for event in all_events)


def _within(events: Iterable, period: Period, view: View) -> list:
    last = min(period.end, view.evaluation.plan.cut_offs.monthly)
    return [event for event in events if event.date.year == period.year and event.date <= last]


def _accidents(view: View, given: Given) -> list | None:
    if not _covered(view, given[PERIOD], view.evaluation.accidents):
        return None
    sector = given.get(SECTOR)
    found = _within(scope.accidents(view), given[PERIOD], view)
    return [event for event in found if sector in (None, event.sector)]


def _disasters(view: View, given: Given) -> list | None:
    if not _covered(view, given[PERIOD], view.evaluation.disasters):
        return None
    kind = given.get(DISASTER_KIND)
    found = _within(scope.disasters(view), given[PERIOD], view)
    return [event for event in found if kind in (None, event.kind)]


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
