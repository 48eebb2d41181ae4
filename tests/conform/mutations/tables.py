"""What an author does to tables."""

from __future__ import annotations

import copy

from tests.conform.mutations.mutation import breaks
from tests.conform.word import DOCUMENT, w


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
