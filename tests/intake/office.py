"""Small Office files as a unit might send them."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from docx import Document
from evaluation.load import load_evaluation
from evaluation.model import Evaluation
from openpyxl import Workbook, load_workbook

ROOT = Path(__file__).resolve().parents[2]


@cache
def evaluation() -> Evaluation:
    """The demonstration plan."""
    return load_evaluation(ROOT)[0]


def edited(data: bytes, changes: dict[tuple[str, str], object]) -> bytes:
    """A workbook in which the cells (sheet, address) hold other values."""
    book = load_workbook(BytesIO(data))
    for (sheet, address), value in changes.items():
        book[sheet][address] = value
    return saved(book)


def saved(book: Workbook) -> bytes:
    raw = BytesIO()
    book.save(raw)
    return raw.getvalue()


def word(*lines: str) -> bytes:
    """A document of plain paragraphs; `**…**` is bold, `# …` is in a heading style."""
    document = Document()
    for line in lines:
        if line.startswith("# "):
            document.add_heading(line[2:], 1)
        else:
            paragraph = document.add_paragraph()
            for number, piece in enumerate(line.split("**")):
                paragraph.add_run(piece).bold = number % 2 == 1
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A package in which one part's bytes are changed; the part is added when it is not there."""
    done = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            target.writestr(part, re.sub(re.escape(old), lambda _: new, content) if part == name else content)
        if name not in source.namelist():
            target.writestr(name, new)
    return done.getvalue()
