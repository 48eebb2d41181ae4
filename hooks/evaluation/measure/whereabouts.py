"""Where readers meet what changed: pages, charts, documents, and the lines that refer to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evaluation.model import Chapter, Evaluation, Period

Scope = tuple[str, str | None]
"""(indicator, unit or None for the city)."""

REFERENCE = re.compile(r"[{｛]{2}(.+?)[}｝]{2}")
PERIOD = re.compile(Period.PATTERN)
BLOCKS = ("表", "图")
OF_ALL_INDICATORS = (["主要指标"], ["指标数据"], ["指标总览"], ["预计数据"], ["应急能力"])
ACROSS_UNITS = (["分旗区指标"], ["旗区分布"])
CITY_WORDS = ("全市", "市级")
FIGURES: dict[str, frozenset[str]] = {
    "目标值": frozenset({"target"}),
    "基期": frozenset({"baseline"}),
    "变化": frozenset({"change"}),
    "评价": frozenset({"verdict"}),
    "完成率": frozenset({"completion"}),
    "时间进度": frozenset({"elapsed"}),
    "差距": frozenset({"difference"}),
    "均值": frozenset({"mean"}),
    "余量": frozenset({"margin", "headroom"}),
    "预期": frozenset({"projection"}),
    "指标数": frozenset({"verdict"}),
}
"""What an inline reference prints of an indicator; those of a period are in `_fields`."""
COUNTS = {"任务数": "T", "项目数": "PZ"}
"""References that count things, by the first letters of the things' ids."""


@dataclass(frozen=True)
class Touched:
    """What has changed: of indicators by scope the fields or periods, of tasks and projects the ids, shares by name."""

    scopes: Mapping[Scope, frozenset[str]]
    things: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mention:
    """A line of Markdown that people wrote and that shows a changed figure."""

    path: str
    line: int
    text: str


def pages(evaluation: Evaluation, touched: Touched) -> tuple[str, ...]:
    """Site pages of what changed: the overview, the indicators', units', areas' and projects' own."""
    found = {"index.md"} if touched.shares or any(unit is None for _, unit in touched.scopes) else set()
    for indicator, unit in touched.scopes:
        found.add(f"indicators/{indicator}.md")
        if unit is not None:
            found.add(_unit_page(evaluation, unit))
    for thing in touched.things:
        found.add(f"areas/{thing.partition('-')[0]}.md" if thing.startswith("T") else f"projects/{thing}.md")
    return tuple(sorted(found))


def _unit_page(evaluation: Evaluation, unit_id: str) -> str:
    unit = evaluation.unit(unit_id)
    return f"{unit.folder if unit else 'departments'}/{unit_id}.md"


def charts(touched: Touched) -> tuple[str, ...]:
    """The charts drawn from what changed, by the names authors place them by."""
    found = set()
    for indicator, unit in touched.scopes:
        found |= {f"图 指标 {indicator}", "图 指标总览"} if unit is None else {f"图 旗区分布 {indicator}"}
    for thing in touched.things:
        found |= {"图 任务进展"} if thing.startswith("T") else {"图 项目阶段", "图 项目分旗区"}
    if "投资完成率" in touched.shares:
        found.add("图 投资完成")
    return tuple(sorted(found))


def documents(evaluation: Evaluation, touched: Touched) -> tuple[str, ...]:
    """Documents by their titles: the city's report holds everything, a unit's report its own indicators."""
    titles = {evaluation.plan.report_title} if touched.scopes or touched.things or touched.shares else set()
    for _, unit_id in touched.scopes:
        unit = evaluation.unit(unit_id) if unit_id else None
        if unit:
            titles.add(evaluation.plan.unit_report_title.replace("{单位}", unit.name))
    return tuple(sorted(titles))


def mentions(evaluation: Evaluation, touched: Touched, texts: Iterable[Chapter]) -> Iterator[Mention]:
    for chapter in sorted(texts, key=lambda chapter: chapter.path):
        for number, line in enumerate(chapter.body.splitlines(), chapter.first_line):
            if any(_shows(evaluation, touched, chapter, match[1].split()) for match in REFERENCE.finditer(line)):
                yield Mention(chapter.path, number, line.strip())


def _shows(evaluation: Evaluation, touched: Touched, chapter: Chapter, words: list[str]) -> bool:
    """Whether a reference prints something that changed."""
    if not words:
        return False
    if words[0] in COUNTS:
        return any(thing[0] in COUNTS[words[0]] for thing in touched.things)
    if words[0] == "占比":
        return not touched.shares.isdisjoint(words[1:])
    return _shows_thing(evaluation, touched, words) or _shows_indicator(evaluation, touched, chapter, words)


def _shows_thing(evaluation: Evaluation, touched: Touched, words: list[str]) -> bool:
    """任务 and 项目 print but a name; every other reference to one prints how it stands."""
    if words[0] in ("任务", "项目"):
        return False
    return any(not _thing_names(evaluation, thing).isdisjoint(words[1:]) for thing in touched.things)


def _thing_names(evaluation: Evaluation, thing_id: str) -> set[str]:
    thing = evaluation.task(thing_id) or evaluation.project(thing_id)
    return {thing.id, thing.name, *thing.aliases} if thing else {thing_id}


def _shows_indicator(evaluation: Evaluation, touched: Touched, chapter: Chapter, words: list[str]) -> bool:
    unit = _unit_meant(evaluation, chapter, words)
    wanted = _fields(words)
    whole = words[0] == "指标数" or _shows_all_indicators(evaluation, words)
    every_unit = words[0] in BLOCKS and words[1:2] in ACROSS_UNITS
    return any(
        (every_unit or touched_unit == unit)
        and (whole or not _names(evaluation, indicator).isdisjoint(words[1:]))
        and (wanted is None or not wanted.isdisjoint(fields))
        for (indicator, touched_unit), fields in touched.scopes.items()
    )


def _fields(words: list[str]) -> frozenset[str] | None:
    """The fields or periods that a reference prints; None for tables and charts, which print them all."""
    if words[0] in BLOCKS:
        return None
    periods = [word for word in words[1:] if PERIOD.fullmatch(word)]
    if words[0] == "值":
        return frozenset({*periods, "provisional"})
    if words[0] == "同比":
        return frozenset({*periods, *(f"{int(period[:4]) - 1}{period[4:]}" for period in periods)})
    if words[0] == "变化" and periods:
        return frozenset({*periods, "baseline"})
    return FIGURES.get(words[0], frozenset())


def _names(evaluation: Evaluation, indicator_id: str) -> set[str]:
    indicator = evaluation.indicator(indicator_id)
    return {indicator.id, indicator.name, *indicator.aliases} if indicator else {indicator_id}


def _shows_all_indicators(evaluation: Evaluation, words: list[str]) -> bool:
    """Whether it is a table or chart of all indicators, not narrowed to one that is named."""
    if words[0] not in BLOCKS or words[1:2] not in OF_ALL_INDICATORS:
        return False
    return all(_names(evaluation, item.id).isdisjoint(words[2:]) for item in evaluation.indicators)


def _unit_meant(evaluation: Evaluation, chapter: Chapter, words: list[str]) -> str | None:
    for unit in evaluation.units:
        if {unit.id, unit.name, *unit.aliases, *((unit.short,) if unit.short else ())} & set(words[1:]):
            return unit.id
    return None if set(CITY_WORDS) & set(words[1:]) else chapter.unit
