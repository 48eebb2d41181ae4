"""Cells that many tables share: units, indicators, tasks and projects as links to their pages."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.model import Duty, Evaluation, Indicator, IssuedDocument, Project, Task, Unit
from evaluation.render import links, wording
from evaluation.render.tables.table import Cell, cell, joined, linked


def unit_cell(evaluation: Evaluation, unit_id: str | None) -> Cell:
    """The unit's short name; a link where it has a page of its own."""
    unit = evaluation.unit(unit_id) if unit_id else None
    if unit is None:
        return cell(unit_id or wording.NO_DATA)
    return linked(unit.label, links.of_unit(unit) if has_page(unit) else None)


def has_page(unit: Unit) -> bool:
    return unit.duty is Duty.REPORTS


def units_cell(evaluation: Evaluation, unit_ids: Iterable[str]) -> Cell:
    cells = tuple(unit_cell(evaluation, unit_id) for unit_id in unit_ids)
    return joined(cells) if cells else cell(wording.NO_DATA)


def places_cell(evaluation: Evaluation, unit_ids: tuple[str, ...]) -> Cell:
    """Where a project stands; all banners are said in a word."""
    banners = [unit.id for unit in evaluation.banners]
    if len(banners) < 2 or not set(banners) <= set(unit_ids):
        return units_cell(evaluation, unit_ids)
    others = [unit_id for unit_id in unit_ids if unit_id not in banners]
    return joined([cell("各旗区"), *(unit_cell(evaluation, unit_id) for unit_id in others)])


def indicator_cell(indicator: Indicator) -> Cell:
    return linked(indicator.name, links.of_indicator(indicator))


def task_cell(task: Task) -> Cell:
    return linked(task.name, links.of_task(task))


def project_cell(project: Project) -> Cell:
    return linked(project.name, links.of_project(project))


def about_cell(evaluation: Evaluation, things: Iterable[str]) -> Cell:
    """What a finding is about; a safeguard stands by its own name."""
    cells = [linked(*found) if (found := links.of_thing(evaluation, thing)) else cell(thing) for thing in things]
    return joined(cells) if cells else cell(wording.NO_DATA)


def words(text: str | None) -> Cell:
    return cell(text if text else wording.NO_DATA)


def documents_text(documents: Iterable[IssuedDocument]) -> str:
    """《…》（鄂府办发〔2022〕1号，2022年3月1日）; joined by ；"""
    return "；".join(_document(document) for document in documents)


def _document(document: IssuedDocument) -> str:
    details = [text for text in (document.number, wording.day(document.date) if document.date else None) if text]
    title = document.title if document.title.startswith("《") else f"《{document.title}》"
    return title + (f"（{'，'.join(details)}）" if details else "")
