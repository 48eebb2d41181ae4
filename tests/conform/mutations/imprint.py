"""What an author does to the imprint."""

from __future__ import annotations

import copy

from tests.conform.mutations.mutation import breaks
from tests.conform.word import DOCUMENT, dropped, marked, text_of, w


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
