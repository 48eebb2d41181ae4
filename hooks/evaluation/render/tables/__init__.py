"""Every table by the name that authors place it by."""

from __future__ import annotations

from collections.abc import Callable

from evaluation.render.tables import (
    banners,
    by_hand,
    events,
    indicators,
    matrices,
    opinions,
    peers,
    projects,
    provisional,
    registers,
    revisions,
    rollups,
    tasks,
    third_party,
    units,
)
from evaluation.render.tables.table import Table
from evaluation.render.view import View

MakeTable = Callable[[View, str | None], Table | None]

TABLES: dict[str, MakeTable] = {
    "主要指标": indicators.main_table,
    "指标数据": indicators.data_table,
    "分旗区指标": banners.by_banner_table,
    "应急能力": indicators.capacity_table,
    "预计数据": provisional.provisional_table,
    "修订记录": revisions.revisions_table,
    "人工评价": by_hand.overrides_table,
    "第三方评价": third_party.third_party_table,
    "合计核对": banners.sums_table,
    "单位指标对照": matrices.unit_indicator_table,
    "工作任务": tasks.tasks_table,
    "任务一览": tasks.list_table,
    "任务进展": tasks.progress_table,
    "单位任务进展": tasks.reported_tasks_table,
    "保障措施": tasks.safeguards_table,
    "重点项目": projects.projects_table,
    "项目进展": projects.groups_table,
    "项目分单位": rollups.by_unit_table,
    "项目分资金来源": rollups.by_funding_table,
    "未开工项目": projects.not_started_table,
    "在建项目": projects.under_way_table,
    "投资完成": projects.investment_table,
    "问题清单": registers.problems_table,
    "对策建议": registers.suggestions_table,
    "经验做法": registers.practices_table,
    "规划调整建议": registers.adjustments_table,
    "意见采纳情况": opinions.opinions_table,
    "单位对照": peers.peers_table,
    "旗区位次": peers.places_table,
    "报送情况": units.submissions_table,
    "事故分行业": events.by_sector_table,
    "事故分类型": events.by_type_table,
    "事故分时间": events.by_month_table,
    "事故分地区": events.by_place_table,
    "灾害分灾种": events.by_kind_table,
    "灾害分地区": events.disasters_by_place_table,
}
"""Name → table of a view, None where there is nothing to show. The argument is an id: of an indicator for
指标数据, 修订记录 and 分旗区指标; of an area for 工作任务 and 重点项目; of anything for the registers and 第三方评价; else it is not used."""
