"""Events from CSV: what spreadsheets do to a file, said in a sentence with the real column."""

from __future__ import annotations

from decimal import Decimal

import pytest
from evaluation.load import load_evaluation
from evaluation.load.events import load_accidents, load_disasters
from evaluation.model import content

from tests.load.project import ACCIDENTS, FILES, problems_of, spoilt, write

PATH = "data/events/accidents.csv"
NUMBER = "不是普通十进制数。应写成如 12.50（半角数字，不带逗号、单位和百分号）。"
SAVE_AS = "应为半角逗号。另存为“CSV UTF-8（逗号分隔）”。"
LINES = ACCIDENTS.splitlines()


def without(column: int) -> str:
    return "".join(",".join(line.split(",")[:column] + line.split(",")[column + 1 :]) + "\n" for line in LINES)


FAULTS = {
    "unknown column": ("事故等级", "事故级别", "1:27: 没有名为“事故级别”的列。是否想写 “事故等级”。"),
    "column twice": ("事故等级", "编号", "1:27: 列“编号”重复。只留一列。"),
    "nameless column": ("（万元）", "（万元）,", "1:53: 有一列没有列名。补上列名，或删去这一列。"),
    "too many cells": (
        "256.5",
        "256.5,",
        "2:1: 这一行有 10 格，表头有 9 格。补上或删去多余的逗号；格内有逗号时整格加双引号。",
    ),
    "too few cells": (
        "道路运输,道路交通",
        "道路交通",
        "2:1: 这一行有 8 格，表头有 9 格。补上或删去多余的逗号；格内有逗号时整格加双引号。",
    ),
    "number with unit": ("256.5", "256.5万", f"2:49: `loss`（直接经济损失（万元））的值“256.5万”{NUMBER}"),
    "formula": ("256.5", "=1+1", f"2:49: `loss`（直接经济损失（万元））的值“=1+1”{NUMBER}"),
    "empty cell": ("较大,4,1", "较大,,1", "2:45: “死亡人数”一格是空的。补上内容。"),
    "negative": ("较大,4,1", "较大,-4,1", "2:45: `deaths`（死亡人数）的值“-4”太小。不能小于 0。"),
    "date of a spreadsheet": (
        "2021-01-06",
        "2021/1/6",
        "2:11: `date`（日期）的值“2021/1/6”不是日期。应写成如 2023-06-30。",
    ),
    "level": (
        "较大,4,1",
        "重特大,4,1",
        "2:42: `level`（事故等级）的值“重特大”格式不对。可写：一般、较大、重大、特别重大。",
    ),
    "id": ("A2021-001", "2021001", "2:1: `id`（编号）的值“2021001”格式不对。写成 A 加年份和三到六位序号，如 A2022-001。"),
    "open quote": ("道路交通", '"道路交通', "2:37: 双引号没有成对，后面的各行都读不出来。补上另一半双引号。"),
    "text after a quote": (
        "道路交通",
        '"道路"交通',
        "2:37: 双引号后面还有文字。把整格放进一对双引号，格内的双引号写两遍。",
    ),
}


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_said_once_at_its_cell(tmp_path, old, new, sentence):
    assert problems_of(tmp_path, spoilt(PATH, old, new)) == [f"{PATH}:{sentence}"]


@pytest.mark.parametrize(("mark", "name"), [("，", "全角逗号"), (";", "分号"), ("；", "全角分号"), ("\t", "Tab")])
def test_another_separator_is_named(tmp_path, mark, name):
    assert problems_of(tmp_path, {PATH: ACCIDENTS.replace(",", mark)}) == [f"{PATH}:1:1: 各列之间是{name}，{SAVE_AS}"]


def test_a_missing_column_is_said_once_and_not_for_each_row(tmp_path):
    assert problems_of(tmp_path, {PATH: without(3)}) == [f"{PATH}:1:1: 缺少列“行业领域”（sector）。在表头补上这一列。"]


def test_a_column_that_may_be_left_out_may_be_left_out(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: without(8)}))

    assert (len(evaluation.accidents), evaluation.accidents[0].loss, problems) == (4, None, ())


def test_an_empty_file_is_no_list_of_events(tmp_path):
    assert problems_of(tmp_path, {PATH: ""}) == [
        f"{PATH}:1:1: 文件是空的。第一行写列名；没有记录时只留列名，或删去文件。"
    ]


def test_a_plan_without_a_file_of_events_has_none(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: None, "data/events/disasters.csv": None}))

    assert (evaluation.accidents, evaluation.disasters, problems) == ((), (), ())


def test_a_bad_row_leaves_the_others(tmp_path):
    accidents, problems = load_accidents(write(tmp_path, spoilt(PATH, "较大,5,0,\n", "较大,x,0,\n")))

    assert [accident.id for accident in accidents] == ["A2021-001", "A2022-001", "A2022-002"]
    assert [str(problem) for problem in problems] == [
        f"{PATH}:3:40: `deaths`（死亡人数）的值“x”不是整数。写成整数（半角数字，不带小数点、逗号和单位）。"
    ]


def test_titles_and_field_names_mark_the_same_columns_in_any_order(tmp_path):
    rows = [line.split(",") for line in LINES]
    names = ["id", "date", "unit", "sector", "type", "level", "deaths", "injured", "loss"]
    turned = "".join(",".join(reversed(row)) + "\n" for row in [names, *rows[1:]])
    there = load_accidents(write(tmp_path / "a"))[0]
    back = load_accidents(write(tmp_path / "b", {PATH: turned}))[0]

    assert content(back) == content(there)


def test_what_excel_saves_is_accepted(tmp_path):
    saved = ("\ufeff" + ACCIDENTS + ",,,,,,,,\n\n").replace("\n", "\r\n")
    accidents, problems = load_accidents(write(tmp_path, {PATH: saved}))

    assert (len(accidents), problems) == (4, ())
    assert str(accidents[0].place.of("loss")) == f"{PATH}:2:49"


def test_a_quoted_cell_may_hold_commas_quotes_and_line_ends(tmp_path):
    text = spoilt(PATH, "道路交通,较大,4", '"道路,""公路""\n交通",较大,4')
    accidents, problems = load_accidents(write(tmp_path, text))

    assert (accidents[0].type, problems) == ('道路,"公路"\n交通', ())
    assert str(accidents[0].place.of("deaths")) == f"{PATH}:3:8"
    assert str(accidents[1].place) == f"{PATH}:4:1"


def test_the_order_of_rows_changes_nothing(tmp_path):
    path = "data/events/disasters.csv"
    header, *rows = FILES[path].splitlines()
    turned = "".join(line + "\n" for line in [header, *reversed(rows)])
    there, back = (
        load_disasters(write(tmp_path / name, {path: text}))[0] for name, text in (("a", FILES[path]), ("b", turned))
    )

    assert content(back) == content(there)
    assert (there[1].crop_area, there[0].relief_hours) == (Decimal("180.5"), None)
