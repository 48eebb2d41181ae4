"""Authors' Markdown comes out in the one form that site and document read alike, with the same words."""

from __future__ import annotations

import pytest
from evaluation.render.normalise import Mend, mends, normalised, with_own_footnotes
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.parsers import in_the_document, on_the_site

FORMS = {
    "a list after text gets its blank line": ("前文：\n- 一\n- 二\n", "前文：\n\n- 一\n- 二\n"),
    "a table after text gets its blank line": (
        "前文\n| 甲 |\n|---|\n| 乙 |\n后文",
        "前文\n\n| 甲 |\n|---|\n| 乙 |\n\n后文",
    ),
    "a heading stands alone": ("前文\n## 标题\n后文", "前文\n\n## 标题\n\n后文"),
    "a heading gets its space": ("##标题", "## 标题"),
    "full-width indents go": ("　　段落", "段落"),
    "tabs become spaces": ("-\t一\n\t- 二", "- 一\n    - 二"),
    "two-space lists become four-space lists": ("- 一\n  - 二\n    - 三\n- 四", "- 一\n    - 二\n        - 三\n- 四"),
    "three-space lists too": ("1. 一\n   - 二\n2. 三", "1. 一\n    - 二\n2. 三"),
    "an item's second paragraph stays in it": ("- 一\n\n  续\n- 二", "- 一\n\n    续\n\n- 二"),
    "angle brackets around Chinese are text": ("关于印发<规划>的通知", "关于印发&lt;规划>的通知"),
    "line ends and BOM": ("\ufeff甲\r\n乙\r", "甲\n乙\n"),
    "code stays as it is": ("```\n##x\n　　<规>\n```", "```\n##x\n　　<规>\n```"),
    "code gets its blank lines": ("甲\n```\nx\n```\n乙", "甲\n\n```\nx\n```\n\n乙"),
}


@pytest.mark.parametrize("case", FORMS)
def test_forms(case):
    before, after = FORMS[case]

    assert normalised(before) == after


@pytest.mark.parametrize("case", FORMS)
def test_normalising_again_changes_nothing(case):
    once = normalised(FORMS[case][0])

    assert normalised(once) == once


@pytest.mark.parametrize("case", FORMS)
def test_both_readers_see_the_same_words(case):
    text = normalised(FORMS[case][0])

    assert on_the_site(text) == in_the_document(text)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["- 一", "  - 二", "    - 三", "1. 甲", "正文", "", "| 甲 |", "|---|", "## 题", "　　段", "```", "    码"]
        ),
        max_size=10,
    )
)
def test_normalising_twice_is_normalising_once(parts):
    once = normalised("\n".join(parts))

    assert normalised(once) == once


def test_footnotes_become_the_texts_own():
    text = "甲[^1]乙[^注]。`[^1]`\n\n[^1]: 说明\n[^注]: 另一条"

    assert (
        with_own_footnotes(text, "tasks")
        == "甲[^tasks-1]乙[^tasks-注]。`[^1]`\n\n[^tasks-1]: 说明\n[^tasks-注]: 另一条"
    )


def test_every_line_that_is_laid_out_anew_is_named():
    text = "　　甲：\n- 乙\n  - 丙\n##丁\n\n戊"

    assert list(mends(text)) == [
        (0, Mend.INDENT, "甲："),
        (2, Mend.NESTING, "    - 丙"),
        (3, Mend.HEADING, "## 丁"),
        (1, Mend.GAP, "- 乙"),
        (3, Mend.GAP, "## 丁"),
    ]
    assert list(mends(normalised(text))) == []


HTML = {
    "a tag is text": ("甲<b>乙</b><br/>", "甲&lt;b>乙&lt;/b>&lt;br/>"),
    "a comment is text": ("<!-- 甲 -->", "&lt;!-- 甲 -->"),
    "an address stays a link": ("<https://a.cn/>，<a@b.cn>，<mailto:a@b.cn>", "<https://a.cn/>，<a@b.cn>，<a@b.cn>"),
    "a sign stays a sign": ("a < b，a<1，<=3，<-", "a < b，a<1，<=3，<-"),
}


@pytest.mark.parametrize("case", HTML)
def test_html_is_text_in_both_outputs(case):
    written, expected = HTML[case]

    assert normalised(written) == expected
    assert on_the_site(normalised(written)) == in_the_document(normalised(written))
