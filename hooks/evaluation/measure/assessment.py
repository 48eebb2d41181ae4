"""What measuring yields: frozen results, unrounded, with everything a verdict was made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from evaluation.model import (
    Kind,
    Period,
    Project,
    ProjectReport,
    Stage,
    Status,
    Task,
    TaskReport,
    TaskState,
    VerdictClass,
)


@dataclass(frozen=True)
class Datum:
    """One figure ready to use: a ratio's value is already computed from its numerator and denominator."""

    indicator: str
    unit: str | None
    """None for the whole city."""
    period: Period
    value: Decimal
    date: date
    status: Status
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    expected: date | None = None
    source: str | None = None

    @property
    def provisional(self) -> bool:
        return self.status.provisional


@dataclass(frozen=True)
class Border:
    """The nearest class border: the class beyond it, the value at it, the distance in the indicator's unit (≥ 0)."""

    verdict: VerdictClass
    value: Decimal
    distance: Decimal


@dataclass(frozen=True)
class SecondOpinion:
    """Ratings by other published methods, shown beside the verdict and never deciding it."""

    compound_pace: Decimal | None
    """k on the compound path, where a path applies."""
    compound_verdict: VerdictClass | None
    rate: float | None
    """Open SDG / Statistics Canada value (method.md §5), exact to 1e-9."""
    score: float | None
    rating: str | None
    """achieved | on_track | moderate | limited | deterioration"""
    linear_pace: Decimal | None = None
    """k on the straight five-year line."""
    linear_verdict: VerdictClass | None = None


@dataclass(frozen=True)
class IndicatorAssessment:
    """A verdict and all that belongs to it. Shares are fractions (0.4 = 40 %), differences too; nothing is rounded."""

    indicator: str
    unit: str | None
    kind: Kind
    verdict: VerdictClass
    reason: str | None = None
    """Why not judged, or by which rule at the edge.

    no_data | zero_baseline | small_base | not_computable | maintain | no_evidence | override
    """
    datum: Datum | None = None
    """The figure judged: the latest one that may be judged."""
    value: Decimal | None = None
    """The number judged: the datum's, or the mean or sum of the plan's years where the target is about that."""
    baseline: Decimal | None = None
    target: Decimal | None = None
    """T in the indicator's own unit (for relative_change b(1+ρ)); the limit L for ceilings and floors."""
    change: Decimal | None = None
    """Change against the baseline by the indicator's own reading, as a fraction."""
    required_change: Decimal | None = None
    """The change that the path requires at the datum's date, as a fraction (relative_change only)."""
    completion: Decimal | None = None
    elapsed: Decimal | None = None
    expected: Decimal | None = None
    """The share of the way that the path requires by now: `elapsed` on the linear path; 1 for mean_growth."""
    pace: Decimal | None = None
    difference: Decimal | None = None
    """p - expected as a fraction: × 100 gives 百分点."""
    needed_per_year: Decimal | None = None
    achieved_per_year: Decimal | None = None
    projection: Decimal | None = None
    """The value at the end of the plan if it goes on as so far, never below zero nor beyond the natural limit."""
    rate: Decimal | None = None
    """The observed mean yearly rate (mean_growth)."""
    border: Border | None = None
    mean: Decimal | None = None
    """Mean of the plan's years so far (period_mean_ceiling)."""
    pooled: Decimal | None = None
    """The same mean from summed numerators and denominators (ratios only), for comparison."""
    headroom: Decimal | None = None
    """What each remaining year may have at most (period_mean_ceiling)."""
    margin: Decimal | None = None
    """1 - v/L for ceilings."""
    years_met: int | None = None
    years_counted: int | None = None
    small_count: bool = False
    provisional: tuple[Datum, ...] = ()
    """Provisional figures that went into the verdict."""
    second: SecondOpinion | None = None
    series: tuple[Datum, ...] = ()
    """All figures of the indicator in this scope, by date, within the plan period."""
    computed: VerdictClass | None = None
    """The computed verdict where `verdict` was set by hand."""

    def of(self, period: Period) -> Datum | None:
        """The figure of that very period."""
        return next((datum for datum in self.series if datum.period == period), None)


