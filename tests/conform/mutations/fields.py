"""What an author does to contents, captions, notes and links."""

from __future__ import annotations

from tests.conform.mutations.mutation import SECOND, breaks
from tests.conform.word import DOCUMENT, FOOTNOTES, SETTINGS, dropped, w


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
