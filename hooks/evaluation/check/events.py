"""Accidents and disasters are events of this evaluation and add up to what was reported."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation.check.walk import Figure, figures
from evaluation.model import Accident, Evaluation, Period
from evaluation.problems import Problem

DEATHS = "I01"
"""The indicator that counts the dead of production-safety accidents (work plan, 安全生产 first of all)."""

LEVELS = ("一般", "较大", "重大", "特别重大")
LEAST_HARM = {"deaths": (3, 10, 30), "injured": (10, 50, 100), "loss": (1000, 5000, 10000)}
"""From what harm on an accident is 较大, 重大, 特别重大 (《生产安全事故报告和调查处理条例》第三条; loss in 万元)."""


def events_lie_within_the_evaluation(evaluation: Evaluation) -> Iterator[Problem]:
    base, cut_off = evaluation.plan.period.base_date, evaluation.plan.cut_offs.monthly
    for event in (*evaluation.accidents, *evaluation.disasters):
        if not base.year <= event.date.year or event.date > cut_off:
            order = f"早于规划基期 {base.year} 年" if event.date.year < base.year else f"晚于月度数据截止时点 {cut_off}"
            yield Problem(event.place.of("date"), f"{event.id} 的日期 {event.date} {order}", "改正日期，或删去这一行")
        if event.id[1:5] != str(event.date.year):
            what = f"编号 {event.id} 的年份与日期 {event.date} 不一致"
            yield Problem(event.place.of("id"), what, "改正编号或日期")


def accident_levels_agree_with_the_harm(evaluation: Evaluation) -> Iterator[Problem]:
    """Serious injuries and losses make an accident worse, never better; the injured may be slightly hurt."""
    for accident in evaluation.accidents:
        least, most = _level(accident, ("deaths",)), _level(accident, tuple(LEAST_HARM))
        if not least <= LEVELS.index(accident.level) <= most:
            level = LEVELS[least]
            what = f"{accident.id} 死亡 {accident.deaths} 人，写的是{accident.level}事故"
            yield Problem(accident.place.of("level"), what, f"按死亡人数应为{level}，改正等级或人数")


def accidents_add_up_to_the_reported_deaths(evaluation: Evaluation) -> Iterator[Problem]:
    """For the city and for each banner, a year or a part of one at a time; a list that is not whole is not compared."""
    if not evaluation.accidents or any(
        fault.where.path == evaluation.accidents[0].place.path for fault in evaluation.faults
    ):
        return
    first = min(accident.date.year for accident in evaluation.accidents)
    for figure in figures(evaluation):
        reported = figure.reading.value
        if figure.indicator.id != DEATHS or reported is None or figure.reading.period.year < first:
            continue
        accidents = evaluation.accidents if figure.unit is None else evaluation.accidents_in(figure.unit)
        total = sum((a.deaths for a in accidents if _in_time(a, figure.reading.period)), 0)
        if Decimal(total) != reported and _covered(evaluation, figure):
            what = f"{figure.title}填报死亡 {reported} 人，事故记录合计 {total} 人"
            fix = "核对 data/events/accidents.csv 与填报数，改正其中一处"
            yield Problem(figure.reading.place.of("value"), what, fix, unit=figure.unit)


def _level(accident: Accident, kinds: tuple[str, ...]) -> int:
    return max(sum((getattr(accident, kind) or 0) >= bound for bound in LEAST_HARM[kind]) for kind in kinds)


def _in_time(accident: Accident, period: Period) -> bool:
    return accident.date.year == period.year and accident.date <= period.end


def _covered(evaluation: Evaluation, figure: Figure) -> bool:
    """Departments and parks report deaths of their field or ground, which the records do not tell apart."""
    return figure.unit is None or any(figure.unit == banner.id for banner in evaluation.banners)
