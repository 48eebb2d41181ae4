"""Over the whole demonstration plan site and documents say the same, and a digit changed in any document is found."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from evaluation.compare import Pair, compare
from evaluation.compare.word import word_of

from tests.compare.test_compare import changed


def pairs(site: Path) -> list[Pair]:
    chapters = tuple(sorted(f"report/{page.name}" for page in (site / "report").glob("[0-9]*.html")))
    units = [
        (folder, page.stem)
        for folder in ("banners", "parks", "departments")
        for page in sorted((site / folder).glob("*.html"))
        if page.stem != "index"
    ]
    city = Pair("documents/city.docx", chapters, ("registers/opinions.html",))
    return [city, *(Pair(f"documents/{unit}.docx", (f"{folder}/{unit}.html",)) for folder, unit in units)]


def test_no_document_differs_from_its_pages(site):
    found = {pair.document: compare(pair, lambda path: (site / path).read_bytes()) for pair in pairs(site)}

    assert sorted(found) == sorted(f"documents/{path.name}" for path in (site / "documents").glob("*.docx"))
    assert {document: [str(problem) for problem in problems] for document, problems in found.items() if problems} == {}


def test_every_document_is_read_to_its_last_row(site):
    """Nothing that a document shows is passed over: its rows and headings are as many as its file holds."""
    for path in sorted((site / "documents").glob("*.docx")):
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        word = word_of(path.read_bytes())
        items = [*word.items, *(item for annex in word.annexes for item in annex)]

        assert sum(1 for item in items if item.cells) == len(re.findall(r"<w:tr[ >]", xml)), path.name
        assert sum(1 for item in items if item.level) == len(re.findall(r'<w:pStyle w:val="Heading[1-4]"/>', xml)), path.name


def test_a_digit_changed_in_any_document_is_found(site):
    for pair in pairs(site):
        docx = (site / pair.document).read_bytes()
        texts = re.findall(r"<w:t[^>]*>([^<]*[0-9]{2}[^<]*)</w:t>", zipfile.ZipFile(site / pair.document).read("word/document.xml").decode())
        text = next(text for text in reversed(texts) if "年" not in text or "月" not in text)
        digit = re.search("[0-9]", text)
        other = text[: digit.start()] + str((int(digit[0]) + 1) % 10) + text[digit.end() :]
        spoiled = changed(docx, (f">{text}<", f">{other}<"))

        found = compare(pair, lambda path, spoiled=spoiled, pair=pair: spoiled if path == pair.document else (site / path).read_bytes())
        assert len(found) == 1, (pair.document, text)
