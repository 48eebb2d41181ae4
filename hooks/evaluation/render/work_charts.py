"""Charts of tasks and projects: who stands where, what has been spent, what was to be done when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from evaluation.measure.assessment import ProjectStanding
from evaluation.measure.exact import decimal, years_between
from evaluation.measure.status import (
    StageTable,
    projects_by_area,
    projects_by_group,
    projects_by_location,
    tasks_by_area,
)
from evaluation.model import Stage, TaskState
from evaluation.render import scope, wording
from evaluation.render.chart import Chart, Plan, Plans, Schedule, Span, SpanGroup, Stack, StackRow, State
from evaluation.render.chart_words import WORK, listed, source, stem, whose
from evaluation.render.view import View

TASK_TONES = {TaskState.ADJUST: "other"}
"""建议调整 and 难以推进 share a glyph; in a bar they must also differ in colour and hatch."""
STAGE_TONES = {
    Stage.STUDY: "step0",
    Stage.ABOUT_TO_START: "step1",
    Stage.UNDER_WAY: "step2",
    Stage.STRUCTURE_DONE: "step3",
    Stage.DONE: "step4",
    Stage.PAUSED: "behind",
    Stage.ADJUSTED: "other",
    Stage.CANCELLED: "bad",
    None: "none",
}
"""The further on, the darker; the side states stand apart."""
ORIGIN = "各责任单位自评估报送数据"


# ---------------------------------------------------------------------------------------------------- 任务


def tasks(view: View, argument: str | None = None) -> Chart | None:
    """任务进展: how many tasks of each area are in which state."""
    standings = scope.tasks(view)
    areas = {area.id: area.name for area in view.evaluation.plan.areas}
    counts = tasks_by_area(view.evaluation, standings)
    states = tuple(task_state(state) for state in (*TaskState, None))
    rows = [(areas[area], tuple(row.values())) for area, row in counts.items() if any(row.values())]
    return _stacked(view, "tasks-by-area", "工作任务进展情况", "任务领域", states, rows, (s.task for s in standings))


def task_state(state: TaskState | None) -> State:
    tone = TASK_TONES.get(state, wording.tone(state))
    return State(state.value if state else wording.NOT_REPORTED, tone, wording.glyph(state))


# ---------------------------------------------------------------------------------------------------- 项目


def stages(view: View, argument: str | None = None) -> Chart | None:
    """项目阶段: how many projects of each group are at which stage."""
    standings = scope.projects(view)
    rows = _named(projects_by_group(standings), {})
    return _stacked(
        view, "projects-by-group", "重点项目推进情况", "项目类别", _stages(), rows, (s.project for s in standings)
    )


def stages_by_area(view: View, argument: str | None = None) -> Chart | None:
    """项目分领域: how many projects of each task area are at which stage."""
    standings = scope.projects(view)
    areas = {area.id: area.name for area in view.evaluation.plan.areas}
    counts = projects_by_area(view.evaluation, standings)
    rows = [(areas[area], tuple(row.values())) for area, row in counts.items() if any(row.values())]
    return _stacked(
        view, "projects-by-area", "各任务领域重点项目推进情况", "任务领域", _stages(), rows,
        (s.project for s in standings),
    )  # fmt: skip


def stages_by_banner(view: View, argument: str | None = None) -> Chart | None:
    """项目分旗区: the same by place, for the city only."""
    if view.unit is not None:
        return None
    standings = view.assessment.projects
    names = {unit.id: unit.label for unit in view.evaluation.units}
    rows = _named(projects_by_location(view.evaluation, standings), names)
    note = "注：跨旗区的项目在涉及的每个地区各计一次，各行之和大于项目总数。"
    return _stacked(
        view, "projects-by-banner", "各地区重点项目推进情况", "建设地点", _stages(), rows,
        (s.project for s in standings), note,
    )  # fmt: skip


def _stages() -> tuple[State, ...]:
    return tuple(
        State(stage.value if stage else wording.NOT_REPORTED, STAGE_TONES[stage], "") for stage in (*Stage, None)
    )


def _named(counts: StageTable, names: dict[str, str]) -> list[tuple[str, tuple[int, ...]]]:
    return [(names.get(key, key), tuple(row.values())) for key, row in counts.items()]


def _stacked(
    view: View,
    kind: str,
    title: str,
    head: str,
    states: tuple[State, ...],
    rows: list[tuple[str, tuple[int, ...]]],
    items: Iterable,
    note: str = "",
) -> Chart | None:
    items = tuple(items)
    if not rows:
        return None
    bars = tuple(StackRow(label, counts, f"{sum(counts)}项") for label, counts in rows)
    told = "；".join(f"{label}{sum(counts)}项，其中{_states_told(states, counts)}" for label, counts in rows)
    used = [at for at in range(len(states)) if any(counts[at] for _, counts in rows)]
    return Chart(
        name=stem(view, kind),
        title=f"{scope.name(view)}{title}",
        alt=f"堆叠条形图：{whose(view)}{len(items)}项，按{head}列出。{told}。{note.removeprefix('注：')}",
        source=source(view, ORIGIN, (WORK,), (item.provenance for item in items)),
        kind="stacked",
        data=Stack(states, bars, note),
        table=(
            (head, *(states[at].name for at in used), "合计"),
            tuple((label, *(str(counts[at]) for at in used), str(sum(counts))) for label, counts in rows),
        ),
    )


def _states_told(states: tuple[State, ...], counts: tuple[int, ...]) -> str:
    return listed(f"{state.name}{count}项" for state, count in zip(states, counts, strict=True) if count)


# ------------------------------------------------------------------------------------------------ 投资完成


def investment(view: View, argument: str | None = None) -> Chart | None:
    """投资完成: planned and done, by group for the city and by project for a unit."""
    standings = [standing for standing in scope.projects(view) if standing.project.investment]
    if view.unit is not None:
        # A project that others report is theirs to answer for; its money is not shown as this unit's.
        standings = [standing for standing in standings if standing.reporter == view.unit.id]
    if not standings:
        return None
    head = "项目类别" if view.unit is None else "项目"
    groups = _by_group(standings) if view.unit is None else {s.project.name: [s] for s in standings}
    unit, divisor = _money(max(_planned(part) for part in groups.values()))
    rows = tuple(_plan(name, part, divisor) for name, part in groups.items())
    silent = sum(_invested(standing) is None for standing in standings)
    note = f"注：{silent}个项目未报送累计完成投资，未计入完成数。" if silent else ""
    done = [amount for standing in standings if (amount := _invested(standing)) is not None]
    total = wording.share(sum(done, Decimal(0)), _planned(standings), money=True)
    told = "；".join(f"{row.label}{row.words}" for row in rows)
    return Chart(
        name=stem(view, "investment"),
        title=f"{scope.name(view)}重点项目投资完成情况",
        alt=f"条形图：{whose(view)}{len(standings)}个重点项目，投资完成率{total}。{told}。{note.removeprefix('注：')}",
        source=source(view, ORIGIN, (WORK,), (standing.project.provenance for standing in standings)),
        kind="planned",
        data=Plans(unit, "规划总投资", "累计完成投资", rows, note),
        table=(
            (head, f"规划总投资（{unit}）", f"累计完成投资（{unit}）", "投资完成率"),
            tuple(_plan_cells(row) for row in (*rows, _plan("合计", standings, divisor))),
        ),
    )  # fmt: skip


def _by_group(standings: list[ProjectStanding]) -> dict[str, list[ProjectStanding]]:
    groups: dict[str, list[ProjectStanding]] = {}
    for standing in standings:
        groups.setdefault(standing.project.group, []).append(standing)
    return groups


def _money(most: Decimal) -> tuple[str, Decimal]:
    divisor, larger = wording.SCALES["万元"]
    return (larger, divisor) if most >= divisor else ("万元", Decimal(1))


def _planned(standings: list[ProjectStanding]) -> Decimal:
    return sum((standing.project.investment for standing in standings), Decimal(0))


def _invested(standing: ProjectStanding) -> Decimal | None:
    return standing.report.invested if standing.report else None


def _plan(label: str, standings: list[ProjectStanding], divisor: Decimal) -> Plan:
    planned = _planned(standings)
    known = [amount for standing in standings if (amount := _invested(standing)) is not None]
    if not known:
        return Plan(label, planned / divisor, None, wording.NO_DATA_WORDS)
    done = sum(known, Decimal(0))
    return Plan(label, planned / divisor, done / divisor, wording.share(done, planned, money=True))


def _plan_cells(row: Plan) -> tuple[str, ...]:
    share = wording.percent(row.done / row.planned) if row.done is not None else wording.NO_DATA
    return row.label, wording.plain(row.planned), wording.plain(row.done), share


# ------------------------------------------------------------------------------------------------ 进度安排


def schedule(view: View, argument: str | None = None) -> Chart | None:
    """进度安排: each project as planned and as done up to the cut-off; an argument names one group of projects."""
    standings = [s for s in scope.projects(view) if argument in (None, s.project.group)]
    if not standings:
        return None
    plan, cut_off = view.evaluation.plan, view.evaluation.plan.cut_offs.tasks
    groups = _by_group(standings)
    spans = tuple(
        SpanGroup(group if len(groups) > 1 else "", tuple(_span(standing, cut_off) for standing in part))
        for group, part in groups.items()
    )
    used = {standing.stage for standing in standings}
    shown = [stage for stage in (*Stage, None) if stage in used]
    started = [standing for standing in standings if standing.stage is not None and standing.stage.started]
    return Chart(
        name=stem(view, "schedule" + _group_mark(view, argument)),
        title=f"{scope.name(view)}{argument or '重点项目'}进度安排",
        alt=(
            f"甘特图：{whose(view)}{len(standings)}个重点项目的计划工期和实际施工时间，竖线为截止时点{wording.day(cut_off)}。"
            f"已开工{len(started)}个；{_stages_told(standings)}。"
        ),
        source=source(view, ORIGIN, (WORK,), (standing.project.provenance for standing in standings)),
        kind="gantt",
        data=Schedule(
            plan.period.first_year, plan.period.last_year, spans, _year(cut_off), f"截止{wording.day(cut_off)}",
            _glyphs(shown),
        ),
        table=(
            ("项目", "计划工期", "实际开工", "实际完工", "阶段"),
            tuple(_schedule_cells(standing) for standing in standings),
        ),
    )  # fmt: skip


def _glyphs(stages: list[Stage | None]) -> tuple[State, ...]:
    """Stages that share a glyph share its entry in the legend."""
    names: dict[str, list[str]] = {}
    for stage in stages:
        names.setdefault(wording.glyph(stage), []).append(stage.value if stage else wording.NOT_REPORTED)
    return tuple(State(listed(shared), wording.TONES[glyph], glyph) for glyph, shared in names.items())


def _group_mark(view: View, argument: str | None) -> str:
    """-1, -2: a group's place, since its name is no file name."""
    if argument is None:
        return ""
    groups = list(dict.fromkeys(project.group for project in view.evaluation.projects))
    return f"-{groups.index(argument) + 1}"


