"""From the checked evaluation to everything that can be computed from it, once, for all who show it."""

from __future__ import annotations

from evaluation.measure.assessment import Assessment
from evaluation.measure.completeness import completeness
from evaluation.measure.indicators import Judged, city_assessments, judged
from evaluation.measure.shares import shares
from evaluation.measure.status import project_standings, task_standings
from evaluation.measure.sums import sum_checks
from evaluation.model import Evaluation


def measure(evaluation: Evaluation, units: Judged | None = None) -> Assessment:
    """Verdicts, standings, shares, sums and completeness; unrounded, in the evaluation's own order.

    `units` are the units' verdicts on these very figures, where they are known.
    """
    tasks, projects = task_standings(evaluation), project_standings(evaluation)
    return Assessment(
        city=city_assessments(evaluation),
        units=(units or judged(evaluation)).rows,
        tasks=tasks,
        projects=projects,
        shares=shares(tasks, projects, evaluation.plan.cut_offs.tasks.year),
        sums=sum_checks(evaluation),
        completeness=completeness(evaluation),
    )
