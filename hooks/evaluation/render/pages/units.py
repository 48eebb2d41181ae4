"""A page for each unit, which is its report with its standing above it, and an index of each kind of unit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from evaluation.model import Unit
from evaluation.render import links, wording
from evaluation.render.board import board_markdown
from evaluation.render.inline import blocks, bold, box, bullet, escape, link
from evaluation.render.manuscript import Manuscript
from evaluation.render.numbering import shifted
from evaluation.render.pages.page import GeneratedPage, Planned, page, place_if_any, section
from evaluation.render.tables import TABLES
from evaluation.render.tables.peers import said
from evaluation.render.tables.units import FOLDERS, state_text
from evaluation.render.view import View


def index_pages(view: View) -> Iterator[Planned]:
    for folder in FOLDERS:
        path = f"{folder}/index.md"
        yield Planned(path, partial(_index, view, path, folder))


def _index(view: View, path: str, folder: str) -> GeneratedPage:
    return page(
        view,
        path,
        FOLDERS[folder],
        place_if_any(view, "表", "单位对照", folder) or "尚无报送单位。",
        place_if_any(view, "表", "旗区位次") if folder == "banners" else None,
        place_if_any(view, "表", "报送情况", folder),
    )


def unit_page(view: View, unit: Unit, manuscript: Manuscript) -> GeneratedPage:
    """What compares the unit with others, then its report: the same text as the document's, one heading level lower."""
    own = view.of(unit)
    markdown = blocks(
        f"# {escape(unit.name)}",
        box("facts", _state(view, unit)),
        f"{_links(view, unit)}\n{{: .links }}",
        board_markdown(own),
        section("与同类单位比较", _compared(own, "旗区位次"), _compared(own, "单位对照")),
        f"## 自评估报告\n\n以下为《{escape(manuscript.title)}》全文。",
        shifted(manuscript.markdown, 1),
    )
    return GeneratedPage(
        links.of_unit(unit).removeprefix("/"), unit.name, markdown, manuscript.charts, manuscript.tables
    )


def _compared(own: View, name: str) -> str | None:
    """A table for the page alone: it takes no number from the report's."""
    table = TABLES[name](own, None)
    return blocks(f"{escape(table.title)}\n{{: .caption }}", table.grid, *map(escape, table.notes)) if table else None


def _links(view: View, unit: Unit) -> str:
    """To the document, the matrix, and the lists of what the unit said."""
    found = [link("下载报告（DOCX）", f"/documents/{unit.id}.docx"), link("单位与指标对照", "/matrices/indicators.md")]
    lists = ("problems", "问题清单", "单位"), ("suggestions", "对策建议", "单位"), ("practices", "经验做法", "单位"), (
        "adjustments", "规划调整建议", "提出单位",
    )  # fmt: skip
    for (stem, title, column), count in zip(lists, said(view, unit), strict=True):
        if count:
            found.append(link(f"{title}{count}条", links.filtered(f"/registers/{stem}.md", column, unit.label)))
    return " · ".join(found)


def _state(view: View, unit: Unit) -> str:
    known = view.assessment.completeness_of(unit.id)
    lines = [bullet("报送情况", bold(state_text(known.state if known else wording.NOT_REPORTED)))]
    if known and known.submitted:
        lines.append(bullet("数据报送日期", wording.day(known.submitted)))
    if known and known.missing:
        titles = {section.id: section.title for section in view.evaluation.plan.sections}
        lines.append(bullet("缺报章节", escape("、".join(titles.get(section, section) for section in known.missing))))
    if unit.population is not None:
        figure = unit.population
        told = f"{wording.amount(figure.value, '人')}（{wording.day(figure.date)}，{figure.provenance.value}）"
        lines.append(bullet("常住人口", escape(told)))
    return "\n".join(lines)