def _span(standing: ProjectStanding, cut_off: date) -> Span:
    project, report = standing.project, standing.report
    began = report.started if report and standing.stage and standing.stage.started else None
    until = min(report.finished or cut_off, cut_off) if began else None
    return Span(
        f"{project.id} {project.name}", Decimal(project.start_year), Decimal(project.end_year + 1),
        _year(began) if began and began <= cut_off else None, _year(until) if until else None,
        wording.glyph(standing.stage), wording.tone(standing.stage),
    )  # fmt: skip


def _year(day: date) -> Decimal:
    """A day as a place on the axis: the last of June 2023 is 2023.5."""
    return day.year + decimal(years_between(date(day.year - 1, 12, 31), day))


def _stages_told(standings: list[ProjectStanding]) -> str:
    counts = {stage: sum(s.stage is stage for s in standings) for stage in (*Stage, None)}
    return listed(f"{s.value if s else wording.NOT_REPORTED}{count}个" for s, count in counts.items() if count)


def _schedule_cells(standing: ProjectStanding) -> tuple[str, ...]:
    project, report = standing.project, standing.report
    return (
        f"{project.id} {project.name}",
        f"{project.start_year}—{project.end_year}年",
        wording.day(report.started) if report else wording.NO_DATA,
        wording.day(report.finished) if report else wording.NO_DATA,
        wording.status(standing.stage),
    )
