"""A figure that tells how much: a value of a period, a target, a mean, a completion, a difference to the schedule."""

from __future__ import annotations

import re

import evaluation.prose.facts as f
from evaluation.prose.claims import Claim
from evaluation.prose.facts import ALL, BASE, END, Subject
from evaluation.prose.line import Line
from evaluation.prose.said import UNKNOWN
from evaluation.prose.subjects import of_indicator, of_level
from evaluation.prose.tokens import Token

GOAL_BEHIND = re.compile(r"(?:以内|以下|以上)?的?(?:规划|控制|既定)?(?:目标|限值|上限|要求)")
WANTED = re.compile("规划|目标|要求|每年|应|须|要控制|期末")
APART = re.compile("(?:差|低|高|少|多|超出|缺口|缺口为)$")
"""Before a figure that tells how far two others are apart."""
LEFT_BEHIND = re.compile(r"的?(?:余量|余地|空间)")
ELAPSED_BEHIND = re.compile(r"的时间进度")


def level(line: Line) -> Claim | None:
    if line.quantity.unit == "百分点":
        return _difference(line)
    return _progress(line) or _wanted(line) or _reached(line)


def _progress(line: Line) -> Claim | None:
    """完成率76.9%, 时间进度40%, 40%的时间进度."""
    if ELAPSED_BEHIND.match(line.behind) or line.last_is("elapsed", "completion"):
        claim = line.claim(of_indicator(line), (f.ELAPSED,), exact=True)
        return claim if claim.facts else line.claim((("elapsed", ALL),), (f.ELAPSED,), exact=True, scope=None)
    if line.last_is("completion", "elapsed") and line.quantity.unit == "%":
        return line.claim(of_indicator(line), (f.COMPLETION,))
    return None


def _difference(line: Line) -> Claim | None:
    """高于时间进度36.9个百分点."""
    words = line.clause_words
    if "时间进度" not in words:
        return None
    sign = -1 if "低于" in words or "落后" in words else 1 if "高于" in words or "快于" in words else 0
    return line.claim(of_indicator(line), (f.DIFFERENCE,), sign=sign)


# ------------------------------------------------------------------------------------------------- what is wanted


def _wanted(line: Line) -> Claim | None:
    """Targets, what is left to them, and what is expected at the end of the plan."""
    if "headroom" in line.kinds():
        return line.claim(of_level(line), (f.HEADROOM,), exact=True)
    if LEFT_BEHIND.match(line.behind):
        return line.claim(of_level(line), (f.LEFT, f.HEADROOM))
    goal = GOAL_BEHIND.match(line.behind) is not None or goal_before(line)
    if (goal and _named_goal(line)) or ((goal or line.said.period == END) and not line.said.unsure):
        expected = any(token.kind == "projection" for token in line.all[: line.at])
        measures = (f.TARGET,) if goal else (f.PROJECTION,) if expected else (f.TARGET, f.PROJECTION)
        return line.claim(of_level(line), measures, exact=True)
    if line.last_is("projection", "quantity", "subject", "deaths"):
        return line.claim(of_level(line), (f.PROJECTION,))
    return None


def goal_before(line: Line) -> bool:
    """控制在44.2人以内; in 距15000的限值只有350 the word belongs to the figure before it."""
    if not line.last_is("goal", "quantity", "period", "projection") or _kept(line):
        return False
    goal = next(i for i in range(line.at - 1, -1, -1) if line.all[i].kind == "goal")
    return not (goal >= 2 and line.word(goal - 1) == "的" and line.all[goal - 2].kind == "quantity")


def _named_goal(line: Line) -> bool:
    """若 leaves a target that is called one as it is; 建议 speaks of another one."""
    goal = line.last("goal")
    unsure = (line.text(token) for token in line.all if token.kind == "unsure")
    return goal is not None and "目标" in line.text(goal) and all(word in ("若", "如果", "假如") for word in unsure)


def _kept(line: Line) -> bool:
    """连续两年控制在0.01以下 tells what was reached, not what is wanted."""
    return line.before.endswith("控制在") and line.said.period != END and not WANTED.search(line.plain)


# ------------------------------------------------------------------------------------------------- what is reached


def _reached(line: Line) -> Claim | None:
    """A value, a mean or a sum of the years so far."""
    bare = not line.quantity.unit and not line.quantity.decimals
    if bare or line.said.unsure or _kept(line) or "reach" in line.kinds() or APART.search(line.before):
        return None
    if "mean" in line.kinds() or ("sum" in line.kinds() and line.quantity.unit == "人"):
        measure = f.MEAN if "mean" in line.kinds() else f.SUM
        return line.claim(of_level(line), (measure,)) if _all_years(line) else None
    return _value(line)


def _all_years(line: Line) -> bool:
    """Whether the years said are those that have figures: sums and means of other years are not known."""
    said = line.said.periods
    known = BASE not in said and not any(period.startswith(UNKNOWN) for period in said)
    return not said or (known and (len(said) < 2 or said[0] == line.calendar.first_year))


def _value(line: Line) -> Claim | None:
    period, said = _when(line), line.said
    if period is not None and period.startswith(UNKNOWN):
        return None
    if _run_on(line) and not line.each():
        return None
    subjects = of_level(line)
    if line.separately() is not None and max(len(said.periods), len(said.scopes), len(said.sectors)) < 2:
        counterpart = line.counterpart()
        subjects = subjects if counterpart is None else counterpart
    if period is None and not _known_without_period(subjects):
        return None
    return line.claim(subjects, (f.VALUE,) if period else (f.VALUE, f.MEAN, f.TARGET), period)


def _known_without_period(subjects: tuple[Subject, ...]) -> bool:
    """A figure of events means nothing without its year; an indicator's own name is enough."""
    sorts = {subject[0] for subject in subjects}
    return "component" in sorts or ("indicator" in sorts and "deaths" not in sorts)


def _run_on(line: Line) -> bool:
    """2021年和2022年死亡95人: the years stand together, with no figure between them and this one."""
    last = [token.kind for token in line.all[: line.at] if token.kind in ("period", "quantity", "from", "to")]
    return (
        last[-2:] == ["period", "period"] and len(line.said.periods) > 1 and line.said.periods[-1] == line.said.period
    )


def _when(line: Line) -> str | None:
    """The period of a level: of a list the one at the figure's place, else the last that was said."""
    said = line.said
    if line.separately() is not None and len(said.periods) > 1:
        return line.of_list(said.periods, UNKNOWN)
    last = next((t for t in reversed(line.all[: line.at]) if t.kind in ("period", "span", "yearly", "based")), None)
    attached = last is not None and line.plain[last.end : line.figure.start] in ("的", "")
    if attached and last.kind in ("period", "yearly", "based"):
        return _attached(line, last)
    return None if _in_move(line, last) else said.period


def _attached(line: Line, last: Token) -> str | None:
    """2021年的49人, 较上年的49人, 较基期的52人."""
    if last.kind == "yearly":
        return line.calendar.year_before(line.said.period)
    if last.kind == "based":
        return BASE
    return line.said.period if last.value == "before" else line.calendar.period(last.value)


def _in_move(line: Line, last: Token | None) -> bool:
    """由基期的12小时缩短到10.4小时, 2022年由49人降至46人: one of the two figures has no period of its own."""
    begun = line.last("from")
    if begun is None:
        return False
    return last is None or (last.start > begun.start) == line.last_is("to", "from")
