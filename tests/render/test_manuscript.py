"""Manuscripts: the whole text of a report, numbered, filled, with gaps and faults named in their place."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.model import Chapter
from evaluation.problems import Place, Problem
from evaluation.render.manuscript import city_manuscript, unit_manuscript

from tests.render import small
from tests.render.parsers import in_the_document, on_the_site

TEXTS = Path(__file__).parent / "texts"


def without_alt(markdown: str) -> str:
    """Pictures by their names: what they say is the charts' own business."""
    return re.sub(r"^!\[.*\]\(", "![](", markdown, flags=re.MULTILINE)


def of(view, unit):
    return unit_manuscript(view, view.evaluation.unit(unit))


def test_a_units_report_whole(view):
    manuscript = of(view, "donghe")

    assert manuscript.title == "东河区中期自评估报告"
    assert without_alt(manuscript.markdown) == (TEXTS / "unit.md").read_text(encoding="utf-8")
    assert manuscript.problems == ()


def test_the_citys_report_whole(view):
    manuscript = city_manuscript(view)

    assert (manuscript.id, manuscript.title, manuscript.unit) == ("city", "甲市中期评估报告", None)
    assert without_alt(manuscript.markdown) == (TEXTS / "city.md").read_text(encoding="utf-8")
    assert [str(problem.where) for problem in manuscript.problems] == ["docs/report/02-indicators.md:8:3"]


def test_parts_are_the_authors_files(view):
    assert [(part.source, part.title) for part in city_manuscript(view).parts] == [
        ("report/01-overview.md", "一、总体情况"),
        ("report/02-indicators.md", "二、指标情况"),
    ]
    assert [(part.source, part.title) for part in of(view, "donghe").parts] == [
        ("banners/donghe/indicators.md", "（一）指标进展"),
        ("banners/donghe/tasks.md", "（二）任务进展"),
        ("banners/donghe/projects.md", "（三）项目进展"),
        ("banners/donghe/challenges.md", "（一）主要问题"),
        ("banners/donghe/suggestions.md", "三、对策建议"),
    ]


def test_tables_and_charts_are_listed_in_order_of_placement(view):
    manuscript = of(view, "donghe")

    numbered = re.findall(r"^(?:表|图)\d+　(.*)$", manuscript.markdown, flags=re.MULTILINE)
    assert sorted(numbered) == sorted([t.title for t in manuscript.tables] + [c.title for c in manuscript.charts])
    assert re.findall(r"^表(\d+)　", manuscript.markdown, flags=re.MULTILINE) == [
        str(n + 1) for n in range(len(manuscript.tables))
    ]


def test_a_missing_section_is_named_never_silent(view):
    text = of(view, "xishan").markdown

    assert "## （二）任务进展 {#tasks}\n\n**本节未报送**：西山旗尚未报送“任务进展”。本节应写：任务实施进展。\n" in text
    assert text.count("**本节未报送**") == 4


def test_a_faulty_unit_says_what_is_wrong_and_where(view):
    text = of(view, "bingyuan").markdown

    assert text.startswith(
        "**数据有误**：本单位报送的下列内容读不出来，未计入各项数据，改正后重新生成。\n\n"
        "- data/reports/bingyuan.yml:3:5: 日期写错。写成 2023-06-30。\n\n# 一、总体进展情况 {#progress}\n"
    )


def test_a_section_that_cannot_be_read_is_not_called_missing():
    fault = Problem(Place("docs/parks/bingyuan/tasks.md"), "不是 UTF-8", "另存为 UTF-8", unit="bingyuan", fatal=True)
    view = small.view_of(small.evaluation(faults=(fault,)))

    text = of(view, "bingyuan").markdown

    assert "## （二）任务进展 {#tasks}\n\n**本节数据有误**：本节文稿已经报送，但读不出来，错处见文首。\n" in text
    assert text.count("**本节未报送**") == 4


def test_other_units_are_not_touched_by_a_fault(view):
    sound = small.view_of(small.evaluation(faults=()))

    assert of(view, "donghe") == of(sound, "donghe")
    assert of(view, "xishan") == of(sound, "xishan")


def test_a_title_only_in_the_front_matter_becomes_the_chapters_heading():
    chapter = Chapter(path="report/01-a.md", title="概况", body="死亡{{ 值 死亡人 2022 }}。\n", first_line=4)
    manuscript = city_manuscript(small.view_of(small.evaluation(chapters=(chapter,))))

    assert manuscript.markdown == "# 一、概况 {#a}\n\n死亡【引用有误：值 死亡人 2022】。\n"
    assert [str(problem.where) for problem in manuscript.problems] == ["docs/report/01-a.md:4:3"]


def test_pages_beside_the_report_are_no_chapters_of_it():
    other = Chapter(path="third-party/01-a.md", body="# 第三方评估\n")

    assert city_manuscript(small.view_of(small.evaluation(chapters=(other,)))).parts == ()


def test_a_table_placed_elsewhere_in_the_section_is_not_appended_again(view):
    assert of(view, "donghe").markdown.count("东河区问题清单") == 1


def test_both_readers_see_the_same_words(view):
    for unit in ("donghe", "bingyuan"):
        for part in of(view, unit).parts:
            # The site ends a page with its footnotes, the document keeps them where they are called.
            text = re.sub(r"\[\^[^\]]+\](: .*)?", "", part.markdown)
            assert on_the_site(re.sub(r"!\[.*?\]\(", "![](", text)) == in_the_document(
                re.sub(r"!\[.*?\]\(", "![](", text)
            )
