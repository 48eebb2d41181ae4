"""One indicator by banner with places and sums, and the banners' sums beside the city's own figures."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.measure.assessment import SumCheck
from evaluation.measure.ranking import Place, rankings
from evaluation.model import Indicator, Period, Unit
from evaluation.render import figures, wording
from evaluation.render.links import of_unit
from evaluation.render.tables.cells import has_page, indicator_cell
from evaluation.render.tables.indicators import or_dash
from evaluation.render.tables.notes import figures_cut_off, notes
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, linked, text_columns
from evaluation.render.view import View


def by_banner_table(view: View, argument: str | None) -> Table | None:
    """分旗区指标: one indicator by banner, with places, the banners' sum and the city's own figure."""
    city = view.of(None)
    indicator = view.evaluation.indicator(argument) if argument else None
    if indicator is None:
        return None
    banners = [(unit, view.assessment.indicator(indicator.id, unit.id)) for unit in view.evaluation.banners]
    if not any(row for _, row in banners):
        return None
    periods = _banner_periods(city, indicator, banners)
    places = {place.unit: place for place in view.ask(_places_in, indicator.id)}
    rows = (
        *(_banner_row(view, indicator, unit, periods, places.get(unit.id)) for unit, _ in banners),
        *_total_rows(city, indicator, periods),
    )
    example = view.of(banners[0][0])
    columns = (
        *text_columns("旗区"),
        *figure_columns(
            f"{figures.base_year(view)}年", *(wording.period(p, indicator.nature) for p in periods), "较基期", "位次"
        ),
    )
    extra = [_ranked_by(city, indicator)] if places else []
    if figures.as_count(example, indicator):
        extra.append(f"旗区基数小，列示{indicator.ratio.numerator}，不列比率")
    return Table(
        "indicator-by-banner",
        f"各旗区{indicator.name}",
        columns,
        rows,
        figures.unit_of(example, indicator),
        notes(city, rows, figures_cut_off(view), "各旗区自评估报送数据", extra),
    )


def _banner_periods(city: View, indicator: Indicator, banners: list) -> tuple[Period, ...]:
    found = {datum.period for _, row in banners if row for datum in row.series}
    return tuple(sorted(found, key=lambda period: (period.end, period)))


def all_places(view: View) -> tuple[Place, ...]:
    return view.ask(_ranked)


def _ranked(city: View) -> tuple[Place, ...]:
    return rankings(city.evaluation, city.assessment.city, city.assessment.units)


def _places_in(city: View, indicator: str) -> tuple[Place, ...]:
    return tuple(place for place in all_places(city) if place.indicator == indicator)


def _ranked_by(city: View, indicator: Indicator) -> str:
    row = figures.assessed(city, indicator)
    return f"位次按{wording.period(row.datum.period, indicator.nature)}数由优到劣排列，相同者并列"


def _banner_row(
    view: View, indicator: Indicator, unit: Unit, periods: tuple[Period, ...], place: Place | None
) -> tuple[Cell, ...]:
    own = view.of(unit)
    return (
        linked(unit.label, of_unit(unit) if has_page(unit) else None),
        cell(figures.figure(own, indicator, figures.baseline(own, indicator))),
        *(cell(figures.figure(own, indicator, figures.of_period(own, indicator, period))) for period in periods),
        cell(or_dash(figures.against_base(own, indicator, None))),
        cell(f"{place.place}/{place.among}" if place else wording.NO_DATA),
    )


def _total_rows(city: View, indicator: Indicator, periods: tuple[Period, ...]) -> Iterator[tuple[Cell, ...]]:
    """The banners' sum and the city's figure: both are always shown, neither is corrected."""
    checks = {check.period: check for check in city.ask(_sums_of, indicator.id)}
    if not checks:
        return
    columns = (Period(str(figures.base_year(city))), *periods)
    for title, which in (("旗区合计", "total"), ("全市", "city")):
        values = (_total(checks.get(period), which) for period in columns)
        yield cell(title), *(cell(value) for value in values), cell(wording.NO_DATA), cell(wording.NO_DATA)


def _sums_of(city: View, indicator: str) -> tuple[SumCheck, ...]:
    return tuple(check for check in city.assessment.sums if check.indicator == indicator)


def _total(check: SumCheck | None, which: str) -> str:
    """As reported, places and all; a sum without all banners says so."""
    if check is None:
        return wording.NO_DATA
    lacking = f"（缺{len(check.missing)}个旗区）" if which == "total" and check.missing else ""
    return wording.number(getattr(check, which)) + lacking


def sums_table(view: View, argument: str | None) -> Table | None:
    """合计核对: the banners' sum beside the city's own figure, period by period."""
    rows = tuple(
        (
            indicator_cell(indicator),
            cell(wording.period(check.period, indicator.nature)),
            cell(wording.number(check.total)),
            cell(wording.number(check.city)),
            cell(wording.number(check.difference)),
            cell("一致" if check.difference == 0 and not check.missing else "有缺报" if check.missing else "不一致"),
            cell("、".join(_labels(view, check.missing)) or "无"),
        )
        for check in view.assessment.sums
        if (indicator := view.evaluation.indicator(check.indicator)) is not None
    )
    if not rows:
        return None
    columns = (
        *text_columns("指标", "时期"),
        *figure_columns("旗区合计", "全市数", "相差"),
        *text_columns("核对", "缺报旗区"),
    )
    extra = ("比率指标核对分子；两数不一致时并列，不作机械调整",)
    city = view.of(None)
    return Table(
        "sums",
        "旗区合计与全市数核对",
        columns,
        rows,
        notes=notes(city, rows, figures_cut_off(view), "各旗区自评估报送数据、各指标责任单位", extra),
    )


def _labels(view: View, unit_ids: tuple[str, ...]) -> list[str]:
    units = [view.evaluation.unit(unit_id) for unit_id in unit_ids]
    return [unit.label for unit in units if unit]
