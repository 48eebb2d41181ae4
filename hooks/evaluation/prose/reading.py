"""What each figure in a text claims: which thing it is about, when and where, and whether it is a level or a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from evaluation.model import Attribute, IndicatorGroup, ProjectLevel, Stage, TaskState, UnitKind, VerdictClass
import evaluation.prose.facts as f
from evaluation.prose.facts import ALL, BASE, END, Fact, Facts, Subject, facts
from evaluation.prose.lexicon import FOREIGN, OWN, Lexicon
from evaluation.prose.passages import Sentence, sentences
from evaluation.prose.text import Material, Text
from evaluation.prose.tokens import Quantity, Token, tokens

ENDS = "。！？；;!?"
BREAKS = "，：:,（）()—"
ABOUT_SOMETHING = ("subject", "deaths", "disaster", "project", "share", "money")
GOAL_BEHIND = re.compile(r"(?:以内|以下|以上)?的?(?:规划|控制|既定)?(?:目标|限值|上限|要求)")
WANTED = re.compile("规划|目标|要求|每年|应|须|要控制|2025年|期末")
APART = re.compile("(?:差|低|高|少|多|超出|缺口|缺口为)$")
"""Before a figure that tells how far two others are apart."""
LEFT_BEHIND = re.compile(r"的?(?:余量|余地|空间)")
ELAPSED_BEHIND = re.compile(r"的时间进度")
SEVERAL = ("sector", "kind")
OF_DEATHS = {"sector": "deaths", "kind": "disaster deaths", "level": "level deaths"}
OF_EVENTS = {"sector": "accidents", "kind": "disasters", "level": "level"}
SCALE = {"万元": 10_000, "亿元": 100_000_000, "万吨": 10_000, "亿吨": 100_000_000, "万人": 10_000}
"""What a fact's unit is worth in the plain one, in which a written figure is counted."""
COMPATIBLE = {
    "人": ("人", "万人", "人/万人", "人/亿元", "人/十万人", "人/百万人"),
    "人次": ("人次", "人次/十万人"),
    "": ("位", "人/万人", "人/亿元", "人/十万人", "人/百万人", "人/百万吨", "人次/十万人", "小时"),
    "元": ("元", "万元", "亿元"),
    "吨": ("吨", "万吨", "亿吨"),
    "项": ("个",), "个": ("个",), "家": ("个",),
}  # fmt: skip
"""What a written unit may stand for; one that is not named stands for itself."""


@dataclass(frozen=True)
class Claim:
    start: int
    """Where the figure begins in the sentence, and where it ends."""
    end: int
    quantity: Quantity
    facts: tuple[Fact, ...]
    """Any of which it may be quoting; none of them: it is wrong."""
    sign: int = 0
    """-1 where it is said to fall, 1 to rise."""
    lead: int | None = None
    """Where the word of direction begins."""
    exact: bool = False
    """低于0.02的目标: the small word is not about the figure itself."""
    certain: bool = True
    """Whether period and place are said; only then may it be replaced by a reference."""


@dataclass
class Said:
    """What has been said so far and still holds."""

    scope: str | None
    period: str | None = None
    against: str | None = None
    """The year compared with, or 同比, or 基期."""
    subject: Token | None = None
    sector: Token | None = None
    periods: list[str] = field(default_factory=list)
    earlier: list[tuple[Subject, ...]] = field(default_factory=list)
    """What the figures of the sentence before were about, where a semicolon joins the two."""
    stale: bool = False
    """Whether something unknown was talked of since the subject."""
    events: tuple[Subject, ...] = ()
    """What the last 起 counted."""
    things: str | None = None
    """Whether projects, tasks or indicators are being counted."""


class Reader:
    """Reads one text after the other against the same facts."""

    def __init__(self, lexicon: Lexicon, known: Facts) -> None:
        self.lexicon = lexicon
        self.known = known
        self.evaluation = lexicon.material.evaluation
        self.base_year = str(self.evaluation.plan.period.base_date.year)
        self.last_year = str(self.evaluation.plan.period.last_year)

    def sentences(self, text: Text) -> Iterator[tuple[Sentence, list[Token], list[Claim]]]:
        """Each sentence with its tokens and what its figures claim."""
        said = Said(self._home(text))
        for sentence in sentences(text, self.lexicon.spelt):
            if sentence.first:
                said = Said(self._home(text))
            found = list(tokens(sentence.plain, self.lexicon.pattern, self.lexicon.names))
            yield sentence, found, list(_Walk(self, text, sentence.plain, found, said).claims())
            if said.scope == FOREIGN:
                said.scope = self._home(text)
            if not sentence.plain.endswith(("；", ";")):
                said.sector, said.earlier, said.events = None, [], ()

    def _home(self, text: Text) -> str | None:
        """Whose figures a text means when it does not say: its unit's, the city's where the unit has no ground."""
        unit = self.evaluation.unit(text.unit) if text.unit else None
        return unit.id if unit and unit.kind in (UnitKind.BANNER, UnitKind.PARK) else None


