"""The first screen: counts with links to their lists, the silent ones by name, the widest gaps."""

from __future__ import annotations

from evaluation.problems import Place
from evaluation.render.overview import overview_markdown, worst
from evaluation.render.references import fill

CITY = """\
| 内容 | 总数 | 情况 |
| :--- | ---: | :--- |
| 主要指标 | [4项](/indicators/index.md) | ● 快于预期1项，▲ 进度滞后1项，● 达标2项 |
| 工作任务 | [3项](/areas/index.md) | ● 已完成1项，◆ 按序时推进1项，○ 未报送1项 |
| 重点项目 | [3个](/projects/index.md) | ▲ 前期论证1个，● 主体完工1个，○ 未报送1个 |
| 报送单位 | [4个](/registers/submissions.md) | ● 已报送1个，▲ 部分报送2个（[西山旗](/banners/xishan.md)、[市应急局](/departments/yingji.md)），■ 数据有误1个（[丙园区](/parks/bingyuan.md)） |
| 预计数据 | [3个](/registers/provisional.md) | 涉及2项指标的评价：[年均每十万人受灾人次](/indicators/I07.md)、[专业人才占比](/indicators/I09.md) |
| 未开工项目 | [1个](/registers/not-started.md) | [物资储备库](/projects/P02.md) |

**差距较大的指标**：

- [专业人才占比](/indicators/I09.md)：▲ 进度滞后（预计），完成率40.0%，低于时间进度10.0个百分点"""

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
