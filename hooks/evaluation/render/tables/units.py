"""What each unit handed in: sections, data, and what is still owed."""

from __future__ import annotations

from evaluation.measure.assessment import Completeness
from evaluation.model import Unit
from evaluation.render import wording
from evaluation.render.tables.cells import unit_cell
from evaluation.render.tables.notes import notes, tasks_cut_off
from evaluation.render.tables.table import Cell, Table, cell, text_columns
from evaluation.render.view import View

STATE_GLYPHS = {"已报送": "●", "部分报送": "▲", "未报送": "○", "数据有误": "■"}
FOLDERS = {"banners": "旗区", "parks": "园区", "departments": "市直部门"}


def state_text(state: str) -> str:
    return f"{STATE_GLYPHS[state]} {state}"


def submissions_table(view: View, argument: str | None) -> Table | None:
    """报送情况: of 旗区, 园区 or 市直部门 where `argument` names them (banners, parks, departments)."""
    units = [unit for unit in view.evaluation.reporting_units if _shown(view, argument, unit)]
    rows = tuple(_row(view, unit) for unit in units)
    if not rows:
        return None
    sections = view.evaluation.plan.sections
    columns = (
        *text_columns("单位", "类别", "报送情况"),
        *text_columns(*(section.title for section in sections), "数据报送日期"),
    )
    title = f"{FOLDERS.get(argument or '', '各单位')}自评估报送情况"
    city = view.of(None)
    return Table(
        "submissions",
        title,
        columns,
        rows,
        notes=notes(city, rows, tasks_cut_off(view), "各单位报送材料", ("“有”表示该节已报送，“缺”表示该节未报送",)),
    )


def _shown(view: View, argument: str | None, unit: Unit) -> bool:
    if view.unit is not None:
        return unit.id == view.unit.id
    return argument is None or unit.folder == argument


def _row(view: View, unit: Unit) -> tuple[Cell, ...]:
    known = view.assessment.completeness_of(unit.id) or Completeness(unit.id, None, (), (), False)
    return (
        unit_cell(view.evaluation, unit.id),
        cell(unit.kind.value),
        cell(state_text(known.state)),
        *(cell("有" if section.id in known.present else "缺") for section in view.evaluation.plan.sections),
        cell(wording.day(known.submitted)),
    )
