"""Every figure that was counted: what ratios are made of, people, accidents, disasters; and its yearly changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.model import Accident, Baseline, Disaster, Evaluation, UnitKind, UnitReading
from evaluation.prose.facts import ALL, BASE, CHANGE, CHANGE_BY, VALUE, YEARLY, YEARLY_BY, Fact
from evaluation.prose.grouped import Grouped


def of_ratios(grouped: Grouped, scope: str | None) -> Iterator[Fact]:
    """Numerators and denominators of ratios: output, population, staff."""
    yield from with_changes(dict.fromkeys(_parts_of_ratios(grouped, scope)))


def _parts_of_ratios(grouped: Grouped, scope: str | None) -> Iterator[Fact]:
    for indicator, row in grouped.rows(scope):
        if indicator.ratio is None:
            continue
        ratio = indicator.ratio
        base = indicator.baseline if row.unit is None else _own_base(grouped.evaluation, row)
        figures: list[tuple[str, Datum | Baseline | UnitReading]] = [(BASE, base)] if base is not None else []
        figures += [(str(datum.period), datum) for datum in row.series]
        for period, datum in figures:
            for name, unit, value in (
                (ratio.numerator, ratio.numerator_unit, datum.numerator),
                (ratio.denominator, ratio.denominator_unit, datum.denominator),
            ):
                if value is not None:
                    yield Fact(("component", name), VALUE, value, unit, period, row.unit, name=name)


def with_changes(counted: Iterable[Fact]) -> Iterator[Fact]:
    """The figures, and of whole years their changes on the year before and on the base."""
    known: dict[tuple, Fact] = {}
    for fact in counted:
        known[(fact.subject, fact.scope, fact.period)] = fact
        yield fact
    for (subject, scope, period), fact in known.items():
        if not period or not period.isdigit():
            continue
        base = known.get((subject, scope, BASE))
        before = known.get((subject, scope, str(int(period) - 1)))
        for then, measure, by in ((before, YEARLY, YEARLY_BY), (base, CHANGE, CHANGE_BY)):
            if then is not None:
                yield replace(fact, measure=by, value=fact.value - then.value, reference=None)
            if then is not None and then.value:
                yield replace(
                    fact, measure=measure, value=(fact.value - then.value) / then.value * 100, unit="%", reference=None
                )


def _own_base(evaluation: Evaluation, row: IndicatorAssessment) -> UnitReading | None:
    report = evaluation.report(row.unit) if row.unit else None
    day = evaluation.plan.period.base_date
    readings = report.readings if report else ()
    return next((r for r in readings if r.indicator == row.indicator and r.period.end == day), None)


def of_people(grouped: Grouped, scope: str | None) -> Iterator[Fact]:
    """The census figure of a unit."""
    unit = grouped.evaluation.unit(scope) if scope else None
    if unit is not None and unit.population is not None:
        value, name = unit.population.value / 10_000, f"{unit.name}常住人口"
        yield Fact(("component", "常住人口"), VALUE, value, "万人", None, unit.id, name=name)


# ------------------------------------------------------------------------------------------------- events


def of_events(grouped: Grouped, scope: str | None) -> Iterator[Fact]:
    unit = grouped.evaluation.unit(scope) if scope else None
    # A park lies inside a banner and has no events of its own.
    if scope is None or (unit is not None and unit.kind is UnitKind.BANNER):
        yield from with_changes(_counts_of_events(grouped, scope))


def _counts_of_events(grouped: Grouped, scope: str | None) -> Iterator[Fact]:
    for period, within in _periods(grouped):
        accidents = [accident for accident in grouped.accidents(scope) if within(accident.date)]
        for sector in (ALL, *grouped.sectors):
            found = [accident for accident in accidents if sector in (ALL, accident.sector)]
            yield from _accidents(found, "accidents", "deaths", sector, period, scope)
        for level in ("较大", "重大", "特别重大"):
            found = [accident for accident in accidents if accident.level == level]
            yield from _accidents(found, "level", "level deaths", level, period, scope)
        disasters = [disaster for disaster in grouped.disasters(scope) if within(disaster.date)]
        for kind in (ALL, *grouped.evaluation.plan.disaster_kinds):
            found = [disaster for disaster in disasters if kind in (ALL, disaster.kind)]
            yield from _disasters(found, kind, period, scope)


def _accidents(
    found: list[Accident], events: str, deaths: str, name: str, period: str, scope: str | None
) -> Iterator[Fact]:
    """How many, and how many died; only sectors have references of their own."""
    word = f"{period} {name}".strip() if events == "accidents" else None
    number, dead = Decimal(len(found)), Decimal(sum(accident.deaths for accident in found))
    of_number, of_dead = (f"事故起数 {word}", f"事故死亡 {word}") if word else (None, None)
    yield Fact((events, name), VALUE, number, "起", period, scope, of_number, name=f"{name}事故起数")
    yield Fact((deaths, name), VALUE, dead, "人", period, scope, of_dead, name=f"{name}事故死亡人数")


def _disasters(found: list[Disaster], kind: str, period: str, scope: str | None) -> Iterator[Fact]:
    word = f"{period} {kind}".strip()
    for subject, name, unit, reference, amount in (
        ("disasters", "灾害起数", "起", f"灾害起数 {word}", len(found)),
        ("affected", "受灾人次", "人次", f"受灾人次 {word}", sum(d.affected for d in found)),
        ("loss", "灾害直接经济损失", "万元", f"灾害损失 {word}", sum((d.loss for d in found), Decimal(0))),
        ("crops", "农作物受灾面积", "公顷", None, sum((d.crop_area for d in found), Decimal(0))),
        ("relocated", "转移安置人次", "人次", None, sum(d.relocated for d in found)),
        ("disaster deaths", "因灾死亡失踪人数", "人", None, sum(d.deaths for d in found)),
    ):
        yield Fact((subject, kind), VALUE, Decimal(amount), unit, period, scope, reference, name=f"{kind}{name}")


def _periods(grouped: Grouped) -> Iterator[tuple[str, Callable[[date], bool]]]:
    """Whole years with records, and the year of the monthly cut-off up to that month."""
    cut_off = grouped.evaluation.plan.cut_offs.monthly
    for year in grouped.years:
        if year < cut_off.year:
            yield str(year), lambda day, year=year: day.year == year
        elif year == cut_off.year:
            yield f"{year}-{cut_off.month:02}", lambda day: day.year == cut_off.year and day <= cut_off
