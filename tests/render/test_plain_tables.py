"""A table that is written at once is byte for byte the one that Python-Markdown and the site's tree would make."""

from __future__ import annotations

from evaluation.render.plain_tables import PlainTables
from evaluation.render.tree import markdown_reader
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.tables import TableProcessor

EXTENSIONS = ["tables", "attr_list", "footnotes", "sane_lists", "toc"]
SETTINGS = {"tables": {"use_align_attribute": True}}

words = st.text(st.sampled_from("甲乙　●▲1.5—% -><&\"'!:#()（）]a_*\\`[{}^~|"), max_size=9)
kept_words = st.text(st.sampled_from("甲乙●■○1.5— -%>\"'()]"), max_size=14)
targets = st.sampled_from(["/banners/a_b.md", "/projects/P01.md#t1-1", "/x.md?领域=甲", "https://example.cn/a?b=1", "a.md 'x'", "<a b>", "&#106;a"])
links = st.builds("[{}]({})".format, words, targets)
plain_links = st.builds("[{}]({})".format, kept_words.filter(lambda text: "]" not in text), targets)
cells = st.lists(st.one_of(words, links, st.sampled_from(["**合计**", "合计", "全市", "`甲|乙`", "<b>", "甲[^1]"])), max_size=3).map("".join)
plain_cells = st.one_of(kept_words, st.lists(st.one_of(kept_words, plain_links), max_size=3).map("".join), st.sampled_from(["合计", "全市"]))
separators = st.sampled_from([":---", "---:", ":---:", "---"])


def rows(cell):
    return st.lists(st.lists(cell, max_size=5).map(lambda row: f"| {' | '.join(row)} |"), max_size=6)


def table(cell):
    def lines(columns):
        head = st.lists(cell, min_size=columns, max_size=columns), st.lists(separators, min_size=columns, max_size=columns)
        return st.tuples(*(line.map(lambda row: f"| {' | '.join(row)} |") for line in head), rows(cell).map("\n".join)).map("\n".join)

    return st.integers(1, 4).flatmap(lines)


def inside_an_item(lines):
    return "- 项\n\n" + "\n".join(f"    {line}" for line in lines.split("\n"))


pages = st.lists(
    st.one_of(table(cells), table(plain_cells), table(plain_cells).map(inside_an_item), st.sampled_from(["# 题", "段落。", "- 项", "::: card", ":::", "[甲]: /b.md", "[^1]: 注"])),
    max_size=5,
).map("\n\n".join)
quick, slow = (markdown_reader(EXTENSIONS, SETTINGS) for _ in range(2))
slow.parser.blockprocessors.register(TableProcessor(slow.parser, slow.parser.blockprocessors["table"].config), "table", 75)


@given(pages)
def test_a_page_is_the_same_as_without_the_short_way(text):
    assert quick.reset().convert(text) == slow.reset().convert(text)


def test_a_table_of_words_and_links_goes_the_short_way(monkeypatch):
    monkeypatch.setattr(TableProcessor, "run", None)

    found = quick.reset().convert("| 项目 | 进展 |\n| :--- | ---: |\n| [甲](/projects/P01.md)、乙 | ▲ 滞后 |\n| 合计 | 2 |")

    assert '<td align="left"><a href="/projects/P01.md">甲</a>、乙</td>' in found
    assert '<span class="status status-late">▲ 滞后</span>' in found
    assert "<tfoot><tr>\n<td align=\"left\">合计</td>" in found


def test_any_other_table_is_still_read():
    found = quick.reset().convert("| 名称 | 写法 |\n| --- | --- |\n| **甲** | `a|b` |")

    assert "<td><strong>甲</strong></td>\n<td><code>a|b</code></td>" in found
    assert isinstance(quick.parser.blockprocessors["table"], PlainTables)
