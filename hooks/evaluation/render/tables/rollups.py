"""Projects rolled up by the unit that answers for them and by where their money comes from."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.measure.status import projects_by_funding, projects_by_lead, projects_by_stage
from evaluation.model import Stage
from evaluation.render import scope, wording
from evaluation.render.tables.cells import unit_cell
from evaluation.render.tables.notes import notes, reported_by, tasks_cut_off
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, text_columns
from evaluation.render.view import View

SEVERAL = "有多个资金来源的项目在每个来源各计一次，各行之和大于项目总数"


def by_unit_table(view: View, argument: str | None) -> Table | None:
    """项目分单位: of the whole city only."""
    if view.unit is not None:
        return None
    standings = scope.projects(view)
    counts = projects_by_lead(view.evaluation, standings)
    rows = [(unit_cell(view.evaluation, unit), counts[unit]) for unit in counts]
    total = [(cell("合计"), projects_by_stage(standings))] if rows else []
    return _table(view, "projects-by-unit", "重点项目分责任单位进展统计", "责任单位", [*rows, *total])


def by_funding_table(view: View, argument: str | None) -> Table | None:
    """项目分资金来源."""
    standings = scope.projects(view)
    rows = [(cell(source), counts) for source, counts in projects_by_funding(standings).items()]
    shared = any(len(set(standing.project.funding)) > 1 for standing in standings)
    extra = (SEVERAL,) if shared else ()
    return _table(view, "projects-by-funding", "重点项目分资金来源进展统计", "资金来源", rows, extra)


def _table(
    view: View,
    table_id: str,
    title: str,
    head: str,
    counted: list[tuple[Cell, dict[Stage | None, int]]],
    extra: Iterable[str] = (),
) -> Table | None:
    shown = [stage for stage in (*Stage, None) if any(counts[stage] for _, counts in counted)]
    rows = tuple(
        (name, cell(sum(counts.values())), *(cell(counts[stage]) for stage in shown)) for name, counts in counted
    )
    if not rows:
        return None
    stages = (stage.value if stage else wording.NOT_REPORTED for stage in shown)
    below = notes(view, rows, tasks_cut_off(view), reported_by(view, "项目责任单位"), extra)
    columns = (*text_columns(head), *figure_columns("合计", *stages))
    return Table(table_id, scope.name(view) + title, columns, rows, "个", below)
