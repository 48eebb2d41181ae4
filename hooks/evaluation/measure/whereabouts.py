"""Where readers meet an indicator's figures: pages, charts, documents, and the lines that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.model import Chapter, Evaluation

Scopes = list[tuple[str, str | None]]
"""(indicator, unit or None for the city), in order."""

REFERENCE = re.compile(r"[{｛]{2}(.+?)[}｝]{2}")
BLOCKS = ("表", "图")
OF_ALL_INDICATORS = (["主要指标"], ["指标数据"], ["指标总览"], ["预计数据"], ["应急能力"])
ACROSS_UNITS = (["分旗区指标"], ["旗区分布"])
CITY_WORDS = ("全市", "市级")


@dataclass(frozen=True)
class Mention:
    """A line of Markdown that people wrote and that shows a changed figure."""

    path: str
    line: int
    text: str


def pages(evaluation: Evaluation, touched: Scopes) -> tuple[str, ...]:
    """Site pages that show a changed scope: the overview, the indicator's page, the unit's page."""
    found = {"index.md"} if any(unit is None for _, unit in touched) else set()
    for indicator, unit in touched:
        found.add(f"indicators/{indicator}.md")
        if unit is not None:
            found.add(_unit_page(evaluation, unit))
    return tuple(sorted(found))


def _unit_page(evaluation: Evaluation, unit_id: str) -> str:
    unit = evaluation.unit(unit_id)
    return f"{unit.folder if unit else 'departments'}/{unit_id}.md"


def charts(touched: Scopes) -> tuple[str, ...]:
    """The charts drawn from indicators, by the names authors place them by."""
    found = set()
    for indicator, unit in touched:
        found |= {f"图 指标 {indicator}", "图 指标总览"} if unit is None else {f"图 旗区分布 {indicator}"}
    return tuple(sorted(found))


def documents(evaluation: Evaluation, touched: Scopes) -> tuple[str, ...]:
    """Documents by their titles: the city's report holds all indicators, a unit's report its own."""
    titles = {evaluation.plan.report_title} if touched else set()
    for _, unit_id in touched:
        unit = evaluation.unit(unit_id) if unit_id else None
        if unit:
            titles.add(evaluation.plan.unit_report_title.replace("{单位}", unit.name))
    return tuple(sorted(titles))


def mentions(evaluation: Evaluation, touched: Scopes, texts: Iterable[Chapter]) -> Iterator[Mention]:
    for chapter in sorted(texts, key=lambda chapter: chapter.path):
        for number, line in enumerate(chapter.body.splitlines(), chapter.first_line):
            if any(_shows(evaluation, touched, chapter, match[1]) for match in REFERENCE.finditer(line)):
                yield Mention(chapter.path, number, line.strip())


def _shows(evaluation: Evaluation, touched: Scopes, chapter: Chapter, reference: str) -> bool:
    """Whether a reference prints a touched scope: by the indicator it names, or as a table or chart of all of them."""
    words = reference.split()
    if not words:
        return False
    unit = _unit_meant(evaluation, chapter, words)
    if words[0] == "指标数" or _shows_all_indicators(evaluation, words):
        return any(touched_unit == unit for _, touched_unit in touched)
    every_unit = words[0] in BLOCKS and words[1:2] in ACROSS_UNITS
    return any(
        (every_unit or touched_unit == unit) and not _names(evaluation, indicator).isdisjoint(words[1:])
        for indicator, touched_unit in touched
    )


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
