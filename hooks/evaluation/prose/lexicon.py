"""The words a sentence about the plan is made of: the plan's own names, and the small words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import evaluation.prose.vocabulary as vocabulary
from evaluation.model import Attribute, IndicatorGroup, Stage, TaskState, UnitKind, VerdictClass
from evaluation.prose.facts import ALL, BASE, END, Subject
from evaluation.prose.text import Material
from evaluation.prose.tokens import scanner
from evaluation.render.references import tokens as words_of
from evaluation.render.words.names import directory

FOREIGN = "别处"
"""A scope the evaluation has no figures of: the country, the region, another city, a single town or enterprise."""
OWN = "本单位"

SMALL_WORDS = {
    "neutral": vocabulary.NEUTRAL,
    "reach": vocabulary.REACH,
    "mean": vocabulary.MEANS,
    "sum": vocabulary.SUMS,
    "single": vocabulary.SINGLE,
    "unsure": vocabulary.UNSURE,
    "from": vocabulary.FROM,
    "separately": vocabulary.SEPARATELY,
    "completion": vocabulary.COMPLETION_WORDS,
    "elapsed": vocabulary.ELAPSED_WORDS,
    "projection": vocabulary.PROJECTIONS,
    "goal": vocabulary.GOALS,
    "down": vocabulary.DOWN,
    "up": vocabulary.UP,
    "to": vocabulary.TO,
    "yearly": vocabulary.YEARLY_CUES,
    "based": vocabulary.BASE_CUES,
    "opens": vocabulary.OPENS,
    "headroom": vocabulary.LEFT_OVER,
    "rank": vocabulary.RANKS,
    "years": vocabulary.YEARS,
}
"""A word in two lists is what the later one says."""
PERIODS = {
    BASE: ("规划基期", "基期", "“十三五”末", "十三五末", "规划期初"),
    "before": ("上年", "去年"),
    "?": ("“十三五”期间", "“十三五”时期", "十三五期间"),
}
MONEY = {
    "总投资": ("总投资", "概算总投资", "计划投资"),
    "完成投资": ("累计完成投资", "完成投资", "已完成投资", "累计完成"),
    "投资完成率": ("投资完成率",),
}
HARM = {
    "affected": ("受灾人次", "受灾"),
    "loss": ("直接经济损失", "自然灾害直接经济损失", "因自然灾害直接经济损失"),
    "crops": ("农作物受灾面积",),
    "relocated": ("转移安置", "转移安置群众"),
}


class Lexicon:
    """The names and words of one plan, as one expression; `names` says of each what it is."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.names: dict[str, tuple[str, Any]] = dict(self._small_words())
        self.names |= dict(self._names())

    @cached_property
    def pattern(self) -> re.Pattern:
        return scanner(self.names)

    @cached_property
    def _directories(self) -> dict[str, Any]:
        evaluation = self.material.evaluation
        return {
            "指标": directory(evaluation.indicators), "indicator": directory(evaluation.indicators),
            "任务": directory(evaluation.tasks), "task": directory(evaluation.tasks),
            "项目": directory(evaluation.projects), "project": directory(evaluation.projects),
            "单位": directory(evaluation.units), "unit": directory(evaluation.units),
        }  # fmt: skip

    def spelt(self, reference: str) -> str | None:
        """The name a reference prints; None where it prints a figure."""
        words = words_of(reference.strip("{}｛｝"))
        if len(words) != 2 or words[0] not in self._directories:
            return None
        thing = self._directories[words[0]].find(words[1])
        return thing.name if thing is not None else None

    # --------------------------------------------------------------------------------------------- names

    def _names(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        evaluation = self.material.evaluation
        yield from self._places()
        for sector in dict.fromkeys((*evaluation.plan.sectors, *(a.sector for a in evaluation.accidents))):
            if sector != "其他":
                yield sector, ("sector", sector)
                yield f"{sector}领域", ("sector", sector)
                yield f"{sector}行业", ("sector", sector)
        for kind in evaluation.plan.disaster_kinds:
            yield kind, ("kind", kind)
            yield f"{kind}灾害", ("kind", kind)
        yield from self._states()
        for project in evaluation.projects:
            for name in (project.name, project.id, *project.aliases):
                yield name, ("project", project.id)
                yield f"{name}项目", ("project", project.id)
        for task in evaluation.tasks:
            yield task.name, ("task", task.id)
        for area in evaluation.plan.areas:
            yield area.name, ("area", area.name)
        yield from self._ratios()
        for indicator in evaluation.indicators:
            for name in (indicator.name, indicator.id, *indicator.aliases):
                yield name, ("subject", (("indicator", indicator.id),))
        yield from self._deaths()

    def _places(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        evaluation = self.material.evaluation
        for word in vocabulary.FOREIGN_WORDS:
            yield word, ("scope", FOREIGN)
        for word in vocabulary.OWN_WORDS:
            yield word, ("scope", OWN)
        for unit in evaluation.units:
            for name in (unit.name, unit.short, *unit.aliases):
                if name:
                    local = unit.kind in (UnitKind.BANNER, UnitKind.PARK)
                    yield name, ("scope", unit.id) if local else ("neutral", None)
        city = evaluation.plan.city
        for word in (*vocabulary.CITY_WORDS, city, city.removesuffix("市")):
            yield word, ("scope", None)

    def _states(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        """What things are counted by; a word may belong to more than one sort of thing."""
        found: dict[str, list[Subject]] = {}
        groups = dict.fromkeys(project.group for project in self.material.evaluation.projects)
        for kind, names in (
            ("projects", (*(stage.value for stage in Stage), "未开工", "已开工", *groups)),
            ("tasks", (state.value for state in TaskState)),
            ("indicators", (member.value for words in (VerdictClass, Attribute, IndicatorGroup) for member in words)),
        ):
            for name in names:
                found.setdefault(name, []).append((kind, name))
        for spelling, name in (
            ("在建", "开工在建"),
            ("完工", "已完工"),
            ("竣工", "已完工"),
            ("开工建设", "已开工"),
            ("尚未开工", "未开工"),
            ("前期", "前期论证"),
        ):
            found.setdefault(spelling, []).append(("projects", name))
        for name, subjects in found.items():
            for spelling in (name, f"{name}类", f"{name}性"):
                yield spelling, ("state", tuple(subjects))
        for share in self.material.assessment.shares:
            yield share.name, ("share", share.name)
        yield "新建项目开工率", ("share", "新建开工率")
        yield "重点项目开工率", ("share", "开工率")

    def _ratios(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        """What ratios are made of, and 每万人…: the ratio in other words."""
        for indicator in self.material.evaluation.indicators:
            if indicator.ratio is None:
                continue
            if indicator.unit.partition("/")[2]:
                yield f"每{indicator.unit.partition('/')[2]}", ("neutral", None)
            for name in (indicator.ratio.numerator, indicator.ratio.denominator):
                yield name, ("subject", (("component", name),))
            per = indicator.unit.partition("/")[2]
            for verb in ("", "拥有", "的", "有"):
                if per:
                    yield f"每{per}{verb}{indicator.ratio.numerator}", ("subject", (("indicator", indicator.id),))
            for alias in indicator.aliases:
                stem = alias.removesuffix(f"{per}比")
                if per and stem != alias:
                    for verb in ("", "拥有", "的", "有"):
                        yield f"每{per}{verb}{stem}", ("subject", (("indicator", indicator.id),))
            if per and indicator.ratio.denominator_unit == "人":
                yield f"{indicator.ratio.numerator}占比", ("subject", (("indicator", indicator.id),))
        for words, name in (("常住人口", "常住人口"), ("年末常住人口", "年末常住人口")):
            yield words, ("subject", (("component", name), ("component", "常住人口"), ("component", "年末常住人口")))

    def _deaths(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        """死亡 alone means what the indicator of deaths means, or the events' own count."""
        counted = [i for i in self.material.evaluation.indicators if "死亡人数" in (i.name, *i.aliases)]
        subjects = (*((("indicator", i.id)) for i in counted), ("deaths", ALL))
        for word in ("死亡人数", "死亡", "事故死亡人数", "事故死亡", "生产安全事故死亡", "生产安全事故共死亡", "遇难"):
            yield word, ("deaths", subjects)
        for indicator in counted:
            for name in (indicator.name, *indicator.aliases):
                yield name, ("deaths", subjects)
        grave = [i for i in self.material.evaluation.indicators if "重特大事故" in (i.name, *i.aliases)]
        for indicator in grave:
            for name in ("重特大生产安全事故", "重特大事故"):
                yield name, ("subject", (("indicator", indicator.id),))
        for level in ("较大", "重大"):
            yield f"{level}事故", ("level", level)
            yield f"{level}生产安全事故", ("level", level)
        for word in ("死亡失踪", "因灾死亡失踪", "因灾死亡"):
            yield word, ("subject", (("disaster deaths", ALL),))
        for subject, words in HARM.items():
            yield from ((word, ("disaster", subject)) for word in words)

    # --------------------------------------------------------------------------------------------- small words

    def _small_words(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        for kind, words in SMALL_WORDS.items():
            yield from ((word, (kind, word)) for word in words)
        last = f"{self.material.evaluation.plan.period.last_year}年"
        for word in ("规划期末", "到规划期末", "“十四五”末", "十四五末", last, f"{last}末"):
            yield word, ("period", END)
        for value, words in PERIODS.items():
            yield from ((word, ("period", value)) for word in words)
        for value, words in MONEY.items():
            yield from ((word, ("money", value)) for word in words)
        # Marks that a reference prints behind a figure.
        yield from ((f"（{word}）", ("neutral", None)) for word in ("预计", "快报"))
