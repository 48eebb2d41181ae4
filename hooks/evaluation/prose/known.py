"""All figures that a text can quote, by what they are about."""

from __future__ import annotations

from collections import defaultdict

from evaluation.prose.count_facts import of_events, of_people, of_ratios
from evaluation.prose.facts import Fact, Facts, Subject
from evaluation.prose.indicator_facts import of_indicators, of_places
from evaluation.prose.text import Material
from evaluation.prose.work_facts import of_counts, of_projects, of_tasks

SOURCES = (of_indicators, of_ratios, of_events, of_projects, of_tasks, of_counts, of_places, of_people)


def facts(material: Material) -> Facts:
    found: dict[tuple[Subject, str], list[Fact]] = defaultdict(list)
    for source in SOURCES:
        for fact in source(material):
            found[(fact.subject, fact.measure)].append(fact)
    return Facts({key: tuple(rows) for key, rows in found.items()})
