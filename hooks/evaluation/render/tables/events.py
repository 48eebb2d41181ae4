"""Breakdowns of accidents and disasters that the work plan asks for: by sector, type, time, place and kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from evaluation.model import Accident, Disaster
from evaluation.render import scope, wording
from evaluation.render.tables.cells import unit_cell
from evaluation.render.tables.notes import events_cut_off, notes
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, text_columns
from evaluation.render.view import View

Key = Callable[[Accident | Disaster], str]

ACCIDENT_SOURCE = "市应急管理局生产安全事故台账"
DISASTER_SOURCE = "市应急管理局自然灾害灾情台账"


def years(view: View, events: Iterable[Accident | Disaster]) -> list[int]:
    """The years that the city's records cover, so that a place without an event still has its row of years."""
    return sorted({event.date.year for event in events if event.date <= view.evaluation.plan.cut_offs.monthly})


def year_title(view: View, year: int) -> str:
    cut = view.evaluation.plan.cut_offs.monthly
    return f"{year}年1—{cut.month}月" if year == cut.year and cut.month < 12 else f"{year}年"


def by_sector_table(view: View, argument: str | None) -> Table | None:
    """事故分行业: a sector where nothing happened is written out."""
    return _accidents(
        view,
        "accidents-by-sector",
        "生产安全事故分行业情况",
        "行业领域",
        lambda event: event.sector,
        extra=_quiet(view),
    )


def _quiet(view: View) -> tuple[str, ...]:
    """The sectors without an accident in all the years: said, since silence could mean not counted."""
    found = {event.sector for event in scope.accidents(view)}
    quiet = [sector for sector in view.evaluation.plan.sectors if sector not in found]
    return (f"{'、'.join(quiet)}各年均{wording.NOT_OCCURRED}",) if quiet else ()


def by_type_table(view: View, argument: str | None) -> Table | None:
    """事故分类型."""
    return _accidents(view, "accidents-by-type", "生产安全事故分类型情况", "事故类型", lambda event: event.type)


def by_month_table(view: View, argument: str | None) -> Table | None:
    """事故分时间."""
    months = [str(month) for month in range(1, 13)]
    return _accidents(
        view, "accidents-by-month", "生产安全事故分月情况", "月份", lambda event: str(event.date.month), months,
        lambda month: cell(f"{month}月"),
    )  # fmt: skip


def by_place_table(view: View, argument: str | None) -> Table | None:
    """事故分地区."""
    return _accidents(
        view, "accidents-by-place", "生产安全事故分地区情况", "旗区", lambda event: event.unit, _banner_ids(view),
        lambda unit: unit_cell(view.evaluation, unit),
    )  # fmt: skip


def _banner_ids(view: View) -> list[str]:
    """All banners, those without an event too; on a banner's own page itself."""
    return [
        unit.id
        for unit in view.evaluation.banners
        if view.unit is None or view.unit not in view.evaluation.banners or unit == view.unit
    ]


def _accidents(
    view: View, table_id: str, title: str, named: str, key: Key,
    keys: list[str] | None = None, shown: Callable[[str], Cell] = cell, extra: tuple[str, ...] = (),
) -> Table | None:  # fmt: skip
    events = [e for e in scope.accidents(view) if e.date <= view.evaluation.plan.cut_offs.monthly]
    covered = years(view, view.evaluation.accidents)
    if not covered or not scope.place_known(view):
        return None
    keys = keys or _largest_first(events or view.evaluation.accidents, key, lambda event: event.deaths)
    rows = tuple(
        (shown(one), *_accident_cells(view, [e for e in events if key(e) == one], covered, one)) for one in keys
    )
    rows = (*rows, (cell("合计"), *_accident_cells(view, events, covered, None)))
    columns = (
        *text_columns(named),
        *figure_columns(*(title for year in covered for title in (f"{year_title(view, year)}起数", "死亡人数"))),
    )
    below = notes(view, rows, events_cut_off(view), ACCIDENT_SOURCE, ("起数单位：起，死亡人数单位：人", *extra))
    return Table(table_id, scope.name(view) + title, columns, rows, notes=below)


def _accident_cells(view: View, events: list[Accident], covered: list[int], key: str | None) -> Iterable[Cell]:
    for year in covered:
        own = [event for event in events if event.date.year == year]
        if own or not _ahead(view, year, key):
            yield cell(len(own) if own else wording.NOT_OCCURRED)
            yield cell(sum(event.deaths for event in own))
        else:
            yield from (cell(wording.NO_DATA), cell(wording.NO_DATA))


def _ahead(view: View, year: int, key: str | None) -> bool:
    """Whether a row is a month that lies after the cut-off: not yet known, which is not the same as nothing."""
    cut = view.evaluation.plan.cut_offs.monthly
    return year == cut.year and key is not None and key.isdigit() and int(key) > cut.month


def _largest_first(events: Iterable, key: Key, weight: Callable) -> list[str]:
    totals: dict[str, tuple[Decimal, int]] = {}
    for event in events:
        amount, count = totals.get(key(event), (Decimal(0), 0))
        totals[key(event)] = (amount + weight(event), count + 1)
    return sorted(totals, key=lambda one: (-totals[one][0], -totals[one][1], one))


def by_kind_table(view: View, argument: str | None) -> Table | None:
    """灾害分灾种: casualties, people, area and loss by kind and year."""
    found = [e for e in scope.disasters(view) if e.date <= view.evaluation.plan.cut_offs.monthly]
    keys = _largest_first(found or view.evaluation.disasters, lambda event: event.kind, lambda event: event.loss)
    return _disasters(view, "disasters-by-kind", "自然灾害分灾种情况", "灾种", lambda e: e.kind, keys, cell)


def disasters_by_place_table(view: View, argument: str | None) -> Table | None:
    """灾害分地区."""
    return _disasters(
        view, "disasters-by-place", "自然灾害分地区情况", "旗区", lambda event: event.unit, _banner_ids(view),
        lambda unit: unit_cell(view.evaluation, unit),
    )  # fmt: skip


def _disasters(
    view: View, table_id: str, title: str, named: str, key: Key, keys: list[str], shown: Callable[[str], Cell]
) -> Table | None:
    covered = years(view, view.evaluation.disasters)
    if not covered or not scope.place_known(view):
        return None
    found = [event for event in scope.disasters(view) if event.date <= view.evaluation.plan.cut_offs.monthly]
    parts = [(shown(one), [event for event in found if key(event) == one]) for one in keys]
    rows = tuple(
        (name, cell(year_title(view, year)), *_disaster_cells([e for e in own if e.date.year == year]))
        for name, own in (*parts, (cell("合计"), found))
        for year in covered
    )
    columns = (
        *text_columns(named, "时期"),
        *figure_columns(
            "起数（起）",
            "受灾人次（人次）",
            "死亡失踪（人）",
            "转移安置（人次）",
            "农作物受灾面积（公顷）",
            "直接经济损失（万元）",
        ),
    )
    below = notes(view, rows, events_cut_off(view), DISASTER_SOURCE)
    return Table(table_id, scope.name(view) + title, columns, rows, notes=below)


def _disaster_cells(events: list[Disaster]) -> tuple[Cell, ...]:
    return (
        cell(len(events) if events else wording.NOT_OCCURRED),
        cell(sum(event.affected for event in events)),
        cell(sum(event.deaths for event in events)),
        cell(sum(event.relocated for event in events)),
        cell(wording.plain(sum((event.crop_area for event in events), Decimal(0)))),
        cell(wording.plain(sum((event.loss for event in events), Decimal(0)))),
    )
