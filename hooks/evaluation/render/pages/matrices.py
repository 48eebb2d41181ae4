"""Pages of the matrices: one of indicators, one that shows all tasks, and a table of tasks for each area."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.render.inline import link
from evaluation.render.pages.page import GeneratedPage, page, place_if_any
from evaluation.render.tables.matrices import KEY, unit_task_tables
from evaluation.render.view import View


def matrix_pages(view: View) -> Iterator[GeneratedPage]:
    yield page(view, "matrices/indicators.md", "单位与指标对照", place_if_any(view, "表", "单位指标对照"))
    tables = list(unit_task_tables(view))
    lists = "\n".join(f"- {link(table.title, _path(area_id))}" for area_id, table in tables)
    yield page(view, "matrices/tasks.md", "单位与任务对照", lists, place_if_any(view, "图", "单位任务对照"))
    for area_id, table in tables:
        yield page(view, _path(area_id).removeprefix("/"), table.title, f"{KEY}。", table.grid)


def _path(area_id: str) -> str:
    return f"/matrices/tasks-{area_id.lower()}.md"
