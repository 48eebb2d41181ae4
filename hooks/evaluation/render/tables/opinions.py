"""意见采纳情况: who said what about the draft, and what became of it."""

from __future__ import annotations

from evaluation.render.tables.cells import unit_cell
from evaluation.render.tables.notes import notes
from evaluation.render.tables.table import Column, Table, cell, text_columns
from evaluation.render.view import View
from evaluation.render.wording import day

DONE = "已按意见修改"
"""What became of an opinion that was adopted without a word."""


def opinions_table(view: View, argument: str | None) -> Table | None:
    """意见采纳情况; on a unit's page its own opinions."""
    evaluation = view.evaluation
    said = [opinion for opinion in evaluation.opinions if view.unit is None or opinion.by == view.unit.id]
    rows = tuple(
        (
            cell(place),
            unit_cell(evaluation, opinion.by),
            cell(opinion.about),
            cell(opinion.text),
            cell(opinion.outcome.value),
            cell(opinion.reason or DONE),
        )
        for place, opinion in enumerate(said, 1)
    )
    if not rows:
        return None
    columns = (
        Column("序号", "center"),
        *text_columns("提出单位", "涉及内容", "意见建议", "采纳情况", "处理说明"),
    )
    last = day(max(opinion.date for opinion in said))
    source = "各旗区、各部门和专家对征求意见稿提出的意见建议"
    return Table("opinions", "意见采纳情况", columns, rows, None, notes(view, rows, f"意见收集截至{last}", source))
