"""Every page that no one writes by hand, in the order in which a reviewer opens them."""

from __future__ import annotations

from evaluation.render.pages.downloads import downloads_page
from evaluation.render.pages.indicators import indicator_pages
from evaluation.render.pages.matrices import matrix_pages
from evaluation.render.pages.page import GeneratedPage
from evaluation.render.pages.registers import register_pages
from evaluation.render.pages.units import unit_pages
from evaluation.render.pages.work import area_pages, project_pages
from evaluation.render.view import View


def generated_pages(view: View) -> tuple[GeneratedPage, ...]:
    city = View(view.evaluation, view.assessment)
    return (
        *indicator_pages(city),
        *area_pages(city),
        *project_pages(city),
        *unit_pages(city),
        *register_pages(city),
        *matrix_pages(city),
        downloads_page(city),
    )
