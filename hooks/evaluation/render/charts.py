"""The charts an author can place by name: evaluation → Chart, looked up and never asked in turn."""

from __future__ import annotations

from collections.abc import Callable

from evaluation.render import event_charts, matrix_chart, overview_chart, series_chart, tile_chart, work_charts
from evaluation.render.chart import Chart
from evaluation.render.view import View

__all__ = ["CHARTS", "Chart"]

CHARTS: dict[str, Callable[[View, str | None], Chart | None]] = {
    "指标总览": overview_chart.overview,
    "指标": series_chart.series,
    "任务进展": work_charts.tasks,
    "单位任务对照": matrix_chart.unit_by_task,
    "项目阶段": work_charts.stages,
    "项目分领域": work_charts.stages_by_area,
    "项目分旗区": work_charts.stages_by_banner,
    "投资完成": work_charts.investment,
    "进度安排": work_charts.schedule,
    "旗区分布": tile_chart.tile_map,
    "事故分行业": event_charts.accidents_by_sector,
    "事故分月": event_charts.accidents_by_month,
    "灾害分灾种": event_charts.disasters_by_kind,
}
"""By the name after 图; None where there is nothing to draw. The argument is an indicator, or a group of projects."""
