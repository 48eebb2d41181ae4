"""Figures of the plan's work: counts of indicators, tasks and projects, shares, money, years, and a banner's place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import evaluation.prose.facts as f
from evaluation.model import Attribute, IndicatorGroup, ProjectLevel, Stage, TaskState, VerdictClass
from evaluation.prose.claims import Claim
from evaluation.prose.facts import ALL, Subject
from evaluation.prose.line import Line
from evaluation.prose.subjects import of_indicator
from evaluation.prose.tokens import Quantity, Token

THINGS = re.compile("项目|任务|指标")
KIND_OF = {"项目": "projects", "任务": "tasks", "指标": "indicators"}
SORTS = tuple(
    frozenset(member.value for member in words)
    for words in (Stage, TaskState, VerdictClass, Attribute, IndicatorGroup, ProjectLevel)
)
NOUN_BEFORE = re.compile(r"(主要指标|重点项目|工作任务)(?:一共|总共|共有|共计|共|为|有|是|计)$")
NOUNS: tuple[tuple[re.Pattern, tuple[Subject, ...]], ...] = tuple(
    (re.compile(pattern), tuple((kind, name) for name in names))
    for pattern, kind, names in (
        (r"主要指标|指标(?=中|，|、|。|$)", "indicators", (ALL,)),
        (r"约束性指标", "indicators", ("约束性",)),
        (r"预期性指标", "indicators", ("预期性",)),
        (r"方面的?重点(?:任务|工作)|重点任务领域|任务领域", "areas", (ALL,)),
        (r"工作任务|重点任务分解", "tasks", (ALL,)),
        (r"旗区", "units", ("旗区",)),
        (r"园区", "units", ("园区",)),
        (r"重点项目", "projects", (ALL, "市规划", "自治区规划")),
    )
)
"""What is counted, by the words behind the figure."""


# ------------------------------------------------------------------------------------------------- counts


def count(line: Line) -> Claim | None:
    """11项主要指标, 开工在建22个: of the whole city only; a unit's text seldom says of which part it speaks."""
    if line.said.scope is not None or line.said.unsure:
        return None
    things = THINGS.findall(line.before + line.behind[:6])
    line.said.things = KIND_OF[things[-1]] if things else line.said.things
    subjects = _all_of_them(line) or _state_before(line) or _state_behind(line)
    return line.claim(subjects, (f.VALUE,), scope=None) if subjects else None


def _all_of_them(line: Line) -> tuple[Subject, ...]:
    """11项主要指标, 主要指标为十一项."""
    token = line.all[line.at - 1] if line.at else None
    part = token is not None and (token.kind == "state" or line.text(token) in ("有", "中", "这"))
    if part or line.unknown() or line.kinds() & {"opens", "project"}:
        return ()
    named = NOUN_BEFORE.search(line.before)
    return _noun(line.behind) or (_noun(named[1]) if named else ())


def _noun(words: str) -> tuple[Subject, ...]:
    return next((subjects for pattern, subjects in NOUNS if pattern.match(words)), ())


def _state_before(line: Line) -> tuple[Subject, ...]:
    """开工在建22个: the state, with nothing but small words between; in 22个在建项目中有4个 it belongs to the 22."""
    for place in range(line.at - 1, line.clause - 1, -1):
        token = line.all[place]
        if token.kind == "state":
            taken = place > 0 and line.all[place - 1].kind == "quantity"
            return () if taken or line.unknown(token) else _counted(line, place, token)
        if token.kind != "neutral":
            return ()
    return ()


def _state_behind(line: Line) -> tuple[Subject, ...]:
    """2项已完成, 6项处于前期论证: the state, and then nothing more."""
    if line.unknown() or line.kinds() & {"opens", "state"}:
        return ()
    for place in range(line.at + 1, len(line.all)):
        token = line.all[place]
        if token.kind == "state":
            ends = place + 1 == len(line.all) or line.all[place + 1].kind == "stop"
            return _counted(line, place, token) if ends else ()
        if token.kind != "neutral":
            return ()
    return ()


def _counted(line: Line, place: int, token: Token) -> tuple[Subject, ...]:
    """Which of projects, tasks and indicators are counted; nothing within a part of them already named."""
    before = [subject for other in line.all[:place] if other.kind == "state" for subject in other.value]
    return tuple(
        subject
        for subject in token.value
        if (line.said.things == subject[0] or subject[1].endswith("工程"))
        and not any(other[0] == subject[0] and _sort(other) != _sort(subject) for other in before)
    )


def _sort(subject: Subject) -> int:
    """Words that exclude each other are of one sort: stages, verdicts, attributes …; groups of projects are the last."""
    name = {"未开工": Stage.STUDY.value, "已开工": Stage.UNDER_WAY.value}.get(subject[1], subject[1])
    return next((number for number, words in enumerate(SORTS) if name in words), len(SORTS))


# ------------------------------------------------------------------------------------------------- money and shares


def money_or_share(line: Line, subject: Token, here: bool) -> Claim | None:
    """总投资6.8亿元 of one project or of all, 投资完成率, 开工率."""
    if subject.value == "总投资" and not here and "完成" in line.clause_words:
        subject = subject._replace(value="完成投资")
    name = "投资完成率" if subject.value == "完成投资" and line.quantity.unit in ("%", "成") else subject.value
    project = _project(line)
    if project is not None and (subject.kind == "money" or name == "投资完成率"):
        return line.claim((("project", project.value, name),), (f.VALUE,), scope=None)
    if line.said.scope is not None or subject.kind == "project" or line.unknown(subject):
        return None
    if line.known.of(("share", name), f.VALUE):
        return line.claim((("share", name),), (f.VALUE,))
    if any(words in line.plain for words in ("重点项目", "总投资", "个项目")):
        return line.claim((("investment", name),), (f.VALUE,))
    return None


def _project(line: Line) -> Token | None:
    """The project last named; of several named together the one at the figure's place behind 分别."""
    named = [token for token in line.all[: line.at] if token.kind == "project"]
    if line.separately() is not None and len(named) > 1:
        return line.of_list(named, None)
    return named[-1] if named else None


# ------------------------------------------------------------------------------------------------- years and places


def years(line: Line) -> Iterator[Claim]:
    """建设年限为2021—2025年."""
    project, span = _project(line), line.figure
    if project is None or not line.last_is("years", "quantity"):
        return
    for year, measure in zip(span.value, (f.BEGIN, f.FINISH), strict=True):
        facts = line.known.of(("project", project.value, "年限"), measure)
        yield Claim(span.start, span.end, Quantity(Decimal(year), 0, 1, "年", ""), facts, certain=False)


def place(line: Line) -> Claim | None:
    """居各旗区第二位: the city only says among whom, the place is the text's own unit's."""
    followed = line.following is not None and line.following.kind == "rest"
    if line.quantity.about or followed or not line.last_is("rank", "quantity"):
        return None
    whose = line.said.home if line.said.scope is None else line.said.scope
    return line.claim(of_indicator(line), (f.RANK,), scope=whose) if whose is not None else None
