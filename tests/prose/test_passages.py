"""Sentences are read as a person reads them, and each character is still found in its file."""

from __future__ import annotations

import pytest
from evaluation.prose.numerals import chinese, number
from evaluation.prose.passages import sentences
from evaluation.prose.text import Text


def plain(body: str) -> list[str]:
    return [sentence.plain for sentence in sentences(Text("docs/a.md", body), lambda reference: None)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("死亡**４６人**，下降\n１１．５％。\n", ["死亡46人，下降11.5%。"]),
        ("受灾1,200人次[^1]。[^1]: 注1。", ["受灾1200人次。", "注1。"]),
        ("见[附件1](a.md)，`43人`是例子，共{{ 值 甲 2022 }}和2个。", ["见附件1，◆是例子，共◆和2个。"]),
        ("- 第1项\n  续行2\n- 第3项\n\n> 引文4\n", ["第1项续行2", "第3项", "引文4"]),
        ("# 标题1\n\n| 表 | 1 |\n|---|---|\n\n```\n代码1\n```\n\n![图1](a.png)\n", []),
        ("没有数字，也不读。\n", []),
    ],
    ids=["emphasis and full width", "thousands and notes", "links, code, references", "items", "no prose", "no figure"],
)
def test_markup_is_gone_and_only_prose_with_figures_is_left(body, expected):
    assert plain(body) == expected


def test_every_character_knows_its_place_in_the_file():
    body = "---\n\n甲**４６人**，\n乙{{ 值 甲 2022 }}7人。"
    text = Text("docs/a.md", body, 3)
    (sentence,) = sentences(text, lambda reference: None)

    assert str(text.place(sentence.at(sentence.plain.index("46人")))) == "docs/a.md:5:4"
    assert str(text.place(sentence.at(sentence.plain.index("7人")))) == "docs/a.md:6:16"


@pytest.mark.parametrize(
    ("words", "value"),
    [("四十六", 46), ("十一", 11), ("两百零三", 203), ("一千二百", 1200), ("二〇二二", 2022), ("两", 2), ("甲", None)],
)
def test_chinese_numerals_are_numbers(words, value):
    assert chinese(words) == value


def test_decimals_are_counted_as_written():
    assert [number(text) for text in ("46", "46.0", "0.0082")] == [(46, 0), (46, 1), (number("0.0082")[0], 4)]
