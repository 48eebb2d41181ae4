"""Units of one kind side by side: how each stands, what it said, and the banners' places in the indicators."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.measure import registers
from evaluation.measure.ranking import Place
from evaluation.model import Unit
from evaluation.render import figures, scope, wording
from evaluation.render.navigation import LONG, NEAR, neighbours
from evaluation.render.standing import fine_of_all
from evaluation.render.tables.banners import all_places
from evaluation.render.tables.cells import indicator_cell, unit_cell
from evaluation.render.tables.notes import figures_cut_off, notes, reported_by, tasks_cut_off
from evaluation.render.tables.registers import gathered
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, text_columns
from evaluation.render.tables.units import FOLDERS
from evaluation.render.view import View

RANKED = ("位次由优到劣排列，相同者并列，各旗区按全市评价所用的同一时期比较",)
NEARBY = f"只列名册中本单位前后各{NEAR}个单位，全部见同类单位的列表页"
"""With hundreds of units of a kind, a table of all of them on each of their pages would be most of the site."""
FRACTIONS = "分数为“符合要求数/承担总数”：指标按评价，任务按进展，项目按是否已开工或完工"


def peers_table(view: View, argument: str | None) -> Table | None:
    """单位对照: the units of a kind (banners, parks, departments); on a unit's own page those of its kind.

    It does not tell what each handed in: one unit's fault would change the pages of all others.
    """
    folder = view.unit.folder if view.unit else argument
    units = view.once(("units in", folder), lambda: _units_in(view, folder))
    ids = [unit.id for unit in units]
    if view.unit is not None and view.unit.id in ids and len(ids) > LONG:
        return _peers(view, folder, neighbours(units, ids.index(view.unit.id)), (NEARBY,))
    return view.once((peers_table, folder), lambda: _peers(view, folder, units)) if units else None


def _units_in(view: View, folder: str | None) -> tuple[Unit, ...]:
    return tuple(unit for unit in view.evaluation.reporting_units if folder in (None, unit.folder))


def _peers(view: View, folder: str | None, units: Sequence[Unit], more: tuple[str, ...] = ()) -> Table:
    rows = tuple(view.ask(_peer_row, unit.id) for unit in units)
    columns = (
        *text_columns("单位"),
        *figure_columns("主要指标", "工作任务", "重点项目", "投资完成率", "问题", "对策建议", "经验做法", "规划调整建议"),
    )
    city = view.of(None)
    extra = (FRACTIONS, "后四列为报送条数", *more)
    below = notes(city, rows, tasks_cut_off(city), reported_by(city), extra)
    return Table("units", f"{FOLDERS.get(folder or '', '各单位')}情况对照", columns, rows, notes=below)


def _peer_row(city: View, unit_id: str) -> tuple[Cell, ...]:
    own = city.of(city.evaluation.unit(unit_id))
    invested = next((share for share in scope.shares(own) if share.name == "投资完成率"), None)
    return (
        unit_cell(city.evaluation, unit_id),
        cell(fine_of_all(row.verdict for row in scope.indicators(own))),
        cell(fine_of_all(standing.state for standing in scope.tasks(own))),
        cell(fine_of_all(standing.stage for standing in scope.projects(own))),
        cell(wording.percent(invested.value if invested else None)),
        *(cell(wording.number(count)) for count in said(own, own.unit)),
    )


def said(view: View, unit: Unit) -> tuple[int | None, ...]:
    """How many problems, countermeasures, practices and adjustments of the plan a unit reported; None without a report."""
    kinds = (registers.problems, registers.countermeasures, registers.practices, registers.adjustments)
    told = view.evaluation.report(unit.id) is not None
    return tuple(len(gathered(view.of(unit), gather, None)) if told else None for gather in kinds)


def places_table(view: View, argument: str | None) -> Table | None:
    """旗区位次: a banner's place in each indicator, beside the best banner and the city; for the city all places."""
    if view.unit is None:
        places = all_places(view)
        return _all_places_table(view, places) if places else None
    rows = view.ask(_place_rows, view.unit.id)
    if not rows:
        return None
    columns = (
        *text_columns("指标", "时期", "单位"),
        *figure_columns("本旗区", "位次", "最优", "全市"),
        *text_columns("最优旗区", "本旗区评价"),
    )
    city = view.of(None)
    below = notes(city, rows, figures_cut_off(view), "各旗区自评估报送数据、各指标责任单位", RANKED)
    return Table("places", f"{view.unit.label}主要指标在各旗区中的位次", columns, rows, notes=below)


def _all_places_table(view: View, places: tuple[Place, ...]) -> Table:
    known = {(place.unit, place.indicator): place for place in places}
    shown = [one for one in view.evaluation.indicators if any(place.indicator == one.id for place in places)]
    rows = tuple(
        (
            unit_cell(view.evaluation, unit.id),
            *(cell(place.place if (place := known.get((unit.id, one.id))) else wording.NO_DATA) for one in shown),
        )
        for unit in view.evaluation.banners
    )
    columns = (*text_columns("旗区"), *figure_columns(*(one.aliases[0] if one.aliases else one.name for one in shown)))
    below = notes(view, rows, figures_cut_off(view), "各旗区自评估报送数据", RANKED)
    return Table("places", "各旗区主要指标位次", columns, rows, notes=below)


def _place_rows(city: View, unit: str) -> tuple[tuple[Cell, ...], ...]:
    own, places = city.of(city.evaluation.unit(unit)), all_places(city)
    return tuple(_place_row(own, place, places) for place in places if place.unit == unit)


def _place_row(view: View, place: Place, places: tuple[Place, ...]) -> tuple[Cell, ...]:
    indicator = view.evaluation.indicator(place.indicator)
    best = [other for other in places if other.indicator == place.indicator and other.place == 1]
    names = "、".join(unit.label for other in best[:3] if (unit := view.evaluation.unit(other.unit)))
    shown = [view.of(view.unit), view.of(view.evaluation.unit(best[0].unit)), view.of(None)]
    own, first, city = (figures.figure(one, indicator, figures.of_period(one, indicator, place.period)) for one in shown)
    return (
        indicator_cell(indicator),
        cell(wording.period(place.period, indicator.nature)),
        cell(figures.unit_of(view, indicator)),
        cell(own),
        cell(f"{place.place}/{place.among}"),
        cell(first),
        cell(city if figures.unit_of(view, indicator) == indicator.unit else wording.NO_DATA),
        cell(names + ("等" if len(best) > 3 else "")),
        cell(figures.verdict_status(figures.assessed(view, indicator))),
    )
