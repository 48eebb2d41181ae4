"""Plain words of the data stay those words, in running text and in table cells, on the site and in the document."""

from __future__ import annotations

import pytest
from evaluation.render.inline import blocks, bullet, escape, link, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.parsers import in_the_document, on_the_site, squeezed

TRICKY = [
    "甲|乙",
    "*重点*和**强调**",
    "_下划_线",
    "`代码`",
    "[链接](x)",
    "![图](x)",
    "<规划>和<b>",
    "a < b & c > d",
    "&lt;原样&amp;",
    "{{ 值 }}",
    "{#id}",
    "~删~",
    "2021~2023年",
    "$100和$200",
    "^上标^",
    "[^1]",
    "\\反斜杠\\",
    "第 #3 项",
    "《规划》（〔2022〕1号）",
    "\"引号\"与'单引号'",
    "@某人",
    "https://example.org/a_b_c",
    "1. 不是列表",
    "- 不是列表",
    "+ 不是",
    "# 不是标题",
    "> 不是引用",
    ": 不是定义",
    "=====",
    "---",
    "| 不是表 |",
    "(2) 段落",
    "2022年。3. 再说",
    "😀",
    "**粗**体|列",
]


@pytest.mark.parametrize("words", TRICKY)
def test_a_paragraph_reads_as_written_everywhere(words):
    assert on_the_site(paragraph(words)) == squeezed(words)
    assert in_the_document(paragraph(words)) == squeezed(words)


def test_table_cells_read_as_written_everywhere():
    table = "\n".join(["| 甲 |", "| :--- |", *(f"| {escape(words)} |" for words in TRICKY)])

    assert on_the_site(table) == squeezed("甲" + "".join(TRICKY))
    assert in_the_document(table) == squeezed("甲" + "".join(TRICKY))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="甲乙丙 1.-+#*_`[](){}<>|\\&;:=~^$!@\"'，。（）\n", min_size=1, max_size=30))
def test_any_words_read_as_written_on_the_site(words):
    assert on_the_site(paragraph(words)) == squeezed(words)


def test_lines_of_one_text_join_without_a_gap_between_chinese():
    assert escape("第一行\n　第二行\r\nEnglish\nwords") == "第一行第二行English words"


def test_blank_lines_part_paragraphs():
    assert paragraph("甲\n\n乙\n丙") == "甲\n\n乙丙"


def test_a_link_and_a_bullet():
    assert (
        bullet("责任[单位]", link("市*局", "/departments/a.md")) == "- **责任\\[单位\\]**：[市\\*局](/departments/a.md)"
    )


def test_blocks_leave_out_what_is_empty():
    assert blocks("甲\n", None, "", "\n乙") == "甲\n\n乙\n"
