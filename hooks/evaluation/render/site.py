"""The whole site as text: every generated page, every manuscript, every chart they show, each made once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from evaluation.cache import NOTHING_KEPT, Cache
from evaluation.model import Chapter, Unit
from evaluation.problems import Place, Problem, in_order
from evaluation.render import links
from evaluation.render.chart import Chart
from evaluation.render.csv_files import CsvFile, csv_files
from evaluation.render.data_file import PATH as DATA
from evaluation.render.data_file import data_file
from evaluation.render.inline import blocks, escape
from evaluation.render.kept import Kept
from evaluation.render.kept_texts import KeptTexts
from evaluation.render.manuscript import REPORT_FOLDER, Manuscript, city_manuscript, unit_manuscript
from evaluation.render.normalise import normalised
from evaluation.render.pages import pages_of_data
from evaluation.render.pages.checks import DATA as CHECKS
from evaluation.render.pages.checks import checks_json, checks_page
from evaluation.render.pages.downloads import downloads_page
from evaluation.render.pages.page import GeneratedPage, Planned
from evaluation.render.pages.units import unit_page
from evaluation.render.references import Filled, fill
from evaluation.render.view import View
from evaluation.shelf import Text


UnitDrafts = dict[str, tuple[Manuscript, GeneratedPage]]
"""By unit id, in registry order: the report, and the page that shows it."""


@dataclass(frozen=True)
class Drafts:
    """All texts that people wrote, their references filled: each document, and each page that is none of its own making."""

    city: Manuscript
    units: UnitDrafts
    others: dict[str, Filled]
    """Outside the documents, by path."""

    @property
    def manuscripts(self) -> tuple[Manuscript, ...]:
        return (self.city, *(manuscript for manuscript, _ in self.units.values()))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the references."""
        return in_order(problem for made in (*self.manuscripts, *self.others.values()) for problem in made.problems)


@dataclass(frozen=True)
class Site:
    view: View
    drafts: Drafts
    pages: tuple[GeneratedPage, ...]
    texts: dict[str, Text] = field(repr=False)
    """The Markdown of every page by its source path: generated, a chapter of the city's report, or written by hand."""
    charts: dict[str, Chart] = field(repr=False)
    """By name: all that the pages and manuscripts show."""
    files: tuple[CsvFile, ...] = field(repr=False)
    known: tuple[Problem, ...] = ()
    """What stands open: what was found before, and what is wrong with the references."""

    @property
    def manuscripts(self) -> tuple[Manuscript, ...]:
        return self.drafts.manuscripts

    @property
    def offered(self) -> tuple[str, ...]:
        """All that it shows and offers besides its pages, by their places in the site: data, pictures and documents."""
        pictures = (f"charts/{name}.svg" for name in self.charts)
        return DATA, *(file.path for file in self.files), CHECKS, *pictures, *(f"documents/{made.id}.docx" for made in self.manuscripts)

    def pages_of(self, manuscript: Manuscript) -> tuple[str, ...]:
        """The pages that show a manuscript's text, in order, by their files under docs/."""
        unit = self.view.evaluation.unit(manuscript.unit) if manuscript.unit else None
        return (f"{unit.folder}/{unit.id}.md",) if unit else tuple(part.source for part in manuscript.parts)


def city_draft(view: View, cache: Cache = NOTHING_KEPT) -> Manuscript:
    """The first of all drafts, for who need not wait for the others."""
    return Kept(view.of(None), cache).once("city", None, lambda: _city(view))


def unit_drafts(
    view: View, cache: Cache = NOTHING_KEPT, made: UnitDrafts | None = None, most: int | None = None
) -> UnitDrafts:
    """Those of the units, for who has others make the city's meanwhile: of the first `most`; what was `made` is taken."""
    kept, made = KeptTexts(view.of(None), cache), made or {}
    return {unit.id: made.get(unit.id) or _unit(view, unit, kept) for unit in view.evaluation.reporting_units[:most]}


def drafts_of(
    view: View, cache: Cache = NOTHING_KEPT, city: Manuscript | None = None, units: UnitDrafts | None = None
) -> Drafts:
    """`city` and `units` are those drafts, as far as they were made already."""
    units = unit_drafts(view, cache, units)
    kept, written = Kept(view.of(None), cache), list(_other_pages(view))
    filled = kept.each("page", ((page, partial(hand_written, view, page)) for page in written))
    others = {page.path: one for page, one in zip(written, filled, strict=True)}
    return Drafts(city or city_draft(view, cache), units, others)


