"""Many areas joined into one: counts and sums, ratios from numerators and denominators, never means of percentages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from evaluation.problems import Place, Problem
from evaluation.rollup.area import Area, Share, Standing


def join(name: str, members: Sequence[Area]) -> Area:
    """The area above its members, which must be at least one. Members keep the order in which they were given."""
    return Area(
        name=name,
        cities=sum(member.cities for member in members),
        notice=next((member.notice for member in members if member.notice), None),
        annual=max(member.annual for member in members),
        standings=tuple(_joined(standings) for standings in _by_name(m.standings for m in members)),
        tasks=_added(member.tasks for member in members),
        projects=_added(member.projects for member in members),
        shares=tuple(_share(shares) for shares in _by_name(m.shares for m in members)),
        reporting=_added(member.reporting for member in members),
        members=tuple(members),
    )


def disagreements(members: Sequence[Area], names: Sequence[str]) -> tuple[Problem, ...]:
    """What keeps members from being joined: a city twice, other cut-offs. `names` are their files."""
    problems = []
    first: dict[str, str] = {}
    for member, file in zip(members, names, strict=True):
        for city in _cities(member):
            if city in first:
                what = f"“{city}”在 {first[city]} 里已经有了"
                problems.append(Problem(Place(file), what, "每个市只算一次，删去另一份", "rollup"))
            first.setdefault(city, file)
        if member.annual != members[0].annual:
            what = f"年度数据截至 {member.annual}，{names[0]} 截至 {members[0].annual}"
            problems.append(Problem(Place(file), what, "换用同一截止时点的数据", "rollup"))
    return tuple(problems)


def _cities(area: Area) -> Iterator[str]:
    if not area.members:
        yield area.name
    for member in area.members:
        yield from _cities(member)


def _by_name(lists: Iterable[Sequence[Standing | Share]]) -> list[list]:
    """Records of one name together, in order of first appearance."""
    found: dict[str, list] = {}
    for records in lists:
        for record in records:
            found.setdefault(record.name, []).append(record)
    return list(found.values())


def _added(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update({key: 0 for key in one})
        total.update(one)
    return dict(total)


def _share(shares: list[Share]) -> Share:
    numerator, denominator = (sum(getattr(s, key) for s in shares) for key in ("numerator", "denominator"))
    return Share(name=shares[0].name, numerator=numerator, denominator=denominator)


def _joined(standings: list[Standing]) -> Standing:
    """Summed over the members that have a figure for the latest period; how many these are is in `covered`."""
    first = standings[0]
    period = max((s.period for s in standings if s.period), default=None)
    same = [s for s in standings if s.period == period and period and s.unit == first.unit]
    targets = {s.target for s in standings}
    return Standing(
        name=first.name,
        group=first.group,
        unit=first.unit,
        target=first.target if len(targets) == 1 else "",
        period=period,
        **_figures(same),
        additive=all(s.additive for s in standings),
        provisional=any(s.provisional for s in same),
        verdicts=_added(s.verdicts for s in standings),
    )


def _figures(same: list[Standing]) -> dict[str, Decimal | int | None]:
    if same and all(s.additive and s.value is not None for s in same):
        return {"value": sum(s.value for s in same), "covered": sum(s.covered for s in same)}
    parts = [s for s in same if s.numerator is not None and s.denominator]
    if not parts or len({s.factor for s in parts}) > 1:
        # Shares and levels of which only the quotient is known cannot be put together.
        return {"covered": 0}
    numerator, denominator = (sum(getattr(s, key) for s in parts) for key in ("numerator", "denominator"))
    factor = parts[0].factor
    return {
        "numerator": numerator,
        "denominator": denominator,
        "factor": factor,
        "value": (factor if factor is not None else Decimal(1)) * numerator / denominator,
        "covered": sum(s.covered for s in parts),
    }
