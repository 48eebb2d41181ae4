"""Every figure that was counted: what ratios are made of, people, accidents, disasters; and its yearly changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.model import Accident, Baseline, Disaster, Evaluation, UnitReading
from evaluation.prose.facts import ALL, BASE, CHANGE, CHANGE_BY, VALUE, YEARLY, YEARLY_BY, Fact
from evaluation.prose.text import Material


def of_ratios(material: Material) -> Iterator[Fact]:
    """Numerators and denominators of ratios: output, population, staff."""
    yield from with_changes(dict.fromkeys(_parts_of_ratios(material)))


def _parts_of_ratios(material: Material) -> Iterator[Fact]:
    for row in (*material.assessment.city, *material.assessment.units):
        indicator = material.evaluation.indicator(row.indicator)
        if indicator is None or indicator.ratio is None:
            continue
        ratio = indicator.ratio
        base = indicator.baseline if row.unit is None else _own_base(material.evaluation, row)
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


def of_people(material: Material) -> Iterator[Fact]:
    """The census figure of each unit."""
    for unit in material.evaluation.units:
        if unit.population is not None:
            yield Fact(
                ("component", "常住人口"),
                VALUE,
                unit.population.value / 10_000,
                "万人",
                None,
                unit.id,
                name=f"{unit.name}常住人口",
            )


def of_events(material: Material) -> Iterator[Fact]:
    yield from with_changes(_counts_of_events(material.evaluation))


def _counts_of_events(evaluation: Evaluation) -> Iterator[Fact]:
    for scope, accidents, disasters in _places(evaluation):
        for period, at in _periods(evaluation):
            for sector in (
                ALL,
                *evaluation.plan.sectors,
                *sorted({a.sector for a in evaluation.accidents} - set(evaluation.plan.sectors)),
            ):
                found = [a for a in accidents if at(a.date) and sector in (ALL, a.sector)]
                word = f"{period} {sector}".strip()
                yield Fact(
                    ("accidents", sector),
                    VALUE,
                    Decimal(len(found)),
                    "起",
                    period,
                    scope,
                    f"事故起数 {word}",
                    name=f"{sector}事故起数",
                )
                deaths = Decimal(sum(a.deaths for a in found))
                yield Fact(
                    ("deaths", sector),
                    VALUE,
                    deaths,
                    "人",
                    period,
                    scope,
                    f"事故死亡 {word}",
                    name=f"{sector}事故死亡人数",
                )
            for level in ("较大", "重大", "特别重大"):
                found = [a for a in accidents if at(a.date) and a.level == level]
                yield Fact(("level", level), VALUE, Decimal(len(found)), "起", period, scope, name=f"{level}事故起数")
                yield Fact(
                    ("level deaths", level),
                    VALUE,
                    Decimal(sum(a.deaths for a in found)),
                    "人",
                    period,
                    scope,
                    name=f"{level}事故死亡人数",
                )
            for kind in (ALL, *evaluation.plan.disaster_kinds):
                found = [d for d in disasters if at(d.date) and kind in (ALL, d.kind)]
                yield from _disasters(found, kind, period, scope)


def _disasters(found: list, kind: str, period: str, scope: str | None) -> Iterator[Fact]:
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


def _places(evaluation: Evaluation) -> Iterator[tuple[str | None, tuple[Accident, ...], tuple[Disaster, ...]]]:
    yield None, evaluation.accidents, evaluation.disasters
    for banner in evaluation.banners:
        yield (
            banner.id,
            tuple(a for a in evaluation.accidents if a.unit == banner.id),
            tuple(d for d in evaluation.disasters if d.unit == banner.id),
        )


def _periods(evaluation: Evaluation) -> Iterator[tuple[str, Callable[[date], bool]]]:
    """Whole years with records, and the year of the monthly cut-off up to that month."""
    cut_off = evaluation.plan.cut_offs.monthly
    years = sorted({event.date.year for event in (*evaluation.accidents, *evaluation.disasters)})
    for year in years:
        if year < cut_off.year:
            yield str(year), lambda day, year=year: day.year == year
        elif year == cut_off.year:
            yield f"{year}-{cut_off.month:02}", lambda day, year=year: day.year == year and day <= cut_off
