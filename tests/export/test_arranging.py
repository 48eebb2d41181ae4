"""An official document divides a text into paragraphs of its own styles: pictures apart, notes smaller, lists as text."""

from __future__ import annotations

import pytest
from evaluation.export.document import _vetted
from evaluation.export.ooxml import name, style_of, text_of
from evaluation.export.pictures import Album
from evaluation.export.writing import written

from tests.export.manuscripts import charts, manuscript

PICTURE = "![替代](/charts/city-I01.svg)"
TABLE = "| 甲 |\n| --- |\n| 乙 |"


def body_of(markdown: str):
    blocks, _ = _vetted(manuscript(markdown), (), Album(charts, None))
    return written(blocks).body


def told(markdown: str) -> list[str]:
    """Each block's style and text."""
    return [f"{style_of(block) or block.tag.rpartition('}')[2]} {text_of(block)}".strip() for block in body_of(markdown)]


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("1. 甲\n2. 乙\n    1. 丙\n    2. 丁\n", ["BodyText 1.甲", "BodyText 2.乙", "BodyText （1）丙", "BodyText （2）丁"]),
        ("3. 甲\n\n    段\n\n4. 乙\n", ["BodyText 3.甲", "BodyText 段", "BodyText 4.乙"]),
        ("- 甲\n    - 乙\n        - 丙\n", ["BodyText ——甲", "BodyText ·乙", "BodyText ·丙"]),
        (f"- {PICTURE}\n", ["BodyText ——", "Figure"]),
        (f"- 甲\n\n    注：乙\n\n{TABLE}\n", ["BodyText ——甲", "BodyText 注：乙", "tbl"]),
    ],
)
def test_lists_are_text(markdown, blocks):
    assert told(markdown) == blocks


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        (f"甲{PICTURE}乙", ["BodyText 甲", "Figure", "BodyText 乙"]),
        (f"{PICTURE}\n图1　题", ["Figure", "FigureCaption 图1　题"]),
        (f"{PICTURE} {PICTURE}", ["Figure", "Figure"]),
        (f"甲**{PICTURE}**乙", ["BodyText 甲乙"]),
    ],
)
def test_a_picture_stands_in_a_paragraph_of_its_own(markdown, blocks):
    assert told(markdown) == blocks


def test_pictures_are_numbered_and_keep_their_words():
    body = body_of(f"{PICTURE}\n\n![a & <b> \\\"](/charts/city-I01.svg)\n")

    assert [(each.get("name"), each.get("descr")) for each in body.iter(name("wp:docPr"))] == [("图片1", "替代"), ("图片2", 'a & <b> "')]


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        (f"表1　题\n\n单位：人\n\n{TABLE}\n\n注：甲\n\n来源：乙\n\n来源：丙", ["TableCaption 表1　题", "TableUnit 单位：人", "tbl", "TableNote 注：甲", "TableNote 来源：乙", "TableNote 来源：丙"]),
        ("注：甲\n\n段\n\n来源：乙", ["BodyText 注：甲", "BodyText 段", "BodyText 来源：乙"]),
        (f"{TABLE}\n\n段\n\n注：甲", ["tbl", "BodyText 段", "BodyText 注：甲"]),
        (f"{PICTURE}\n\n资料来源：甲", ["Figure", "TableNote 资料来源：甲"]),
    ],
)  # fmt: skip
def test_notes_are_set_smaller_beside_what_they_explain(markdown, blocks):
    assert told(markdown) == blocks


@pytest.mark.parametrize(
    ("markdown", "text"),
    [("甲\n乙", "甲乙"), ("甲\nb", "甲b"), ("a\nb", "a b"), ("**甲**\n[乙](/x.md)", "甲乙"), ("a，\nb", "a，b"), ("a,\nb", "a, b")],
)
def test_a_line_break_joins_chinese_without_a_space(markdown, text):
    assert told(markdown) == [f"BodyText {text}"]


@pytest.mark.parametrize(
    ("markdown", "style"),
    [
        ("**（一）甲。**乙", "RunInHeading2"),
        ("**一、甲。**乙", "RunInHeading1"),
        ("**1.甲。**乙", None),
        ("**（1）甲。**乙", None),
        ("**甲**乙", "Emphasis"),
        ("乙**（一）甲**", "Emphasis"),
        ("乙**1.甲**", "Emphasis"),
        ("| **（一）甲** |\n| --- |\n", "Emphasis"),
    ],
)
def test_bold_text_has_the_face_of_its_level_or_of_emphasis(markdown, style):
    blocks, _ = _vetted(manuscript(markdown), (), Album(charts, None))
    text = written(blocks)
    cells = "".join(cell.runs for table in text.tables.values() for row in table.rows for cell in row)
    found = [each.get(name("val")) for each in text.body.iter(name("rStyle"))]

    assert found == ([style] if style and not cells else [])
    assert (f'<w:rStyle w:val="{style}"/>' in cells) == bool(cells)


def test_a_caption_counts_and_is_referred_to():
    body = body_of(f"见表1、表2和附表1，统计表1份；表1份数，如表1所列。\n\n表1　题见图1\n\n{TABLE}\n\n| 见表1 |\n| --- |\n")
    fields = [each.text for each in body.iter(name("instrText"))]

    assert fields == [" REF _Ref_table_1 \\h "] * 2 + [" SEQ 表 \\* ARABIC "]
    assert [mark.get(name("name")) for mark in body.iter(name("bookmarkStart"))] == ["_Ref_table_1"]


def test_a_footnote_begins_with_its_mark_and_holds_no_table():
    blocks, _ = _vetted(manuscript("段[^1]\n\n[^1]: 甲\n\n    - 乙\n\n    | 丙 | 丁 |\n    | --- | --- |\n"), (), Album(charts, None))
    (note,) = written(blocks).notes

    assert [text_of(each) for each in note] == [" 甲", "——乙", "丙", "丁"]
    assert {style_of(each) for each in note} == {"FootnoteText"}
    assert len(list(note.iter(name("footnoteRef")))) == 1
