"""Text is read as Python-Markdown reads it, though most of its patterns are not tried."""

from __future__ import annotations

from evaluation.render.tree import SIGNS, markdown_reader
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

EXTENSIONS = ["tables", "attr_list", "footnotes", "sane_lists", "toc"]
PIECES = (
    *"甲乙 1`\\*_[]()<>!&;\n", "**", "__", "``", "  \n", "](", "][", "[甲](/a.md)", "![图](/b.png '题')", "[甲][乙]", "[甲]", "![甲]",
    "[^1]", "<https://a.cn>", "<a@b.cn>", "<b>", "</b>", "<!-- x -->", "&lt;", "&#94;", "{: .lead }", "\\*", "`a*b`", "***甲***", "*甲_乙*",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
quick, whole = (markdown_reader(EXTENSIONS, {}) for _ in range(2))
whole.treeprocessors.register(InlineProcessor(whole), "inline", 20)


@given(texts)
def test_no_pattern_is_missed(text):
    page = f"{text}\n\n[甲]: /c.md\n[乙]: /d.md 'T'\n\n[^1]: 注{text}"

    assert quick.reset().convert(page) == whole.reset().convert(page)


def test_every_sign_is_one_of_a_pattern_that_there_is():
    assert [name for name in SIGNS if name not in whole.inlinePatterns] == []
