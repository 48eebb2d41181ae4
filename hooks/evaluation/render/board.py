"""The site's first screen: cards that answer a leader's questions, every number a link to its list. Never in a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from evaluation.measure.status import projects_by_stage, tasks_by_state
from evaluation.model import VerdictClass
from evaluation.render import gaps, links, scope, wording
from evaluation.render.chart import Chart
from evaluation.render.charts import CHARTS
from evaluation.render.inline import bold, box, escape, link
from evaluation.render.links import filtered
from evaluation.render.overview import overview_markdown, provisional_figures, units_by_state
from evaluation.render.standing import fine
from evaluation.render.tables.units import state_text
from evaluation.render.view import View
from evaluation.render.wording import TONES

Counts = list[tuple[StrEnum | None, int]]


@dataclass(frozen=True)
class Overview:
    """{{ 概览 }}: cards on the site, a table of the same counts in a document."""

    view: View = field(repr=False)

    @property
    def markdown(self) -> str:
        return overview_markdown(self.view)

    def board(self) -> tuple[str, Chart | None]:
        chart = CHARTS["指标总览"](self.view, None)
        return board_markdown(self.view, chart), chart


def board_markdown(view: View, chart: Chart | None = None) -> str:
    """The cards, of the city or of the view's unit, beside the chart where there is one."""
    cards = (_indicators(view), _tasks(view), _projects(view), _material(view), _gaps(view))
    return box("board", _picture(chart), box("cards", *cards))


def _picture(chart: Chart | None) -> str | None:
    if chart is None:
        return None
    image = f"![{escape(chart.alt)}](/charts/{chart.name}.svg)"
    return box("chart", f"{escape(chart.title)}\n{{: .card-title }}", image)


def _card(kind: str, title: str, figure: str, *parts: str | None) -> str:
    return box(kind, f"{title}\n{{: .card-title }}", f"{figure}\n{{: .card-figure }}" if figure else None, *parts)


class Listed(NamedTuple):
    """Where what a card counts is listed: the city's page with the column of its states, the section of a unit's report."""

    title: str
    page: str
    column: str
    section: str


INDICATORS = Listed("主要指标", "/indicators/index.md", "评价", "indicators")
TASKS = Listed("工作任务", "/areas/index.md", "进展", "tasks")
PROJECTS = Listed("重点项目", "/projects/index.md", "阶段", "projects")


def _linked(markdown: str, view: View, listed: Listed, value: str | None = None) -> str:
    """Words that lead to the list, for the city with only the rows that have the value."""
    if view.unit is None:
        target = filtered(listed.page, listed.column, value) if value else listed.page
    else:
        target = f"{links.of_unit(view.unit)}#{listed.section}"
        if listed.section not in {section.id for section in view.evaluation.plan.sections}:
            return markdown
    return f"[{markdown}]({target})"


def _counted(view: View, listed: Listed, counts: Counts, unit: str, good: str) -> str | None:
    """How many of all are as they should be, then how many stand where, each linked to its rows of the list."""
    total = sum(count for _, count in counts)
    if not total:
        return None
    good_ones = fine(state for state, count in counts for _ in range(count))
    states = "\n".join(f"- {_state(view, listed, state, count, unit)}" for state, count in counts if count)
    return _card("card", _linked(escape(listed.title), view, listed), f"**{good_ones}**/{total}{unit}{good}", states)


def _state(view: View, listed: Listed, state: StrEnum | None, count: int, unit: str) -> str:
    word = state.value if state is not None else wording.NOT_REPORTED
    return _linked(f"{bold(wording.status(state))} {count}{unit}", view, listed, word)


def _indicators(view: View) -> str | None:
    rows = scope.indicators(view)
    verdicts = sorted(VerdictClass, key=lambda verdict: list(TONES).index(wording.glyph(verdict)))
    counts: Counts = [(verdict, sum(row.verdict is verdict for row in rows)) for verdict in verdicts]
    return _counted(view, INDICATORS, counts, "项", "符合进度要求或达标")


def _tasks(view: View) -> str | None:
    counts = list(tasks_by_state(scope.tasks(view)).items())
    return _counted(view, TASKS, counts, "项", "已完成或按序时推进")


def _projects(view: View) -> str | None:
    counts = list(projects_by_stage(scope.projects(view)).items())
    return _counted(view, PROJECTS, counts, "个", "已开工或完工")


def _material(view: View) -> str:
    """Who has not reported, which figures will be replaced, what has not begun."""
    lines = "\n".join(f"- {line}" for line in (*_silent(view), *_provisional(view), *_not_started(view)))
    if view.unit is not None:
        return _card("card", "数据和未开工项目", "", lines or "没有预计数据，没有未开工的项目。")
    units = units_by_state(view)
    total = sum(map(len, units.values()))
    title = link("报送情况", "/registers/submissions.md")
    return _card("card", title, f"**{len(units['已报送'])}**/{total}个单位已报送齐全", lines)


def _silent(view: View) -> Iterator[str]:
    if view.unit is not None:
        return
    for state, units in units_by_state(view).items():
        if units and state != "已报送":
            names = "、".join(link(unit.label, links.of_unit(unit)) for unit in units)
            target = filtered("/registers/submissions.md", "报送情况", state)
            yield f"[{bold(state_text(state))} {len(units)}个]({target})：{names}"


def _provisional(view: View) -> Iterator[str]:
    figures, judged = provisional_figures(view)
    if figures:
        told = f"，涉及{len(judged)}项指标的评价" if judged else "，不影响评价"
        page = "/registers/provisional.md"
        target = filtered(page, "单位", view.unit.label) if view.unit else page
        yield f"{link(f'预计数据 {len(figures)}个', target)}{told}"


def _not_started(view: View) -> Iterator[str]:
    found = [s for s in scope.projects(view) if s.stage is not None and s.stage.not_started]
    if found:
        words = f"未开工项目 {len(found)}个"
        yield _linked(words, view, PROJECTS) if view.unit else link(words, "/registers/not-started.md")


def _gaps(view: View) -> str | None:
    lines = list(_gap_lines(gaps.worst(view)))
    return _card("card gaps", "差距最大的事项", "", "\n".join(lines)) if lines else None


def _gap_lines(found: Iterable[gaps.Gap]) -> Iterator[str]:
    for gap in found:
        yield f"1. {link(gap.name, gap.page)} {bold(gap.status)}{f' {escape(gap.told)}' if gap.told else ''}"
