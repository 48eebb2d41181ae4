"""The site's HTML from plain Markdown: boxes, facts, framed tables with their totals at the foot."""

from __future__ import annotations

from evaluation.render.tree import ReportExtension
from lxml import html
from markdown import Markdown


def page(markdown: str) -> html.HtmlElement:
    text = Markdown(extensions=["tables", "attr_list", ReportExtension()]).convert(markdown)
    return html.fragment_fromstring(text, create_parent="article")


def table(*rows: str) -> str:
    return "\n".join(["| 类别 | 数 |", "| :--- | ---: |", *rows])


def test_boxes_stand_in_one_another():
    found = page("前\n\n::: board\n\n::: card gaps\n\n甲\n\n:::\n\n乙\n\n:::\n\n后")

    assert [(one.tag, one.get("class"), "".join(one.itertext()).split()) for one in found] == [
        ("p", None, ["前"]), ("div", "board", ["甲", "乙"]), ("p", None, ["后"]),
    ]  # fmt: skip
    assert [one.get("class") for one in found.find("div")] == ["card gaps", None]


def test_an_end_without_a_beginning_opens_and_closes_nothing():
    assert [one.text for one in page("甲\n\n:::\n\n乙")] == ["甲", "乙"]


def test_colons_inside_a_sentence_are_words():
    assert page("写作 ::: card 即可").findtext("p") == "写作 ::: card 即可"


def test_facts_are_pairs_of_a_name_and_what_it_is():
    pairs = page("::: facts\n\n- **责任单位**：[甲](/a.md)、乙\n- **编号**：I01\n\n:::").find(".//dl")

    assert [(one.tag, one.text_content()) for one in pairs] == [("dt", "责任单位"), ("dd", "甲、乙"), ("dt", "编号"), ("dd", "I01")]
    assert pairs.find("dd/a").get("href") == "/a.md"


def test_a_table_stands_in_a_frame_and_no_other_attribute_changes():
    frame = page(table("| 甲 | 1 |", "| 乙 | 2 |"))[0]

    assert (frame.tag, frame.get("class"), frame[0].get("class")) == ("div", "table", "data")
    assert [row.text_content().split() for row in frame.iter("tr")] == [["类别", "数"], ["甲", "1"], ["乙", "2"]]


def test_the_totals_a_table_ends_in_stand_at_its_foot_in_their_order():
    found = page(table("| 甲 | 1 |", "| 合计 | 3 |", "| 全市 | 9 |"))

    assert [row[0].text for row in found.find(".//tfoot")] == ["合计", "全市"]
    assert [row[0].text for row in found.find(".//tbody")] == ["甲"]


def test_no_row_changes_its_place():
    found = page(table("| 全市 | 9 |", "| 甲 | 1 |", "| 合计 | 3 |"))

    assert [row[0].text for row in found.iter("tr")] == ["类别", "全市", "甲", "合计"]


def test_a_table_of_nothing_but_totals_keeps_its_body():
    found = page(table("| 合计 | 3 |"))

    assert found.find(".//tfoot") is None
    assert len(found.find(".//tbody")) == 1


def test_only_columns_of_words_may_wrap():
    found = page(table(f"| {'字' * 13} | 1 |")).find(".//table")
    longer = page(table(f"| {'字' * 12} | {'句' * 31} |")).find(".//table")

    assert (found.get("class"), longer.get("class")) == ("data m1", "data l2")


def test_a_status_is_told_by_glyph_word_and_class():
    cell = page(table("| ▲ 进度滞后 | 1 |")).find(".//td")

    assert (cell[0].get("class"), cell[0].text) == ("status status-late", "▲ 进度滞后")
