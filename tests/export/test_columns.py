"""Columns of tables: as low as possible, no ladders of syllables, turned only for what does not fit upright."""

from __future__ import annotations

import pytest
from evaluation.export.columns import (
    LINE_OF,
    NORMAL,
    SMALL,
    SMALLEST,
    _decisive,
    _extra_lines,
    _heavy,
    _tall,
    fit,
    row_heights,
)
from evaluation.export.geometry import LANDSCAPE, PORTRAIT
from evaluation.export.typesetting import ems
from hypothesis import given
from hypothesis import strategies as st

LONG = "淘汰落后产能，建成风险监测预警系统，隐患整改率稳步提高，监管能力明显增强。"


def table(*rows: tuple[str, ...]) -> list[list[str]]:
    return [list(row) for row in rows]


def height(cells: list[list[str]], widths: tuple[int, ...], size: float) -> float:
    return sum(row_heights([[ems(text) for text in row] for row in cells], widths, size))


@pytest.mark.parametrize("columns", [1, 4, 6, 9, 14])
def test_the_columns_fill_the_text_exactly(columns):
    form = fit(table(("指标",) * columns, (LONG,) * columns))

    assert sum(form.widths) == form.sheet.text_width


def test_a_table_that_fits_stays_upright_in_the_largest_type():
    form = fit(table(("序号", "指标", "评价"), ("1", "死亡人数", "快于预期")))

    assert (form.sheet, form.size) == (PORTRAIT, NORMAL)


def test_many_narrow_columns_of_figures_stay_upright():
    form = fit(table(("类别", *("合计",) * 9), *(("监测预警", *("12",) * 9),) * 8))

    assert (form.sheet, form.size) == (PORTRAIT, SMALL)


def test_a_table_that_would_be_a_ladder_upright_is_turned():
    form = fit(table(("任务",) * 9, (LONG,) * 9))

    assert form.sheet == LANDSCAPE
    assert not form.squeezed


def test_a_column_with_one_long_text_is_wide_enough_for_its_row():
    rows = [("任务", "主要工作", "原因、对策和建议"), *(("健全体系", LONG, "—"),) * 6, ("健全体系", LONG, LONG * 6)]
    form = fit(table(*rows))
    equal = (form.sheet.text_width // 3,) * 3

    assert form.widths[2] > form.widths[0]
    assert height(rows, form.widths, form.size) < height(rows, equal, form.size)


def test_a_date_stands_on_one_line_where_that_can_be_had():
    form = fit(table(("项目", "内容", "计划开工日期"), *(("应急中心", LONG * 4, "2023年12月31日"),) * 3))

    assert form.widths[2] >= ems("2023年12月31日") * form.size * 20


def test_what_is_too_wide_even_for_the_turned_sheet_says_so():
    form = fit(table(("Identification",) * 30, ("undividable",) * 30))

    assert (form.sheet, form.size, form.squeezed) == (LANDSCAPE, SMALLEST, True)
    assert sum(form.widths) == LANDSCAPE.text_width


@given(st.lists(st.lists(st.text("应急管理2023年,，a ", max_size=80), min_size=3, max_size=3), min_size=1, max_size=12))
def test_any_table_fills_its_sheet_with_columns_that_hold_a_character(rows):
    form = fit([["序号", "内容", "备注"], *rows])

    assert sum(form.widths) == form.sheet.text_width
    assert form.squeezed or min(form.widths) >= form.size * 20


FREE = st.floats(0, 80, allow_nan=False)
COLUMNS = st.lists(st.tuples(st.floats(150, 900), st.floats(0, 4000), st.floats(0, 1)), min_size=1, max_size=5)


@given(COLUMNS, st.data())
def test_the_cells_left_out_of_the_rounds_change_nothing(columns, data):
    lengths = data.draw(st.lists(st.lists(FREE, min_size=len(columns), max_size=len(columns)), min_size=1, max_size=6))
    narrow, wide = [least for least, _, _ in columns], [least + more for least, more, _ in columns]
    widths = [min(least + more * part, least + more) for least, more, part in columns]
    every = [list(enumerate(row)) for row in lengths if any(row)]
    heights = sum(row_heights(lengths, widths, NORMAL))
    least = sum(row_heights(lengths, wide, NORMAL))

    assert heights - least == LINE_OF[NORMAL] * _extra_lines(_tall(lengths, narrow, wide, NORMAL), widths, NORMAL)
    assert _decisive(_heavy(lengths, narrow, wide), widths) == _decisive(every, widths)