@dataclass(frozen=True)
class Share:
    """A share that carries its numerator, denominator and scope, so that it can be printed as n/d."""

    name: str
    numerator: Decimal
    denominator: Decimal
    scope: str

    @property
    def value(self) -> Decimal | None:
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class TaskStanding:
    """Where a task stands: the lead unit's word decides; every other unit's report stands beside it."""

    task: Task
    state: TaskState | None
    """None: not reported."""
    lead: TaskReport | None
    reports: tuple[tuple[str, TaskReport], ...]
    """(unit id, report) of all units, in registry order."""

    def told_by(self, unit: str) -> TaskReport | None:
        """What the unit itself says of it."""
        return self._told.get(unit)

    @cached_property
    def _told(self) -> dict[str, TaskReport]:
        return dict(reversed(self.reports))


@dataclass(frozen=True)
class ProjectStanding:
    project: Project
    stage: Stage | None
    report: ProjectReport | None
    reporter: str | None
    """The unit whose report it is: the responsible unit, else the first that reported."""
    reports: tuple[tuple[str, ProjectReport], ...] = ()

    def told_by(self, unit: str) -> ProjectReport | None:
        """What the unit itself says of it."""
        return next((report for reporter, report in self.reports if reporter == unit), None)


@dataclass(frozen=True)
class SumCheck:
    """Banner sum beside the city's own figure for one indicator and period; both are always shown."""

    indicator: str
    period: Period
    total: Decimal
    city: Decimal
    missing: tuple[str, ...]
    """Banners without a figure."""
    total_denominator: Decimal | None = None
    city_denominator: Decimal | None = None
    """For ratios `total` and `city` are numerators; these are the denominators beside them."""

    @property
    def difference(self) -> Decimal:
        return self.total - self.city


@dataclass(frozen=True)
class Completeness:
    """What a unit handed in: sections present and missing, and whether its data were submitted."""

    unit: str
    submitted: date | None
    present: tuple[str, ...]
    missing: tuple[str, ...]
    faulty: bool

    @property
    def state(self) -> str:
        """数据有误 | 未报送 | 部分报送 | 已报送"""
        if self.faulty:
            return "数据有误"
        if not self.present and self.submitted is None:
            return "未报送"
        return "已报送" if not self.missing and self.submitted else "部分报送"


@dataclass(frozen=True)
class Assessment:
    """Everything computed, once, for site, documents and published data alike."""

    city: tuple[IndicatorAssessment, ...]
    """One for each indicator, in order."""
    units: tuple[IndicatorAssessment, ...]
    """For each reporting unit with figures, in registry then indicator order."""
    tasks: tuple[TaskStanding, ...]
    projects: tuple[ProjectStanding, ...]
    shares: tuple[Share, ...]
    """开工率, 竣工率, 投资完成率, 序时达标率, 任务完成率 …, over all projects and tasks."""
    sums: tuple[SumCheck, ...]
    completeness: tuple[Completeness, ...]

    def indicator(self, indicator: str, unit: str | None = None) -> IndicatorAssessment | None:
        return self._rows.get((indicator, unit))

    def of_unit(self, unit: str) -> tuple[IndicatorAssessment, ...]:
        """The unit's own rows, in indicator order."""
        return self._by_unit.get(unit, ())

    def completeness_of(self, unit: str) -> Completeness | None:
        return self._completeness.get(unit)

    def task(self, task_id: str) -> TaskStanding | None:
        return self._tasks.get(task_id)

    def project(self, project_id: str) -> ProjectStanding | None:
        return self._projects.get(project_id)

    def share(self, name: str) -> Share | None:
        return next((share for share in self.shares if share.name == name), None)

    @cached_property
    def _rows(self) -> dict[tuple[str, str | None], IndicatorAssessment]:
        return {(row.indicator, row.unit): row for row in reversed((*self.city, *self.units))}

    @cached_property
    def _by_unit(self) -> dict[str | None, tuple[IndicatorAssessment, ...]]:
        found: dict[str | None, list[IndicatorAssessment]] = {}
        for row in self.units:
            found.setdefault(row.unit, []).append(row)
        return {unit: tuple(rows) for unit, rows in found.items()}

    @cached_property
    def _tasks(self) -> dict[str, TaskStanding]:
        return {standing.task.id: standing for standing in reversed(self.tasks)}

    @cached_property
    def _projects(self) -> dict[str, ProjectStanding]:
        return {standing.project.id: standing for standing in reversed(self.projects)}

    @cached_property
    def _completeness(self) -> dict[str, Completeness]:
        return {row.unit: row for row in reversed(self.completeness)}
