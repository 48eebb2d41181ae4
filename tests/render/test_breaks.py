"""Line breaks between Chinese characters leave nothing on the site, as in the document, also across marks."""

from __future__ import annotations

import pytest
from evaluation.compare.page import page_of
from evaluation.compare.word import word_of

from tests.compare.outputs import page, word

BREAKS = {
    "between two characters": ("甲\n乙", "甲乙"),
    "after a mark of punctuation": ("甲，\n乙", "甲，乙"),
    "into bold text": ("甲\n**乙**", "甲乙"),
    "out of bold text": ("**甲**\n乙", "甲乙"),
    "within bold text": ("**甲\n乙**", "甲乙"),
    "between bold text and a link": ("**甲**\n[乙](https://a.cn/)", "甲乙"),
    "beside a number": ("甲\n12人", "甲12人"),
    "after a number": ("12\n人", "12人"),
    "between two Latin words": ("ab\ncd", "ab cd"),
    "between a Latin word and bold Latin": ("ab\n**cd**", "ab cd"),
    "between a Latin word and bold Chinese": ("ab\n**中**", "ab中"),
    "with blanks at its sides": ("甲 \n 乙", "甲乙"),
    "after quotation marks": ("甲”\n“乙", "甲”“乙"),
    "three lines": ("甲\n乙\n丙", "甲乙丙"),
    "one that was asked for": ("甲  \n乙", "甲 乙"),
    "in a list": ("- 甲\n    乙\n- 丙", "——甲乙"),
    "in a quotation": ("> 甲\n> 乙", "甲乙"),
}


@pytest.mark.parametrize("place", BREAKS)
def test_a_line_break(place):
    markdown, text = BREAKS[place]

    assert page_of(page(markdown)).items[0].text == text
    assert word_of(word(markdown)).items[0].text == text


def test_a_line_break_in_code_stays():
    assert b"\xe7\x94\xb2\n\xe4\xb9\x99" in page("```\n甲\n乙\n```")
