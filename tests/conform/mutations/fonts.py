"""What an author does to faces, sizes and colours."""

from __future__ import annotations

from tests.conform.mutations.mutation import BODY, breaks
from tests.conform.word import DOCUMENT, STYLES, dropped, run_marked, text_of, w


@breaks("F1")
def title_of_size_3(word):
    word.style("Title", '<w:sz w:val="44"/>', '<w:sz w:val="32"/>')


@breaks("F1")
def title_at_the_left(word):
    word.style("Title", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')


@breaks("F1")
def annex_title_in_heiti(word):
    word.style("AnnexTitle", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"')


@breaks("F2")
def body_in_songti(word):
    word.style("BodyText", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"')


@breaks("F2")
def one_paragraph_in_kaiti(word):
    word.paragraph(BODY, lambda p: [fonts.set(w("eastAsia"), "楷体") for fonts in p.iter(w("rFonts"))])


@breaks("F3")
def first_level_in_fangsong(word):
    word.style("Heading1", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋_GB2312"')


@breaks("F3")
def second_level_too_small(word):
    word.style("Heading2", '<w:sz w:val="32"/>', '<w:sz w:val="28"/>')


@breaks("F3")
def third_level_in_heiti(word):
    word.style("Heading3", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="黑体"')


@breaks("F4")
def bold_headings(word):
    word.style("Heading2", '<w:b w:val="0"/>', '<w:b w:val="1"/>')


@breaks("F5")
def font_of_the_theme(word):
    word.style("BodyText", "<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" ')


@breaks("F6")
def western_quotation_marks(word):
    def edit(root):
        run = next(run for run in root.iter(w("r")) if "“一张图”" in text_of(run))
        next(run.iter(w("rFonts"))).attrib.pop(w("hint"))

    word.change(DOCUMENT, edit)


@breaks("F7")
def red_text(word):
    word.paragraph(BODY, lambda p: run_marked(p, "color", val="FF0000"))


@breaks("F7")
def blue_cell_of_a_table(word):
    word.paragraph("重特大生产安全事故", lambda p: run_marked(p, "color", val="0000FF"))


@breaks("F8")
def text_declared_english(word):
    word.swap(STYLES, 'w:eastAsia="zh-CN"', 'w:eastAsia="en-US"')


@breaks("F9")
def space_set_beside_digits(word):
    word.style("Normal", '<w:autoSpaceDN w:val="0"/>', "")


@breaks("F10")
def title_on_one_line(word):
    def edit(root):
        title = next(p for p in root.iter(w("p")) if p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "Title")
        for mark in list(title.iter(w("br"))):
            dropped(mark)

    word.change(DOCUMENT, edit)


@breaks("F11")
def title_in_a_stand_in(word):
    word.style("Title", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="华文中宋"')


@breaks("F12")
def run_in_heading_like_text(word):
    word.style("RunInHeading2", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="仿宋_GB2312"')
