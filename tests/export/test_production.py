"""Which annexes go with which document, and that a text's place in its file changes no byte of it."""

from __future__ import annotations

import pytest
from evaluation.cache import Cache
from evaluation.export.production import annex_pages, annexes_of, documents, letter_of, pictures_in
from evaluation.export.workshop import Workshop
from evaluation.render.manuscript import city_manuscript, unit_manuscript

from tests.render import small


@pytest.fixture(scope="module")
def view():
    return small.view_of(small.evaluation())


def test_the_citys_report_carries_the_lists_that_have_rows(view):
    annexes = annexes_of(view, city_manuscript(view))

    assert [title for title, _, _ in annexes] == ["规划调整建议表", "意见采纳情况表"]
    # The tables count on from the text's.
    assert [part.markdown.split("　")[0] for _, part, _ in annexes] == ["表2", "表3"]


def test_each_annex_names_the_page_that_shows_the_same(view):
    assert annex_pages(view, city_manuscript(view)) == ("registers/adjustments.md", "registers/opinions.md")


def test_a_list_that_stands_in_the_text_is_no_annex_too():
    chapters = [("report/01-overview.md", "# 总体情况\n\n{{ 表 规划调整建议 }}\n")]
    with_list = small.view_of(small.evaluation(chapters=tuple(small.Chapter(path=path, body=body) for path, body in chapters)))

    assert [title for title, _, _ in annexes_of(with_list, city_manuscript(with_list))] == ["意见采纳情况表"]


def test_a_list_without_rows_is_no_annex():
    silent = small.view_of(small.evaluation(opinions=[]))

    assert [title for title, _, _ in annexes_of(silent, city_manuscript(silent))] == ["规划调整建议表"]


def test_a_units_document_has_no_annexes(view):
    unit = view.evaluation.unit("donghe")

    assert annexes_of(view, unit_manuscript(view, unit)) == ()


def test_a_unit_signs_on_the_day_on_which_it_reported(view):
    unit = view.evaluation.unit("yingji")
    letter = letter_of(view, unit_manuscript(view, unit))

    assert (letter.signature, letter.written_date, letter.printer) == (unit.name, "2023年7月8日", None)


def test_the_number_of_processors_and_what_is_kept_change_no_byte(view, tmp_path):
    def made(shop: Workshop) -> list[tuple[str, bytes]]:
        manuscripts = [unit_manuscript(view, unit) for unit in view.evaluation.reporting_units]
        return [(name, content) for name, content, _ in documents(view, manuscripts, tmp_path / "docs", shop, pictures_in(tmp_path / "docs"))()]

    alone = made(Workshop(Cache(None), 1))

    assert made(Workshop(Cache(tmp_path / "kept"), 2)) == alone
    assert made(Workshop(Cache(tmp_path / "kept"), 1)) == alone
