"""联络人员名单 (附件2): made only when asked for by name, only as DOCX; nothing of the site knows of it."""

from __future__ import annotations

from evaluation.export.document import document
from evaluation.export.fault import placed
from evaluation.export.letter import list_letter
from evaluation.model import Contact, Evaluation
from evaluation.problems import Problem
from evaluation.render.manuscript import Manuscript, Part
from evaluation.render.tables.table import Table, cell, text_columns

LABEL, TITLE = "附件2", "规划中期评估工作联络人员名单"
"""As the work plan names the form."""
FORM = "plan/08-contacts.md"


def contact_list(evaluation: Evaluation, contacts: tuple[Contact, ...]) -> tuple[bytes, tuple[Problem, ...]]:
    """The DOCX, its rows in the order of the register of units, and what was wrong with its sources."""
    part = Part(FORM, TITLE, contacts_table(evaluation, contacts).grid)
    manuscript = Manuscript("contacts", TITLE, None, (part,), (), (), ())
    content, faults = document(manuscript, list_letter(evaluation.plan, TITLE, LABEL), lambda name: None)
    return content, placed(faults, None)


def contacts_table(evaluation: Evaluation, contacts: tuple[Contact, ...]) -> Table:
    """Four columns. Units outside the register come last; contacts of one unit keep their order."""
    ranks = {unit.id: rank for rank, unit in enumerate(evaluation.units)}
    ordered = sorted(contacts, key=lambda contact: ranks.get(contact.unit, len(ranks)))
    return Table(
        "contacts",
        TITLE,
        text_columns("单位名称", "姓名", "职务", "联系方式"),
        tuple(tuple(map(cell, _row(evaluation, contact))) for contact in ordered),
    )


def _row(evaluation: Evaluation, contact: Contact) -> tuple[str, str, str, str]:
    unit = evaluation.unit(contact.unit)
    return unit.name if unit else contact.unit, contact.name, contact.position, contact.phone
