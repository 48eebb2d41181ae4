"""The Excel form: a workbook for a unit to fill in, and what a filled-in one says."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from evaluation.intake.cells import Raw, Unclear, read, written
from evaluation.intake.form import NAMED, REVISIONS, SHEETS, Column, How, Sheet
from evaluation.intake.opening import refusal
from evaluation.model import Evaluation, Record, Report, Unit
from evaluation.problems import Place, Problem, in_order, meant

COVER = "填写说明"
UNIT, SUBMITTED = "单位", "报送日期"
GUIDE = (
    "一个单位填一份。各表第一行是栏目名称，第二行是填法，都不要改动；从第三行起填写，一行一条。",
    "没有的数留空，不要写 0：没有和零是两回事。比率只填分子和分母。",
    "预计数在“数据状态”选“预计”，并写正式数预计发布日期和来源。",
    "推进缓慢、难以推进、建议调整的任务要写原因、对策、建议；未开工的项目要写未开工原因和推动实施计划。",
    "不要合并单元格，不要用公式，不要改工作表的名称。",
)
EPOCH = (1980, 1, 1, 0, 0, 0)
FIRST_ROW = 3
ROWS = 2_000
"""More rows than any unit has; what is below is refused, not cut off in silence."""
WIDTHS = {How.TEXT: 36, How.LINES: 36, How.DOCUMENTS: 40, How.DOCUMENT: 36, How.NAMES: 18, How.CHOICE: 14}
THIN = Border(*(Side(style="thin", color="B0B7C3"),) * 4)
HEAD = PatternFill("solid", fgColor="E8EDF3")


# ---------------------------------------------------------------------------------------------- writing


def workbook(evaluation: Evaluation, unit: Unit) -> bytes:
    """The form of one unit, filled with what it has reported, else with a row for each thing it answers for."""
    book = Workbook()
    _cover(book.active, evaluation, unit)
    report = evaluation.report(unit.id)
    rows = _owed(evaluation, unit) if report is None else _reported(report)
    for sheet in (*SHEETS, REVISIONS):
        _sheet(book.create_sheet(sheet.title), sheet, _named(rows.get(sheet.key, []), evaluation))
    return _steady(book)


Rows = dict[str, list[dict[str, object]]]
"""Sheet → its rows, each a cell value by column."""


def _owed(evaluation: Evaluation, unit: Unit) -> Rows:
    """A row for each task and project that the unit answers for, otherwise empty."""
    tasks = [{"task": task.id} for task in evaluation.tasks if unit.id in (task.lead, *task.support)]
    projects = [{"project": project.id} for project in evaluation.projects if project.lead == unit.id]
    return {"tasks": tasks, "projects": projects}


def _reported(report: Report) -> Rows:
    rows = {sheet.key: [_values(one, sheet) for one in getattr(report, sheet.key)] for sheet in SHEETS}
    return rows | {REVISIONS.key: list(_revisions(report))}


def _values(record: Record, sheet: Sheet) -> dict[str, object]:
    return {column.key: written(getattr(record, column.key), column) for column in sheet.columns}


def _revisions(report: Report) -> Iterator[dict[str, object]]:
    for reading in report.readings:
        for revision in reading.revisions:
            own = {"indicator": reading.indicator, "period": reading.period}
            yield {c.key: written(own.get(c.key, getattr(revision, c.key, None)), c) for c in REVISIONS.columns}


def _named(rows: list[dict[str, object]], evaluation: Evaluation) -> list[dict[str, object]]:
    """`I01` becomes `I01 生产安全事故死亡人数`, so that a person knows what the row is about."""
    for row in rows:
        for key in NAMED.keys() & row.keys():
            names = _register(evaluation, key)
            row[key] = f"{row[key]} {names[row[key]]}" if row[key] in names else row[key]
    return rows


def _register(evaluation: Evaluation, key: str) -> dict[str, str]:
    return {one.id: one.name for one in getattr(evaluation, NAMED[key])}


def _cover(page: Worksheet, evaluation: Evaluation, unit: Unit) -> None:
    report = evaluation.report(unit.id)
    page.title = COVER
    page.append([evaluation.plan.unit_report_title.replace("{单位}", unit.name) + "数据表"])
    page.append([UNIT, f"{unit.id} {unit.name}"])
    page.append([SUBMITTED, report.submitted if report else None])
    for line in GUIDE:
        page.append([None, line])
    page["A1"].font = Font(bold=True, size=14)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 12, 110
    page["B3"].number_format = "yyyy-mm-dd"
    page["B3"].alignment = Alignment(horizontal="left")


def _sheet(page: Worksheet, sheet: Sheet, rows: Iterable[Mapping[str, object]]) -> None:
    page.append([column.title for column in sheet.columns])
    page.append([("必填：" if column.required else "") + column.how.value for column in sheet.columns])
    for row in rows:
        page.append([row.get(column.key) for column in sheet.columns])
    page.freeze_panes = page.cell(FIRST_ROW, 2)
    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = 30 if column.key in NAMED else WIDTHS.get(column.how, 16)
        _look(page, number, column)
        if column.choices:
            choice = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            page.add_data_validation(choice)
            choice.add(f"{letter}{FIRST_ROW}:{letter}{ROWS}")


def _look(page: Worksheet, number: int, column: Column) -> None:
    for row in range(1, max(page.max_row, FIRST_ROW + 10) + 1):
        cell = page.cell(row, number)
        cell.border, cell.alignment = THIN, Alignment(wrap_text=True, vertical="top")
        if row < FIRST_ROW:
            cell.fill, cell.font = HEAD, Font(bold=row == 1, italic=False, color="444444" if row == 2 else "000000")
        elif column.how in (How.DAY, How.PERIOD, How.TEXT):
            # As text, else Excel makes a day of 2023-06 and a number of a document's number.
            cell.number_format = "yyyy-mm-dd" if column.how is How.DAY else "@"


def _steady(book: Workbook) -> bytes:
    """The workbook without the moment of its making: the same data give the same bytes."""
    raw = BytesIO()
    book.save(raw)
    done = BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", content)
            target.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return done.getvalue()


# ---------------------------------------------------------------------------------------------- reading


@dataclass
class Filled:
    """What a workbook says: the unit it names, and the report as raw fields by the model's keys."""

    unit: str | None = None
    fields: dict[str, Raw | list[dict[str, Raw]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_workbook(data: bytes, name: str, evaluation: Evaluation) -> tuple[Filled, tuple[Problem, ...]]:
    """What was filled in, and each cell that cannot be taken as it is. `name` is what messages call the file."""
    refused = refusal(data, "xlsx")
    if refused:
        return Filled(), (Problem(Place(name), *refused, "intake"),)
    try:
        book = load_workbook(BytesIO(data), data_only=True)
        formulas = load_workbook(BytesIO(data), data_only=False)
    except Exception as error:  # openpyxl raises whatever the broken part makes it stumble over
        what = f"读不出这个工作簿（{type(error).__name__}）"
        return Filled(), (Problem(Place(name), what, "用 Excel 或 WPS 打开后另存为新的 .xlsx 文件", "intake"),)
    reading = _Reading(name, evaluation)
    for page in book.worksheets:
        reading.page(page, formulas[page.title])
    return reading.filled, in_order(reading.filled.problems)


class _Reading:
    """One pass over one workbook."""

    def __init__(self, name: str, evaluation: Evaluation) -> None:
        self.name, self.evaluation, self.filled = name, evaluation, Filled()
        self.known = {sheet.title: sheet for sheet in (*SHEETS, REVISIONS)}

    def page(self, page: Worksheet, formulas: Worksheet) -> None:
        if page.title == COVER:
            return self._cover(page)
        sheet = self.known.get(page.title)
        if sheet is None:
            if page.max_row > 1 or page.cell(1, 1).value is not None:
                self._note(page, 1, 1, f"没有名为“{page.title}”的表", meant(page.title, self.known))
            return None
        if page.sheet_state != "visible":
            self._note(page, 1, 1, "这张表被隐藏了", "取消隐藏，确认内容后再报送")
        for merged in page.merged_cells.ranges:
            self._note(page, merged.min_row, merged.min_col, "有合并的单元格", "取消合并，每格填一项")
        columns = self._columns(page, sheet)
        numbers = range(FIRST_ROW, self._last(page) + 1)
        rows = [row for number in numbers if (row := self._row(page, formulas, number, columns))]
        if sheet is REVISIONS:
            self._attach(page, rows)
        elif rows:
            self.filled.fields[sheet.key] = rows
        return None

    def _cover(self, page: Worksheet) -> None:
        for row in range(1, min(page.max_row, 50) + 1):
            label, value = page.cell(row, 1).value, page.cell(row, 2).value
            if label == UNIT and value:
                self.filled.unit = str(value).split()[0]
            elif label == SUBMITTED and value is not None:
                day = self._cell(page, page.cell(row, 2), Column("submitted", SUBMITTED, How.DAY))
                self.filled.fields |= {"submitted": day} if day else {}

    def _columns(self, page: Worksheet, sheet: Sheet) -> dict[int, Column]:
        found = {}
        for number in range(1, page.max_column + 1):
            title = str(page.cell(1, number).value or "").strip()
            column = sheet.column(title)
            if column is not None:
                found[number] = column
            elif title or self._holds_something(page, number):
                titles = [one.title for one in sheet.columns]
                self._note(page, 1, number, f"没有名为“{title}”的栏目，这一列没有读入", meant(title, titles))
        return found

    def _holds_something(self, page: Worksheet, column: int) -> bool:
        return any(page.cell(row, column).value is not None for row in range(FIRST_ROW, self._last(page) + 1))

    def _last(self, page: Worksheet) -> int:
        return min(page.max_row, ROWS)

    def _row(self, page: Worksheet, formulas: Worksheet, number: int, columns: Mapping[int, Column]) -> dict[str, Raw]:
        row = {}
        for place, column in columns.items():
            cell = page.cell(number, place)
            if cell.value is None and isinstance(formulas.cell(number, place).value, str):
                if formulas.cell(number, place).data_type == "f":
                    self._note(page, number, place, "公式没有算出的结果", "把公式换成数值再报送")
                continue
            value = self._cell(page, cell, column)
            if value is not None:
                row[column.key] = value
        return row

    def _cell(self, page: Worksheet, cell: Cell, column: Column) -> Raw | None:
        if cell.data_type == "e":
            self._note(page, cell.row, cell.column, f"单元格里是错误值 {cell.value}", "改成数值；没有的数留空")
            return None
        try:
            value = read(cell.value, "%" in (cell.number_format or ""), column)
        except Unclear as unclear:
            self._note(page, cell.row, cell.column, unclear.what, unclear.fix)
            return None
        return self._identified(page, cell, column, value) if column.key in NAMED and isinstance(value, str) else value

    def _identified(self, page: Worksheet, cell: Cell, column: Column, text: str) -> str:
        """The id of what a row is about, from its id, its name, or both."""
        names = _register(self.evaluation, column.key)
        first = text.split()[0]
        if first in names:
            return first
        register = getattr(self.evaluation, NAMED[column.key])
        by_name = {name: one.id for one in register for name in (*one.aliases, one.name)}
        if text not in by_name:
            self._note(page, cell.row, cell.column, f"{column.title}里没有“{text}”", meant(text, by_name))
        return by_name.get(text, first)

    def _attach(self, page: Worksheet, rows: list[dict[str, Raw]]) -> None:
        """A revision belongs to the reading of the same indicator and period."""
        readings = {(r.get("indicator"), r.get("period")): r for r in self.filled.fields.get("readings", ())}
        for number, row in enumerate(rows, FIRST_ROW):
            reading = readings.get((row.pop("indicator", None), row.pop("period", None)))
            if reading is None:
                self._note(page, number, 1, "“指标数据”里没有这个指标这个时期的数", "指标和时期与“指标数据”写得一致")
            else:
                reading.setdefault("revisions", []).append(row)

    def _note(self, page: Worksheet, row: int, column: int, what: str, fix: str) -> None:
        self.filled.problems.append(Problem(Place(f"{self.name}/{page.title}", row, column), what, fix, "intake"))
