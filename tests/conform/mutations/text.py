"""What an author does to what is written and how it is numbered."""

from __future__ import annotations

from lxml import etree

from tests.conform.mutations.mutation import BODY, SECOND, breaks
from tests.conform.word import DOCUMENT, first_run, marked, run_marked, text_of, w


@breaks("S1")
def no_indent(word):
    word.style("BodyText", 'w:firstLineChars="200" w:firstLine="632"', 'w:firstLineChars="0" w:firstLine="0"')


@breaks("S1")
def one_paragraph_indented_by_four(word):
    word.paragraph(BODY, lambda p: marked(p, "ind", firstLineChars="400"))


@breaks("S2")
def second_level_numbered_like_the_first(word):
    word.text(SECOND, "二、工作任务进展", -1)


@breaks("S2")
def heading_without_number(word):
    word.text(SECOND, "工作任务进展", -1)


@breaks("S3")
def number_left_out(word):
    word.text(SECOND, "（三）工作任务进展", -1)


@breaks("S3")
def level_left_out(word):
    def edit(root):
        for before, after in (("1.安全生产", "（1）安全生产"), ("（1）煤矿", "（2）煤矿")):
            heading = next(p for p in root.iter(w("p")) if text_of(p) == before)
            first_run(heading).find(w("t")).text = after
            heading.find(f"{w('pPr')}/{w('pStyle')}").set(w("val"), "Heading4")

    word.change(DOCUMENT, edit)


@breaks("S3")
def annex_headings_not_counted_from_one(word):
    word.text("一、意见采纳情况", "二、意见采纳情况", -1)


@breaks("S4")
def heading_alone_at_the_foot(word):
    word.style("Heading2", "<w:keepNext/>", "")


@breaks("S5")
def heading_with_full_stop(word):
    word.text(SECOND, SECOND + "。", -1)


@breaks("S6")
def asterisks_left(word):
    word.text("外部环境变化情况", "**外部环境变化情况", 1)


@breaks("S7")
def year_in_square_brackets(word):
    word.text("〔2022〕", "[2022]", 1)


@breaks("S8")
def half_width_comma(word):
    word.text("人民至上、生命至上，", "人民至上、生命至上,", 1)


@breaks("S8")
def half_width_semicolon_in_a_table(word):
    word.text("减灾委员会组成人员，", "减灾委员会组成人员;", 1)


@breaks("S9")
def date_with_leading_zeros(word):
    word.text("2023年9月5日", "2023年09月05日", 1)


@breaks("S9")
def date_in_chinese_digits(word):
    word.text("2023年9月5日", "二〇二三年九月五日", 1)


@breaks("S10")
def insertion_not_accepted(word):
    def edit(p):
        run = first_run(p)
        mark = etree.Element(w("ins"), {w("id"): "1", w("author"): "作者"})
        run.addprevious(mark)
        mark.append(run)

    word.paragraph(BODY, edit)


@breaks("S10")
def comment_left(word):
    word.paragraph(BODY, lambda p: etree.SubElement(etree.SubElement(p, w("r")), w("commentReference"), {w("id"): "0"}))


@breaks("S11")
def indent_of_spaces(word):
    def edit(p):
        text = first_run(p).find(w("t"))
        text.text = "　　" + text.text

    word.paragraph(BODY, edit)


@breaks("S12")
def ragged_right_edge(word):
    word.style("BodyText", '<w:jc w:val="both"/>', '<w:jc w:val="left"/>')


@breaks("S13")
def heading_by_looks_only(word):
    word.style("Heading1", '<w:outlineLvl w:val="0"/>', "")


@breaks("S14")
def hidden_words(word):
    word.paragraph(BODY, lambda p: run_marked(p, "vanish"))


@breaks("S15")
def automatic_number(word):
    def edit(p):
        numbers = etree.SubElement(p.find(w("pPr")), w("numPr"))
        etree.SubElement(numbers, w("numId"), {w("val"): "1"})

    word.paragraph(BODY, edit)
