"""What the banners report adds up to the city's own figure; both are named, neither is corrected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation.check.walk import Figure, figures
from evaluation.model import Evaluation
from evaluation.problems import Problem

FROM_BANNERS = "旗区合计"
REGISTER = "data/units.yml"
"""A banner that is refused there is not among those that are added up."""


def banner_sums_agree_with_the_city(evaluation: Evaluation) -> Iterator[Problem]:
    """Only where every banner has a figure: an incomplete sum is shown as such elsewhere, and is no contradiction."""
    if any(fault.where.path == REGISTER for fault in evaluation.faults):
        return
    banners = {unit.id: unit.name for unit in evaluation.banners}
    found = [figure for figure in figures(evaluation) if figure.indicator.counted_from == FROM_BANNERS]
    for city in (figure for figure in found if figure.unit is None):
        parts = [part for part in found if part.unit in banners and _same(part, city)]
        for key in ("numerator",) if city.indicator.ratio else ("value",):
            yield from _difference(city, parts, key, len(banners))


def _same(part: Figure, city: Figure) -> bool:
    return (part.indicator.id, part.reading.period) == (city.indicator.id, city.reading.period)


def _difference(city: Figure, parts: list[Figure], key: str, banners: int) -> Iterator[Problem]:
    own = getattr(city.reading, key)
    numbers = [getattr(part.reading, key) for part in parts if getattr(part.reading, key) is not None]
    if own is None or not banners or len({part.unit for part in parts}) < banners or len(numbers) != banners:
        return
    total = sum(numbers, Decimal(0))
    if abs(total - own) > _rounding((own, *numbers)):
        name = {"numerator": "分子", "value": "数值"}[key]
        what = f"{city.title}全市{name}为 {own}，{banners} 个旗区合计为 {total}，相差 {abs(total - own)}"
        yield Problem(
            city.reading.place.of(key),
            what,
            "核对各旗区填报数和全市数，改正其中一处，或在 `note` 说明口径并删去 `counted_from`",
        )


def _rounding(numbers: tuple[Decimal, ...]) -> Decimal:
    """The most that numbers written with decimals can be off together; whole numbers are exact."""
    exponents = [number.as_tuple().exponent for number in numbers]
    return sum((Decimal(5).scaleb(exponent - 1) for exponent in exponents if exponent < 0), Decimal(0))
