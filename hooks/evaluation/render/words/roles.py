"""What an argument of a reference may be: each role finds its own names, so that arguments may stand in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from evaluation.model import Unit
from evaluation.render.view import View
from evaluation.render.words.names import Directory, directory
from evaluation.render.words.periods import period_of

CITY = "全市"


@dataclass(frozen=True)
class Role:
    """A sort of argument: its name in messages, how a token is found, which names are known, and an example."""

    name: str
    find: Callable[[View, str], Any | None]
    names: Callable[[View], Iterable[str]]


def _of(name: str, make: Callable[[View], Directory]) -> Role:
    """`make` does not look at the view's scope: its names are gathered once for all."""

    def known(view: View) -> Directory:
        return view.once(make, lambda: make(view))

    return Role(name, lambda view, token: known(view).find(token), lambda view: known(view).names)


def _units(view: View) -> Directory:
    city = view.evaluation.plan.city
    return Directory(((CITY, CITY), (city, CITY), *directory(view.evaluation.units).entries))


def _areas(view: View) -> Directory:
    return directory(view.evaluation.plan.areas)


def _sectors(view: View) -> Directory:
    return _distinct((*view.evaluation.plan.sectors, *(event.sector for event in view.evaluation.accidents)))


def _kinds(view: View) -> Directory:
    return _distinct((*view.evaluation.plan.disaster_kinds, *(event.kind for event in view.evaluation.disasters)))


def _distinct(names: Iterable[str]) -> Directory:
    return Directory(tuple((name, name) for name in sorted(set(names))))


def choice(name: str, options: Iterable[tuple[str, Any]]) -> Role:
    """A role whose names are fixed."""
    known = Directory(tuple(options))
    return Role(name, lambda view, token: known.find(token), lambda view: known.names)


def filters(name: str, make: Callable[[View], Iterable[tuple[str, Any]]]) -> Role:
    """A role whose names depend on the data."""
    return _of(name, lambda view: Directory(tuple(make(view))))


INDICATOR = _of("指标", lambda view: directory(view.evaluation.indicators))
UNIT = _of("单位", _units)
TASK = _of("任务", lambda view: directory(view.evaluation.tasks))
PROJECT = _of("项目", lambda view: directory(view.evaluation.projects))
AREA = _of("任务领域", _areas)
SECTOR = _of("行业领域", _sectors)
DISASTER_KIND = _of("灾种", _kinds)
PERIOD = Role("时期", lambda view, token: period_of(token), lambda view: ("2022", "2023-06"))


def unit_meant(view: View, found: Unit | str | None) -> View:
    """The view a reference is about: the named unit's, the city's for 全市, else that of the text it stands in."""
    if found is None:
        return view
    return view.of(found if isinstance(found, Unit) else None)
