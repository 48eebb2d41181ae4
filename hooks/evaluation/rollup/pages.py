"""A region's site as Markdown: what a leader asks of many cities, each figure with how many of them it covers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from evaluation.model import Stage, Status, TaskState, VerdictClass
from evaluation.render import wording
from evaluation.render.inline import blocks, escape, link
from evaluation.rollup.area import Area, Standing

DECIMALS = 4
"""Significant places of a quotient made here; sums keep the places they were published with."""


@dataclass(frozen=True)
class Page:
    path: str
    title: str
    markdown: str


def pages(area: Area) -> tuple[Page, ...]:
    """The overview, a page a member, a page an indicator, in the members' order."""
    members = [_member_page(member, number) for number, member in enumerate(area.members, 1)]
    indicators = [_indicator_page(area, standing, number) for number, standing in enumerate(area.standings, 1)]
    return (_overview(area), *members, *indicators)


def _member_path(number: int) -> str:
    return f"members/{number:02}.md"


def _indicator_path(number: int) -> str:
    return f"indicators/{number:02}.md"


# ---------------------------------------------------------------------------------------------- pages


def _overview(area: Area) -> Page:
    title = f"{area.name}中期评估汇总"
    head = (
        f"汇总{area.cities}个市的评估数据，年度数据截至{_day(area.annual)}。"
        "各市的评价以其规划目标为准，本页只计数和加总，不另作评价。"
    )
    indicators = [
        [link(s.name, _indicator_path(number)), escape(s.unit), *_figure(s, area), _counts(s.verdicts, VerdictClass)]
        for number, s in enumerate(area.standings, 1)
    ]
    shares = [[escape(share.name), wording.share(share.numerator, share.denominator)] for share in area.shares]
    return Page(
        "index.md",
        title,
        blocks(
            f"# {escape(title)}",
            head,
            "## 各地指标评价",
            _matrix(area, _all_verdicts, VerdictClass),
            "## 各地工作任务",
            _matrix(area, lambda member: member.tasks, TaskState),
            "## 各地重点项目",
            _matrix(area, lambda member: member.projects, Stage),
            "## 各地单位报送情况",
            _matrix(area, lambda member: member.reporting, ()),
            "## 主要指标",
            _table(("指标", "单位", "时期", "合计", "覆盖市数", "各市评价"), indicators),
            "合计只取同一时期的数：计数相加，比率由分子、分母分别相加后相除，只有比值的不合计（—）。",
            "## 项目比率",
            _table(("比率", "合计"), shares),
        ),
    )


def _matrix(area: Area, counts_of: Callable[[Area], Mapping[str, int]], kind: Iterable) -> str:
    """A row a member, a column a class that anyone has, in the order of the classes."""
    found = {word for member in area.members for word, number in counts_of(member).items() if number}
    order = _ordered(found, kind)
    rows = [
        [link(member.name, _member_path(number)), *(str(counts_of(member).get(word, 0)) for word in order)]
        for number, member in enumerate(area.members, 1)
    ]
    return _table(("地区", *(_status(word, kind) for word in order)), rows) if order else f"{wording.NO_DATA_WORDS}。"


def _member_page(member: Area, number: int) -> Page:
    rows = [
        [escape(s.name), escape(s.target) or wording.NO_DATA, *_figure(s, member), _verdict(s)]
        for s in member.standings
    ]
    parts = [
        f"# {escape(member.name)}",
        f"年度数据截至{_day(member.annual)}。",
        f"[打开{escape(member.name)}的评估网站]({member.site})" if member.site else None,
        "## 主要指标",
        _table(("指标", "目标", "时期", "数值", "覆盖市数", "评价"), rows),
        "## 任务和项目",
        f"工作任务：{_counts(member.tasks, TaskState)}。重点项目：{_counts(member.projects, Stage)}。",
    ]
    if member.units:
        units = [[escape(name), escape(state)] for name, state in member.units]
        parts += ["## 单位报送情况", _table(("单位", "报送情况"), units)]
    if member.members:
        below = [[escape(m.name), str(m.cities), _counts(_all_verdicts(m), VerdictClass)] for m in member.members]
        parts += ["## 所辖地区", _table(("地区", "市数", "指标评价"), below)]
    return Page(_member_path(number), member.name, blocks(*parts))


def _indicator_page(area: Area, standing: Standing, number: int) -> Page:
    rows = []
    for place, member in enumerate(area.members, 1):
        own = next((s for s in member.standings if s.name == standing.name), None)
        name = link(member.name, f"../{_member_path(place)}")
        rows.append([name, *(_compared(own, member) if own else [wording.NO_DATA] * 5)])
    return Page(
        _indicator_path(number),
        standing.name,
        blocks(
            f"# {escape(standing.name)}",
            f"计量单位：{escape(standing.unit)}。合计：{'，'.join(_figure(standing, area))}。",
            _table(("地区", "目标", "时期", "数值", "覆盖市数", "评价"), rows),
        ),
    )


def _compared(own: Standing, member: Area) -> list[str]:
    return [escape(own.target) or wording.NO_DATA, *_figure(own, member), _verdict(own)]


# ---------------------------------------------------------------------------------------------- cells


def _figure(standing: Standing, area: Area) -> list[str]:
    """Period, value with its mark, and how many cities it covers."""
    if standing.value is None:
        return [wording.NO_DATA, wording.NO_DATA, f"0/{area.cities}"]
    mark = wording.mark(Status.ESTIMATE) if standing.provisional else ""
    return [_period(standing.period), _number(standing) + mark, f"{standing.covered}/{area.cities}"]


def _number(standing: Standing) -> str:
    if standing.numerator is None:
        return wording.plain(standing.value)
    # A quotient has no places of its own: as many as show DECIMALS of its figures.
    places = max(0, DECIMALS - 1 - standing.value.adjusted()) if standing.value else 0
    return wording.plain(wording.rounded(Decimal(standing.value), places))


def _verdict(standing: Standing) -> str:
    if standing.verdict:
        return _status(standing.verdict, VerdictClass)
    return _counts(standing.verdicts, VerdictClass)


def _status(word: str, kind: Iterable) -> str:
    known = {state.value: state for state in kind}
    return wording.status(known[word]) if word in known else escape(word)


def _counts(counts: Mapping[str, int], kind: Iterable) -> str:
    """● 快于预期2、▲ 进度滞后1, in the order of the classes; what nobody has is left out."""
    held = _ordered((word for word, number in counts.items() if number), kind)
    return "、".join(f"{_status(word, kind)}{counts[word]}" for word in held) or wording.NO_DATA


def _ordered(words: Iterable[str], kind: Iterable) -> list[str]:
    order = [state.value for state in kind]
    return sorted(words, key=lambda word: (order.index(word) if word in order else len(order), word))


def _all_verdicts(area: Area) -> dict[str, int]:
    total: dict[str, int] = {}
    for standing in area.standings:
        for word, number in standing.verdicts.items():
            total[word] = total.get(word, 0) + number
    return total


def _period(period: str | None) -> str:
    if period is None:
        return wording.NO_DATA
    year, _, month = period.partition("-")
    return f"{year}年{int(month)}月" if month else f"{year}年"


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [tuple(head), *map(tuple, rows)]
    rule = ("---",) * len(lines[0])
    return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:]))
