"""The first screen: counts with links to their lists, the silent ones by name, the widest gaps."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.problems import Place
from evaluation.render.board import board_markdown
from evaluation.render.gaps import worst
from evaluation.render.overview import overview_markdown
from evaluation.render.references import fill

CITY = (Path(__file__).parent / "texts" / "overview.md").read_text(encoding="utf-8").rstrip("\n")

UNIT = """\
| 内容 | 总数 | 情况 |
| :--- | ---: | :--- |
| 主要指标 | 2项 | ● 快于预期1项，○ 暂不评价1项 |
| 工作任务 | 1项 | ▲ 推进缓慢1项 |
| 重点项目 | 2个 | ▲ 前期论证1个，◆ 开工在建1个 |
| 预计数据 | 1个 | 不影响任何评价 |
| 未开工项目 | 1个 | [物资储备库](/projects/P02.md) |"""


def test_the_citys(view):
    assert overview_markdown(view) == CITY


def test_a_units(of_unit):
    assert overview_markdown(of_unit("donghe")) == UNIT


def test_it_is_placed_by_its_word(view):
    assert fill("前文\n\n{{ 概览 }}\n\n后文", view, Place("docs/index.md")).markdown == f"前文\n\n{CITY}\n\n后文"


def test_only_what_lags_or_weakens_counts_as_a_gap(view):
    assert [(gap.page, gap.status) for gap in worst(view)] == [
        ("/indicators/I09.md", "▲ 进度滞后（预计）"),
        ("/indicators/I07.md", "▲ 已达标但走弱（人工评价）（预计）"),
    ]


def test_on_a_page_of_the_site_it_is_the_board(view):
    page = fill("{{ 概览 }}", view, Place("docs/index.md"), on_site=True)

    assert page.markdown == board_markdown(view, page.charts[0]).rstrip("\n")
    assert [chart.name for chart in page.charts] == ["city-bullet"]


def test_every_count_of_the_board_leads_to_its_rows(view):
    board = board_markdown(view)

    assert "- [**● 达标** 1项](/indicators/index.md?评价=达标)" in board
    assert "- [**○ 未报送** 1项](/areas/index.md?进展=未报送)" in board
    assert "- [**▲ 前期论证** 1个](/projects/index.md?阶段=前期论证)" in board
    assert "- [**■ 数据有误** 1个](/registers/submissions.md?报送情况=数据有误)：[丙园区](/parks/bingyuan.md)" in board


def test_the_board_says_how_many_of_all_are_as_they_should_be(view):
    figures = re.findall(r"^\*\*.*(?=\n\{: .card-figure \})", board_markdown(view), re.MULTILINE)

    assert figures == [
        "**2**/4项符合进度要求或达标", "**2**/3项已完成或按序时推进", "**1**/3个已开工或完工", "**1**/4个单位已报送齐全",
    ]  # fmt: skip


def test_the_counts_of_a_units_board_lead_into_its_own_report(of_unit):
    board = board_markdown(of_unit("donghe"))

    assert "- [**▲ 推进缓慢** 1项](/banners/donghe.md#tasks)" in board
    assert "- [预计数据 1个](/registers/provisional.md?单位=东河区)，不影响评价" in board
    assert "- [未开工项目 1个](/banners/donghe.md#projects)" in board
