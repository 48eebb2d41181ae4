"""The ways through an Evaluation that several rules take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.model import Evaluation, Indicator, ProjectReport, Reading, Report, SafeguardReport, TaskReport


@dataclass(frozen=True)
class Figure:
    """A reading with its indicator; `unit` is None for the city's own."""

    unit: str | None
    indicator: Indicator
    reading: Reading

    @property
    def title(self) -> str:
        return f"{self.indicator.id} {self.reading.period} "


def figures(evaluation: Evaluation) -> Iterator[Figure]:
    """All readings of known indicators: the city's, then each unit's."""
    known = {indicator.id: indicator for indicator in evaluation.indicators}
    for indicator in evaluation.indicators:
        for reading in indicator.readings:
            yield Figure(None, indicator, reading)
    for report in evaluation.reports:
        for reading in report.readings:
            if reading.indicator in known:
                yield Figure(report.unit, known[reading.indicator], reading)


def task_reports(evaluation: Evaluation) -> Iterator[tuple[Report, TaskReport]]:
    return ((report, task) for report in evaluation.reports for task in report.tasks)


def safeguard_reports(evaluation: Evaluation) -> Iterator[tuple[Report, SafeguardReport]]:
    return ((report, safeguard) for report in evaluation.reports for safeguard in report.safeguards)


def project_reports(evaluation: Evaluation) -> Iterator[tuple[Report, ProjectReport]]:
    return ((report, project) for report in evaluation.reports for project in report.projects)
