"""The page from which documents and data are taken away."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.model import Unit
from evaluation.render.csv_files import FOLDER, CsvFile
from evaluation.render.inline import escape, link
from evaluation.render.pages.page import GeneratedPage, page, section
from evaluation.render.tables.cells import unit_cell
from evaluation.render.tables.table import Cell, Table, cell, figure_columns, linked, text_columns
from evaluation.render.view import View

DOCUMENTS = "documents/"
ABOUT_CSV = "CSV文件为带BOM的UTF-8编码，可以直接用Excel或WPS打开。各页表格上方的“下载CSV”只下载当前筛选出的行。"


def downloads_page(view: View, files: Iterable[CsvFile]) -> GeneratedPage:
    return page(
        view,
        "downloads.md",
        "下载",
        section("公文", _documents(view).grid),
        section(
            "数据", f"{link('全部数据和评价结果（JSON）', f'/{FOLDER}evaluation.json')}。{ABOUT_CSV}", _tables(files).grid
        ),
        section("数据说明", escape(view.evaluation.plan.notice)),
    )


def _documents(view: View) -> Table:
    plan = view.evaluation.plan
    rows = [(cell("全市"), linked(plan.report_title, f"/{DOCUMENTS}city.docx"))]
    rows += [_document(view, unit) for unit in view.evaluation.reporting_units]
    return Table("documents", "公文", text_columns("单位", "报告（DOCX）"), tuple(rows))


def _document(view: View, unit: Unit) -> tuple[Cell, ...]:
    title = view.evaluation.plan.unit_report_title.replace("{单位}", unit.name)
    return unit_cell(view.evaluation, unit.id), linked(title, f"/{DOCUMENTS}{unit.id}.docx")


def _tables(files: Iterable[CsvFile]) -> Table:
    rows = tuple((linked(file.title, f"/{file.path}"), cell(file.rows)) for file in files)
    return Table("tables", "数据", (*text_columns("表（CSV）"), *figure_columns("行数")), rows)
