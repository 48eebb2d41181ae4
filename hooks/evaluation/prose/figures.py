"""Figures typed by hand are held against the data: to disagree is a fault, to agree a case for a reference."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import evaluation.prose.facts as f
from evaluation.problems import Place, Problem
from evaluation.prose.claims import SCALE, Claim
from evaluation.prose.facts import Fact, unit_name
from evaluation.prose.passages import Sentence
from evaluation.prose.reading import read
from evaluation.prose.text import Material, Text
from evaluation.prose.tokens import Quantity
from evaluation.render import wording
from evaluation.render.references import fill
from evaluation.render.view import View

LESS = ("不足", "不到", "低于", "少于", "小于", "不超过", "至多", "最多", "以下", "以内")
MORE = ("超过", "超", "突破", "逾", "高于", "多于", "大于", "不低于", "不少于", "至少", "以上", "多", "余")
NEARLY = ("近", "将近", "接近", "逼近")


def agrees(claim: Claim, fact: Fact) -> bool:
    if (claim.quantity.unit == "百分点") != (fact.unit == "百分点"):
        return False
    values = [in_units(claim.quantity, value, fact.unit) for value in (fact.value, *fact.also)]
    return any(
        matches(claim.quantity, abs(value) if claim.sign or fact.measure == f.TARGET_CHANGE else value, claim.exact)
        for value in values
    )


def in_units(quantity: Quantity, value: Decimal, unit: str) -> Decimal:
    """The fact's value in what the text counts in, before its own scale."""
    value = value * SCALE.get(unit, 1)
    return value / 10 if quantity.unit == "成" else value


def matches(quantity: Quantity, value: Decimal, exact: bool = False) -> bool:
    """Whether a figure as written can stand for the value: a rounded one agrees with what it was rounded from."""
    written, step = quantity.amount, quantity.step
    if quantity.high is not None:
        return written <= value <= quantity.high * quantity.scale
    about = "" if exact else quantity.about
    if about in LESS:
        return value <= written
    if about in ("多", "余"):
        return written <= value < written + max(step, written / 2)
    if about in MORE:
        return value >= written
    if about in NEARLY:
        return written * Decimal("0.85") <= value <= written
    if about:
        return abs(value - written) <= max(step, written / 10)
    return abs(value - written) <= step / 2


# ------------------------------------------------------------------------------------------------- the rule


def figures_agree_with_the_data(text: Text, material: Material) -> Iterator[Problem]:
    if text.report:
        yield from disagreements(text, material)


def disagreements(text: Text, material: Material) -> tuple[Problem, ...]:
    """Found once for all rules."""
    return material.once((disagreements, text), lambda: tuple(_disagreements(text, material)))


def _disagreements(text: Text, material: Material) -> Iterator[Problem]:
    for one in read(text, material):
        for claim in one.claims:
            if not any(agrees(claim, fact) for fact in claim.facts):
                yield _disagreement(text, one.sentence, claim, material)
            elif _turned(claim):
                yield _wrong_way(text, one.sentence, claim, material)


def right_figures_become_references(text: Text, material: Material) -> Iterator[Problem]:
    """Advice with its remedy: only where the reference prints the very characters that stand there."""
    if not text.report:
        return
    for one in read(text, material):
        for claim in one.claims:
            found = _replaceable(claim)
            if found is not None:
                yield from _offer(text, one.sentence, claim, found, material)


def _replaceable(claim: Claim) -> Fact | None:
    """The one fact that the figure quotes."""
    if not claim.certain or claim.quantity.about or claim.quantity.high is not None or claim.quantity.chinese:
        return None
    right = [fact for fact in claim.facts if agrees(claim, fact)]
    if not right or _turned(claim) or len({(fact.measure, fact.period, fact.scope) for fact in right}) > 1:
        return None
    return next((fact for fact in right if fact.reference), None)


