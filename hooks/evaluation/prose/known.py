"""All figures that a text can quote, place by place."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.prose.count_facts import of_events, of_people, of_ratios
from evaluation.prose.facts import Fact, Facts, Subject
from evaluation.prose.grouped import Grouped
from evaluation.prose.indicator_facts import of_indicators, of_places
from evaluation.prose.text import Material
from evaluation.prose.work_facts import of_counts, of_projects, of_tasks

OF_A_PLACE = (of_indicators, of_ratios, of_events, of_places, of_people)
OF_THE_CITY = (of_projects, of_tasks, of_counts)


@dataclass(frozen=True)
class Known:
    """The figures that a text may quote, each asked of the material."""

    material: Material

    def of(self, subject: Subject, measure: str, scope: str | None = None) -> tuple[Fact, ...]:
        return self.material.ask(facts_of, subject, measure, scope)


def facts_of(material: Material, subject: Subject, measure: str, scope: str | None) -> tuple[Fact, ...]:
    return material.once(facts, lambda: facts(material)).of(subject, measure, scope)


def facts(material: Material) -> Facts:
    grouped = Grouped(material)

    def source(scope: str | None):
        for of_place in OF_A_PLACE:
            yield from of_place(grouped, scope)
        for of_city in OF_THE_CITY if scope is None else ():
            yield from of_city(material)

    return Facts(source)
