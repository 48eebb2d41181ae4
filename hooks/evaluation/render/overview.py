"""The overview as text: how many indicators, tasks and projects stand where, who is silent, what is worst."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from evaluation.measure.assessment import Datum, IndicatorAssessment
from evaluation.measure.status import projects_by_stage, tasks_by_state
from evaluation.model import Unit, VerdictClass
from evaluation.render import gaps, links, scope, wording
from evaluation.render.inline import blocks, escape, link
from evaluation.render.tables.units import state_text
from evaluation.render.view import View


def overview_markdown(view: View) -> str:
    """A table of counts with links to their lists, then the widest gaps; of one unit where the view is one's."""
    rows = [row(view) for row in ROWS]
    table = "\n".join(
        ["| 内容 | 总数 | 情况 |", "| :--- | ---: | :--- |", *(f"| {' | '.join(row)} |" for row in rows if row)]
    )
    return blocks(table, _gaps(view)).rstrip("\n")


def _indicators(view: View) -> tuple[str, str, str] | None:
    rows = scope.indicators(view)
    counts = [(verdict, sum(row.verdict is verdict for row in rows)) for verdict in VerdictClass]
    return ("主要指标", _total(view, len(rows), "项", "/indicators/index.md"), _states(counts, "项"))


def _tasks(view: View) -> tuple[str, str, str] | None:
    standings = scope.tasks(view)
    return (
        "工作任务",
        _total(view, len(standings), "项", "/areas/index.md"),
        _states(tasks_by_state(standings).items(), "项"),
    )


def _projects(view: View) -> tuple[str, str, str] | None:
    standings = scope.projects(view)
    states = _states(projects_by_stage(standings).items(), "个")
    return ("重点项目", _total(view, len(standings), "个", "/projects/index.md"), states)


def _total(view: View, count: int, unit: str, target: str) -> str:
    return link(f"{count}{unit}", target) if view.unit is None else f"{count}{unit}"


def _states(counts: Iterable[tuple[StrEnum | None, int]], unit: str) -> str:
    """● 快于预期2项，▲ 进度滞后1项; what does not occur is left out."""
    told = [f"{wording.status(state)}{count}{unit}" for state, count in counts if count]
    return "，".join(told) or wording.NO_DATA_WORDS


def units_by_state(view: View) -> dict[str, list[Unit]]:
    """已报送, 部分报送, 未报送, 数据有误 → the units of which that is true."""
    known = {row.unit: row.state for row in view.assessment.completeness}
    return {
        state: [unit for unit in view.evaluation.reporting_units if known.get(unit.id) == state]
        for state in ("已报送", "部分报送", "未报送", "数据有误")
    }


def _submissions(view: View) -> tuple[str, str, str] | None:
    if view.unit is not None:
        return None
    units = view.evaluation.reporting_units
    parts = []
    for state, named in units_by_state(view).items():
        if named:
            names = "" if state == "已报送" else f"（{'、'.join(link(u.label, links.of_unit(u)) for u in named)}）"
            parts.append(f"{state_text(state)}{len(named)}个{names}")
    return (
        "报送单位",
        _total(view, len(units), "个", "/registers/submissions.md"),
        "，".join(parts) or wording.NO_DATA,
    )


def provisional_figures(view: View) -> tuple[list[Datum], list[IndicatorAssessment]]:
    """The figures that will be replaced, and the indicators whose verdicts rest on such."""
    found = view.ask(_to_be_replaced, view.unit.id if view.unit else None)
    return found, [row for row in scope.indicators(view) if row.provisional]


def _to_be_replaced(city: View, unit: str | None) -> list[Datum]:
    return [datum for row in scope.all_indicators(city.of_id(unit)) for datum in row.series if datum.provisional]


def _provisional(view: View) -> tuple[str, str, str] | None:
    found, judged = provisional_figures(view)
    names = "、".join(_indicator_link(view, row) for row in judged)
    told = f"涉及{len(judged)}项指标的评价：{names}" if judged else "不影响任何评价"
    return ("预计数据", _total(view, len(found), "个", "/registers/provisional.md"), told) if found else None


def _not_started(view: View) -> tuple[str, str, str] | None:
    found = [s for s in scope.projects(view) if s.stage is not None and s.stage.not_started]
    names = "、".join(link(s.project.name, links.of_project(s.project)) for s in found)
    return ("未开工项目", _total(view, len(found), "个", "/registers/not-started.md"), names) if found else None


ROWS: tuple[Callable[[View], tuple[str, str, str] | None], ...] = (
    _indicators,
    _tasks,
    _projects,
    _submissions,
    _provisional,
    _not_started,
)


def _indicator_link(view: View, row: IndicatorAssessment) -> str:
    indicator = view.evaluation.indicator(row.indicator)
    return link(indicator.name, links.of_indicator(indicator)) if indicator else escape(row.indicator)


def _gaps(view: View) -> str:
    lines = list(_gap_lines(view))
    return "\n".join(["**差距较大的事项**：", "", *lines]) if lines else ""


def _gap_lines(view: View) -> Iterator[str]:
    for gap in gaps.worst(view):
        yield f"- {link(gap.name, gap.page)}：{'，'.join(part for part in (gap.status, gap.told) if part)}"
