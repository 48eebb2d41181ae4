"""The Excel form: what is written into it is what is read from it; what cannot be taken is said by its cell."""

from __future__ import annotations

from io import BytesIO

import pytest
from evaluation.intake.drafts import report_yaml
from evaluation.intake.excel import read_workbook, workbook
from evaluation.intake.form import REVISIONS, SHEETS
from evaluation.load.faults import Faults
from evaluation.load.reports import load_report
from evaluation.model import content
from openpyxl import load_workbook

from tests.intake.office import edited, evaluation, saved

UNITS = [unit.id for unit in evaluation().reporting_units]


def form(unit: str = "zhungeer") -> bytes:
    return workbook(evaluation(), evaluation().unit(unit))


def loaded(tmp_path, unit: str, fields: dict):
    """The draft as the loader reads it, and what it says."""
    path = tmp_path / "data" / "reports" / f"{unit}.yml"
    path.parent.mkdir(parents=True)
    path.write_text(report_yaml(unit, fields), encoding="utf-8")
    faults = Faults(f"data/reports/{unit}.yml", unit)
    return load_report(tmp_path, unit, faults), faults.problems


def said(changes: dict) -> list[str]:
    return [str(problem) for problem in read_workbook(edited(form(), changes), "表.xlsx", evaluation())[1]]


@pytest.mark.parametrize("unit", UNITS)
def test_what_a_unit_reported_comes_back_from_its_form_unchanged(tmp_path, unit):
    filled, problems = read_workbook(form(unit), f"{unit}.xlsx", evaluation())
    report, faults = loaded(tmp_path, unit, filled.fields)

    assert (filled.unit, problems, faults) == (unit, (), ())
    assert content(report) == content(evaluation().report(unit))


def test_the_same_data_give_the_same_form():
    assert form() == form()


def test_the_forms_titles_are_the_models():
    book = load_workbook(BytesIO(form()))

    assert book.sheetnames == ["填写说明", *(sheet.title for sheet in (*SHEETS, REVISIONS))]
    assert [cell.value for cell in book["重点项目"][1]] == [column.title for column in SHEETS[2].columns]


def test_a_row_says_in_words_what_it_is_about():
    assert load_workbook(BytesIO(form()))["指标数据"]["A3"].value == "I01 生产安全事故死亡人数"


def test_a_unit_that_has_not_reported_finds_its_tasks_and_projects_in_the_form():
    whole = evaluation().replaced(reports=())
    book = load_workbook(BytesIO(workbook(whole, whole.unit("zhungeer"))))

    assert book["重点项目"]["A3"].value == "P10 煤矿采空区和煤田火区综合治理"
    assert book["重点项目"]["B3"].value is None


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("2022年", "2022"),
        (2022, "2022"),
        ("２０２２", "2022"),
        ("2023年1—6月", "2023-06"),
        ("2023-6", "2023-06"),
        ("2023年6月末", "2023-06"),
    ],
)
def test_a_period_is_understood_as_people_write_it(value, period):
    filled, problems = read_workbook(edited(form(), {("指标数据", "B3"): value}), "表.xlsx", evaluation())

    assert (filled.fields["readings"][0]["period"], problems) == (period, ())


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1,234", "1234"),
        ("１２．５", "12.5"),
        (0.1, "0.1"),
        (15.3, "15.3"),
        (1e-7, "0.0000001"),
        (0, "0"),
        ("0150602", "0150602"),
    ],
)
def test_a_number_keeps_what_was_typed(value, number):
    filled, problems = read_workbook(edited(form(), {("指标数据", "C3"): value}), "表.xlsx", evaluation())

    assert (filled.fields["readings"][0]["value"], problems) == (number, ())


def test_a_cell_shown_as_a_percentage_is_read_as_it_is_shown():
    book = load_workbook(BytesIO(form()))
    book["指标数据"]["C3"] = 0.153
    book["指标数据"]["C3"].number_format = "0.0%"
    filled, _ = read_workbook(saved(book), "表.xlsx", evaluation())

    assert filled.fields["readings"][0]["value"] == "15.3"


def test_an_empty_cell_is_absent_and_a_zero_is_zero():
    filled, _ = read_workbook(
        edited(form(), {("指标数据", "C3"): None, ("指标数据", "C4"): 0}), "表.xlsx", evaluation()
    )

    assert "value" not in filled.fields["readings"][0]
    assert filled.fields["readings"][1]["value"] == "0"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {("指标数据", "C3"): "43人"},
            "表.xlsx/指标数据:3:3: “43人”不是数字。只写数字，单位和说明写在“口径说明”里；没有的数留空。",
        ),
        (
            {("指标数据", "B3"): "去年"},
            "表.xlsx/指标数据:3:2: “去年”不是时期。写成如 2022（全年）或 2023-06（1—6月）。",
        ),
        ({("指标数据", "A3"): "死亡人"}, "表.xlsx/指标数据:3:1: 指标编号里没有“死亡人”。是否想写 “死亡人数”。"),
        ({("工作任务", "B3"): "推进较慢"}, "表.xlsx/工作任务:3:2: “推进较慢”不是可写的进展。是否想写 “推进缓慢”。"),
        ({("重点项目", "F3"): "去年底"}, "表.xlsx/重点项目:3:6: “去年底”不是日期。写成如 2023-06-30。"),
        ({("重点项目", "E3"): "基本"}, "表.xlsx/重点项目:3:5: “基本”不是“是”或“否”。写“是”或“否”，不清楚的留空。"),
        ({("指标数据", "C3"): "=1+"}, "表.xlsx/指标数据:3:3: 公式没有算出的结果。把公式换成数值再报送。"),
        ({("指标数据", "C3"): "#DIV/0!"}, "表.xlsx/指标数据:3:3: 单元格里是错误值 #DIV/0!。改成数值；没有的数留空。"),
        (
            {("指标数据", "C1"): "数 值"},
            "表.xlsx/指标数据:1:3: 没有名为“数 值”的栏目，这一列没有读入。是否想写 “数值”。",
        ),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named_with_its_mend(changes, sentence):
    assert said(changes) == [sentence]


def test_merged_and_hidden_and_unknown_sheets_are_said():
    book = load_workbook(BytesIO(form()))
    book["存在问题"].merge_cells("A3:A4")
    book["经验做法"].sheet_state = "hidden"
    book.create_sheet("问题")["A1"] = "x"

    assert [str(problem) for problem in read_workbook(saved(book), "表.xlsx", evaluation())[1]] == [
        "表.xlsx/存在问题:3:1: 有合并的单元格。取消合并，每格填一项。",
        "表.xlsx/经验做法:1:1: 这张表被隐藏了。取消隐藏，确认内容后再报送。",
        "表.xlsx/问题:1:1: 没有名为“问题”的表。是否想写 “存在问题”。",
    ]
