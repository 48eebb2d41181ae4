"""Pages of the matrices: one of indicators, one that shows all tasks, and a table of tasks for each area."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from evaluation.render.inline import link
from evaluation.render.pages.page import GeneratedPage, Planned, page, place_if_any
from evaluation.render.tables.matrices import KEY, unit_task_table, unit_task_title
from evaluation.render.view import View

INDICATORS, TASKS = "matrices/indicators.md", "matrices/tasks.md"


def matrix_pages(view: View) -> Iterator[Planned]:
    yield Planned(INDICATORS, partial(_indicators, view))
    yield Planned(TASKS, partial(_tasks, view))
    for area in view.evaluation.plan.areas:
        yield Planned(_path(area.id).removeprefix("/"), partial(_area, view, area.id))


def _indicators(view: View) -> GeneratedPage:
    return page(view, INDICATORS, "单位与指标对照", place_if_any(view, "表", "单位指标对照"))


def _tasks(view: View) -> GeneratedPage:
    areas = view.evaluation.plan.areas
    lists = "\n".join(f"- {link(unit_task_title(area), _path(area.id))}" for area in areas)
    return page(view, TASKS, "单位与任务对照", lists, place_if_any(view, "图", "单位任务对照"))


def _area(view: View, area_id: str) -> GeneratedPage:
    table = unit_task_table(view, area_id)
    return page(view, _path(area_id).removeprefix("/"), table.title, f"{KEY}。", table.grid)


def _path(area_id: str) -> str:
    return f"/matrices/tasks-{area_id.lower()}.md"
