"""A city, a region, a nation: the same record, each holding those below it; what a roll-up reads and publishes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

KIND = "rollup"
"""What the published data of a roll-up say of themselves; those of a city say nothing."""
SCHEMA = 1


def _exact(value: object) -> object:
    # A JSON number has been through a float; published figures are decimal text.
    if value is not None and not isinstance(value, str | Decimal):
        raise ValueError("应为写成文字的十进制数")
    return value


Figure = Annotated[Decimal, BeforeValidator(_exact), Field(allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Standing(_Frozen):
    """How one area stands in one indicator. Below a region's figure stand the areas it was summed from."""

    name: str
    group: str
    unit: str
    target: str
    """As the plan words it; empty where the areas' plans differ."""
    period: str | None = None
    value: Figure | None = None
    numerator: Figure | None = None
    denominator: Figure | None = None
    factor: Figure | None = None
    additive: bool = False
    """A count over a period: areas may be summed."""
    provisional: bool = False
    verdict: str | None = None
    """A city's; a region is not judged by its cities' targets."""
    verdicts: dict[str, Count] = {}
    """Cities by verdict."""
    covered: Count = 0
    """Cities whose figures are in the value; the rest have none for this period."""


class Share(_Frozen):
    """A share of counts, summed as numerators and denominators."""

    name: str
    numerator: Figure
    denominator: Figure


class Area(_Frozen):
    """`cities` is 1 for a city. `units` are a city's banners and parks, with their reporting state."""

    name: str
    cities: Count
    site: str | None = None
    notice: str | None = None
    annual: str
    """年度数据截止时点 as published, ISO."""
    standings: tuple[Standing, ...]
    tasks: dict[str, Count]
    projects: dict[str, Count]
    shares: tuple[Share, ...]
    reporting: dict[str, Count]
    """Units by reporting state."""
    units: tuple[tuple[str, str], ...] = ()
    members: tuple[Area, ...] = ()


def published(area: Area) -> dict[str, Any]:
    """What the area above this one reads."""
    return {"schema": SCHEMA, "kind": KIND, "area": area.model_dump(mode="json")}


def of_city(data: Mapping[str, Any], site: str | None) -> Area:
    """A city from its evaluation.json. Raises KeyError, TypeError or ValidationError where that is not what it is."""
    plan = data["plan"]
    names = {unit["id"]: unit["name"] for unit in data["units"]}
    states = [(names[row["unit"]], row["state"]) for row in data["completeness"]]
    return Area(
        name=plan["city"],
        cities=1,
        site=site,
        notice=plan["notice"],
        annual=plan["cut_offs"]["annual"],
        standings=tuple(map(_standing, data["indicators"])),
        tasks=data["task_counts"],
        projects=data["project_counts"],
        shares=tuple(Share(**{key: row[key] for key in Share.model_fields}) for row in data["shares"]),
        reporting={state: sum(1 for _, own in states if own == state) for state in sorted({own for _, own in states})},
        units=tuple(states),
    )


def _standing(row: Mapping[str, Any]) -> Standing:
    terms, city = row["terms"], row["city"] or {}
    datum = city.get("datum") or {}
    ratio = terms["ratio"] or {}
    verdict = city.get("verdict")
    return Standing(
        name=row["name"],
        group=row["group"],
        unit=row["unit"],
        target=terms["target"]["text"],
        period=datum.get("period"),
        value=datum.get("value"),
        numerator=datum.get("numerator"),
        denominator=datum.get("denominator"),
        factor=ratio.get("factor"),
        additive=terms["nature"] == "期间"
        and not ratio
        and terms["kind"] in ("level", "relative_change", "cumulative"),
        provisional=bool(datum.get("provisional")),
        verdict=verdict,
        verdicts={verdict: 1} if verdict else {},
        covered=1 if datum else 0,
    )
