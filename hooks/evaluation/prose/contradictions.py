"""A verdict or state typed in a text that is not the computed one; something told as done after the cut-off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from evaluation.measure.assessment import Assessment
from evaluation.model import Evaluation, Stage, TaskState, UnitKind, VerdictClass
from evaluation.problems import Problem
from evaluation.prose.lexicon import FOREIGN, OWN
from evaluation.prose.passages import Sentence
from evaluation.prose.reading import mentions
from evaluation.prose.text import Material, Text
from evaluation.prose.tokens import Token

V = VerdictClass
VERDICTS: dict[str, tuple[VerdictClass, ...]] = {
    "已提前实现": (V.ACHIEVED, V.MET_BUT_WEAKENING), "提前实现": (V.ACHIEVED, V.MET_BUT_WEAKENING), "提前完成": (V.ACHIEVED, V.MET_BUT_WEAKENING),
    "提前达到": (V.ACHIEVED, V.MET_BUT_WEAKENING), "快于预期": (V.AHEAD, V.ACHIEVED), "好于预期": (V.AHEAD, V.ACHIEVED),
    "基本符合预期": (V.ON_TRACK,), "符合预期": (V.ON_TRACK,), "明显滞后": (V.FAR_BEHIND,), "严重滞后": (V.FAR_BEHIND,),
    "滞后": (V.BEHIND, V.FAR_BEHIND, V.REVERSED), "慢于预期": (V.BEHIND, V.FAR_BEHIND, V.REVERSED), "出现倒退": (V.REVERSED,),
    "已达标但走弱": (V.MET_BUT_WEAKENING,), "达标": (V.WITHIN, V.ACHIEVED, V.MET_BUT_WEAKENING), "超标": (V.EXCEEDED, V.OUT_OF_REACH),
    "已无法实现": (V.OUT_OF_REACH,),
}  # fmt: skip
"""What a word says of an indicator: the verdicts of which it is true."""
STATES: dict[str, tuple[TaskState, ...]] = {state.value: (state,) for state in TaskState}
STAGES: dict[str, tuple[Stage, ...]] = {stage.value: (stage,) for stage in Stage if stage.started or stage.not_started} | {
    "未开工": (Stage.STUDY, Stage.ABOUT_TO_START, Stage.PAUSED, Stage.ADJUSTED, Stage.CANCELLED),
    "尚未开工": (Stage.STUDY, Stage.ABOUT_TO_START, Stage.PAUSED, Stage.ADJUSTED, Stage.CANCELLED),
    "全面完工": (Stage.DONE,), "全部完工": (Stage.DONE,), "已竣工": (Stage.DONE,),
}  # fmt: skip
KINDS = {"indicator": VERDICTS, "task": STATES, "project": STAGES}
WORDS = re.compile("|".join(sorted({word for words in KINDS.values() for word in words}, key=len, reverse=True)))

WISHED = re.compile(r"将|拟|力争|确保|有望|如果|若|假如|建议|下一步|避免|防止|是否|可能|比较")
"""A sentence that does not say how things stand."""
OPEN = re.compile(
    r"预计|目标|要求|不|未(?!开工)|没有|无(?!法实现)|难以(?!推进)|风险|原因|整改|高于|低于|因|导致|由于|造成|改为|的(?:指标|任务|项目|领域|单位|旗区|企业|部分)"
)
"""Between a name and a word: then it is not said of that name."""
NEAR = 28
"""Characters between a name and what is said of it."""
LEADS_TO = re.compile(r"(?:.*[，：])?(?:评价结论|评价|结论|目前|现|仍然?|总体|整体|进度|进展|均|全部|都|已经?|现已|处于|达到|为|是|属于?|情况|状态|“|◆|\s)*")
"""What stands between a name and what is said of it."""
AFTER = 6
"""Characters after the word that may still turn it."""


def typed_verdicts_are_the_computed_ones(text: Text, material: Material) -> Iterator[Problem]:
    if not text.report or text.verbatim:
        return
    for sentence, tokens in mentions(text, WORDS, material):
        if WISHED.search(sentence.plain) or any(token.kind == "scope" and token.value == FOREIGN for token in tokens):
            continue
        for match in WORDS.finditer(sentence.plain):
            yield from _judged(text, material, sentence, tokens, match)


def _judged(text: Text, material: Material, sentence: Sentence, tokens: list[Token], match: re.Match) -> Iterator[Problem]:
    things = [(token, *thing) for token in tokens if token.end <= match.start() and (thing := _thing(token)) is not None]
    if not things:
        return
    token, kind, name = things[-1]
    between = sentence.plain[token.end : match.start()]
    if len(between) > NEAR or not LEADS_TO.fullmatch(between) or OPEN.search(sentence.plain[token.end : match.end() + AFTER]) or re.search(r"[；;、]|和|及|与", between) or match[0] not in KINDS[kind]:
        return
    others = [other for other, _, _ in things[:-1] if re.fullmatch(r"、|和|及|与|以及", sentence.plain[other.end : token.start])]
    scopes = [] if others else _scopes(text, material, tokens, token, kind)
    found = [one for scope in scopes if (one := material.ask(standing, kind, name, scope, text.unit)) is not None]
    if found and not any(state in KINDS[kind][match[0]] for state, _, _ in found):
        state, reference, about = found[0]
        what = f"文稿写“{match[0]}”，{'评价' if kind == 'indicator' else '数据'}为“{state.value}”（{about}）"
        yield Problem(text.place(sentence.at(match.start())), what, f"改写成 {reference}，或核对数据")


def _thing(token: Token) -> tuple[str, str] | None:
    """(kind, id) of the indicator, task or project that a name stands for."""
    if token.kind in ("task", "project"):
        return token.kind, token.value
    subjects = token.value if token.kind in ("subject", "deaths") else ()
    return next(((kind, name) for kind, name in subjects if kind == "indicator"), None)


def _scopes(text: Text, material: Material, tokens: list[Token], thing: Token, kind: str) -> list[str | None]:
    """Whose standing may be meant: the place named last, else the text's own unit; of tasks and by a department the city's too."""
    said = [token.value for token in tokens if token.kind == "scope" and token.end <= thing.end]
    if said and said[-1] != OWN:
        return [said[-1]]
    unit = material.evaluation.unit(text.unit) if text.unit else None
    local = unit is not None and unit.kind in (UnitKind.BANNER, UnitKind.PARK)
    alone = unit is None or (kind == "indicator" and (local or said))
    return [text.unit] if alone else [text.unit, None]


def standing(
    material: Material, kind: str, name: str, scope: str | None, home: str | None
) -> tuple[VerdictClass | TaskState | Stage, str, str] | None:
    """The computed verdict or reported state, the reference that prints it in a text of `home`, and what it is of."""
    evaluation, assessment = material.evaluation, material.assessment
    place = "全市" if scope is None else getattr(evaluation.unit(scope), "name", scope)
    argument = "" if scope == home else f" {place}"
    if kind == "indicator":
        return _verdict(evaluation, assessment, name, scope, place, argument)
    if kind == "task":
        return _task_state(evaluation, assessment, name, scope, place)
    project = assessment.project(name)
    if project is None or project.stage is None:
        return None
    return project.stage, f"{{{{ 阶段 {name} }}}}", project.project.name


def _verdict(evaluation: Evaluation, assessment: Assessment, name: str, scope: str | None, place: str, argument: str):
    row = assessment.indicator(name, scope)
    if row is None or row.verdict is V.NOT_JUDGED:
        return None
    indicator = evaluation.indicator(name)
    return row.verdict, f"{{{{ 评价 {indicator.id}{argument} }}}}", f"{place} {indicator.name}"


def _task_state(evaluation: Evaluation, assessment: Assessment, name: str, scope: str | None, place: str):
    report = evaluation.report(scope) if scope else None
    own = next((one for one in report.tasks if one.task == name), None) if report else None
    standing = assessment.task(name)
    state = own.state if own else standing.state if standing and scope is None else None
    if state is None:
        return None
    return state, f"{{{{ 进展 {name} }}}}", f"{place} {standing.task.name}"


# ------------------------------------------------------------------------------------------------- dates

DAY = re.compile(r"(20[0-9]{2})年([0-9]{1,2})月(?:([0-9]{1,2})日)?(?!至|—|-)")
DONE = re.compile(r"已[经于]?(?!列入|纳入|明确|确定)|完成了|投入使用|正式启用|通过验收|举办了|召开了|开展了")
LATER = re.compile(r"将|拟|力争|确保|预计|计划|有望|前|底|目标|安排|建议|要|争取|下一步|届时|后|待|才能|可以")


def nothing_is_told_as_done_after_the_cut_off(text: Text, material: Material) -> Iterator[Problem]:
    """Progress counts up to the tasks' cut-off day; a plan may well be later."""
    cut_off = material.evaluation.plan.cut_offs.tasks
    if not text.report or text.verbatim or text.path.startswith("docs/third-party/"):
        return
    for sentence, _ in mentions(text, DAY, material):
        for match in DAY.finditer(sentence.plain):
            clause = re.split("[，；。：]", sentence.plain[match.start() :])[0]
            told = sentence.plain[: match.start()] + clause
            if _begins(match) > cut_off and DONE.search(clause) and not LATER.search(told):
                what = f"“{clause}”晚于任务、项目进展截止时点 {cut_off.year}年{cut_off.month}月{cut_off.day}日，不能算本次评估的进展"
                yield Problem(text.place(sentence.at(match.start())), what, "删去，或写成下一步计划")


def _begins(match: re.Match) -> date:
    """The first day that is meant; a day that there is not is another rule's matter."""
    try:
        return date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return date.min


CONTRADICTION_RULES = (typed_verdicts_are_the_computed_ones, nothing_is_told_as_done_after_the_cut_off)