@lru_cache(maxsize=2)
def _reader(material: Material) -> Reader:
    return Reader(Lexicon(material), facts(material))


@lru_cache(maxsize=4096)
def read(text: Text, material: Material) -> tuple[tuple[Sentence, tuple[Token, ...], tuple[Claim, ...]], ...]:
    """The sentences of a text, read once for all rules."""
    return tuple((sentence, tuple(found), tuple(claims)) for sentence, found, claims in _reader(material).sentences(text))


class _Walk:
    """One sentence, figure by figure; `said` goes on to the next."""

    def __init__(self, reader: Reader, text: Text, plain: str, found: list[Token], said: Said) -> None:
        self.reader, self.text, self.plain, self.all, self.said = reader, text, plain, found, said
        self.known = reader.known
        self.clause = 0
        """The index of the first token of the clause at work."""
        self.unsure = False
        self.at = 0
        """The index of the figure at work."""
        self.listed: list[Token] = []
        """Sectors or kinds named one after the other."""
        self.scopes: list[str | None] = []
        """Places named one after the other."""
        self.made: dict[int, tuple[Subject, ...]] = {}
        """Token → what its figure was taken to be about."""

    def claims(self) -> Iterator[Claim]:
        self.said.against = None
        for index, token in enumerate(self.all):
            note = getattr(self, f"_see_{token.kind}", None)
            if note:
                note(index, token)
            found = self._claim(index, token) if token.kind == "quantity" else None
            if found is not None and found.facts:
                self.made[index] = tuple(dict.fromkeys(fact.subject for fact in found.facts))
                if token.value.unit == "起":
                    self.said.events = self.made[index]
                yield found
            if token.kind == "span":
                yield from self._years(index, token)
        self.said.earlier = [self.made.get(i, ()) for i, token in enumerate(self.all) if token.kind == "quantity"]

    # ------------------------------------------------------------------------------------------------- what is said

    def _see_stop(self, index: int, token: Token) -> None:
        """A clause about something unknown ends what was said before: 2022年为150人 after it is not about deaths."""
        if token.value not in BREAKS and token.value not in ENDS:
            return
        kinds = [other.kind for other in self.all[self.clause : index]]
        if "rest" in kinds and not set(kinds) & set(ABOUT_SOMETHING):
            self.said.stale = True
        self.clause = index + 1

    def _see_scope(self, index: int, token: Token) -> None:
        if token.value == OWN:
            home = self.reader._home(self.text)
            self.said.scope = home if home is not None else FOREIGN
        else:
            self.said.scope = token.value
        joined = index >= 2 and self.all[index - 2].kind == "scope" and self._before(index) in ("、", "和", "与", "及")
        self.scopes = [*self.scopes, self.said.scope] if joined else [self.said.scope]
        self.said.sector = None

    def _see_period(self, index: int, token: Token) -> None:
        value = self._year_before(self.said.period) if token.value == "before" else self._period(token.value)
        if self._before(index) in ("比", "较", "与", "同", "相比"):
            self.said.against = value
            self.said.periods.append(value)
            return
        if self._joins(index):
            self.said.periods.append(value)
        else:
            self.said.periods = [value]
        self.said.period = value

    def _see_span(self, index: int, token: Token) -> None:
        first, last = token.value
        self.said.periods = [self._period(str(year)) for year in range(first, last + 1)]
        self.said.period = "?span"

    def _see_yearly(self, index: int, token: Token) -> None:
        self.said.against = "yearly"

    def _see_based(self, index: int, token: Token) -> None:
        self.said.against = BASE

    def _see_unsure(self, index: int, token: Token) -> None:
        self.unsure = True

    def _see_opens(self, index: int, token: Token) -> None:
        self.said.sector = None

    def _see_sector(self, index: int, token: Token) -> None:
        before = self.all[index - 2] if index >= 2 else None
        if before is not None and before.kind in SEVERAL and self._before(index) in ("、", "和", "与", "及"):
            self.listed.append(token)
            self.said.sector = Token("several", token.start, token.end, "")
        else:
            self.listed = [token]
            self.said.sector = token

    _see_kind = _see_level = _see_sector

    def _see_subject(self, index: int, token: Token) -> None:
        self.said.subject, self.said.stale = token, False
        if token.kind == "subject":
            self.said.sector = None

    _see_deaths = _see_disaster = _see_project = _see_share = _see_money = _see_subject

    def _period(self, written: str) -> str:
        month = self.reader.evaluation.plan.cut_offs.monthly.month
        if re.fullmatch(rf"\?{month}月(?:底|末)", written):
            return f"{self.reader.evaluation.plan.cut_offs.monthly.year}-{month:02}"
        return {self.reader.base_year: BASE, self.reader.last_year: END}.get(written, written)

    def _before(self, index: int) -> str:
        return self.plain[self.all[index - 1].start : self.all[index - 1].end] if index else ""

    def _joins(self, index: int) -> bool:
        """2021年和2022年, 2020年至2022年: one of a list of periods."""
        return index >= 2 and self.all[index - 2].kind == "period" and self._before(index) in ("、", "和", "至", "到", "—", "与", "及", "，")

    # ------------------------------------------------------------------------------------------------- one figure

    def _claim(self, index: int, token: Token) -> Claim | None:
        if self.said.scope == FOREIGN or self._single(index):
            return None
        self.at = index
        quantity: Quantity = token.value
        if quantity.ordinal:
            return self._rank(index, token)
        if quantity.unit in ("项", "个", "家"):
            return self._count(index, token)
        if len(self.scopes) > 1 and not self._each(index):
            return None
        following = self.all[index + 1] if index + 1 < len(self.all) else None
        if following is not None and following.kind in ("rest", "deaths") and quantity.unit in ("人", "起", "人次", "元"):
            subject, _ = self._subject(index)
            if subject is None or subject.kind != "subject" and not self._goal_before(index):
                return None
        change = self._direction(index)
        if change is not None and quantity.unit in ("%", "百分点", "成", "人", "小时", "起", "人次"):
            return self._change(index, token, change)
        return self._level(index, token)

    def _each(self, index: int) -> bool:
        """Several places or years named together: whether the figure is of each of them, and not of all together."""
        words = self.plain[: self.all[index].start]
        return self._separately(index) is not None or "均" in words or "各" in words

    def _single(self, index: int) -> bool:
        return any(token.kind == "single" for token in self.all[self.clause : index])

    def _direction(self, index: int) -> Token | None:
        """The word of direction that the figure follows: 下降11.5%, 下降了约一成."""
        for token in reversed(self.all[self.clause : index]):
            if token.kind in ("down", "up"):
                return token
            listed = self._separately(index) and (token.kind == "quantity" or self.plain[token.start : token.end] in ("和", "、"))
            if not (token.kind == "separately" or listed or (token.kind == "neutral" and self.plain[token.start : token.end] in ("了", "约", "达", "为", "约为"))):
                return None
        return None

    def _subject(self, index: int) -> tuple[Token | None, bool]:
        """(what the figure is about, whether it stands in the same clause); None where something unknown is in between."""
        for token in reversed(self.all[self.clause : index]):
            if token.kind == "rest":
                return None, False
            if token.kind in ABOUT_SOMETHING:
                return token, True
        return (None if self.said.stale else self.said.subject), False

    def _clear(self, upto: Token) -> bool:
        """Whether nothing unknown stands before it: 外来务工人员死亡12人 is not about all deaths.

        A clause that says neither when, where nor of what goes on with the one before.
        """
        begin = self.clause
        while begin > 0 and not self._anchored(begin, upto):
            begin = self._clause_before(begin)
        return not any(token.kind == "rest" for token in self.all[begin:] if token.start < upto.start)

    def _unknown_before(self, upto: Token) -> bool:
        return any(token.kind == "rest" for token in self.all[self.clause :] if token.start < upto.start)

    def _anchored(self, begin: int, upto: Token) -> bool:
        """Whether a clause says itself when, where or in what field."""
        if "生产安全" in self.plain[upto.start : upto.end]:
            return True
        kinds = {token.kind for token in self.all[begin : self.at] if begin == self.clause or token.start < upto.start}
        return bool(kinds & {"period", "scope", "sector", "kind", "level"})

    def _clause_before(self, begin: int) -> int:
        """The first token of the clause before the one that begins here."""
        stops = [index for index in range(begin - 1) if self.all[index].kind == "stop" and self.all[index].value in BREAKS]
        return stops[-1] + 1 if stops else 0

    def _subjects(self, index: int, quantity: Quantity) -> tuple[Subject, ...]:
        token, here = self._subject(index)
        sector = self._sector(index)
        if quantity.unit == "起":
            return self._events(index, token if here else None)
        if token is None:
            return self._by_unit(index, quantity)
        if token.kind == "deaths":
            if here and not self._clear(token):
                return ()
            if sector is not None:
                return _of(OF_DEATHS, sector)
            return token.value
        if token.kind == "disaster":
            if here and not self._clear(token):
                return ()
            if sector is not None and sector.kind == "several":
                return ()
            return ((token.value, sector.value if sector is not None and sector.kind == "kind" else ALL),)
        if token.kind == "subject":
            return () if here and token.value[0][0] == "component" and not self._clear(token) else token.value
        return ()

    def _events(self, index: int, token: Token | None) -> tuple[Subject, ...]:
        if any(other.kind == "rest" for other in self.all[self.clause : index]):
            return ()
        if token is not None and token.kind == "subject":
            return token.value
        sector = self._sector(index)
        words = self.plain[self.all[self.clause].start : self.all[index].start] if self.clause <= index else ""
        if sector is not None:
            return _of(OF_EVENTS, sector)
        if "灾" in words:
            return (("disasters", ALL),)
        return (("accidents", ALL),) if "事故" in words else self.said.events

    def _sector(self, index: int) -> Token | None:
        """Of several named together the one at the figure's place behind 分别."""
        place = self._separately(index)
        if place is not None and 1 < len(self.listed) and place < len(self.listed):
            return self.listed[place]
        return self.said.sector

    def _place(self, index: int) -> str | None:
        """Whose the figure is; of several places named together the one at its place behind 分别."""
        place = self._separately(index)
        if place is not None and 1 < len(self.scopes) and place < len(self.scopes):
            return self.scopes[place]
        return self.said.scope

    def _by_unit(self, index: int, quantity: Quantity) -> tuple[Subject, ...]:
        """A unit that only one indicator has says which one a target is about, when the sentence names it anywhere."""
        words = self.plain[self.all[self.clause].start : self.all[index].start]
        if "规划" not in words and "目标" not in words:
            return ()
        named = {subject for token in self.all if token.kind == "subject" for subject in token.value}
        owners = [i for i in self.reader.evaluation.indicators if i.unit == quantity.unit and ("indicator", i.id) in named]
        return (("indicator", owners[0].id),) if len(owners) == 1 else ()

    # ------------------------------------------------------------------------------------------------- levels

    def _level(self, index: int, token: Token) -> Claim | None:
        quantity: Quantity = token.value
        behind = self.plain[token.end :]
        kinds = {other.kind for other in self.all[self.clause : index]}
        if quantity.unit == "百分点":
            return self._points(index, token)
        if ELAPSED_BEHIND.match(behind) or self._last(index, ("elapsed", "completion")) == "elapsed":
            claim = self._of_indicator(index, token, (f.ELAPSED,), exact=True)
            return claim if claim and claim.facts else self._make(token, (("elapsed", ALL),), (f.ELAPSED,), None, exact=True, scope=None)
        if self._last(index, ("elapsed", "completion")) == "completion" and quantity.unit == "%":
            return self._of_indicator(index, token, (f.COMPLETION,))
        subject, here = self._subject(index)
        if subject is not None and subject.kind in ("share", "money", "project"):
            return self._work(index, token, subject, here)
        if "reach" in kinds:
            return None
        subjects = self._subjects(index, quantity)
        if "headroom" in kinds:
            return self._make(token, subjects, (f.HEADROOM,), None, exact=True)
        if LEFT_BEHIND.match(behind):
            return self._make(token, subjects, (f.LEFT, f.HEADROOM), None)
        goal = GOAL_BEHIND.match(behind) is not None or self._goal_before(index)
        named = goal and self._last(index, ("goal",)) is not None and "目标" in self._goal_word(index) and self._supposed()
        if named or ((goal or self.said.period == END) and not self.unsure):
            expected = "projection" in {other.kind for other in self.all[:index]}
            measures = (f.TARGET,) if goal else (f.PROJECTION,) if expected else (f.TARGET, f.PROJECTION)
            return self._make(token, subjects, measures, None, exact=True)
        if self._last(index, ("projection", "quantity", "subject", "deaths")) == "projection":
            return self._make(token, subjects, (f.PROJECTION,), None)
        if self.unsure or (not quantity.unit and not quantity.decimals) or self._kept(index):
            return None
        if APART.search(self.plain[: token.start]):
            return None
        if "mean" in kinds or ("sum" in kinds and quantity.unit == "人"):
            measure = f.MEAN if "mean" in kinds else f.SUM
            return self._make(token, subjects, (measure,), None) if self._whole_span() else None
        return self._value(index, token, subjects)

    def _goal_before(self, index: int) -> bool:
        """控制在44.2人以内; in 距15000的限值只有350 the word belongs to the figure before it."""
        if self._last(index, ("goal", "quantity", "period", "projection")) != "goal" or self._kept(index):
            return False
        goal = next(i for i in range(index - 1, -1, -1) if self.all[i].kind == "goal")
        return not (goal >= 2 and self._before(goal) == "的" and self.all[goal - 2].kind == "quantity")

    def _supposed(self) -> bool:
        """若 leaves a named target as it is; 建议 speaks of another one."""
        return not any(token.kind == "unsure" and self.plain[token.start : token.end] not in ("若", "如果", "假如") for token in self.all)

    def _goal_word(self, index: int) -> str:
        goal = next(token for token in reversed(self.all[self.clause : index]) if token.kind == "goal")
        return self.plain[goal.start : goal.end]

    def _kept(self, index: int) -> bool:
        """连续两年控制在0.01以下 tells what was reached, not what is wanted."""
        before = self.plain[: self.all[index].start]
        return before.endswith("控制在") and not WANTED.search(self.plain)

    def _whole_span(self) -> bool:
        """Whether the years said are those that have figures: sums and means of other years are not known."""
        first = str(self.reader.evaluation.plan.period.first_year)
        said = self.said.periods
        return not said or (not any(p.startswith("?") for p in said) and BASE not in said and (len(said) < 2 or said[0] == first))

    def _value(self, index: int, token: Token, subjects: tuple[Subject, ...]) -> Claim | None:
        period = self._when(index)
        if period is not None and period.startswith("?"):
            return None
        if len(self.said.periods) > 1 and period in self.said.periods and self._run_on(index) and not self._each(index):
            return None
        if self._separately(index) is not None and len(self.said.periods) < 2 and len(self.scopes) < 2 and len(self.listed) < 2:
            counterpart = self._counterpart(index)
            subjects = subjects if counterpart is None else counterpart
        needs = not any(subject[0] == "indicator" for subject in subjects) or any(s[0] == "deaths" for s in subjects)
        if period is None and needs and not any(subject[0] == "component" for subject in subjects):
            return None
        measures = (f.VALUE,) if period else (f.VALUE, f.MEAN, f.TARGET)
        return self._make(token, subjects, measures, period)

    def _run_on(self, index: int) -> bool:
        """2021年和2022年死亡95人: the years stand together, with no figure between them and this one."""
        last = [token.kind for token in self.all[:index] if token.kind in ("period", "quantity", "from", "to")]
        return last[-2:] == ["period", "period"] and self.said.periods[-1] == self.said.period

    def _when(self, index: int) -> str | None:
        """The period of a level: of a list the one at the figure's place, else the last that was said."""
        place = self._separately(index)
        if place is not None and len(self.said.periods) > 1:
            return self.said.periods[place] if place < len(self.said.periods) else "?"
        last = next((other for other in reversed(self.all[:index]) if other.kind in ("period", "span", "yearly", "based")), None)
        move = self._move(index)
        if move is not None and (last is None or (last.start > move.start) == (self._last(index, ("from", "to")) == "to")):
            # 由基期的12小时缩短到10.4小时, 2022年由49人降至46人: one of the two figures has no period of its own.
            return None if last is None or last.end < self.all[index].start and self.plain[last.end : self.all[index].start] not in ("的", "") else self.said.period if last.value == "before" else self._period(last.value)
        attached = last is not None and self.plain[last.end : self.all[index].start] in ("的", "")
        if attached and last.kind == "period" and last.value != "before":
            return self._period(last.value)
        if attached and last.kind in ("yearly", "based"):
            return BASE if last.kind == "based" else self._year_before(self.said.period)
        return self.said.period

    def _move(self, index: int) -> Token | None:
        """The 由 or 从 of the clause."""
        return next((token for token in reversed(self.all[self.clause : index]) if token.kind == "from"), None)

    def _year_before(self, period: str | None) -> str:
        """较上年的49人: the same months, a year earlier."""
        if period is None or not period[:4].isdigit():
            return "?"
        return self._period(str(int(period[:4]) - 1) + period[4:])

    def _separately(self, index: int) -> int | None:
        """Which of the figures behind 分别 this one is; None where there is no such word in the sentence before it."""
        word = next((i for i in range(index - 1, -1, -1) if self.all[i].kind == "separately"), None)
        if word is None:
            return None
        return sum(1 for other in self.all[word:index] if other.kind == "quantity")

    def _counterpart(self, index: int) -> tuple[Subject, ...] | None:
        """The subjects of the figure that stands at the same place before 分别: 50起、死亡46人，分别下降…和…."""
        word = next(i for i in range(index - 1, -1, -1) if self.all[i].kind == "separately")
        after = [i for i in range(word, len(self.all)) if self.all[i].kind == "quantity"]
        before = [self.made.get(i, ()) for i in range(word) if self.all[i].kind == "quantity"] or self.said.earlier
        return before[-len(after) :][after.index(index)] if len(before) >= len(after) else None

    def _last(self, index: int, kinds: tuple[str, ...]) -> str | None:
        return next((token.kind for token in reversed(self.all[self.clause : index]) if token.kind in kinds), None)

    def _of_indicator(self, index: int, token: Token, measures: tuple[str, ...], exact: bool = False) -> Claim | None:
        subject = self.said.subject
        if subject is None or subject.kind not in ("subject", "deaths"):
            return None
        return self._make(token, subject.value, measures, None, exact=exact)

    def _points(self, index: int, token: Token) -> Claim | None:
        """高于时间进度36.9个百分点."""
        words = self.plain[self.all[self.clause].start : token.start]
        if "时间进度" not in words:
            return None
        sign = -1 if "低于" in words or "落后" in words else 1 if "高于" in words or "快于" in words else 0
        subject = self.said.subject
        if subject is None or subject.kind not in ("subject", "deaths"):
            return None
        return self._make(token, subject.value, (f.DIFFERENCE,), None, sign=sign)

    # ------------------------------------------------------------------------------------------------- changes

    def _change(self, index: int, token: Token, direction: Token) -> Claim | None:
        quantity: Quantity = token.value
        sign = 1 if direction.kind == "up" else -1
        subjects = self._change_subjects(index, direction, quantity)
        if self._separately(index) is not None:
            subjects = self._counterpart(index) or ()
        relative = quantity.unit in ("%", "成", "百分点")
        if self._goal_of_change(index, token):
            claim = self._make(token, subjects, (f.TARGET_CHANGE,), None, sign, direction.start, exact=True)
            return claim if self.said.scope is None and claim and claim.facts else None
        if self.unsure or self.said.period == END:
            return None
        period, against = self._compared()
        if period is not None and period.startswith("?"):
            return None
        based, yearly = (f.CHANGE, f.YEARLY) if relative else (f.CHANGE_BY, f.YEARLY_BY)
        if against == BASE:
            measures = (based,)
        elif against == "yearly":
            measures = (yearly,)
        elif against is None:
            measures = (based, yearly)
        elif period is not None and period[:4].isdigit() and against == str(int(period[:4]) - 1):
            measures = (yearly,)
        else:
            return None
        claim = self._make(token, subjects, measures, period, sign, direction.start)
        if not claim.facts and not any(other.kind == "period" for other in self.all[:index]):
            return self._make(token, subjects, measures, None, sign, direction.start)
        return claim

    def _compared(self) -> tuple[str | None, str | None]:
        """(the period that changed, what it is compared with): 由2020年的52人降至2022年的46人 says both."""
        period, against = self.said.period, self.said.against
        periods = [p for p in self.said.periods if not p.startswith("?")]
        if against is None and len(periods) > 1:
            against = periods[0]
        if period == BASE:
            later = [p for p in periods if p not in (BASE, END)]
            return (later[-1] if later else None), BASE
        return period, against

    def _change_subjects(self, index: int, direction: Token, quantity: Quantity) -> tuple[Subject, ...]:
        token, here = None, False
        for other in reversed(self.all[self.clause : index]):
            if other.kind == "rest":
                break
            if other.kind in ABOUT_SOMETHING:
                token, here = other, True
                break
        else:
            token = self.said.subject
        if token is None or token.kind not in ("subject", "deaths"):
            return ()
        if token.kind == "deaths":
            if here and not self._clear(token):
                return ()
            sector = self.said.sector
            return _of(OF_DEATHS, sector) if sector is not None else token.value[:1]
        return token.value

    def _goal_of_change(self, index: int, token: Token) -> bool:
        if GOAL_BEHIND.match(self.plain[token.end :]):
            return True
        before = [other.kind for other in self.all[:index] if other.kind in ("goal", "quantity", "period")]
        return bool(before) and before[-1] == "goal" or self.said.period == END

    # ------------------------------------------------------------------------------------------------- work

    def _work(self, index: int, token: Token, subject: Token, here: bool) -> Claim | None:
        """Shares over all projects and tasks, and the money of one project or of all."""
        quantity: Quantity = token.value
        said = self.plain[self.all[self.clause].start : token.start]
        if subject.value == "总投资" and not here and "完成" in said:
            subject = replace(subject, value="完成投资")
        name = "投资完成率" if subject.value == "完成投资" and quantity.unit in ("%", "成") else subject.value
        named = [other for other in self.all[:index] if other.kind == "project"]
        place = self._separately(index)
        project = (named[place] if place < len(named) else None) if place is not None and len(named) > 1 else named[-1] if named else None
        if project is not None and (subject.kind == "money" or name == "投资完成率"):
            return self._make(token, (("project", project.value, name),), (f.VALUE,), None, scope=None)
        if self.said.scope is not None or subject.kind == "project" or self._unknown_before(subject):
            return None
        if name in (share.name for share in self.reader.lexicon.material.assessment.shares):
            return self._make(token, (("share", name),), (f.VALUE,), None)
        if "重点项目" in self.plain or "总投资" in self.plain or "个项目" in self.plain:
            return self._make(token, (("investment", name),), (f.VALUE,), None)
        return None

    def _years(self, index: int, token: Token) -> Iterator[Claim]:
        """建设年限为2021—2025年."""
        project = next((other for other in reversed(self.all[:index]) if other.kind == "project"), None)
        if project is None or self._last(index, ("years", "quantity")) != "years":
            return
        for year, measure in zip(token.value, (f.BEGIN, f.FINISH), strict=True):
            facts = self.known.of(("project", project.value, "年限"), measure)
            yield Claim(token.start, token.end, Quantity(Decimal(year), 0, 1, "年", ""), facts, certain=False)

    def _rank(self, index: int, token: Token) -> Claim | None:
        subject = self.said.subject
        following = self.all[index + 1] if index + 1 < len(self.all) else None
        if token.value.about or (following is not None and following.kind == "rest"):
            return None
        if self._last(index, ("rank", "quantity")) != "rank" or subject is None or subject.kind not in ("subject", "deaths"):
            return None
        if self.said.scope is None and self.text.unit:
            # 居全市各旗区第二位: the place is the unit's own, the city only says among whom.
            claim_scope = self.reader._home(self.text)
        else:
            claim_scope = self.said.scope
        if claim_scope is None:
            return None
        return self._make(token, subject.value, (f.RANK,), None, scope=claim_scope)

    def _count(self, index: int, token: Token) -> Claim | None:
        """11项主要指标, 开工在建22个: counts of the whole city only, for a unit's text seldom says of which part it speaks."""
        if self.said.scope is not None or self.unsure:
            return None
        behind = self.plain[token.end :]
        things = THINGS.findall(self.plain[: token.start] + behind[:6])
        self.said.things = KIND_OF[things[-1]] if things else self.said.things
        subjects = (_noun(behind) or _noun_before(self.plain[: token.start])) if self._counts_all(index) else ()
        subjects = subjects or self._state_before(index) or self._state_behind(index)
        return self._make(token, subjects, (f.VALUE,), None, scope=None) if subjects else None

    def _state_behind(self, index: int) -> tuple[Subject, ...]:
        """2项已完成, 6项处于前期论证: the state, and then nothing more."""
        if any(token.kind in ("rest", "opens", "state") for token in self.all[self.clause : index]):
            return ()
        for place in range(index + 1, len(self.all)):
            token = self.all[place]
            if token.kind == "state":
                ends = place + 1 == len(self.all) or self.all[place + 1].kind == "stop"
                return self._counted(place, token) if ends else ()
            if token.kind != "neutral":
                return ()
        return ()

    def _counts_all(self, index: int) -> bool:
        return not any(token.kind in ("rest", "opens", "project") for token in self.all[self.clause : index]) and (
            index == 0 or (self.all[index - 1].kind != "state" and self._before(index) not in ("有", "中", "这"))
        )

    def _state_before(self, index: int) -> tuple[Subject, ...]:
        """开工在建22个: the state, with nothing but small words between."""
        for place in range(index - 1, self.clause - 1, -1):
            token = self.all[place]
            if token.kind == "state":
                own = place > 0 and self.all[place - 1].kind == "quantity"
                unknown = any(other.kind == "rest" for other in self.all[self.clause : place])
                return () if own or unknown else self._counted(place, token)
            if token.kind != "neutral":
                return ()
        return ()

    def _counted(self, place: int, token: Token) -> tuple[Subject, ...]:
        """Which of projects, tasks and indicators are counted; nothing within a part of them already named."""
        before = [subject for other in self.all[:place] if other.kind == "state" for subject in other.value]
        found = []
        for subject in token.value:
            part = any(other[0] == subject[0] and _sort(other) != _sort(subject) for other in before)
            if not part and (self.said.things == subject[0] or subject[1].endswith("工程")):
                found.append(subject)
        return tuple(found)

    # ------------------------------------------------------------------------------------------------- facts

    def _make(
        self,
        token: Token,
        subjects: tuple[Subject, ...],
        measures: tuple[str, ...],
        period: str | None,
        sign: int = 0,
        lead: int | None = None,
        exact: bool = False,
        scope: str | None = "said",
    ) -> Claim | None:
        quantity: Quantity = token.value
        place = self._place(self.all.index(token)) if scope == "said" else scope
        found = tuple(
            fact
            for subject in subjects
            for measure in measures
            for fact in self.known.of(subject, measure)
            if fact.scope == place and period in (None, fact.period) or (fact.scope == place and fact.period is None)
        )
        fitting = tuple(fact for fact in found if fits(quantity, fact))
        fitting = tuple(fact for fact in fitting if plausible(quantity, fact))
        certain = period is not None or bool(lead) or all(fact.period in (None, END) for fact in fitting)
        return Claim(token.start, token.end, quantity, fitting, sign, lead, exact, certain)


