"""旗区分布: one indicator over the banners, each in rough geographic position."""

from __future__ import annotations

from evaluation.measure.assessment import Datum
from evaluation.measure.indicators import chance_below_city
from evaluation.model import Indicator, Period, Unit
from evaluation.render import wording
from evaluation.render.chart import Chart, Tile, Tiles
from evaluation.render.chart_words import (
    cut_offs,
    find_indicator,
    period_words,
    source,
    tag,
    tagged,
    value_words,
)
from evaluation.render.view import View

PLACES = {
    "150602": (2, 1),
    "150603": (1, 1),
    "150621": (2, 0),
    "150622": (3, 1),
    "150623": (0, 2),
    "150624": (0, 1),
    "150625": (1, 0),
    "150626": (1, 2),
    "150627": (2, 2),
}
"""Column and row of each banner on the tile map, by its code; roughly as they lie to one another."""
COLUMNS = 4


def tile_map(view: View, argument: str | None = None) -> Chart | None:
    """One indicator over the banners, for the period by which the city is judged."""
    indicator = find_indicator(view, argument)
    city = view.assessment.indicator(indicator.id) if indicator else None
    if indicator is None or city is None or city.datum is None:
        return None
    counted = chance_below_city(indicator)
    shown = view.ask(_of_banners, indicator.id, city.datum.period)
    figures = [(unit, shown[unit.id]) for unit in view.evaluation.banners]
    if sum(datum is not None for _, datum in figures) < 2:
        return None
    tiles = tuple(_tile(indicator, unit, datum, at, counted) for at, (unit, datum) in enumerate(figures))
    name = indicator.ratio.numerator if counted else indicator.name
    unit_word = indicator.ratio.numerator_unit if counted else indicator.unit
    period = period_words(indicator, city.datum)
    told = "，".join(f"{tile.label}{tile.words}{tagged(tile.tag)}" for tile in tiles)
    return Chart(
        name=f"city-map-{indicator.id}",
        title=f"{period}各旗区{name}（示意）",
        alt=f"方格示意图，按大致方位排列9个旗区，列出{period}{name}（单位：{unit_word}）：{told}。",
        source=source(view, indicator.source, cut_offs(city), (indicator.provenance,)),
        kind="tiles",
        data=Tiles(unit_word, tiles, f"{period}{name}"),
        table=(
            ("旗区", f"{name}（{unit_word}）", "数据状态"),
            tuple((tile.label, tile.words, _state(tile)) for tile in tiles),
        ),
    )  # fmt: skip


def _of_banners(city: View, indicator: str, period: Period) -> dict[str, Datum | None]:
    """What each banner, by its id, reported of the period: whoever shows these does not depend on its other years."""
    rows = {unit.id: city.assessment.indicator(indicator, unit.id) for unit in city.evaluation.banners}
    return {unit: row and row.of(period) for unit, row in rows.items()}


def _state(tile: Tile) -> str:
    return wording.NO_DATA if tile.value is None else tile.tag or "正式"


def _tile(indicator: Indicator, unit: Unit, datum: Datum | None, at: int, counted: bool) -> Tile:
    # A banner the map does not know stands in a row of its own, so that none is left out.
    column, line = PLACES.get(unit.code or "", (at % COLUMNS, 3 + at // COLUMNS))
    if datum is None:
        return Tile(unit.label, column, line, None, wording.NO_DATA_WORDS)
    value = datum.numerator if counted else datum.value
    words = wording.plain(value) if counted else value_words(indicator, value)
    return Tile(unit.label, column, line, value, words, tag(datum))
