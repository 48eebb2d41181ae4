"""Heading numbers: 一、（一）1.（1）, restarted by each higher heading, the same text for site and document."""

from __future__ import annotations

import pytest
from evaluation.render.numbering import Counts, chinese, heading_of, numbered, shifted


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "100"),
    ],
)
def test_chinese_numerals_go_on_past_ten(number, text):
    assert chinese(number) == text


def test_each_level_has_its_form_and_starts_anew():
    text = "# 甲\n\n## 乙\n\n### 丙\n\n#### 丁\n\n##### 戊\n\n### 己\n\n## 庚\n\n### 辛\n"

    markdown, counts = numbered(text, Counts(), "overview")

    assert markdown == (
        "# 一、甲 {#overview}\n\n## （一）乙 {#overview-1}\n\n### 1.丙 {#overview-1-1}\n\n"
        "#### （1）丁 {#overview-1-1-1}\n\n##### 戊 {#overview-1-1-1-1}\n\n"
        "### 2.己 {#overview-1-2}\n\n## （二）庚 {#overview-2}\n\n### 1.辛 {#overview-2-1}\n"
    )
    assert counts.levels == (1, 2, 1, 0, 0, 0)


def test_numbers_go_on_from_the_chapter_before():
    _, counts = numbered("# 甲\n\n## 乙\n", Counts(), "a")

    assert numbered("# 丙\n\n## 丁\n", counts, "b")[0] == "# 二、丙 {#b}\n\n## （一）丁 {#b-1}\n"


def test_a_sections_own_headings_stand_one_level_below_it():
    markdown, _ = numbered("## 责任\n\n### 清单\n\n## 成效\n", Counts((1, 2, 0, 0, 0, 0)), "tasks", shift=1, top=2)

    assert markdown == "### 1.责任 {#tasks-1}\n\n#### （1）清单 {#tasks-1-1}\n\n### 2.成效 {#tasks-2}\n"


def test_an_authors_own_id_stays():
    assert numbered("## 目标 {#goals}", Counts(), "x")[0] == "## （一）目标 {#goals}"


def test_code_is_no_heading():
    text = "```\n# 不是标题\n```\n\n    # 也不是\n"

    assert numbered(text, Counts(), "x") == (text, Counts())


def test_closing_hashes_go():
    assert heading_of("## 标题 ##").title == "标题"


def test_shifting_changes_levels_only():
    assert shifted("# 一、甲 {#a}\n\n正文\n\n## （一）乙 {#b}\n", 1) == "## 一、甲 {#a}\n\n正文\n\n### （一）乙 {#b}\n"
