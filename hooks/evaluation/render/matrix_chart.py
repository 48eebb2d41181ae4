"""The matrix of units and tasks: what each unit says of each task, all areas on one sheet."""

from __future__ import annotations

from evaluation.measure.assessment import TaskStanding
from evaluation.model import TaskState, Unit
from evaluation.render import wording
from evaluation.render.chart import Chart, Matrix, MatrixRow, State
from evaluation.render.chart_words import WORK, source, stem
from evaluation.render.view import View
from evaluation.render.work_charts import ORIGIN, task_state

NOTE = "注：列为任务编号，T1下的1即T1-1，名称见工作任务进展情况表；空格为不承担。"
SILENT = task_state(None)


def unit_by_task(view: View, argument: str | None = None) -> Chart | None:
    """单位任务对照: of the whole city only."""
    units = view.evaluation.reporting_units
    groups = [(area, [s for s in view.assessment.tasks if s.task.area == area.id]) for area in view.evaluation.plan.areas]
    groups = [(area, standings) for area, standings in groups if standings]
    if view.unit is not None or not units or not groups:
        return None
    standings = [standing for _, part in groups for standing in part]
    rows = tuple(MatrixRow(unit.label, tuple(_cell(unit, standing) for standing in standings)) for unit in units)
    used = {state for row in rows for state in row.cells if state is not None}
    states = tuple(state for state in map(task_state, (*TaskState, None)) if state in used)
    heads = tuple((area.id, tuple(s.task.id.partition("-")[2] for s in part)) for area, part in groups)
    return Chart(
        name=stem(view, "units-by-tasks"),
        title="各单位工作任务进展对照",
        alt=f"矩阵图：{len(rows)}个单位和{len(standings)}项任务，每格为单位自评的进展。{_told(rows, states)}。",
        source=source(view, ORIGIN, (WORK,), (standing.task.provenance for standing in standings)),
        kind="matrix",
        data=Matrix(heads, rows, states, NOTE),
        table=(
            ("单位", *(standing.task.id for standing in standings)),
            tuple((row.label, *(state.name if state else wording.NO_DATA for state in row.cells)) for row in rows),
        ),
    )


def _cell(unit: Unit, standing: TaskStanding) -> State | None:
    own = standing.told_by(unit.id)
    if own is not None:
        return task_state(own.state)
    return SILENT if standing.task.lead == unit.id else None


def _told(rows: tuple[MatrixRow, ...], states: tuple[State, ...]) -> str:
    """How often each state occurs, and who stands where it is not well."""
    parts = [f"{state.name}{sum(row.cells.count(state) for row in rows)}格" for state in states]
    late = [f"{row.label}{count}项" for row in rows if (count := sum(_late(cell) for cell in row.cells))]
    return "、".join(parts) + (f"；未按序时推进的有{'、'.join(late)}" if late else "")


def _late(state: State | None) -> bool:
    return state is not None and state.glyph in (wording.glyph(TaskState.SLOW), wording.glyph(TaskState.BLOCKED))