def fits(quantity: Quantity, fact: Fact) -> bool:
    """Whether the written unit can be the fact's."""
    if fact.measure in (f.CHANGE, f.YEARLY, f.TARGET_CHANGE):
        return quantity.unit in ("%", "成", "百分点")
    if quantity.unit == "成":
        return fact.unit == "%"
    return fact.unit == quantity.unit or fact.unit in COMPATIBLE.get(quantity.unit, ())


def _of(table: dict[str, str], sector: Token) -> tuple[Subject, ...]:
    """Nothing for several sectors together: what they add up to is not known."""
    return ((table[sector.kind], sector.value),) if sector.kind in table else ()


THINGS = re.compile("项目|任务|指标")
KIND_OF = {"项目": "projects", "任务": "tasks", "指标": "indicators"}
SORTS = tuple(frozenset(member.value for member in words) for words in (Stage, TaskState, VerdictClass, Attribute, IndicatorGroup, ProjectLevel))


def _sort(subject: Subject) -> int:
    """Words that exclude each other are of one sort: stages, verdicts, attributes …; groups of projects are the last."""
    name = {"未开工": Stage.STUDY.value, "已开工": Stage.UNDER_WAY.value}.get(subject[1], subject[1])
    return next((number for number, words in enumerate(SORTS) if name in words), len(SORTS))


FAR = 20
"""A level this many times greater or less than the datum is not a misprint of it but about something else."""


def plausible(quantity: Quantity, fact: Fact) -> bool:
    if fact.unit == quantity.unit or fact.measure not in (f.VALUE, f.MEAN, f.SUM) or not fact.value or not quantity.amount:
        return True
    value = abs(fact.value) * SCALE.get(fact.unit, 1) / (10 if quantity.unit == "成" else 1)
    return quantity.amount / FAR <= value <= quantity.amount * FAR


NOUN_BEFORE = re.compile(r"(主要指标|重点项目|工作任务)(?:一共|总共|共有|共计|共|为|有|是|计)$")


def _noun_before(before: str) -> tuple[Subject, ...]:
    """主要指标为十一项: what is counted, by the words in front of the figure."""
    found = NOUN_BEFORE.search(before)
    return _noun(found[1]) if found else ()


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


def _noun(behind: str) -> tuple[Subject, ...]:
    """What is counted, by the words behind the figure."""
    return next((subjects for pattern, subjects in NOUNS if pattern.match(behind)), ())
