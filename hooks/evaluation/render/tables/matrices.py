"""Matrices: every unit against every indicator and every task, each cell a state with a link."""

from __future__ import annotations

from evaluation.measure.assessment import TaskStanding
from evaluation.model import Area, Indicator, Unit
from evaluation.render import figures, links, wording
from evaluation.render.tables.notes import figures_cut_off, notes, reported_by
from evaluation.render.tables.table import Cell, Column, Table, cell, linked
from evaluation.render.view import View

KEY = "● 好于要求，◆ 符合要求，▲ 需要关注，■ 问题突出，○ 暂不评价或未报送，空格为不承担"


def unit_indicator_table(view: View, argument: str | None = None) -> Table | None:
    """单位指标对照: of the whole city only."""
    indicators = view.evaluation.indicators
    if view.unit is not None or not indicators:
        return None
    columns = (Column("单位"), *(Column(_short(indicator), "center") for indicator in indicators))
    city = (cell("全市"), *view.ask(_judged, None))
    rows = [
        (linked(unit.label, links.of_unit(unit)), *view.ask(_judged, unit.id))
        for unit in view.evaluation.reporting_units
    ]
    shown = (*rows, city)
    below = notes(view, shown, figures_cut_off(view), reported_by(view), (KEY,))
    return Table("unit-by-indicator", "单位与指标对照", columns, shown, notes=below)


def _short(indicator: Indicator) -> str:
    return indicator.aliases[0] if indicator.aliases else indicator.name


def _judged(city: View, unit: str | None) -> tuple[Cell, ...]:
    """Of each indicator: whoever shows it does not depend on figures that do not stand here."""
    view = city.of_id(unit)
    return tuple(_latest(view, indicator) for indicator in city.evaluation.indicators)


def _latest(view: View, indicator: Indicator) -> Cell:
    row = figures.assessed(view, indicator)
    if row is None:
        return cell("")
    latest = figures.figure(view, indicator, row.datum or (row.series[-1] if row.series else None))
    return Cell(((f"{wording.glyph(row.verdict)} ", None), (latest, links.of_indicator(indicator))))


def unit_task_table(view: View, area_id: str) -> Table:
    """One table an area: 43 columns would fit no screen."""
    area = view.evaluation.plan.area(area_id)
    standings = [standing for standing in view.assessment.tasks if standing.task.area == area.id]
    columns = (Column("单位"), *(Column(standing.task.name, "center") for standing in standings))
    rows = tuple(
        (linked(unit.label, links.of_unit(unit)), *(_stands(unit, standing) for standing in standings))
        for unit in view.evaluation.reporting_units
    )
    return Table(f"unit-by-task-{area.id.lower()}", unit_task_title(area), columns, rows)


def unit_task_title(area: Area) -> str:
    return f"单位与任务对照：{area.name}"


def _stands(unit: Unit, standing: TaskStanding) -> Cell:
    own = standing.told_by(unit.id)
    if own is None:
        return linked("○ 未报送", links.of_task(standing.task)) if standing.task.lead == unit.id else cell("")
    return linked(wording.status(own.state), links.of_task(standing.task))
