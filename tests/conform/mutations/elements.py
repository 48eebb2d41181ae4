"""What an author does to addressee, annexes and what else an official document consists of."""

from __future__ import annotations

from tests.conform.mutations.mutation import breaks
from tests.conform.word import DOCUMENT, dropped, marked, text_of, w


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
