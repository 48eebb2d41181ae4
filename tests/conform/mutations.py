"""One fault at a time: each mutation breaks one rule of a conforming file, and its name says what an author did."""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from tests.conform.word import (
    DOCUMENT,
    FOOTNOTES,
    RELATIONS,
    SETTINGS,
    STYLES,
    TYPES,
    Word,
    dropped,
    first_run,
    marked,
    run_marked,
    text_of,
    w,
)

Mutation = tuple[str, Callable[[Word], None]]
MUTATIONS: list[Mutation] = []
"""(the rule that must fail, what is done to the file)."""

BODY = "按照《"
SECOND = "（二）工作任务进展"


def breaks(rule: str) -> Callable:
    def register(mutation: Callable[[Word], None]) -> Callable[[Word], None]:
        MUTATIONS.append((rule, mutation))
        return mutation

    return register


# ---------------------------------------------------------------------------------------------- page


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


# ---------------------------------------------------------------------------------------------- fonts


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


# ---------------------------------------------------------------------------------------------- text


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


# ---------------------------------------------------------------------------------------------- elements


@breaks("E1")
def half_width_colon_after_the_addressee(word):
    word.text("鄂尔多斯市人民政府：", "鄂尔多斯市人民政府:")


@breaks("E1")
def addressee_indented(word):
    word.paragraph("鄂尔多斯市人民政府：", lambda p: marked(p, "ind", firstLineChars="200", firstLine="632"))


@breaks("E1")
def addressee_close_to_the_title(word):
    word.paragraph("鄂尔多斯市人民政府：", lambda p: dropped(p.getprevious()))


@breaks("E2")
def annex_named_otherwise(word):
    word.text("1.规划调整建议表<", "1.规划调整建议一览表<")


@breaks("E2")
def annex_name_with_full_stop(word):
    word.text("2.意见采纳情况表<", "2.意见采纳情况表。<")


@breaks("E2")
def annex_not_named(word):
    word.paragraph("2.意见采纳情况表", dropped)


@breaks("E3")
def annex_list_close_to_the_text(word):
    word.paragraph("附件：", lambda p: dropped(p.getprevious()))


@breaks("E3")
def annex_list_flush_left(word):
    word.paragraph("附件：", lambda p: marked(p, "ind", left="0", hanging="0", firstLine="0"))


@breaks("E4")
def annex_on_the_texts_page(word):
    word.style("AnnexLabel", "<w:pageBreakBefore/>", "")


