"""The page from which documents and data are taken away."""

from __future__ import annotations

from evaluation.render.csv_files import FOLDER, csv_tables
from evaluation.render.inline import blocks, escape, link
from evaluation.render.pages.page import GeneratedPage, page, section
from evaluation.render.view import View

DOCUMENTS = "documents/"


def downloads_page(view: View) -> GeneratedPage:
    plan = view.evaluation.plan
    documents = [(plan.report_title, "city")] + [
        (plan.unit_report_title.replace("{单位}", unit.name), unit.id) for unit in view.evaluation.reporting_units
    ]
    return page(
        view,
        "downloads.md",
        "下载",
        section("公文", "\n".join(f"- [{escape(title)}](/{DOCUMENTS}{stem}.docx)" for title, stem in documents)),
        section(
            "数据",
            blocks(
                f"- {link('全部数据和评价结果（JSON）', f'/{FOLDER}evaluation.json')}\n"
                + "\n".join(
                    f"- [{escape(table.title)}（CSV）](/{FOLDER}{stem}.csv)" for stem, table in csv_tables(view)
                ),
                "CSV文件为带BOM的UTF-8编码，可以直接用Excel或WPS打开。",
            ),
        ),
        section("数据说明", escape(plan.notice)),
    )
