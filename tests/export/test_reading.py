"""Tables read cell by cell, lines read once, and parts read together, are what pandoc makes of each text by itself."""

from __future__ import annotations

import pytest
from evaluation.export import reading
from evaluation.export.pandoc import trees
from evaluation.export.reading import read_once
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = [*"甲乙1%—-:.+*_`~|\\[]()<>&$^#!{}@=\"' \u3000\u00a0\t\u2028\x0c", "**", "甲 ", " b", "\\#", "&amp;", "<!--", "-->", "<div>", "\\a", "**粗**", "[名](/a/b.md#c)", "[^1]", "[名]", "![图](a.png)", "<br>", "&#124;", "\\|", "\\[", "`码`", "https://a.cn"]
NASTY = [*"`[]", "[^1]", "[名]", "`码`"]
"""What keeps a table where it stands."""
cells = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
tame = st.lists(st.sampled_from([piece for piece in PIECES if piece not in (*NASTY, "|", "\\")]), max_size=6).map("".join)
rulers = st.sampled_from(["---", ":---", "---:", ":---:", "-", "--- x", ""])
words = st.lists(st.sampled_from(["甲", "乙，", " ", "*重*", "[^1]", "[名]", "\n", "\\", "`"]), min_size=1, max_size=5).map("".join)
starts = st.sampled_from(["", "![图 *甲* b](x.png)", "![", "段", "“", "a", "# ", "### ", "- ", "1. ", "3.", "12) ", "A. ", "* ", "[^1]: ", "   ", ": "])
lines = st.tuples(starts, st.one_of(tame, tame, cells)).map("".join)


@st.composite
def tables(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 4))
    row = st.lists(draw(st.sampled_from([tame, tame, cells])), min_size=width, max_size=width)
    ruler = draw(st.lists(rulers if draw(st.booleans()) else st.just("---"), min_size=width, max_size=width))
    rows = [draw(row), ruler, *draw(st.lists(row, max_size=3))]
    if draw(st.integers(0, 5)) == 0:
        rows[-1] = rows[-1][1:]
    end = draw(st.sampled_from(["|", "|", "|", "|  ", ""]))
    return "\n".join("|" + "|".join(f" {cell} " for cell in row) + end for row in rows)


pictures = tame.map(lambda words: f"![图{words}](/a.png)")
others = st.sampled_from(
    ["# 标题", "## 标题 {#a}", "- 项\n- 项", "- 项\n\n    段", "1. 一\n2. 二", "- 项\n\n- 项", "> 引", "    码", "```\n码\n```", "```", "---", "[^1]: 注。", "[^1]: 注。\n\n    又注。", "[名]: /x", "段\n==", "&nbsp;", ": 说明"]
)  # fmt: skip
texts = st.lists(st.one_of(tables(), tables(), words, lines, lines, pictures, others), max_size=5)
glue = st.sampled_from([*["\n\n"] * 9, "\n", "\n\n\n", "\n \n", "\n\n    "])


@st.composite
def parts(draw: st.DrawFn) -> str:
    return "".join(block + draw(glue) for block in draw(texts))


def as_taken(read: list[dict]) -> list[dict]:
    """Without what no document takes: widths of a wide table's columns by its dashes, and names of headings."""

    def told(node: object) -> object:
        if isinstance(node, dict) and node.get("t") == "Header":
            return [node["c"][0], told(node["c"][2])]
        if isinstance(node, dict):
            return {"t": "ColWidthDefault"} if node.get("t") == "ColWidth" else {key: told(value) for key, value in node.items()}
        return [told(each) for each in node] if isinstance(node, list) else node

    return told(read)


@given(st.lists(parts(), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_the_tree_is_what_pandoc_makes_of_each_text(markdowns):
    assert as_taken(read_once(markdowns, trees)) == as_taken(trees(markdowns))


def questions_for(*markdowns: str) -> list[list[str]]:
    asked = []

    def read(texts):
        asked.append(list(texts))
        return trees(texts)

    read_once(markdowns, read)
    return asked


def test_all_parts_are_one_question_and_a_cell_is_asked_once():
    reading.known.clear()
    table = "| 甲 | 乙 |\n| --- | --- |\n| 甲 | 丙 |\n"
    (question,) = questions_for(f"段\n\n{table}\n段\n", table)
    (text,) = question

    assert text.count("| 甲 |") == 1
    assert "| 丙 |" in text
    (again,) = questions_for(table)
    assert "甲" not in again[0]


def test_a_line_is_asked_once():
    reading.known.clear()
    ((text,),) = questions_for("## 题 {#a}\n\n段[名](/a.md)\n", "段[名](/a.md)\n")
    ((again,),) = questions_for("段[名](/a.md)\n\n又\n")

    assert text.count("段") == text.count("题") == 1
    assert "段" not in again
    assert "又" in again


def test_the_words_of_a_picture_are_asked_as_a_line():
    reading.known.clear()
    ((text,),) = questions_for("![条形图，**甲**](/charts/a.svg)\n\n![[乙]](b.svg)\n")

    assert text.startswith(f"![{reading.PLACE}](/charts/a.svg)\n\n![[乙]](b.svg)\n")
    assert "\n\n条形图，**甲**\n\n" in text


@pytest.mark.parametrize("line", ["甲[^1]", "[甲]", "甲[乙][丙]", "1. 甲", "- 甲", "> 甲", "a<b", "\\a甲", "甲\n乙"])
def test_a_line_that_may_mean_something_else_elsewhere_keeps_its_place(line):
    ((text,),) = questions_for(f"段\n\n{line}\n\n段\n")

    assert text.startswith(f"{reading.PLACE}\n\n{line}\n\n{reading.PLACE}\n")


@pytest.mark.parametrize("markdown", ["```\n| 甲 |\n| --- |\n", "[甲][1]\n\n[1]: /x\n", f"段{reading.SEAM}\n", f"段{reading.PLACE}\n"])
def test_what_may_reach_into_another_part_is_read_by_itself(markdown):
    assert questions_for(markdown, "乙\n") == [[markdown, "乙\n"]]


def test_parts_that_share_a_footnote_are_read_by_themselves():
    assert questions_for("甲[^1]\n", "[^1]: 注\n") == [["甲[^1]\n", "[^1]: 注\n"]]


@pytest.mark.parametrize("cell", ["`甲|乙`", "甲[^1]", "[甲]", "[甲][乙]"])
def test_a_cell_that_may_mean_something_else_elsewhere_keeps_its_table(cell):
    ((text,),) = questions_for(f"| 题 |\n| --- |\n| {cell} |\n")

    assert f"| {cell} |" in text.split(reading.SEAM)[0]


def test_many_cells_are_read_before_the_text(monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    reading.known.clear()
    table = "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n| 戊 | 甲 |\n"
    first, second, third = questions_for(table)

    assert [text.count("\n") - 2 for (text,) in (first, second)] == [2, 2]
    assert "| 戊 |" in third[0]
    assert as_taken(read_once([table], trees)) == as_taken(trees([table]))


def test_what_is_kept_of_cells_has_a_bound(monkeypatch):
    monkeypatch.setattr(reading, "MANY", 3)
    table = "| {} | 乙 |\n| --- | --- |\n| 甲 | 丙 |\n"
    read = [read_once([table.format(number)], trees) for number in range(4)]

    assert read == [as_taken(trees([table.format(number)])) for number in range(4)]
    assert len(reading.known) <= 6
