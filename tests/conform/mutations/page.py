"""What an author does to the sheet, its grid and its page numbers."""

from __future__ import annotations

from lxml import etree

from tests.conform.mutations.mutation import breaks
from tests.conform.word import DOCUMENT, SETTINGS, w


@breaks("P1")
def paper_a_little_longer_than_a4(word):
    word.text('w:h="16838"', 'w:h="16872"', -1)


@breaks("P1")
def paper_size_left_to_the_printer(word):
    word.text('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="11906" w:h="16880"/>')


@breaks("P2")
def text_moved_to_the_right(word):
    word.text('w:right="1474" w:bottom="1984" w:left="1587"', 'w:right="1361" w:bottom="1984" w:left="1700"', -1)


@breaks("P2")
def text_area_too_high(word):
    word.text('w:bottom="1984"', 'w:bottom="1900"', -1)


@breaks("P3")
def grid_of_21_lines(word):
    word.text('w:linePitch="579"', 'w:linePitch="600"', -1)


@breaks("P3")
def no_grid(word):
    word.text('<w:docGrid w:type="lines" w:linePitch="579"/>', "", -1)


@breaks("P4")
def lines_30_points_apart(word):
    word.style("BodyText", 'w:line="579"', 'w:line="600"')


@breaks("P4")
def lines_of_automatic_height(word):
    word.style("BodyText", 'w:lineRule="exact"', 'w:lineRule="auto"')


@breaks("P5")
def characters_not_drawn_together(word):
    word.style("BodyText", '<w:spacing w:val="-5"/>', '<w:spacing w:val="0"/>')


@breaks("P6")
def same_page_numbers_on_odd_and_even_pages(word):
    word.swap(SETTINGS, "<w:evenAndOddHeaders/>", "")


@breaks("P6")
def page_number_in_words(word):
    word.swap("word/footer1.xml", "— <", "第 <")
    word.swap("word/footer1.xml", " —<", " 页<")


@breaks("P6")
def page_number_between_hyphens(word):
    word.swap("word/footer2.xml", "— <", "- <")
    word.swap("word/footer2.xml", " —<", " -<")


@breaks("P7")
def odd_page_number_in_the_middle(word):
    word.swap("word/footer1.xml", '<w:jc w:val="right"/>', '<w:jc w:val="center"/>')


@breaks("P7")
def even_page_number_at_the_very_edge(word):
    word.swap("word/footer2.xml", 'w:left="280" w:leftChars="100"', 'w:left="0" w:leftChars="0"')


@breaks("P8")
def small_page_number(word):
    word.style("Footer", '<w:sz w:val="28"/>', '<w:sz w:val="18"/>')


@breaks("P8")
def page_number_in_western_face(word):
    word.style("Footer", 'w:ascii="宋体"', 'w:ascii="Times New Roman"')


@breaks("P9")
def page_number_at_the_sheets_edge(word):
    word.text('w:footer="1429"', 'w:footer="600"', -1)


@breaks("P10")
def text_begins_on_page_3(word):
    word.text('<w:pgNumType w:start="1"/>', '<w:pgNumType w:start="3"/>')


@breaks("P10")
def page_numbers_begin_again(word):
    def edit(root):
        etree.SubElement(root.find(f".//{w('body')}").findall(w("sectPr"))[-1], w("pgNumType"), {w("start"): "1"})

    word.change(DOCUMENT, edit)


@breaks("P11")
def landscape_page_number_not_turned(word):
    word.swap("word/footer3.xml", '<w:textDirection w:val="tbRl"/>', "")


@breaks("P11")
def even_landscape_page_number_not_turned(word):
    word.swap("word/footer4.xml", '<w:textDirection w:val="tbRl"/>', "")
