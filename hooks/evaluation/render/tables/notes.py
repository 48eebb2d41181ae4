"""What stands below every table: cut-off day, source, marks and the nature of the data, each said once."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.model import Provenance
from evaluation.render import scope, wording
from evaluation.render.tables.table import Cell
from evaluation.render.view import View

Rows = tuple[tuple[Cell, ...], ...]


def notes(view: View, rows: Rows, cut_off: str, source: str, extra: Iterable[str] = ()) -> tuple[str, ...]:
    """注 and 来源. The legend names only the marks that the rows hold."""
    texts = [one.text for row in rows for one in row]
    parts = [cut_off, *extra, *_legend(view, texts), f"本表为{_nature(view)}"]
    return f"注：{'；'.join(parts)}。", f"来源：{source}。"


def _legend(view: View, texts: list[str]) -> Iterable[str]:
    if any("（预计" in text or "（快报）" in text for text in texts):
        yield view.evaluation.plan.method.provisional_note.rstrip("。")
    marks = {wording.NO_DATA: wording.NO_DATA_WORDS, wording.BELOW_LAST_UNIT: "不足本表最小单位"}
    known = [f"“{sign}”表示{words}" for sign, words in marks.items() if sign in texts]
    if known:
        yield "，".join(known)


def _nature(view: View) -> str:
    report = scope.report(view)
    return (report.provenance if report else Provenance.DEMONSTRATION).value


def figures_cut_off(view: View) -> str:
    cut = view.evaluation.plan.cut_offs
    return f"年度数据截至{wording.day(cut.annual)}，月度数据截至{wording.day(cut.monthly)}"


def tasks_cut_off(view: View) -> str:
    return f"进展情况截至{wording.day(view.evaluation.plan.cut_offs.tasks)}"


def events_cut_off(view: View) -> str:
    return f"数据截至{wording.day(view.evaluation.plan.cut_offs.monthly)}"


def reported_by(view: View, by_whom: str = "各旗区、园区和市直有关部门") -> str:
    """来源 of what units reported: the unit itself with its day, or all of them."""
    report = scope.report(view)
    if view.unit is None:
        return f"{by_whom}自评估报送数据"
    day = f"（{wording.day(report.submitted)}报送）" if report and report.submitted else ""
    return f"{view.unit.name}自评估报送数据{day}"
