"""All that was computed, and from what, as plain data: enough to recompute every verdict without this program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from evaluation.measure import registers
from evaluation.measure.assessment import (
    Assessment,
    Datum,
    IndicatorAssessment,
    ProjectStanding,
    Share,
    SumCheck,
    TaskStanding,
)
from evaluation.measure.events import ACCIDENT_CUTS, DISASTER_CUTS, accidents_by, disasters_by
from evaluation.measure.ranking import rankings
from evaluation.measure.status import projects_by_stage, tasks_by_state
from evaluation.measure.third_party import comparisons
from evaluation.model import Evaluation, Indicator, Record, fields_of

SCHEMA = 1
"""Raised when a key changes its meaning or goes; keys may be added without."""


def published(evaluation: Evaluation, assessment: Assessment) -> dict[str, Any]:
    """The content of evaluation.json: numbers as decimal text, shares as fractions (0.4 = 40 %), null for unknown."""
    return {name: part(evaluation, assessment) for name, part in PARTS.items()}


def plain(value: Any) -> Any:
    """A result as JSON can carry it: decimals and dates as text, records as objects with their fields in order."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in fields_of(type(value))}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.name != "place"}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _plan(evaluation: Evaluation) -> dict[str, Any]:
    plan = evaluation.plan
    return {
        "title": plan.title,
        "city": plan.city,
        "period": plain(plan.period),
        "cut_offs": plain(plan.cut_offs),
        "areas": plain(plan.areas),
        "notice": plan.notice,
    }


def _unit(unit) -> dict[str, Any]:
    return {"id": unit.id, "name": unit.name, "kind": unit.kind.value, "code": unit.code, "duty": unit.duty.value}


def indicator_part(evaluation: Evaluation, assessment: Assessment, indicator_id: str) -> dict[str, Any]:
    """The terms of the target, the city's verdict and the units', each with the figures it rests on."""
    indicator, row = evaluation.indicator(indicator_id), assessment.indicator(indicator_id)
    return {
        "id": indicator.id,
        "name": indicator.name,
        "group": indicator.group.value,
        "unit": indicator.unit,
        "attribute": indicator.attribute.value,
        "provenance": indicator.provenance.value,
        "terms": _terms(indicator),
        "baseline": plain(indicator.baseline),
        "readings": plain(indicator.readings),
        "override": plain(indicator.override),
        "city": _verdict(row) if row else None,
        "units": [
            {"readings": plain(evaluation.readings(unit.id, indicator.id)), **_verdict(row)}
            for unit in evaluation.units
            if (row := assessment.indicator(indicator.id, unit.id)) is not None
        ],
    }


def _terms(indicator: Indicator) -> dict[str, Any]:
    return {
        "kind": indicator.kind.value,
        "judged_as": indicator.judged_as.value,
        "direction": indicator.direction.value,
        "sign": indicator.direction.sign,
        "nature": indicator.nature.value,
        "reading": indicator.reading.value,
        "path": indicator.path.value,
        "input": plain(indicator.input),
        "stages": list(indicator.stages),
        "target": plain(indicator.target),
        "ratio": plain(indicator.ratio),
        "limit": plain(indicator.limit),
        "definition": indicator.definition,
        "source": indicator.source,
        "owners": list(indicator.owners),
    }


def _verdict(row: IndicatorAssessment) -> dict[str, Any]:
    return {
        **plain(row),
        "datum": _datum(row.datum),
        "series": [_datum(datum) for datum in row.series],
        "provisional": [_datum(datum) for datum in row.provisional],
    }


def _datum(datum: Datum | None) -> dict[str, Any] | None:
    return {**plain(datum), "provisional": datum.provisional} if datum else None


def _task(standing: TaskStanding) -> dict[str, Any]:
    return {
        "id": standing.task.id,
        "area": standing.task.area,
        "name": standing.task.name,
        "lead": standing.task.lead,
        "state": plain(standing.state),
        "reports": [{"unit": unit, **plain(report)} for unit, report in standing.reports],
    }


def _project(standing: ProjectStanding) -> dict[str, Any]:
    return {
        **plain(standing.project),
        "stage": plain(standing.stage),
        "reporter": standing.reporter,
        "reports": [{"unit": unit, **plain(report)} for unit, report in standing.reports],
    }


def _counts(counts: Mapping[Enum | None, int]) -> dict[str, int]:
    return {"未报送" if state is None else state.value: number for state, number in counts.items()}


def _share(share: Share) -> dict[str, Any]:
    return {**plain(share), "value": plain(share.value)}


def _sum(check: SumCheck) -> dict[str, Any]:
    return {**plain(check), "difference": plain(check.difference)}


def _third_party(evaluation: Evaluation, assessment: Assessment) -> dict[str, Any] | None:
    found = evaluation.third_party
    if found is None:
        return None
    compared = comparisons(evaluation, assessment)
    return {
        "assessor": found.assessor,
        "date": plain(found.date),
        "provenance": found.provenance.value,
        "ratings": [{**plain(one), "differs": one.differs} for one in compared],
    }


def _events(evaluation: Evaluation, cuts: Iterable[str], count: Callable[[Evaluation, str], Mapping]) -> dict[str, Any]:
    return {cut: plain(count(evaluation, cut)) for cut in cuts}


Part = Callable[[Evaluation, Assessment], Any]

PARTS: dict[str, Part] = {
    "schema": lambda evaluation, assessment: SCHEMA,
    "plan": lambda evaluation, assessment: _plan(evaluation),
    "method": lambda evaluation, assessment: plain(evaluation.plan.method),
    "units": lambda evaluation, assessment: [_unit(unit) for unit in evaluation.units],
    "indicators": lambda evaluation, assessment: [
        indicator_part(evaluation, assessment, indicator.id) for indicator in evaluation.indicators
    ],
    "tasks": lambda evaluation, assessment: [_task(standing) for standing in assessment.tasks],
    "task_counts": lambda evaluation, assessment: _counts(tasks_by_state(assessment.tasks)),
    "projects": lambda evaluation, assessment: [_project(standing) for standing in assessment.projects],
    "project_counts": lambda evaluation, assessment: _counts(projects_by_stage(assessment.projects)),
    "shares": lambda evaluation, assessment: [_share(share) for share in assessment.shares],
    "sums": lambda evaluation, assessment: [_sum(check) for check in assessment.sums],
    "rankings": lambda evaluation, assessment: [
        plain(place) for place in rankings(evaluation, assessment.city, assessment.units)
    ],
    "completeness": lambda evaluation, assessment: [{**plain(row), "state": row.state} for row in assessment.completeness],
    "accidents": lambda evaluation, assessment: _events(evaluation, ACCIDENT_CUTS, accidents_by),
    "disasters": lambda evaluation, assessment: _events(evaluation, DISASTER_CUTS, disasters_by),
    "third_party": lambda evaluation, assessment: _third_party(evaluation, assessment),
    "registers": lambda evaluation, assessment: {
        "problems": plain(registers.problems(evaluation)),
        "countermeasures": plain(registers.countermeasures(evaluation)),
        "practices": plain(registers.practices(evaluation)),
        "adjustments": plain(registers.adjustments(evaluation)),
    },
}
"""By name, in the order of the file: each can be worked out without the others."""
