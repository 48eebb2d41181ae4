"""The documents as LibreOffice prints them: pages as the contents say, 22 lines of 28 characters, whole pictures, 版记 in place."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import numpy
import pytest
from evaluation.conform.package import NS, Package
from evaluation.conform.reading import is_contents_entry
from PIL import Image

from tests.conform.office import PT, Page, Printed, Word, printed, program

pytestmark = pytest.mark.office

DOCUMENTS = ("city", "zhungeer", "yingji", "shuili", "gongxin")
CHINESE = re.compile(r"[\u4e00-\u9fff，。、；：“”（）《》]+")
LEFT, TOP, WIDTH, HEIGHT = 28 * PT, 37 * PT, 156 * PT, 225 * PT
"""版心 in points."""
PITCH = 28.95
CAPTION = 24.4
"""From the foot of a caption's characters up to its picture, in points."""

WHOLE = 0.95
"""Likeness of a picture as it is printed and as it is kept: whole ones reach 0.97, one without its upper third 0.93 at most."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    program("soffice", "libreoffice-writer-nogui")
    return tmp_path_factory.mktemp("printed")


@pytest.fixture(scope="module")
def prints(folder, site) -> dict[str, Printed]:
    return printed([site / "documents" / f"{name}.docx" for name in DOCUMENTS], folder)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_contents_name_the_page_on_which_each_heading_is_printed(prints, site, name):
    package = Package((site / "documents" / f"{name}.docx").read_bytes())
    entries = [paragraph.text.rpartition("\t") for paragraph in package.paragraphs if is_contents_entry(paragraph)]
    found = {title: (int(page), prints[name].page_of(title)) for title, _, page in entries}

    assert entries
    assert {title: pages for title, pages in found.items() if pages[0] not in pages[1]} == {}


# ---------------------------------------------------------------------------------------------- the grid


def lines(page: Page) -> list[list[Word]]:
    """The words of the text area, line by line."""
    rows: dict[int, list[Word]] = {}
    for word in page.within(37, 263):
        middle = (word.top + word.bottom) / 2
        key = next((key for key in rows if abs(key - middle) < 8), round(middle))
        rows.setdefault(key, []).append(word)
    return [rows[key] for key in sorted(rows)]


def is_text(page: Page) -> bool:
    """A page of running text alone: every line begins at one of the two places where text begins."""
    starts = (LEFT, LEFT + 2 * 15.75)
    return not page.landscape and all(min(abs(line[0].left - start) for start in starts) < 3 for line in lines(page))


def test_a_full_page_of_text_has_22_lines(prints):
    counts = [len(lines(page)) for page in prints["city"].pages[prints["city"].front :] if is_text(page)]

    assert max(counts) == 22
    assert counts.count(22) >= 3


def test_lines_stand_28_95_points_apart(prints):
    full = next(page for page in prints["city"].pages[prints["city"].front :] if is_text(page) and len(lines(page)) == 22)
    feet = [line[0].bottom for line in lines(full) if CHINESE.fullmatch(line[0].text)]

    steps = [(two - one) / PITCH for one, two in zip(feet, feet[1:], strict=False)]
    assert max(abs(step - round(step)) for step in steps) < 0.02


def test_a_full_line_has_28_characters(prints):
    counts = []
    for page in prints["city"].pages[prints["city"].front :]:
        for line in lines(page) if is_text(page) else ():
            text = "".join(word.text for word in line)
            if abs(line[0].left - LEFT) < 3 and CHINESE.fullmatch(text):
                counts.append(len(text))

    assert max(counts) == 28
    assert counts.count(28) >= 20


def test_a_full_line_ends_at_the_edge_of_the_text(prints):
    ends = [line[-1].right for page in prints["city"].pages if is_text(page) for line in lines(page)]

    assert max(ends) <= LEFT + WIDTH + 2


# ---------------------------------------------------------------------------------------------- pictures and imprint


def drawn(print_: Printed, number: int, folder: Path, dpi: int = 100) -> numpy.ndarray:
    """A page in greys, as many points to a pixel as the resolution says."""
    command = [program("pdftoppm", "poppler-utils"), "-r", str(dpi), "-gray", "-png", "-singlefile", "-f", str(number), "-l", str(number)]
    subprocess.run([*command, str(print_.path), str(folder / "page")], check=True)
    with Image.open(folder / "page.png") as image:
        return numpy.asarray(image.convert("L"), dtype=float)


def figures(site: Path) -> list[tuple[str, bytes, float, float]]:
    """(caption's beginning, picture, width and height in points) of the city's pictures."""
    package = Package((site / "documents" / "city.docx").read_bytes())
    relations, found = package.relations(), []
    for one, two in zip(package.paragraphs, package.paragraphs[1:], strict=False):
        inline = one.element.find(".//wp:inline", NS)
        if inline is not None and two.text.startswith("图"):
            extent = inline.find("wp:extent", NS)
            blip = inline.find(".//{*}blip").get(f"{{{NS['r']}}}embed")
            content = package.raw(f"word/{relations[blip][1]}")
            found.append((two.text.replace("　", ""), content, int(extent.get("cx")) / 12700, int(extent.get("cy")) / 12700))
    return found


def test_every_chart_of_the_city_is_drawn_whole(prints, site, folder):
    city, held = prints["city"], figures(site)
    assert len(held) >= 5
    likeness = {}
    for caption, content, width, height in held[:8]:
        place, word = next(
            (place, word)
            for place, page in enumerate(city.pages)
            if place >= city.front and caption in page.text
            for word in page.words
            if caption.startswith(word.text) and word.text.startswith("图")
        )
        foot, left = word.bottom - CAPTION, LEFT + (WIDTH - width) / 2
        page = drawn(city, place + 1, folder)
        box = [round(edge * 100 / 72) for edge in (foot - height, foot, left, left + width)]
        shown = Image.fromarray(page[box[0] : box[1], box[2] : box[3]]).resize((120, 80))
        with Image.open(io.BytesIO(content)) as image:
            meant = image.convert("L").resize((120, 80))
        likeness[caption] = float(numpy.corrcoef(numpy.ravel(shown), numpy.ravel(numpy.asarray(meant, dtype=float)))[0, 1])

    assert {caption: like for caption, like in likeness.items() if like < WHOLE} == {}


def test_the_last_rule_of_the_imprint_lies_on_the_lower_edge_of_the_text(prints, folder):
    city = prints["city"]
    page = drawn(city, len(city.pages), folder, 254)  # ten pixels to a millimetre
    across = page[:, 290:1830] < 160
    rules = numpy.flatnonzero(across.mean(axis=1) > 0.95)

    assert abs(rules.max() / 10 - 262) <= 1
