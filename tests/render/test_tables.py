"""Tables: whole, with their notes said once, escaped, and as CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from evaluation.render.tables import TABLES
from evaluation.render.tables.table import Column, Table, cell, inert, joined, linked

from tests.render import small

TEXTS = Path(__file__).parent / "texts"
ARGUMENTS = {"分旗区指标": "I01"}


def made(view, name):
    return TABLES[name](view, ARGUMENTS.get(name))


def all_of(view) -> str:
    tables = [made(view, name) for name in TABLES]
    return "".join(f"{table.markdown(number)}\n\n" for number, table in enumerate((t for t in tables if t), 1))


def test_all_tables_of_the_small_city(view):
    assert all_of(view) == (TEXTS / "tables.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_cut_off_source_and_nature_once(view, name):
    table = made(view, name)

    notes = "".join(table.notes)
    assert table.notes[0].startswith("注：") and table.notes[-1].startswith("来源：")
    assert notes.count("示例数据") == 1
    # Opinions are gathered after the figures' day.
    assert len(re.findall("截至2023年8月17日" if name == "意见采纳情况" else "截至2023年6月30日", notes)) == 1
    assert len(re.findall("来源：", notes)) == 1


def test_every_table_has_its_own_ascii_id(view):
    ids = [made(view, name).id for name in TABLES]

    assert len(set(ids)) == len(TABLES)
    assert all(re.fullmatch(r"[a-z0-9-]+", one) for one in ids)


@pytest.mark.parametrize("name", TABLES)
def test_all_rows_are_as_wide_as_the_head(view, of_unit, name):
    for scope in (view, of_unit("donghe"), of_unit("yingji")):
        table = made(scope, name)
        assert table is None or {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("name", ["主要指标", "工作任务", "重点项目", "问题清单", "对策建议", "预计数据"])
def test_a_unit_with_nothing_has_no_table(of_unit, name):
    found = made(of_unit("bingyuan"), name)

    assert found is None


def test_the_legend_names_only_the_marks_that_occur(view):
    assert "待正式数据发布后更换" in made(view, "主要指标").notes[0]
    assert "待正式数据发布后更换" not in made(view, "分旗区指标").notes[0]
    assert "“—”表示暂无数据" not in made(view, "任务进展").notes[0]


def test_a_table_of_one_area_holds_its_rows_only(view):
    names = [row[2].text for row in TABLES["工作任务"](view, "T2").rows]

    assert names == ["加强源头防控"]


def test_a_register_of_an_area_holds_what_its_tasks_and_projects_concern(view):
    titles = [row[1].text for row in TABLES["问题清单"](view, "T2").rows]

    assert titles == ["老旧管网多", "物资储备库尚未开工"]


def test_a_partial_sum_says_how_many_are_lacking(view):
    total = next(row for row in made(view, "分旗区指标").rows if row[0].text == "旗区合计")

    assert [one.text for one in total] == ["旗区合计", "40", "38", "36", "9（缺1个旗区）", "—", "—"]


def test_months_after_the_cut_off_are_unknown_not_quiet(view):
    rows = {row[0].text: [one.text for one in row[1:]] for row in made(view, "事故分时间").rows}

    assert rows["3月"] == ["1", "2", "未发生", "0", "未发生", "0"]
    assert rows["7月"] == ["未发生", "0", "1", "2", "—", "—"]


def test_a_lead_that_is_silent_is_stood_in_for_by_name():
    reports = [report for report in small.REPORTS if report["unit"] != "yingji"]
    view = small.view_of(small.evaluation(reports=reports))

    rows = {row[2].text: row[4].text for row in made(view, "工作任务").rows}

    assert rows["强化责任落实"] == "▲ 推进缓慢（据东河区报送）"


def test_one_value_changes_exactly_the_cells_that_show_it(view):
    readings = [
        dict(reading, value="37") if reading["period"] == "2021" else reading
        for reading in small.INDICATORS[0]["readings"]
    ]
    changed = small.view_of(
        small.evaluation(indicators=[{**small.INDICATORS[0], "readings": readings}, *small.INDICATORS[1:]])
    )

    different = {
        (name, row_number, table.columns[column].title)
        for name in TABLES
        for table, other in [(made(view, name), made(changed, name))]
        for row_number, (row, other_row) in enumerate(zip(table.rows, other.rows, strict=True))
        for column, (one, two) in enumerate(zip(row, other_row, strict=True))
        if one != two
    }

    assert different == {
        ("主要指标", 0, "2021年"),
        ("指标数据", 1, "数值"),
        ("分旗区指标", 3, "2021年"),
        ("合计核对", 1, "全市数"),
        ("合计核对", 1, "相差"),
        ("合计核对", 1, "核对"),
    }


def test_cells_are_escaped_and_links_kept():
    table = Table(
        "t", "甲|乙", (Column("一"), Column("二", "right")),
        ((cell("a|b*c*{{ x }}"), joined((linked("区[1]", "/banners/a.md"), cell("<旗>")))),), "万元", ("注：*无*。",),
    )  # fmt: skip

    assert table.markdown(3) == (
        "表3　甲&#124;乙\n\n单位：万元\n\n| 一 | 二 |\n| :--- | ---: |\n"
        "| a&#124;b\\*c\\*&#123;&#123; x &#125;&#125; | [区\\[1\\]](/banners/a.md)、&lt;旗&gt; |\n\n注：\\*无\\*。"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "+86"),
        ("-3.5", "-3.5"),
        ("-见附件", "'-见附件"),
        ("@甲", "'@甲"),
        ("\t甲", "'\t甲"),
        ("—", "—"),
        ("36", "36"),
    ],
)
def test_what_would_run_as_a_formula_is_made_inert(text, written):
    assert inert(text) == written


def test_csv_has_a_bom_and_the_plain_words_of_all_cells(view):
    table = made(view, "问题清单")

    rows = list(csv.reader(io.StringIO(table.csv.decode("utf-8-sig"))))

    assert table.csv.startswith(b"\xef\xbb\xbf")
    assert rows == [[column.title for column in table.columns], *[[one.text for one in row] for row in table.rows]]
