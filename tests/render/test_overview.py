"""The first screen: counts with links to their lists, the silent ones by name, the widest gaps."""

from __future__ import annotations

from pathlib import Path

from evaluation.problems import Place
from evaluation.render.overview import overview_markdown, worst
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


def test_only_what_lags_counts_as_a_gap(view):
    assert [row.indicator for row in worst(view)] == ["I09"]
