"""What readers would see differently is what is named: no page more, no line less."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.load import load_evaluation
from evaluation.measure.what_if import parse_setting, with_setting
from evaluation.model import Chapter, Evaluation
from evaluation.render.differences import Differences, Line, differences

from tests.load.project import write
from tests.render.small import view_of

REPORT = """\
# 总体情况

2022年死亡{{ 值 死亡人数 2022 }}，评价为{{ 评价 死亡人数 }}，救助时间为{{ 值 救助时间 2022 }}。

没有引用的一行。

    {{ 值 死亡人数 2022 }}

{{ 表 主要指标 }}

{{ 图 指标 死亡人数 }}

{{ 图 指标 救助时间 }}
"""
SECTION = "## 指标\n\n本区死亡{{ 值 死亡人数 2022 }}，全市死亡{{ 值 死亡人数 2022 全市 }}。\n"


@pytest.fixture(scope="module")
def now(tmp_path_factory) -> Evaluation:
    files = {"docs/report/01-overview.md": REPORT, "docs/banners/dongsheng/indicators.md": SECTION}
    evaluation, problems = load_evaluation(write(tmp_path_factory.mktemp("project"), files))
    assert [str(problem) for problem in problems] == []
    return evaluation


def supposed(now: Evaluation, setting: str, *others: Chapter) -> Differences:
    return differences(view_of(now), view_of(with_setting(now, parse_setting(setting))), others)


def test_the_same_figures_differ_nowhere(now):
    assert differences(view_of(now), view_of(now)) == Differences((), (), (), (), ())


def test_the_citys_figure_rewrites_the_lines_that_show_it(now):
    found = supposed(now, "I01.2022=9")

    assert found.lines == (
        Line(
            "banners/dongsheng/indicators.md",
            3,
            "本区死亡{{ 值 死亡人数 2022 }}，全市死亡{{ 值 死亡人数 2022 全市 }}。",
            "本区死亡3人，全市死亡8人。",
            "本区死亡3人，全市死亡9人。",
        ),
        Line(
            "report/01-overview.md",
            3,
            "2022年死亡{{ 值 死亡人数 2022 }}，评价为{{ 评价 死亡人数 }}，救助时间为{{ 值 救助时间 2022 }}。",
            "2022年死亡8人，评价为已提前实现，救助时间为10.6小时。",
            "2022年死亡9人，评价为快于预期，救助时间为10.6小时。",
        ),
        Line("report/01-overview.md", 9, "{{ 表 主要指标 }}", None, None),
        Line("report/01-overview.md", 11, "{{ 图 指标 死亡人数 }}", None, None),
    )


def test_pages_tables_charts_and_documents_are_those_that_show_it(now):
    found = supposed(now, "I01.2022=9")

    assert found.documents == ("东胜区自评估报告", "中期评估报告")
    assert {"banners/dongsheng.md", "indicators/I01.md", "report/01-overview.md"} <= set(found.pages)
    assert {"indicators/I11.md", "projects/P01.md", "registers/problems.md"}.isdisjoint(found.pages)
    assert "生产安全事故死亡人数" in found.charts
    assert "救助时间" not in found.charts


def test_a_units_figure_leaves_the_city_alone(now):
    found = supposed(now, "dongsheng.I01.2022=2")

    assert [(line.path, line.after) for line in found.lines] == [
        ("banners/dongsheng/indicators.md", "本区死亡2人，全市死亡8人。")
    ]
    assert found.documents == ("东胜区自评估报告",)
    assert "report/01-overview.md" not in found.pages


def test_other_texts_are_read_too(now):
    front = Chapter(path="index.md", body="全市死亡{{ 值 死亡人数 2022 }}。", first_line=4)

    found = supposed(now, "I01.2022=9", front)

    assert found.lines[-1] == Line("index.md", 4, front.body, "全市死亡8人。", "全市死亡9人。")
    assert "index.md" in found.pages


def test_a_text_that_its_author_rewrote_is_told_by_its_figures_alone(now):
    """Between two revisions only the figures are compared: the newer text stands on both sides."""
    (chapter,) = now.chapters
    old = now.replaced(chapters=(chapter.replaced(body="# 旧文\n\n另一番话。\n"),))

    assert differences(view_of(old), view_of(now)) == Differences((), (), (), (), ())


def test_the_path_of_a_line_is_that_of_its_file_below_docs(now):
    paths = {line.path for line in supposed(now, "I01.2022=9").lines}

    assert all((Path("docs") / path).suffix == ".md" for path in paths)
