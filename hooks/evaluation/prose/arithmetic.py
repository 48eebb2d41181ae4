"""Figures of one sentence are recomputed from each other: sums, changes between two values, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evaluation.problems import Problem
from evaluation.prose.figures import disagreements
from evaluation.prose.reading import read
from evaluation.prose.text import Material, Text
from evaluation.prose.tokens import Quantity, Token
from evaluation.render import wording

RELATIVE = ("%", "百分点", "成", "倍")
REST = re.compile(r"其他|其余|其它")
RATE = re.compile(r"([\u4e00-\u9fff]{2})率(?:为|达到|达|约为|约)?$")
HOW_MANY = re.compile(r"(两|二|三|四|五|六|七|八|九|十)(?:项|者|类|个领域|个行业|个部分)?$")
NUMBERS = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
GAP = Decimal("0.15")
"""Three parts or more that leave out no more than this were meant to be all of it."""


@dataclass(frozen=True)
class Wrong:
    start: int
    what: str
    fix: str


def figures_of_a_sentence_agree(text: Text, material: Material) -> Iterator[Problem]:
    """Where the data already say that a figure is wrong, that is enough."""
    said = {problem.where for problem in disagreements(text, material)} if text.report else set()
    for one in read(text, material):
        for wrong in wrongs(one.sentence.plain, one.tokens):
            place = text.place(one.sentence.at(wrong.start))
            if place not in said:
                yield Problem(place, wrong.what, wrong.fix)


def wrongs(plain: str, found: tuple[Token, ...]) -> Iterator[Wrong]:
    line = _Line(plain, found)
    if len(line.figures) > 1:
        yield from line.changes()
        yield from line.shares()
        yield from line.parts()
        yield from line.totals()


class _Line:
    """One sentence's figures in order."""

    def __init__(self, plain: str, found: tuple[Token, ...]) -> None:
        self.plain, self.all = plain, found
        self.places = [
            index for index, token in enumerate(found) if token.kind == "quantity" and not token.value.ordinal
        ]
        self.figures = [found[index] for index in self.places]

    def words(self, token: Token) -> str:
        return self.plain[token.start : token.end]

    def kinds(self, first: int, last: int) -> set[str]:
        """Of the tokens between two places."""
        return {token.kind for token in self.all[first + 1 : last]}

    # ------------------------------------------------------------------------------------------------- changes

    def changes(self) -> Iterator[Wrong]:
        """由7人上升到23人，上升69.57%: both values are there, so the change can be recomputed."""
        for number, index in enumerate(self.places):
            figure, direction = self.all[index], self._direction(index)
            if direction is None or number < 2 or figure.value.high is not None:
                continue
            pair = self._pair(number, direction)
            if pair is not None:
                yield from self._change(figure, direction, *pair)

    def _direction(self, index: int) -> Token | None:
        for token in reversed(self.all[:index]):
            if token.kind in ("up", "down"):
                return token
            if token.kind != "neutral" or self.words(token) not in ("了", "约", "达", "为", "约为"):
                return None
        return None

    def _pair(self, number: int, direction: Token) -> tuple[Token, Token] | None:
        """(then, now): the two figures before it, of one unit, where the sentence says which is which."""
        first, second = self.places[number - 2], self.places[number - 1]
        a, b = self.all[first], self.all[second]
        if (
            a.value.unit != b.value.unit
            or a.value.about
            or b.value.about
            or a.value.high is not None
            or b.value.high is not None
        ):
            return None
        if not a.value.unit or "separately" in self.kinds(first, self.places[number]):
            return None
        between = self.kinds(first, second)
        if "to" in between:
            return a, b
        before = self.plain[: b.start]
        if b.end == direction.start and re.search(r"(?:比|较|与)[^，、]*的$", before):
            return b, a
        years = [self._year(first), self._year(second)]
        if None not in years and years[0] != years[1]:
            return (a, b) if years[0] < years[1] else (b, a)
        return None

    def _year(self, index: int) -> str | None:
        """The whole year said just before a figure, with no other figure in between."""
        for token in reversed(self.all[:index]):
            if token.kind == "quantity":
                return None
            if token.kind == "period":
                return token.value if token.value[:4].isdigit() else None
        return None

    def _change(self, figure: Token, direction: Token, then: Token, now: Token) -> Iterator[Wrong]:
        written: Quantity = figure.value
        low, high = _change_between(then.value, now.value, written.unit)
        if low is None:
            return
        sign = 1 if direction.kind == "up" else -1
        amount, step = written.amount * {"成": 10}.get(written.unit, 1), written.step * {"成": 10}.get(written.unit, 1)
        pair = f"由“{self.words(then)}”到“{self.words(now)}”"
        right = _moved((low + high) / 2, written)
        fix = f"写成“{right}”，或改正前后两个数"
        if not low - step / 2 <= amount * sign <= high + step / 2:
            if low - step / 2 <= -amount * sign <= high + step / 2:
                whole = self.plain[direction.start : figure.end]
                yield Wrong(direction.start, f"{pair}是{right}，文稿写“{whole}”", fix)
                return
            yield Wrong(figure.start, f"{pair}是{right}，文稿写“{self.words(figure)}”", fix)

    # ------------------------------------------------------------------------------------------------- shares

    def shares(self) -> Iterator[Wrong]:
        """整改率95.0% after how many there are and how many were mended; 占46人的45.3%."""
        for number, index in enumerate(self.places):
            figure = self.all[index]
            if number < 2 or figure.value.unit != "%" or figure.value.about:
                continue
            pair = self._of_rate(number) or self._of_whole(number)
            if pair is not None and pair[1].value.amount:
                yield from self._share(figure, *pair)

    def _of_rate(self, number: int) -> tuple[Token, Token] | None:
        """(part, whole) of 整改率: the part is what was 整改, the whole what was counted before it."""
        rate = RATE.search(self.plain[: self.all[self.places[number]].start])
        if rate is None:
            return None
        part, whole = self.all[self.places[number - 1]], self.all[self.places[number - 2]]
        verb = self.plain[whole.end : part.start]
        return (part, whole) if verb.endswith(rate[1]) and _alike(part, whole) else None

    def _of_whole(self, number: int) -> tuple[Token, Token] | None:
        first, second = self.places[number - 2], self.places[number - 1]
        part, whole = self.all[first], self.all[second]
        between = self.plain[whole.end : self.all[self.places[number]].start]
        return (
            (part, whole) if "reach" in self.kinds(first, second) and between == "的" and _alike(part, whole) else None
        )

    def _share(self, figure: Token, part: Token, whole: Token) -> Iterator[Wrong]:
        low, high = _quotient(part.value, whole.value)
        step = figure.value.step / 2
        if not low * 100 - step <= figure.value.amount <= high * 100 + step:
            right = wording.percent((low + high) / 2, max(figure.value.decimals, 1))
            what = f"“{self.words(part)}”占“{self.words(whole)}”的{right}，文稿写“{self.words(figure)}”"
            yield Wrong(figure.start, what, f"写成“{right}”，或改正前面两个数")

    # ------------------------------------------------------------------------------------------------- sums

    def parts(self) -> Iterator[Wrong]:
        """240人，其中60人、160人、30人."""
        opening = next((index for index, token in enumerate(self.all) if token.kind == "opens"), None)
        if opening is None:
            return
        before = [index for index in self.places if index < opening]
        after = [self.all[index] for index in self.places if index > opening]
        if not before or len(after) < 2 or self.kinds(opening, len(self.all)) & {"to", "up", "down", "yearly", "based"}:
            return
        total = self.all[before[-1]]
        if (
            any(not _alike(total, part) or part.value.about or part.value.high is not None for part in after)
            or total.value.about
        ):
            return
        yield from self._sum(total, after, self._complete(opening, total, after))

    def _complete(self, opening: int, total: Token, parts: list[Token]) -> bool:
        """Whether the parts were meant to be all of it."""
        if REST.search(self.plain[self.all[opening].end :]):
            return True
        gap = total.value.amount - sum(part.value.amount for part in parts)
        known = total.value.unit in ("人", "起") and self.kinds(opening, len(self.all)) & {"sector", "kind"}
        return len(parts) > 2 and not known and gap <= GAP * total.value.amount

    def totals(self) -> Iterator[Wrong]:
        """42项 …和2项 …，合计44项."""
        for number, index in enumerate(self.places):
            before = self.all[index - 1] if index else None
            if number < 2 or before is None or before.kind != "sum" or self.words(before) == "累计":
                continue
            said = HOW_MANY.search(self.plain[: before.start])
            wanted = NUMBERS[said[1]] if said else number
            parts = [self.all[place] for place in self.places[max(0, number - wanted) : number]]
            between = {token.kind for token in self.all[self.places[number - len(parts)] : index]}
            if (
                len(parts) == wanted
                and not between & {"to", "opens", "up", "down"}
                and all(_alike(self.all[index], part) for part in parts)
            ):
                yield from self._sum(self.all[index], parts, complete=True)

    def _sum(self, total: Token, parts: list[Token], complete: bool) -> Iterator[Wrong]:
        found = sum((part.value.amount for part in parts), Decimal(0))
        slack = sum((_slack(part.value) for part in parts), _slack(total.value))
        if found - total.value.amount > slack or (complete and total.value.amount - found > slack):
            unit = "元" if total.value.unit == "元" else total.value.unit
            shown = (
                wording.plain(found / total.value.scale)
                + {10_000: "万", 100_000_000: "亿"}.get(total.value.scale, "")
                + unit
            )
            what = f"各项合计为{shown}，文稿写“{self.words(total)}”"
            yield Wrong(total.start, what, "改正合计数，或改正其中一项")