def site_of(view: View, found: Sequence[Problem] = (), cache: Cache = NOTHING_KEPT, drafts: Drafts | None = None) -> Site:
    """`found` is what is known to be wrong with the sources; the page of checks shows it."""
    drafts = drafts or drafts_of(view, cache)
    known = in_order((*found, *drafts.problems))
    kept = KeptTexts(view.of(None), cache)
    before, after = pages_of_data(kept.view)
    of_data = kept.each_written("page of data", ((planned.path, partial(_bare, planned)) for planned in (*before, *after)))
    files = csv_files(kept.view, kept)
    last = downloads_page(kept.view, files), checks_page(kept.view, known)
    pages = (*of_data[: len(before)], *(page for _, page in drafts.units.values()), *of_data[len(before) :], *last)
    # In the order in which MkDocs takes its pages: what is written lies there, what is made is added.
    texts = dict(_refused_pages(view)) | {path: filled.markdown for path, filled in drafts.others.items()}
    texts |= {part.source: part.markdown for part in drafts.city.parts} | {page.path: page.markdown for page in pages}
    shown = (*drafts.manuscripts, *pages, *drafts.others.values())
    charts = by_name(chart for made in shown for chart in made.charts)
    return Site(view, drafts, pages, texts, charts, files, known)


def _city(view: View) -> Manuscript:
    """The city's report; of its tables, whose rows stand in its text, the titles are asked for."""
    manuscript = city_manuscript(view)
    return replace(manuscript, tables=tuple(replace(table, rows=()) for table in manuscript.tables))


def _unit(view: View, unit: Unit, kept: KeptTexts) -> tuple[Manuscript, GeneratedPage]:
    """A unit's report, and the page that shows it; without their tables, which stand in their texts.

    The page compares the unit with others as well: their figures change it, and leave the report.
    """
    manuscript, told = kept.written("unit", unit, lambda: replace(unit_manuscript(view, unit), tables=()))

    def make() -> GeneratedPage:
        page = unit_page(view.of(None), unit, manuscript)
        view.notes.forget(unit.id)
        return page

    return manuscript, kept.written("unit page", (unit, told), make)[0]


def _bare(planned: Planned) -> GeneratedPage:
    """Without its tables, which stand in its text."""
    return replace(planned.make(), tables=())


def page_alone(view: View, source: str) -> tuple[str, tuple[Chart, ...]] | None:
    """One page's Markdown and charts, as `site_of` makes them; None for a page that only the whole site can make."""
    for unit in view.evaluation.reporting_units:
        if links.of_unit(unit) == f"/{source}":
            made = unit_page(view.of(None), unit, unit_manuscript(view, unit))
            return made.markdown, made.charts
    if source.startswith(REPORT_FOLDER):
        city = city_manuscript(view)
        return next(((part.markdown, city.charts) for part in city.parts if part.source == source), None)
    filled = next((hand_written(view, page) for page in _other_pages(view) if page.path == source), None)
    return (filled.markdown, filled.charts) if filled else None


def _other_pages(view: View) -> Iterator[Chapter]:
    """What people wrote outside the manuscripts: the front page, the guide, the work plan."""
    return (page for page in (*view.evaluation.chapters, *view.evaluation.pages) if not page.path.startswith(REPORT_FOLDER))


def _refused_pages(view: View) -> Iterator[tuple[str, str]]:
    """In the place of a page that could not be read: why. A file without any text has no fault and no text."""
    loaded = {page.path for page in (*view.evaluation.chapters, *view.evaluation.pages)}
    for path in view.evaluation.files:
        if path.endswith(".md") and path not in loaded:
            faults = in_order(problem for problem in view.evaluation.faults if problem.where.path == f"docs/{path}")
            yield path, blocks("# 文稿有误", *(f"- {escape(str(fault))}" for fault in faults)) if faults else ""


def by_name(charts: Iterable[Chart]) -> dict[str, Chart]:
    return dict(sorted({chart.name: chart for chart in charts}.items()))


def downloads(site: Site, cache: Cache = NOTHING_KEPT) -> dict[str, bytes]:
    """Path in the site → content: everything computed as data, what stands open, and every table as CSV."""
    tables = {file.path: file.content for file in site.files}
    return {DATA: data_file(Kept(site.view, cache)), **tables, CHECKS: checks_json(site.known)}


def hand_written(view: View, page: Chapter) -> Filled:
    filled = fill(page.body, view, Place(f"docs/{page.path}", page.first_line), on_site=True)
    return replace(filled, markdown=normalised(filled.markdown))
