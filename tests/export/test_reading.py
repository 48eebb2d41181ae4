"""Plain blocks, and parts read together, are what pandoc makes of each text by itself."""

from __future__ import annotations

import pytest
from evaluation.export import reading
from evaluation.export.pandoc import trees
from evaluation.export.reading import read_once
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = [*"甲乙1%—-:.+*_`~|\\[]()<>&$^#!{}@=\"' \u3000\u00a0\u00ad\u200b\t\u2028\x0c", "**", "甲 ", " b", "\\#", "\\*", "&amp;", "&#126;", "&lt", "![图 b](a.png)", "[名 ](x?a=1)", "<!--", "-->", "<div>", "**粗**", "[名](/a/b.md#c)", "[^1]", "[名]", "![图](a.png)", "<br>", "&#124;", "\\|", "\\[", "`码`", "https://a.cn"]
NASTY = [*"`[]", "[^1]", "[名]", "`码`"]
"""What keeps a table where it stands."""
cells = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
tame = st.lists(st.sampled_from([piece for piece in PIECES if piece not in (*NASTY, "|", "\\")]), max_size=6).map("".join)
rulers = st.sampled_from(["---", ":---", "---:", ":---:", "-", "--- x", ""])
words = st.lists(st.sampled_from(["甲", "乙，", " ", "*重*", "[^1]", "[名]", "\n", "\\", "`"]), min_size=1, max_size=5).map("".join)
lines = st.tuples(st.sampled_from(["", "", "段", "# ", "### ", "- ", "1. ", "3.", "12) ", "* ", "+", "[^1]: ", "   ", ": "]), cells).map("".join)
several = st.tuples(st.sampled_from(["- ", "1. ", "", "7. "]), st.lists(tame, min_size=1, max_size=3)).map(lambda told: "\n".join(told[0] + text for text in told[1]))


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


others = st.sampled_from(
    ["# 标题", "## 标题 {#a}", "- 项\n- 项", "- 项\n\n    段", "1. 一\n2. 二", "- 项\n\n- 项", "> 引", "    码", "```\n码\n```", "```", "---", "[^1]: 注。", "[^1]: 注。\n\n    又注。", "[名]: /x", "段\n==", "&nbsp;", ": 说明"]
)  # fmt: skip
texts = st.lists(st.one_of(tables(), tables(), words, lines, lines, several, others), max_size=5)
glue = st.sampled_from([*["\n\n"] * 12, "\n", "\n\n\n", "\n \n", "\n\n    "])


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
@settings(max_examples=200, deadline=None)
def test_the_tree_is_what_pandoc_makes_of_each_text(markdowns):
    assert as_taken(read_once(markdowns, trees)) == as_taken([tree["blocks"] for tree in trees(markdowns)])


def questions_for(*markdowns: str) -> list[list[str]]:
    asked = []

    def read(texts):
        asked.append(list(texts))
        return trees(texts)

    read_once(markdowns, read)
    return asked


@pytest.mark.parametrize(
    "markdown",
    [
        "# 一、题 {#a-1}\n\n## （一）题\n",
        "2022年[名](/a/b.md#c)为3.1%，见图1[^1]。\n\n[^1]: 注，[名](x.md)。\n",
        "3.4人，**粗**体，A\\_B，R&amp;D，2021~2023年\n",
        "![图](/charts/a.svg)\n",
        "- **甲**：乙\n- [丙](/a.md)\n\n段\n\n1. 甲\n2. 乙\n",
        "| 甲 | 乙 |\n| :--- | ---: |\n| [丙](/x.md) | 1\\|2 |\n|  | **丁** |\n",
    ],
)
def test_plain_blocks_are_not_asked(markdown):
    assert questions_for(markdown) == []


def test_the_rest_of_all_parts_is_one_question():
    table = "| 甲 |\n| --- |\n| `丙` |\n"
    ((text,),) = questions_for("段\n\n段\n\n1. 项\n    - 项\n\n段\n", "段\n", f"{table}\n## 题\n")

    assert text == f"{reading.PLACE}\n\n1. 项\n    - 项\n\n{reading.PLACE}\n\n{reading.SEAM}\n\n{table}\n{reading.PLACE}"


def test_a_footnote_is_told_to_pandoc_where_it_reads_anything():
    ((text,),) = questions_for("甲[^1]\n\n`乙`[^1]\n\n[^1]: 注\n")

    assert text == f"{reading.PLACE}\n\n`乙`[^1]\n\n[^1]: 注"


REACHING = ["```\n甲\n", "[甲][1]\n\n[1]: /x\n", "\\newcommand\n", "[^1]:\n\n甲\n", "甲\n \n乙\n", f"段{reading.SEAM}\n", f"段{reading.PLACE}\n"]


@pytest.mark.parametrize("markdown", REACHING)
def test_what_may_reach_into_another_block_is_read_as_it_stands(markdown):
    assert questions_for(markdown, "乙\n") == [[markdown, "乙\n"]]


def test_parts_that_share_a_footnote_are_read_by_themselves():
    assert questions_for("甲[^1]\n", "[^1]: 注\n") == [["甲[^1]\n", "[^1]: 注\n"]]


@pytest.mark.parametrize("cell", ["`甲|乙`", "甲[^1]", "[甲]", "[甲][乙]", "*甲*", "a<b"])
def test_a_table_of_more_than_plain_cells_is_pandocs(cell):
    ((text,),) = questions_for(f"| 题 |\n| --- |\n| {cell} |\n")

    assert f"| {cell} |" in text


@pytest.mark.parametrize("following", ["    又一段", "- 项", "    - 项"])
def test_a_list_that_may_go_on_is_pandocs(following):
    ((text,),) = questions_for(f"- 项\n- 项\n\n{following}\n")

    assert text.startswith("- 项")
