"""Pages of the matrices: one of indicators, and one of tasks for each area."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.render.pages.page import GeneratedPage, page
from evaluation.render.tables.matrices import unit_indicator_table, unit_task_tables
from evaluation.render.view import View

KEY = "● 好于要求，◆ 符合要求，▲ 需要关注，■ 问题突出，○ 暂不评价或未报送，空格为不承担"


def matrix_pages(view: View) -> Iterator[GeneratedPage]:
    yield page(view, "matrices/indicators.md", "单位与指标对照", f"{KEY}。", unit_indicator_table(view).grid)
    for area_id, table in unit_task_tables(view):
        yield page(view, f"matrices/tasks-{area_id.lower()}.md", table.title, f"{KEY}。", table.grid)