def _offer(text: Text, sentence: Sentence, claim: Claim, fact: Fact, material: Material) -> Iterator[Problem]:
    words = reference(text, fact, material)
    printed = material.ask(what_prints, words, text.unit)
    for start in dict.fromkeys((claim.start if claim.lead is None else claim.lead, claim.start)):
        end = start + len(printed)
        rest = sentence.plain[end : claim.end]
        source = (
            sentence.source(start, end, text)
            if sentence.plain[start:end] == printed and not rest.strip("个项家")
            else None
        )
        if source is not None:
            what = f"“{printed}”是手写的，与数据一致，数据改了它不会跟着改"
            edit = text.edit(*source, words)
            yield Problem(text.place(source[0]), what, f"改写成 {words}", note=True, edit=edit)
            return


def what_prints(material: Material, words: str, unit: str | None) -> str:
    """What references stand for in a text of the unit."""
    whose = material.evaluation.unit(unit) if unit else None
    return fill(words, View(material.evaluation, material.assessment, whose), Place("")).markdown


def _turned(claim: Claim) -> bool:
    """The amount is right and the direction is wrong."""
    right = [fact for fact in claim.facts if agrees(claim, fact)]
    return bool(claim.sign) and all(fact.value * claim.sign < 0 for fact in right)


def _disagreement(text: Text, sentence: Sentence, claim: Claim, material: Material) -> Problem:
    fact = nearest(claim)
    written = sentence.plain[claim.start : claim.end]
    shown = shown_as(claim.quantity, fact)
    what = f"文稿写“{written}”，数据为{shown}（{about(fact, material)}）"
    return Problem(text.place(sentence.at(claim.start)), what, remedy(text, fact, material))


def _wrong_way(text: Text, sentence: Sentence, claim: Claim, material: Material) -> Problem:
    fact = nearest(claim)
    written = sentence.plain[claim.lead if claim.lead is not None else claim.start : claim.end]
    way = "上升" if fact.value > 0 else "下降"
    if fact.measure == f.DIFFERENCE:
        way = "高于" if fact.value > 0 else "低于"
    what = f"文稿写“{written}”，数据为{way}{shown_as(claim.quantity, fact).lstrip('-')}（{about(fact, material)}）"
    start = claim.lead if claim.lead is not None else claim.start
    return Problem(text.place(sentence.at(start)), what, remedy(text, fact, material))


def nearest(claim: Claim) -> Fact:
    """The fact most likely meant: the one whose value is nearest."""

    def distance(fact: Fact) -> Decimal:
        value = in_units(claim.quantity, fact.value, fact.unit)
        return abs((abs(value) if claim.sign else value) - claim.quantity.amount)

    return min(claim.facts, key=distance)


def shown_as(quantity: Quantity, fact: Fact) -> str:
    """The fact in the unit and with the decimals of the text; one decimal more where that would say the same."""
    value = abs(in_units(quantity, fact.value, fact.unit)) / quantity.scale
    unit = {10_000: "万", 100_000_000: "亿"}.get(quantity.scale, "") + (
        "个百分点" if quantity.unit == "百分点" else quantity.unit
    )
    if quantity.unit == "成":
        value, unit = value * 10, "%"
    if fact.unit == "百分点":
        unit = "个百分点"
    return wording.number(value, max(quantity.decimals, 1 if value != int(value) else 0)) + unit


def about(fact: Fact, material: Material) -> str:
    """全市 死亡人数 2022年 同比"""
    measure = "" if fact.measure == f.VALUE else fact.measure
    parts = (unit_name(material.evaluation, fact.scope), fact.name, _period(fact.period), measure)
    return " ".join(part for part in parts if part)


def _period(period: str | None) -> str:
    if period in (None, f.END):
        return ""
    year, _, month = period.partition("-")
    return "基期" if period == f.BASE else f"{year}年{int(month)}月" if month else f"{year}年"


def remedy(text: Text, fact: Fact, material: Material) -> str:
    if fact.reference is None or text.field is not None:
        return "改正文稿；数据有误时改正 data/ 里的数"
    return f"改写成 {reference(text, fact, material)}；数据有误时改正 data/ 里的数"


def reference(text: Text, fact: Fact, material: Material) -> str:
    """What prints the fact where the text stands: another's figure is named with whose it is."""
    own = material.evaluation.unit(text.unit) if text.unit else None
    home = own.id if own else None
    whose = "" if fact.scope == home else f" {unit_name(material.evaluation, fact.scope)}"
    return f"{{{{ {fact.reference}{whose} }}}}"
