"""What an author does to pictures."""

from __future__ import annotations

from tests.conform.mutations.mutation import breaks
from tests.conform.word import DOCUMENT


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
