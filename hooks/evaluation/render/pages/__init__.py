"""Every page that no one writes by hand, in the order in which a reviewer opens them."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation.render.csv_files import csv_files
from evaluation.render.manuscript import Manuscript, unit_manuscript
from evaluation.render.pages.downloads import downloads_page
from evaluation.render.pages.indicators import indicator_pages
from evaluation.render.pages.matrices import matrix_pages
from evaluation.render.pages.page import GeneratedPage, Planned
from evaluation.render.pages.registers import register_pages
from evaluation.render.pages.units import index_pages, unit_page
from evaluation.render.pages.work import area_pages, project_pages
from evaluation.render.view import View


def generated_pages(view: View, manuscripts: Mapping[str, Manuscript] | None = None) -> tuple[GeneratedPage, ...]:
    """`manuscripts` by unit id, where they were made already: a page and a document show the same text."""
    city, known = view.of(None), manuscripts or {}
    before, after = ([planned.make() for planned in some] for some in pages_of_data(city))
    units = city.evaluation.reporting_units
    return (*before, *(unit_page(city, unit, known.get(unit.id) or unit_manuscript(city, unit)) for unit in units), *after,
        downloads_page(city, csv_files(city)))


def pages_of_data(city: View) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    """The pages before and behind those of the units: in them stands no text that an author wrote."""
    return (
        (*indicator_pages(city), *area_pages(city), *project_pages(city), *index_pages(city)),
        (*register_pages(city), *matrix_pages(city)),
    )
