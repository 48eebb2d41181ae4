"""A page's HTML is the same whether all of it is read, or only what is new in it."""

from __future__ import annotations

from itertools import permutations

import pytest
from evaluation.render import webpage
from evaluation.render.webpage import Reader, made, placed, read
from mkdocs.config import load_config

from tests.conftest import ROOT

PARTS = (
    "# 题\n\n::: cards\n\n[甲](/a.md)\n\n:::\n\n",
    "## 甲\n\n| 子 | 丑 |\n| :-- | --: |\n| ● 达标 | 1 |\n\n### 寅\n\n第一句。\n\n",
    "## 乙\n\n- **卯**：辰\n\n",
    "## 甲\n\n同名的标题。\n\n",
    "## 甲_1\n\n像是第二个同名的标题。\n\n",
    "## 丙 {#yi}\n\n巳[^1]。\n\n[^1]: 注。\n\n",
    "## 丁\n\n<b>午\n\n",
    "## 戊 {#__x}\n\n未\n\n",
    "```\n## 己\n```\n\n庚\n--\n\n",
    "没有标题的一段。\n\n",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Reader.of(config.markdown_extensions, config.mdx_configs)


def test_what_stood_there_before_changes_nothing(reader):
    texts = ["".join(parts) for count in (1, 2, 3) for parts in permutations(PARTS, count)]
    alone = {text: made(text, False, reader) for text in texts}

    for text, before in zip(texts, [*texts[7:], *texts[:7]], strict=True):
        assert made(text, False, reader, alone[before]) == alone[text], (text, before)


def test_only_what_is_new_is_read(reader, monkeypatch):
    before = made("".join(PARTS[:3]), False, reader)
    asked = []
    monkeypatch.setattr(webpage, "_read", lambda text, reader, real=webpage._read: asked.append(text) or real(text, reader))

    made("".join(PARTS[:2]) + "## 乙\n\n改过的一句。\n", False, reader, before)

    assert asked == ["## 乙\n\n改过的一句。\n"]


def test_a_text_that_cannot_be_cut_is_read_once(reader, monkeypatch):
    before = made("".join(PARTS[:3]), False, reader)
    asked = []
    monkeypatch.setattr(webpage, "_read", lambda text, reader, real=webpage._read: asked.append(text) or real(text, reader))

    made("## 甲\n\n## 甲\n", False, reader, before)

    assert asked == ["## 甲\n\n## 甲\n"]


def test_a_page_knows_its_title_headings_sections_and_addresses(reader):
    kept = made("".join(PARTS[:3]), True, reader)
    page = read(kept, "key", lambda: kept)

    assert page.title == "题"
    assert [(heading["name"], [child["name"] for child in heading["children"]]) for heading in page.headings] == [("题", ["甲", "乙"])]
    assert [child["name"] for child in page.headings[0]["children"][0]["children"]] == ["寅"]
    assert [(section.location, section.title, section.text) for section in page.sections] == [
        ("", "", "甲"),
        ("#甲", "甲", "子 丑 ● 达标 1"),
        ("#寅", "寅", "第一句。"),
        ("#乙", "乙", "卯：辰"),
    ]
    assert page.addresses == ("/a.md",)
    assert placed(page.content(), {"/a.md": "../a.html"}).startswith('<div class="report"><h1 id="题">题</h1>\n<div class="cards"><p><a href="../a.html">')