@breaks("E4")
def annex_number_in_fangsong(word):
    word.style("AnnexLabel", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋_GB2312"')


@breaks("E5")
def annex_title_on_the_second_line(word):
    word.paragraph("附件2", lambda p: dropped(p.getnext()))


@breaks("E6")
def signature_at_the_edge(word):
    word.text('<w:ind w:right="630" w:firstLineChars="0" w:firstLine="0"/>', '<w:ind w:right="0" w:firstLineChars="0" w:firstLine="0"/>')


@breaks("E6")
def date_at_the_left(word):
    def edit(root):
        date = [p for p in root.iter(w("p")) if text_of(p) == "2023年9月5日"][-1]
        marked(date, "jc", val="left")

    word.change(DOCUMENT, edit)


@breaks("E7")
def signature_parted_from_its_date(word):
    def edit(root):
        signature = [p for p in root.iter(w("p")) if text_of(p) == "鄂尔多斯市应急管理局"][-1]
        dropped(signature.find(f"{w('pPr')}/{w('keepNext')}"))

    word.change(DOCUMENT, edit)


@breaks("E7")
def page_declared_without_text(word):
    word.text("外部环境变化情况如下。", "（此页无正文）")


@breaks("E8")
def nobody_signs(word):
    def edit(root):
        for text in ("鄂尔多斯市应急管理局", "2023年9月5日"):
            dropped([p for p in root.iter(w("p")) if text_of(p) == text][-1])

    word.change(DOCUMENT, edit)


# ---------------------------------------------------------------------------------------------- imprint


@breaks("I1")
def copies_without_full_stop(word):
    word.text("市发展和改革委员会。", "市发展和改革委员会")


@breaks("I1")
def imprint_in_songti(word):
    word.style("Imprint", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"')


@breaks("I2")
def copies_run_to_the_edge(word):
    word.paragraph("抄送：", lambda p: p.find(f"{w('pPr')}/{w('ind')}").set(w("right"), "0"))


@breaks("I3")
def print_date_with_leading_zero(word):
    word.text("2023年9月8日印发", "2023年9月08日印发")


@breaks("I3")
def printer_flush_left(word):
    word.paragraph("鄂尔多斯市应急管理局办公室", lambda p: marked(p, "ind", left="0"))


@breaks("I4")
def last_rule_too_thin(word):
    def edit(root):
        rules = [top for border in root.iter(w("pBdr")) for top in border.iter(w("top"))]
        rules[-1].set(w("sz"), "4")

    word.change(DOCUMENT, edit)


@breaks("I4")
def imprint_without_rules(word):
    word.change(DOCUMENT, lambda root: [dropped(border) for border in list(root.iter(w("pBdr")))])


@breaks("I5")
def imprint_at_the_top(word):
    word.text("<wp:align>bottom</wp:align>", "<wp:align>top</wp:align>")


@breaks("I5")
def text_behind_the_imprint(word):
    def edit(root):
        body = root.find(w("body"))
        extra = copy.deepcopy(next(p for p in root.iter(w("p")) if text_of(p).startswith("安全生产形势总体")))
        body.insert(len(body) - 1, extra)

    word.change(DOCUMENT, edit)


# ---------------------------------------------------------------------------------------------- tables


@breaks("T1")
def table_narrower_than_the_text(word):
    word.text('<w:tblW w:w="8845" w:type="dxa"/>', '<w:tblW w:w="8000" w:type="dxa"/>')


@breaks("T1")
def columns_left_to_the_program(word):
    word.text('<w:tblLayout w:type="fixed"/>', "")


@breaks("T1")
def columns_that_do_not_add_up(word):
    word.change(DOCUMENT, lambda root: next(root.iter(w("gridCol"))).set(w("w"), "5000"))


@breaks("T2")
def header_not_repeated(word):
    word.text("<w:tblHeader/>", "")


@breaks("T3")
def row_that_may_break(word):
    word.text("<w:cantSplit/>", "")


@breaks("T4")
def table_without_rules(word):
    word.style("Table", '<w:top w:val="single"', '<w:top w:val="nil"')


@breaks("T5")
def cells_as_large_as_the_text(word):
    word.style("TableText", '<w:sz w:val="24"/>', '<w:sz w:val="32"/>')


@breaks("T5")
def cells_as_wide_apart_as_the_text(word):
    word.style("TableText", 'w:line="320"', 'w:line="579"')


@breaks("T5")
def cells_indented(word):
    word.style("TableHead", 'w:firstLineChars="0"', 'w:firstLineChars="200"')


@breaks("T6")
def caption_that_may_part_from_its_table(word):
    word.style("TableCaption", "<w:keepNext/>", "")


@breaks("T6")
def caption_without_table(word):
    def edit(p):
        table = next(block for block in p.itersiblings() if block.tag == w("tbl"))
        table.addnext(p)

    word.paragraph("表3", edit)


@breaks("T6")
def table_number_left_out(word):
    def edit(p):
        number = next(t for t in p.iter(w("t")) if t.text == "3")
        number.text = "5"

    word.paragraph("表3", edit)


@breaks("T7")
def caption_number_typed(word):
    word.text(" SEQ 表 \\* ARABIC ", " QUOTE ")


@breaks("T8")
def tables_that_touch(word):
    word.change(DOCUMENT, lambda root: (table := [t for t in root.find(w("body")).iter(w("tbl"))][-1]).addnext(copy.deepcopy(table)))


# ---------------------------------------------------------------------------------------------- pictures


@breaks("G1")
def picture_cut_to_one_line(word):
    word.style("Figure", 'w:lineRule="auto"', 'w:lineRule="exact"')


@breaks("G1")
def picture_wider_than_the_text(word):
    word.change(DOCUMENT, lambda root: next(e for i in root.iter("{*}inline") for e in i.iter("{*}extent")).set("cx", "9000000"))


@breaks("G2")
def picture_without_words(word):
    word.change(DOCUMENT, lambda root: next(p for i in root.iter("{*}inline") for p in i.iter("{*}docPr")).set("descr", ""))


@breaks("G3")
def pictures_of_the_same_number(word):
    word.change(DOCUMENT, lambda root: [p.set("id", "7") for p in root.iter("{*}docPr")])


@breaks("G4")
def picture_named_by_its_file(word):
    word.change(DOCUMENT, lambda root: next(root.iter("{*}cNvPr")).set("descr", "charts/city-I01.png"))


@breaks("G5")
def figure_that_may_part_from_its_caption(word):
    word.style("Figure", "<w:keepNext/>", "")


@breaks("G5")
def figure_caption_above(word):
    word.paragraph("图1", lambda p: p.getprevious().addprevious(p))


# ---------------------------------------------------------------------------------------------- fields


@breaks("X1")
def reference_to_nothing(word):
    word.text(" REF _Ref_table_2 ", " REF _Ref_table_9 ")


@breaks("X1")
def reference_with_another_number(word):
    def edit(p):
        next(t for t in p.iter(w("t")) if t.text == "表2").text = "表1"

    word.paragraph("对策建议如", edit)


@breaks("X1")
def link_to_nothing(word):
    word.text('w:anchor="_Toc0003"', 'w:anchor="_Toc9999"')


@breaks("X2")
def bookmarks_of_the_same_number(word):
    word.change(DOCUMENT, lambda root: [mark.set(w("id"), "1") for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd"))])


@breaks("O1")
def prompt_on_opening(word):
    word.swap(SETTINGS, "<w:evenAndOddHeaders/>", '<w:evenAndOddHeaders/><w:updateFields w:val="true"/>')


@breaks("O1")
def field_waiting_to_be_computed(word):
    word.text('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="begin" w:dirty="true"/>')


@breaks("O2")
def heading_changed_after_the_contents(word):
    word.text(SECOND, "（二）重点任务进展")


@breaks("O3")
def contents_without_a_page(word):
    word.change(DOCUMENT, lambda root: setattr(_pages(root)[1], "text", "?"))


@breaks("O3")
def pages_that_run_backwards(word):
    word.change(DOCUMENT, lambda root: setattr(_pages(root)[0], "text", "9"))


@breaks("O3")
def contents_never_computed(word):
    word.change(DOCUMENT, lambda root: [setattr(page, "text", "1") for page in _pages(root)])


def _pages(root):
    return [list(link.iter(w("t")))[-1] for link in root.iter(w("hyperlink")) if link.get(w("anchor"))]


@breaks("N1")
def footnotes_in_plain_digits(word):
    word.text('<w:numFmt w:val="decimalEnclosedCircleChinese"/>', '<w:numFmt w:val="decimal"/>', -1)


@breaks("N1")
def footnotes_counted_through(word):
    word.text('<w:numRestart w:val="eachPage"/>', "", -1)


@breaks("N2")
def footnotes_as_large_as_captions(word):
    word.style("FootnoteText", '<w:sz w:val="18"/>', '<w:sz w:val="28"/>')


@breaks("N3")
def footnote_lost(word):
    word.change(FOOTNOTES, lambda root: dropped(root[-1]))


# ---------------------------------------------------------------------------------------------- package


@breaks("M1")
def no_title_in_the_properties(word):
    word.swap("docProps/core.xml", "<dc:title>", "<dc:title></dc:title><dc:subject>")
    word.swap("docProps/core.xml", "</dc:title><dc:creator>", "</dc:subject><dc:creator>")


@breaks("M2")
def front_matter_in_the_properties(word):
    word.parts["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="owner"/></Properties>'
    )


@breaks("M2")
def path_of_the_authors_machine(word):
    word.text("外部环境变化情况如下。", "见 C:\\Users\\zhang\\report.docx。")


@breaks("M3")
def macros(word):
    word.parts["word/vbaProject.bin"] = b"\xd0\xcf"
    word.swap(TYPES, "<Default ", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ')


@breaks("M3")
def field_that_starts_a_program(word):
    word.text(" SEQ 图 \\* ARABIC ", " SEQ 图 \\* ARABIC </w:instrText><w:instrText>DDEAUTO cmd ")


@breaks("M4")
def link_that_runs_a_script(word):
    word.swap(RELATIONS, "https://www.ordos.gov.cn/", "javascript:alert(1)")


@breaks("M5")
def telephone_number(word):
    word.text("外部环境变化情况如下。", "联系电话13912345678。")


@breaks("M5")
def telephone_number_in_a_footnote(word):
    word.swap(FOOTNOTES, "数据由市应急管理局提供。", "数据由市应急管理局提供，0477-8588888。")


@breaks("K1")
def picture_part_missing(word):
    word.parts.pop("word/media/image1.png")


@breaks("K3")
def style_without_definition(word):
    word.paragraph(BODY, lambda p: run_marked(p, "rStyle", val="Nowhere"))


@breaks("K4")
def styles_of_program_code(word):
    word.swap(STYLES, "</w:styles>", '<w:style w:type="character" w:styleId="KeywordTok"><w:name w:val="KeywordTok"/></w:style></w:styles>')


@breaks("K6")
def pictures_without_a_type(word):
    word.swap(TYPES, 'Extension="png"', 'Extension="gif"')
