"""Tables that pandoc writes cell by cell hold what it writes in them when it writes them whole."""

from __future__ import annotations

from evaluation.export import writing
from evaluation.export.body import hint_chinese, parsed
from evaluation.export.docx import trees, word_parts
from evaluation.export.ooxml import NAMESPACES, name
from evaluation.export.tables import Cell, Table
from evaluation.export.writing import restored, shortened
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = [*"甲乙丙“”1%—…·a \u3000\u00a0&<>", "a\u00adb", "\\ ", "见表1", "表2", "图1", "附表1", "**粗**", "[名](https://a.cn)", "[^1]", "H~2~O", "x", "\\|", "2023年"]
cells = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
sides = st.sampled_from(["---", ":---", "---:", ":---:"])


@st.composite
def tables(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 3))
    row = st.lists(cells, min_size=width, max_size=width)
    ruler = draw(st.lists(sides, min_size=width, max_size=width))
    rows = [draw(row), ruler, *draw(st.lists(row, min_size=1, max_size=3))]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


others = st.sampled_from(["段见表1。", "表1　题", "附表1　题", "注：甲", "单位：万元", "- 项", "- 项\n\n    段", "> 引", "## 题", "图1　题"])
texts = st.lists(st.one_of(tables(), tables(), others), min_size=1, max_size=5).map("\n\n".join)


def body_of(parts: dict[str, str]):
    return parsed(parts["word/document.xml"]).find(name("body"))


def write(blocks):
    return body_of(word_parts({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}))


Held = list[list[tuple[Cell, str | None]]]
"""What each cell holds, and where its author set it."""


def whole(table) -> tuple[Held, int]:
    """Of a table that pandoc wrote whole, with the number of its header rows."""
    hint_chinese(table)
    rows = table.findall(name("tr"))
    held = [[(writing._cell(each), side_of(each)) for each in row.iterfind("w:tc/w:p", NAMESPACES)] for row in rows]
    return held, sum(row.find("w:trPr/w:tblHeader", NAMESPACES) is not None for row in rows)


def side_of(paragraph) -> str | None:
    mark = paragraph.find("w:pPr/w:jc", NAMESPACES)
    return None if mark is None else mark.get(name("val"))


def again(table: Table) -> tuple[Held, int]:
    """The same of a table whose cells came back one by one."""
    return [[(cell, table.side(column, cell)) for column, cell in enumerate(row)] for row in table.rows], table.headers


def around(body) -> list[str]:
    """Each block's kind and, of a paragraph, what it holds."""
    found = [block for block in body if block.tag in (name("p"), name("tbl"))]
    return ["table" if block.tag == name("tbl") else writing._cell(block).runs for block in found]


@given(texts)
@settings(max_examples=80, deadline=None)
def test_a_table_holds_what_pandoc_writes_in_it(markdown):
    (tree,) = trees([f"{markdown}\n\n[^1]: 注\n"])
    plain = body_of(word_parts(tree))
    short = shortened(tree["blocks"], write)
    body = body_of(word_parts(tree | {"blocks": short.blocks}))
    held = restored(body, short)

    assert list(held) == body.findall(name("tbl"))
    assert around(body) == around(plain)
    assert [again(table) for table in held.values()] == [whole(table) for table in plain.findall(name("tbl"))]


def test_plain_words_are_written_once(monkeypatch):
    monkeypatch.setattr(writing, "known", {})
    (tree,) = trees(["| 甲 | 乙 |\n| --- | --- |\n| 甲 | [丙](https://a.cn) |\n\n| 乙 |\n| --- |\n"])
    short = shortened(tree["blocks"], write)

    assert short.wanted == ["甲", "乙"]
    restored(body_of(word_parts(tree | {"blocks": short.blocks})), short)
    assert shortened(tree["blocks"], write).wanted == []


def test_many_cells_are_written_in_several_columns(monkeypatch):
    monkeypatch.setattr(writing, "known", {})
    monkeypatch.setattr(writing, "AT_ONCE", 2)
    (tree,) = trees(["| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n| 戊 | 甲 |\n"])
    short = shortened(tree["blocks"], write)
    (table,) = restored(body_of(word_parts(tree | {"blocks": short.blocks})), short).values()

    assert short.wanted == ["戊"]
    assert [[cell.text for cell in row] for row in table.rows] == [["甲", "乙"], ["丙", "丁"], ["戊", "甲"]]
    assert all(f">{cell.text}<" in cell.runs for row in table.rows for cell in row)


def test_what_is_kept_of_cells_has_a_bound(monkeypatch):
    monkeypatch.setattr(writing, "known", {"甲": Cell("甲", ""), "乙": Cell("乙", "")})
    monkeypatch.setattr(writing, "MANY", 1)
    (tree,) = trees(["| 甲 |\n| --- |\n"])

    assert shortened(tree["blocks"], write).wanted == ["甲"]
