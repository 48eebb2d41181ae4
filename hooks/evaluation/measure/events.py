"""Accidents and disasters counted along the cuts of the work plan; what did not occur is written out as zero."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from evaluation.model import Accident, Disaster, Evaluation

LEVELS = ("一般", "较大", "重大", "特别重大")
MONTHS = tuple(f"{month}月" for month in range(1, 13))


@dataclass(frozen=True)
class AccidentCount:
    accidents: int
    deaths: int
    injured: int
    loss: Decimal | None
    """万元; None when no accident's loss is known, zero when there was no accident."""


@dataclass(frozen=True)
class DisasterCount:
    disasters: int
    affected: int
    deaths: int
    relocated: int
    crop_area: Decimal
    """公顷."""
    loss: Decimal
    """万元."""
    relief_hours: Decimal | None
    """The longest time until relief reached people; None when none is known."""


def accident_count(accidents: Iterable[Accident]) -> AccidentCount:
    accidents = tuple(accidents)
    losses = [one.loss for one in accidents if one.loss is not None]
    return AccidentCount(
        accidents=len(accidents),
        deaths=sum(one.deaths for one in accidents),
        injured=sum(one.injured for one in accidents),
        loss=sum(losses, Decimal(0)) if losses or not accidents else None,
    )


def disaster_count(disasters: Iterable[Disaster]) -> DisasterCount:
    disasters = tuple(disasters)
    return DisasterCount(
        disasters=len(disasters),
        affected=sum(one.affected for one in disasters),
        deaths=sum(one.deaths for one in disasters),
        relocated=sum(one.relocated for one in disasters),
        crop_area=sum((one.crop_area for one in disasters), Decimal(0)),
        loss=sum((one.loss for one in disasters), Decimal(0)),
        relief_hours=max((one.relief_hours for one in disasters if one.relief_hours is not None), default=None),
    )


def accidents_of(
    evaluation: Evaluation, year: int | None = None, sector: str | None = None, unit: str | None = None
) -> tuple[Accident, ...]:
    """The accidents of a year, a sector, a banner; whatever is left out is not narrowed."""
    return tuple(
        one
        for one in evaluation.accidents
        if (year is None or one.date.year == year)
        and (sector is None or one.sector == sector)
        and (unit is None or one.unit == unit)
    )


def disasters_of(
    evaluation: Evaluation, year: int | None = None, kind: str | None = None, unit: str | None = None
) -> tuple[Disaster, ...]:
    """The disasters of a year, a kind, a banner; whatever is left out is not narrowed."""
    return tuple(
        one
        for one in evaluation.disasters
        if (year is None or one.date.year == year)
        and (kind is None or one.kind == kind)
        and (unit is None or one.unit == unit)
    )


def _month(event: Accident | Disaster) -> str:
    return f"{event.date.month}月"


def _year(event: Accident | Disaster) -> str:
    return str(event.date.year)


def _banners(evaluation: Evaluation) -> tuple[str, ...]:
    return tuple(unit.id for unit in evaluation.banners)


def _years(evaluation: Evaluation) -> tuple[str, ...]:
    """Every year from the first event to the last one, also a year in which nothing happened."""
    years = [event.date.year for event in (*evaluation.accidents, *evaluation.disasters)]
    return tuple(str(year) for year in range(min(years), max(years) + 1)) if years else ()


@dataclass(frozen=True)
class Cut:
    """A way to split events: which part one belongs to, and the parts that are shown in any case, in order."""

    part: Callable[[Accident | Disaster], str]
    parts: Callable[[Evaluation], tuple[str, ...]]


ACCIDENT_CUTS: dict[str, Cut] = {
    "sector": Cut(lambda one: one.sector, lambda evaluation: evaluation.plan.sectors),
    "type": Cut(lambda one: one.type, lambda evaluation: tuple(sorted({one.type for one in evaluation.accidents}))),
    "level": Cut(lambda one: one.level, lambda evaluation: LEVELS),
    "month": Cut(_month, lambda evaluation: MONTHS),
    "year": Cut(_year, _years),
    "unit": Cut(lambda one: one.unit, _banners),
}

DISASTER_CUTS: dict[str, Cut] = {
    "kind": Cut(lambda one: one.kind, lambda evaluation: evaluation.plan.disaster_kinds),
    "month": Cut(_month, lambda evaluation: MONTHS),
    "year": Cut(_year, _years),
    "unit": Cut(lambda one: one.unit, _banners),
}


def accidents_by(
    evaluation: Evaluation, cut: str, accidents: Iterable[Accident] | None = None
) -> dict[str, AccidentCount]:
    """Accidents (all, or those given) along a cut of ACCIDENT_CUTS: part → counts."""
    chosen = evaluation.accidents if accidents is None else accidents
    parts = _split(evaluation, ACCIDENT_CUTS[cut], chosen)
    return {part: accident_count(events) for part, events in parts.items()}


def disasters_by(
    evaluation: Evaluation, cut: str, disasters: Iterable[Disaster] | None = None
) -> dict[str, DisasterCount]:
    """Disasters (all, or those given) along a cut of DISASTER_CUTS: part → counts."""
    chosen = evaluation.disasters if disasters is None else disasters
    parts = _split(evaluation, DISASTER_CUTS[cut], chosen)
    return {part: disaster_count(events) for part, events in parts.items()}


def accidents_across(
    evaluation: Evaluation, rows: str, columns: str, accidents: Iterable[Accident] | None = None
) -> dict[str, dict[str, AccidentCount]]:
    """Accidents along two cuts: row → column → counts."""
    chosen = evaluation.accidents if accidents is None else accidents
    parts = _split(evaluation, ACCIDENT_CUTS[rows], chosen)
    return {part: accidents_by(evaluation, columns, events) for part, events in parts.items()}


def disasters_across(
    evaluation: Evaluation, rows: str, columns: str, disasters: Iterable[Disaster] | None = None
) -> dict[str, dict[str, DisasterCount]]:
    """Disasters along two cuts: row → column → counts."""
    chosen = evaluation.disasters if disasters is None else disasters
    parts = _split(evaluation, DISASTER_CUTS[rows], chosen)
    return {part: disasters_by(evaluation, columns, events) for part, events in parts.items()}


def _split(evaluation: Evaluation, cut: Cut, events: Iterable) -> dict[str, tuple]:
    """The fixed parts in their order, then parts that only the events name, by name."""
    events = tuple(events)
    fixed = cut.parts(evaluation)
    others = sorted({cut.part(event) for event in events} - set(fixed))
    return {part: tuple(event for event in events if cut.part(event) == part) for part in (*fixed, *others)}
