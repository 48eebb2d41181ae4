"""A page for each unit, which is its report with its standing above it, and an index of each kind of unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evaluation.measure.ranking import Place, rankings
from evaluation.model import Unit, UnitKind
from evaluation.render import links, wording
from evaluation.render.inline import blocks, bullet, escape, link
from evaluation.render.manuscript import Manuscript, unit_manuscript
from evaluation.render.numbering import shifted
from evaluation.render.overview import overview_markdown
from evaluation.render.pages.page import GeneratedPage, page, place_if_any
from evaluation.render.tables.units import FOLDERS, state_text
from evaluation.render.view import View


def unit_pages(view: View, manuscripts: Mapping[str, Manuscript]) -> Iterator[GeneratedPage]:
    for folder, title in FOLDERS.items():
        yield page(view, f"{folder}/index.md", title, place_if_any(view, "表", "报送情况", folder) or "尚无报送单位。")
    places = rankings(view.evaluation, view.assessment.city, view.assessment.units)
    for unit in view.evaluation.reporting_units:
        yield unit_page(view, unit, places, manuscripts.get(unit.id) or unit_manuscript(view, unit))


def unit_page(view: View, unit: Unit, places: tuple[Place, ...], manuscript: Manuscript) -> GeneratedPage:
    """The report is the same text as the document's, one heading level lower."""
    own = view.of(unit)
    markdown = blocks(
        f"# {escape(unit.name)}",
        _state(view, unit),
        overview_markdown(own),
        _places(view, unit, places),
        f"以下为《{escape(manuscript.title)}》全文。",
        shifted(manuscript.markdown, 1),
    )
    return GeneratedPage(
        links.of_unit(unit).removeprefix("/"), unit.name, markdown, manuscript.charts, manuscript.tables
    )


def _state(view: View, unit: Unit) -> str:
    known = view.assessment.completeness_of(unit.id)
    lines = [bullet("报送情况", state_text(known.state if known else wording.NOT_REPORTED))]
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


def _places(view: View, unit: Unit, places: tuple[Place, ...]) -> str | None:
    """A banner's place among the nine, indicator by indicator."""
    own = [place for place in places if place.unit == unit.id]
    if unit.kind is not UnitKind.BANNER or not own:
        return None
    told = []
    for place in own:
        indicator = view.evaluation.indicator(place.indicator)
        period = wording.period(place.period, indicator.nature)
        told.append(
            f"{link(indicator.name, links.of_indicator(indicator))}第{place.place}位（{period}，共{place.among}个旗区）"
        )
    return f"**在各旗区中的位次**（由优到劣）：{'；'.join(told)}。"
