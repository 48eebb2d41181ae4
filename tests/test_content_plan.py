"""The pages under docs/plan/ are the work plan itself: every character of it, in order, and nothing besides."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import markdown
import pypandoc
import pytest

ROOT = Path(__file__).parent.parent
ORIGINAL = (ROOT / "tests/fixtures/work-plan.txt").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs/plan").glob("[0-9]*.md"))
READER = (
    "markdown-subscript-superscript-strikeout-fancy_lists-example_lists-smart-citations-tex_math_dollars"
    "-implicit_figures-blank_before_header-raw_tex+east_asian_line_breaks+four_space_rule-raw_html-raw_attribute"
    "-yaml_metadata_block-tex_math_single_backslash"
)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def original_lines() -> list[str]:
    """The work plan's lines; the bookmark is a mark that the Word extraction left, not text."""
    return [line.strip() for line in ORIGINAL.replace("[bookmark: _GoBack]", "").splitlines() if line.strip()]


def headings_split(line: str) -> str:
    """A run-in heading such as （一）强化组织领导。各旗区… loses its full stop when it becomes a page heading."""
    return re.sub(r"^(（[一二三四五]）[^。]*)。", r"\1", line)


def page_source(path: Path) -> str:
    """A page without front matter and without the references that place a chart."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    return re.sub(r"^\{\{.*\}\}$", "", text, flags=re.MULTILINE)


def visible_text(source: str) -> str:
    """What a reader sees of Markdown that has only headings, paragraphs and a table."""
    lines = [line for line in source.splitlines() if not re.fullmatch(r"[| -]+", line)]
    return unescape(squeeze("".join(line.lstrip("# ").replace("|", "") for line in lines)))


def test_the_pages_hold_every_character_of_the_work_plan_in_order_and_no_other():
    pages = "".join(visible_text(page_source(path)) for path in PAGES)

    assert pages == squeeze("".join(headings_split(line) for line in original_lines()))


def test_every_sentence_of_the_work_plan_stands_on_the_pages_in_order():
    pages = "".join(visible_text(page_source(path)) for path in PAGES)
    sentences = [squeeze(part) for line in original_lines() for part in line.split("。") if part.strip()]
    position = 0

    for sentence in sentences:
        assert sentence in pages[position:], sentence
        position = pages.index(sentence, position) + len(sentence)

    assert len(sentences) == 75


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_both_parsers_keep_every_character_of_a_page(path: Path):
    source = page_source(path)
    site = markdown.markdown(source, extensions=["tables", "attr_list", "footnotes", "sane_lists", "toc"])
    document = pypandoc.convert_text(source, "html", format=READER)

    for html in (site, document):
        assert unescape(squeeze(re.sub(r"<[^<>]+>", "", html))) == visible_text(source)


def test_the_flaws_of_the_original_are_kept():
    division = (ROOT / "docs/plan/04-division.md").read_text(encoding="utf-8")
    schedule = (ROOT / "docs/plan/05-schedule.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (（.）)", division, flags=re.MULTILINE) == ["（1）", "（二）"]
    assert "## （三）报送审定阶段：（8月-9月）\n" in schedule


def test_the_contact_list_is_an_empty_table():
    rows = [line for line in page_source(PAGES[-1]).splitlines() if line.startswith("|")]

    assert rows == ["| 单位名称 | 姓名 | 职务 | 联系方式 |", "| --- | --- | --- | --- |", *["|  |  |  |  |"] * 3]


def test_the_first_page_leads_to_all_others():
    index = (ROOT / "docs/plan/index.md").read_text(encoding="utf-8")

    assert re.findall(r"\]\(/plan/([^)]+)\)", index) == [path.name for path in PAGES]
