"""Charts of accidents and disasters: by sector, by month, by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from evaluation.measure.events import accidents_across, accidents_by, disasters_across
from evaluation.model import Accident, Disaster, Provenance
from evaluation.render import scope, wording
from evaluation.render.chart import Bars, Chart, Measure, Months, Panel
from evaluation.render.chart_words import MONTHLY, listed, source, stem, whose
from evaluation.render.view import View

MOST_YEARS = 3
ACCIDENT_ORIGIN = "市应急管理局生产安全事故统计"
DISASTER_ORIGIN = "市应急管理局自然灾害情况统计"

Count = Callable[[object], Decimal]
Counts = Mapping[str, Mapping[str, object]]
"""Row → year → counts."""


def accidents_by_sector(view: View, argument: str | None = None) -> Chart | None:
    """事故分行业: accidents and deaths of each sector, a bar a year."""
    events = scope.accidents(view)
    years = _years(view, events)
    if not years:
        return None
    counts = accidents_across(view.evaluation, "sector", "year", events)
    measures: tuple[tuple[str, str, Count], ...] = (
        ("事故起数", "起", lambda count: Decimal(count.accidents)),
        ("死亡人数", "人", lambda count: Decimal(count.deaths)),
    )
    return _bars(
        view, "accidents-by-sector", "生产安全事故分行业领域情况", "行业领域", ACCIDENT_ORIGIN, counts, years, measures
    )


def disasters_by_kind(view: View, argument: str | None = None) -> Chart | None:
    """灾害分灾种: how often, how many people, how much money."""
    events = scope.disasters(view)
    years = _years(view, events)
    if not years:
        return None
    counts = disasters_across(view.evaluation, "kind", "year", events)
    measures: tuple[tuple[str, str, Count], ...] = (
        ("灾害起数", "起", lambda count: Decimal(count.disasters)),
        ("受灾人次", "人次", lambda count: Decimal(count.affected)),
        ("直接经济损失", "万元", lambda count: count.loss),
    )
    return _bars(view, "disasters-by-kind", "自然灾害分灾种情况", "灾种", DISASTER_ORIGIN, counts, years, measures)


def _provenances(view: View) -> tuple[Provenance, ...]:
    """Event records carry no mark of their own: they are as real as the reports that come with them."""
    return view.ask(_reported)


def _reported(city: View) -> tuple[Provenance, ...]:
    return tuple(dict.fromkeys(report.provenance for report in city.evaluation.reports))


def _years(view: View, events: Iterable[Accident | Disaster]) -> tuple[str, ...]:
    """The years of the plan up to the last one with events, at most three; without events, none."""
    seen = {event.date.year for event in events}
    first = view.evaluation.plan.period.first_year
    last = view.evaluation.plan.cut_offs.monthly.year
    years = [str(year) for year in range(first, last + 1)]
    return tuple(years[-MOST_YEARS:]) if any(first <= year <= last for year in seen) else ()


def _year_name(view: View, year: str) -> str:
    day = view.evaluation.plan.cut_offs.monthly
    return f"{year}年1—{day.month}月" if int(year) == day.year and day.month < 12 else f"{year}年"


def _bars(
    view: View,
    kind: str,
    title: str,
    head: str,
    origin: str,
    counts: Counts,
    years: tuple[str, ...],
    measures: tuple[tuple[str, str, Count], ...],
) -> Chart | None:
    shown = [row for row, by_year in counts.items() if any(measures[0][2](by_year[y]) for y in years if y in by_year)]
    if not shown:
        return None
    silent = [row for row in counts if row not in shown]
    names = tuple(_year_name(view, year) for year in years)
    drawn = tuple(_measure(name, unit, count, counts, shown, years) for name, unit, count in measures)
    note = _bars_note(silent, drawn)
    return Chart(
        name=stem(view, kind),
        title=f"{scope.name(view)}{title}",
        alt=f"条形图：{whose(view)}{title}。{_told(shown, names, drawn)}。{note.removeprefix('注：')}",
        source=source(view, origin, (MONTHLY,), _provenances(view)),
        kind="bars",
        data=Bars(tuple(shown), names, drawn, note),
        table=_bars_table(head, shown, names, drawn),
    )


def _bars_note(silent: list[str], drawn: tuple[Measure, ...]) -> str:
    notes = [f"{listed(silent)}均{wording.NOT_OCCURRED}"] if silent else []
    if any(words == wording.BELOW_LAST_UNIT for measure in drawn for row in measure.rows for _, words in row):
        notes.append(f"“{wording.BELOW_LAST_UNIT}”表示不足0.01")
    return f"注：{'；'.join(notes)}。" if notes else ""


def _measure(name: str, unit: str, count: Count, counts: Counts, shown: list[str], years: tuple[str, ...]) -> Measure:
    values = [[count(counts[row][year]) if year in counts[row] else None for year in years] for row in shown]
    divisor, larger = wording.SCALES.get(unit, (Decimal(1), unit))
    most = max((value for row in values for value in row if value is not None), default=Decimal(0))
    scaled = most >= divisor and divisor > 1
    rows = tuple(tuple(_figure(value, divisor if scaled else Decimal(1)) for value in row) for row in values)
    return Measure(f"{name}（{larger if scaled else unit}）", rows)


def _figure(value: Decimal | None, divisor: Decimal) -> tuple[Decimal | None, str]:
    if value is None:
        return None, wording.NO_DATA
    if value == 0:
        return Decimal(0), "0"
    return value / divisor, wording.number(value / divisor, 2) if divisor > 1 else wording.plain(value)


def _told(shown: list[str], names: tuple[str, ...], drawn: tuple[Measure, ...]) -> str:
    return "；".join(
        f"{row}：" + "，".join(f"{measure.heading}{_by_year(names, measure.rows[at])}" for measure in drawn)
        for at, row in enumerate(shown)
    )


def _by_year(names: tuple[str, ...], figures: tuple[tuple[Decimal | None, str], ...]) -> str:
    return listed(f"{name}{words}" for name, (_, words) in zip(names, figures, strict=True))


def _bars_table(head: str, shown: list[str], names: tuple[str, ...], drawn: tuple[Measure, ...]):
    headers = (head, *(f"{name}{measure.heading}" for measure in drawn for name in names))
    rows = tuple((row, *(words for measure in drawn for _, words in measure.rows[at])) for at, row in enumerate(shown))
    return headers, rows


def accidents_by_month(view: View, argument: str | None = None) -> Chart | None:
    """事故分月: deaths by month, a panel a year."""
    events = scope.accidents(view)
    years = _years(view, events)
    if not years:
        return None
    panels = tuple(_panel(view, year, [event for event in events if event.date.year == int(year)]) for year in years)
    title = "生产安全事故死亡人数分月情况"
    note = "注：“—”表示尚无数据。" if any(value is None for panel in panels for value in panel.values) else ""
    told = "；".join(f"{panel.heading.replace(chr(10), '')}，{_months_told(panel)}" for panel in panels)
    return Chart(
        name=stem(view, "accidents-by-month"),
        title=f"{scope.name(view)}{title}",
        alt=f"柱形图：{whose(view)}{title}。{told}。",
        source=source(view, ACCIDENT_ORIGIN, (MONTHLY,), _provenances(view)),
        kind="months",
        data=Months("人", panels, note),
        table=(
            ("年份", *(f"{month}月" for month in range(1, 13))),
            tuple(
                (_year_name(view, year), *(wording.number(value) for value in panel.values))
                for year, panel in zip(years, panels, strict=True)
            ),
        ),
    )


def _panel(view: View, year: str, events: list[Accident]) -> Panel:
    day = view.evaluation.plan.cut_offs.monthly
    last = day.month if int(year) == day.year else 12
    counts = accidents_by(view.evaluation, "month", events)
    values = tuple(Decimal(counts[f"{m}月"].deaths) if m <= last else None for m in range(1, 13))
    total = sum((value for value in values if value is not None), Decimal(0))
    part = f"1—{last}月" if last < 12 else ""
    return Panel(f"{year}年\n{part}共{total}人", values)


def _months_told(panel: Panel) -> str:
    return listed(f"{m}月{value}人" for m, value in enumerate(panel.values, 1) if value) or wording.NOT_OCCURRED
