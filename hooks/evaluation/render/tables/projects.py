"""Tables of projects: all, counts by group, those not started with their reasons, those under way, and investment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from evaluation.measure.assessment import ProjectStanding
from evaluation.measure.shares import shares
from evaluation.measure.status import projects_by_group, projects_by_stage
from evaluation.model import Stage
from evaluation.render import scope, wording
from evaluation.render.tables.cells import places_cell, project_cell, unit_cell, words
from evaluation.render.tables.notes import notes, reported_by, tasks_cut_off
from evaluation.render.tables.table import Cell, Column, Table, cell, figure_columns, text_columns
from evaluation.render.view import View


def projects_table(view: View, argument: str | None) -> Table | None:
    """重点项目: of one area where it is named."""
    standings = [s for s in scope.projects(view) if argument in (None, s.project.area)]
    rows = tuple(_project_row(view, standing) for standing in standings)
    columns = (
        *text_columns("编号", "项目名称", "类别", "建设性质", "建设地点", "建设年限"),
        *figure_columns("总投资（万元）", "累计完成投资（万元）", "投资完成率"),
        *text_columns("阶段", "形象进度", "责任单位"),
    )
    return _table(view, "projects", "重点项目进展情况", columns, rows)


def _project_row(view: View, standing: ProjectStanding) -> tuple[Cell, ...]:
    project, report = standing.project, standing.report
    invested = report.invested if report else None
    return (
        cell(project.id),
        project_cell(project),
        cell(project.group),
        cell(project.nature.value),
        places_cell(view.evaluation, project.location),
        cell(years(standing)),
        cell(wording.number(project.investment)),
        cell(wording.number(invested)),
        cell(invested_share(invested, project.investment)),
        cell(wording.status(standing.stage)),
        words(report.progress if report else None),
        unit_cell(view.evaluation, project.lead),
    )


def years(standing: ProjectStanding) -> str:
    """2021—2023; one year where it begins and ends in it."""
    first, last = standing.project.start_year, standing.project.end_year
    return str(first) if first == last else f"{first}—{last}"


def invested_share(invested: Decimal | None, planned: Decimal) -> str:
    return wording.NO_DATA if invested is None or not planned else wording.percent(invested / planned)


def _table(
    view: View,
    table_id: str,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple,
    unit: str | None = None,
    extra: Iterable[str] = (),
) -> Table | None:
    if not rows:
        return None
    below = notes(view, rows, tasks_cut_off(view), reported_by(view, "项目责任单位"), extra)
    return Table(table_id, scope.name(view) + title, columns, rows, unit, below)


def groups_table(view: View, argument: str | None) -> Table | None:
    """项目进展: how many projects of each group stand where."""
    standings = scope.projects(view)
    stages = (*Stage, None) if any(s.stage is None for s in standings) else tuple(Stage)
    rows = tuple(
        (cell(group), *(cell(number) for number in (sum(counts.values()), *(counts[stage] for stage in stages))))
        for group, counts in projects_by_group(standings).items()
    )
    if not rows:
        return None
    total = projects_by_stage(standings)
    rows = (*rows, (cell("合计"), cell(len(standings)), *(cell(total[stage]) for stage in stages)))
    columns = (
        *text_columns("类别"),
        *figure_columns("合计", *(stage.value if stage else wording.NOT_REPORTED for stage in stages)),
    )
    ratios = [
        f"{share.name}{wording.share(share.numerator, share.denominator, is_money(share.name))}，{share.scope}"
        for share in scope.shares(view)
        if share.name in ("开工率", "竣工率", "序时达标率") and share.denominator
    ]
    return _table(view, "project-progress", "重点项目进展统计", columns, rows, "个", ratios)


def is_money(share_name: str) -> bool:
    return "投资" in share_name


def not_started_table(view: View, argument: str | None) -> Table | None:
    """未开工项目: with the reason, the plan with dates and the day work shall begin."""
    rows = tuple(_not_started_rows(view))
    columns = (
        *text_columns("编号", "项目名称", "阶段", "未开工原因", "推动实施计划", "计划开工时间"),
        *figure_columns("总投资（万元）"),
        *text_columns("责任单位"),
    )
    return _table(view, "projects-not-started", "未开工项目情况", columns, rows)


def _not_started_rows(view: View) -> Iterator[tuple[Cell, ...]]:
    for standing in scope.projects(view):
        if standing.stage is None or not standing.stage.not_started:
            continue
        report = standing.report
        yield (
            cell(standing.project.id),
            project_cell(standing.project),
            cell(wording.status(standing.stage)),
            words(report.reason if report else None),
            words(report.plan if report else None),
            cell(wording.day(report.planned_start if report else None)),
            cell(wording.number(standing.project.investment)),
            unit_cell(view.evaluation, standing.project.lead),
        )


def under_way_table(view: View, argument: str | None) -> Table | None:
    """在建项目: physical progress, investment done and whether it keeps its schedule."""
    rows = tuple(_under_way_rows(view))
    columns = (
        *text_columns("编号", "项目名称", "阶段", "形象进度"),
        *figure_columns("总投资（万元）", "累计完成投资（万元）", "投资完成率"),
        *text_columns("是否达到序时进度", "实际开工时间", "预期展望", "责任单位"),
    )
    return _table(view, "projects-under-way", "在建项目情况", columns, rows)


def _under_way_rows(view: View) -> Iterator[tuple[Cell, ...]]:
    for standing in scope.projects(view):
        project, report = standing.project, standing.report
        if standing.stage not in (Stage.UNDER_WAY, Stage.STRUCTURE_DONE) or report is None:
            continue
        yield (
            cell(project.id),
            project_cell(project),
            cell(wording.status(standing.stage)),
            words(report.progress),
            cell(wording.number(project.investment)),
            cell(wording.number(report.invested)),
            cell(invested_share(report.invested, project.investment)),
            cell(KEEPS_SCHEDULE[report.on_schedule]),
            cell(wording.day(report.started)),
            words(report.outlook),
            unit_cell(view.evaluation, project.lead),
        )


KEEPS_SCHEDULE = {True: "是", False: "否", None: wording.NO_DATA}


def investment_table(view: View, argument: str | None) -> Table | None:
    """投资完成: planned and done by project group; what was not reported is said, not taken for nothing."""
    standings = scope.projects(view)
    groups = dict.fromkeys(standing.project.group for standing in standings)
    parts = [(group, [s for s in standings if s.project.group == group]) for group in groups]
    rows = tuple(_investment_row(view, *part) for part in (*parts, ("合计", list(standings))))
    columns = (
        *text_columns("类别"),
        *figure_columns("项目数", "总投资（万元）", "累计完成投资（万元）", "投资完成率", "未报送投资的项目数"),
    )
    return _table(view, "investment", "重点项目投资完成情况", columns, rows if standings else ())


def _investment_row(view: View, title: str, standings: list[ProjectStanding]) -> tuple[Cell, ...]:
    year = view.evaluation.plan.cut_offs.tasks.year
    share = next(share for share in shares((), standings, year) if share.name == "投资完成率")
    silent = sum(s.report is None or s.report.invested is None for s in standings)
    return (
        cell(title),
        cell(len(standings)),
        cell(wording.number(share.denominator)),
        cell(wording.number(share.numerator) if silent < len(standings) else wording.NO_DATA),
        cell(wording.percent(share.value) if silent < len(standings) else wording.NO_DATA),
        cell(silent),
    )