def _alike(one: Token, other: Token) -> bool:
    return one.value.unit == other.value.unit and bool(one.value.unit) and one.value.unit not in RELATIVE


def _slack(quantity: Quantity) -> Decimal:
    """How far a figure written with decimals or in 万 may be off; a plain count is exact."""
    return quantity.step / 2 if quantity.decimals or quantity.scale > 1 else Decimal(0)


def _quotient(part: Quantity, whole: Quantity) -> tuple[Decimal, Decimal]:
    a, b = _slack(part), _slack(whole)
    return (part.amount - a) / (whole.amount + b), (part.amount + a) / (whole.amount - b)


def _change_between(then: Quantity, now: Quantity, unit: str) -> tuple[Decimal, Decimal] | tuple[None, None]:
    """The least and the greatest change, since both figures may be rounded; in the unit it was written in."""
    if unit not in RELATIVE or then.unit in RELATIVE:
        comparable = unit == then.unit or (unit in ("%", "百分点") and then.unit == "%")
        slack = _slack(then) + _slack(now)
        difference = now.amount - then.amount
        if comparable and unit != "%":
            return difference - slack, difference + slack
        if not comparable:
            return None, None
    if unit == "百分点" or not then.amount:
        return None, None
    low, high = _quotient(now, then)
    factor = 1 if unit == "倍" else 100
    return (low - 1) * factor, (high - 1) * factor


def _moved(value: Decimal, written: Quantity) -> str:
    way = "上升" if value > 0 else "下降"
    unit = {"成": "%", "百分点": "个百分点"}.get(written.unit, written.unit)
    if unit in ("%", "倍"):
        return way + wording.number(abs(value), max(written.decimals, 2 if unit == "%" else 0)) + unit
    larger = {10_000: "万", 100_000_000: "亿"}.get(written.scale, "")
    return way + wording.plain(abs(value) / written.scale) + larger + unit
