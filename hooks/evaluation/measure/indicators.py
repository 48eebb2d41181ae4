"""The verdicts of all indicators, for the city and for each unit, with everything they were made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from evaluation.measure.assessment import IndicatorAssessment
from evaluation.measure.case import Case, Judgement, not_judged
from evaluation.measure.exact import decimal
from evaluation.measure.progress import judge
from evaluation.measure.second_opinion import second_opinion
from evaluation.measure.series import Point, baseline_point, judgeable, points, within_plan
from evaluation.model import Evaluation, Indicator, Nature, Plan, Report, UnitReading, VerdictClass

COUNT_UNITS = ("人", "起", "次", "例", "件")


def city_assessments(evaluation: Evaluation) -> tuple[IndicatorAssessment, ...]:
    """One verdict an indicator, in order."""
    return tuple(city_assessment(evaluation, indicator) for indicator in evaluation.indicators)


def city_assessment(evaluation: Evaluation, indicator: Indicator) -> IndicatorAssessment:
    base = baseline_point(indicator, indicator.baseline, evaluation.plan.period.base_date)
    assessed = _assess(evaluation, indicator, points(indicator, indicator.readings), base, None)
    if indicator.override is None:
        return assessed
    return replace(assessed, verdict=indicator.override.verdict, reason="override", computed=assessed.verdict)


@dataclass(frozen=True)
class Judged:
    """The units' verdicts with all that they were made from: of them those whose figures are the same stay."""

    plan: Plan
    indicators: tuple[Indicator, ...]
    units: dict[str, tuple[tuple[UnitReading, ...], tuple[IndicatorAssessment, ...]]]
    """By id: what each reported, and its verdicts in indicator order; in registry order."""

    @property
    def rows(self) -> tuple[IndicatorAssessment, ...]:
        return tuple(row for _, rows in self.units.values() for row in rows)


def judged(evaluation: Evaluation, before: Judged | None = None) -> Judged:
    """Of each unit that handed in data; what was judged by the same terms before is not judged again."""
    terms = evaluation.plan, evaluation.indicators
    known = before.units if before is not None and (before.plan, before.indicators) == terms else {}
    reports = filter(None, (evaluation.report(unit.id) for unit in evaluation.units))
    return Judged(*terms, {report.unit: _judged(evaluation, report, known.get(report.unit)) for report in reports})


def _judged(evaluation: Evaluation, report: Report, before: tuple | None) -> tuple:
    if before is not None and before[0] == report.readings:
        return before
    rows = (unit_assessment(evaluation, indicator, report) for indicator in evaluation.indicators)
    return report.readings, tuple(filter(None, rows))


def unit_assessment(evaluation: Evaluation, indicator: Indicator, report: Report) -> IndicatorAssessment | None:
    """None where the unit reports no figure of it."""
    series = points(indicator, (r for r in report.readings if r.indicator == indicator.id), report.unit)
    if not series:
        return None
    # A unit's own figure for the base year is its baseline; the target's terms are the city's.
    base = next((p for p in series if p.datum.date == evaluation.plan.period.base_date), None)
    return _assess(evaluation, indicator, series, base, report.unit)


def chance_below_city(indicator: Indicator) -> bool:
    """Whether a unit's figure is shown as a count and not judged.

    A rate of events counted over a year is: in a banner of 92 724 people one death is 10.8 per million, so chance
    decides. A stock (staff, strength, hours) and a plain count are judged by the city's terms.
    """
    return indicator.ratio is not None and indicator.nature is Nature.FLOW


def _assess(
    evaluation: Evaluation, indicator: Indicator, series: tuple[Point, ...], base: Point | None, unit: str | None
) -> IndicatorAssessment:
    plan = evaluation.plan
    in_plan = within_plan(series, plan.period)
    usable = judgeable(indicator, in_plan, plan.cut_offs)
    start = base.datum.date if base else plan.period.base_date
    frame = IndicatorAssessment(
        indicator=indicator.id,
        unit=unit,
        kind=indicator.kind,
        verdict=VerdictClass.NOT_JUDGED,
        reason="no_data",
        baseline=decimal(base.value) if base else None,
        series=tuple(point.datum for point in in_plan),
    )
    if not usable:
        return frame
    case = Case(indicator, plan.period, plan.method, usable, base, start)
    judgement = not_judged("small_base") if unit and chance_below_city(indicator) else judge(case)
    return _filled(frame, case, judgement)


def _filled(frame: IndicatorAssessment, case: Case, judgement: Judgement) -> IndicatorAssessment:
    quantity = judgement.quantity
    value = quantity.value if quantity else case.latest.value
    measured_from = (case.baseline,) if case.baseline and judgement.base == case.base else ()
    used = (*(quantity.used if quantity else ()), *measured_from)
    return replace(
        frame,
        verdict=judgement.verdict,
        reason=judgement.reason,
        datum=case.latest.datum,
        value=decimal(value),
        target=decimal(judgement.target),
        change=decimal((value - case.base) / abs(case.base)) if case.base else None,
        required_change=decimal(judgement.required_change),
        completion=decimal(judgement.completion),
        elapsed=decimal(case.elapsed),
        expected=decimal(judgement.expected),
        pace=decimal(judgement.pace),
        difference=decimal(judgement.completion - judgement.expected) if judgement.pace is not None else None,
        **_yearly(case, judgement, value),
        projection=decimal(judgement.projection),
        rate=decimal(judgement.rate),
        border=judgement.ladder.border(value) if judgement.ladder else None,
        mean=decimal(judgement.mean),
        pooled=decimal(judgement.pooled),
        headroom=decimal(judgement.headroom),
        margin=decimal(judgement.margin),
        years_met=judgement.years_met,
        years_counted=judgement.years_counted,
        small_count=_small(case),
        provisional=tuple(point.datum for point in used if point.datum.provisional),
        second=second_opinion(case, judgement),
    )


def _yearly(case: Case, judgement: Judgement, value: Fraction) -> dict[str, Decimal | None]:
    """What each year must still bring, and what each has brought; only where there is a way to travel."""
    if judgement.pace is None:
        return {}
    left = case.years_in_all - case.years_passed
    return {
        "needed_per_year": decimal((judgement.target - value) / left) if left > 0 else None,
        "achieved_per_year": decimal((value - judgement.base) / case.years_passed),
    }


def _small(case: Case) -> bool:
    """Whether the newest figure rests on so few events that its change cannot be told from chance."""
    indicator, datum = case.indicator, case.latest.datum
    if indicator.nature is not Nature.FLOW:
        return False
    unit = indicator.ratio.numerator_unit if indicator.ratio else indicator.unit
    count = datum.numerator if indicator.ratio else datum.value
    return unit in COUNT_UNITS and count < case.method.small_count
