"""A figure that tells by how much something rose or fell, and against what."""

from __future__ import annotations

import evaluation.prose.facts as f
from evaluation.prose.claims import Claim
from evaluation.prose.facts import BASE, END
from evaluation.prose.levels import GOAL_BEHIND
from evaluation.prose.line import Line
from evaluation.prose.said import UNKNOWN
from evaluation.prose.subjects import of_change
from evaluation.prose.tokens import Token

RELATIVE = ("%", "成", "百分点")
UNITS = (*RELATIVE, "人", "小时", "起", "人次")
BETWEEN = ("了", "约", "达", "为", "约为")


def direction(line: Line) -> Token | None:
    """The word of direction that the figure follows: 下降11.5%, 下降了约一成, 分别下降9.1%和6.1%."""
    if line.quantity.unit not in UNITS:
        return None
    listed = bool(line.separately())
    for token in reversed(line.here):
        if token.kind in ("down", "up"):
            return token
        of_list = listed and (token.kind == "quantity" or line.text(token) in ("和", "、"))
        if not (of_list or token.kind == "separately" or (token.kind == "neutral" and line.text(token) in BETWEEN)):
            return None
    return None


def change(line: Line, way: Token) -> Claim | None:
    sign = 1 if way.kind == "up" else -1
    subjects, said = of_change(line), line.said
    if _wanted(line):
        return (
            line.claim(subjects, (f.TARGET_CHANGE,), None, sign, way.start, exact=True) if said.scope is None else None
        )
    period, measures = _compared(line)
    if said.unsure or not measures or (period or "").startswith(UNKNOWN):
        return None
    claim = line.claim(subjects, measures, period, sign, way.start)
    if claim.facts or any(token.kind == "period" for token in line.all[: line.at]):
        return claim
    # The period came from an earlier sentence, which spoke of something else.
    return line.claim(subjects, measures, None, sign, way.start)


def _wanted(line: Line) -> bool:
    """累计下降15%的目标, 规划目标为下降20%, 到2025年下降15%."""
    before = [token.kind for token in line.all[: line.at] if token.kind in ("goal", "quantity", "period")]
    return bool(GOAL_BEHIND.match(line.behind)) or before[-1:] == ["goal"] or line.said.period == END


def _compared(line: Line) -> tuple[str | None, tuple[str, ...]]:
    """(the period that changed, the measures it may be); no measures where it is compared with a year without figures."""
    period, against = line.said.period, line.said.against
    periods = [p for p in line.said.periods if not p.startswith(UNKNOWN)]
    if against is None and len(periods) > 1:
        against = periods[0]
    if period == BASE:
        later = [p for p in periods if p not in (BASE, END)]
        period, against = (later[-1] if later else None), BASE
    based, yearly = (f.CHANGE, f.YEARLY) if line.quantity.unit in RELATIVE else (f.CHANGE_BY, f.YEARLY_BY)
    if against is None:
        return period, (based, yearly)
    if against == BASE:
        return period, (based,)
    year_before = period is not None and against == line.calendar.year_before(period)
    return period, (yearly,) if against == "yearly" or year_before else ()
