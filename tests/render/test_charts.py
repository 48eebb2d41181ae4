"""Every chart of the project: it fits its page, no two of its texts meet, and it tells in words and as a table what it shows."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.model import Evaluation
from evaluation.render.chart import Chart
from evaluation.render.charts import CHARTS
from evaluation.render.drawing import compose
from evaluation.render.drawing.canvas import outside, overlaps
from evaluation.render.view import View

ROOT = Path(__file__).resolve().parents[2]
A_PAGE = 218 / 25.4 * 72
"""The text height of an official page less a caption of two lines, in points."""


@cache
def real() -> Evaluation:
    whole, _ = load_evaluation(ROOT)
    return whole


@cache
def every_chart() -> tuple[Chart, ...]:
    whole, assessment = real(), measure(real())
    scopes = [None, *(unit for unit in whole.units if whole.report(unit.id))]
    return tuple(
        chart
        for unit in scopes
        for name, make in CHARTS.items()
        for argument in ([one.id for one in whole.indicators] if name in ("指标", "旗区分布") else [None])
        if (chart := make(View(whole, assessment, unit), argument)) is not None
    )


def test_the_project_has_every_kind_of_chart_for_the_city():
    city = {chart.name for chart in every_chart() if chart.name.startswith("city-")}

    assert city >= {
        "city-bullet",
        *(f"city-I{number:02}" for number in range(1, 12)),
        "city-tasks-by-area",
        "city-units-by-tasks",
        "city-projects-by-group",
        "city-projects-by-area",
        "city-projects-by-banner",
        "city-investment",
        "city-schedule",
        "city-map-I01",
        "city-accidents-by-sector",
        "city-accidents-by-month",
        "city-disasters-by-kind",
    }


def test_no_two_texts_of_any_chart_overlap_and_none_leaves_its_sheet():
    faults = {
        chart.name: (overlaps(canvas.labels), outside(canvas))
        for chart in every_chart()
        for canvas in [compose(chart, "svg")]
        if overlaps(canvas.labels) or outside(canvas)
    }

    assert faults == {}


def test_every_chart_fits_on_a_page():
    assert [chart.name for chart in every_chart() if compose(chart, "png").height > A_PAGE] == []


def test_charts_of_one_name_are_one_chart_and_the_name_is_a_plain_file_name():
    named: dict[str, Chart] = {}
    for chart in every_chart():
        assert named.setdefault(chart.name, chart) == chart
        assert re.fullmatch(r"[a-z]+-[A-Za-z0-9-]+", chart.name)


def test_every_chart_tells_in_a_sentence_with_figures_what_is_to_be_seen():
    for chart in every_chart():
        assert chart.alt.endswith("。") and re.search(r"\d", chart.alt), chart.name
        assert not re.search(r"None|Decimal|E[+-]\d", chart.alt), chart.name


def test_every_chart_says_source_cut_off_and_that_its_figures_are_an_example():
    for chart in every_chart():
        assert re.match(r"来源：.+；.*截至20\d\d年\d+月\d+日", chart.source), chart.name
        assert "示例" in chart.source, chart.name


def test_every_chart_has_its_figures_as_a_table_too():
    for chart in every_chart():
        headers, rows = chart.table
        assert rows and all(len(row) == len(headers) for row in rows), chart.name
        assert all(isinstance(cell, str) and cell for row in rows for cell in row), chart.name


def test_the_data_of_a_chart_is_frozen_so_that_it_can_be_a_key():
    def kinds(part: object) -> set[type]:
        return set().union(*map(kinds, part)) if isinstance(part, tuple) else {type(part)}

    for chart in every_chart():
        assert kinds(chart.data) <= {str, int, bool, Decimal, type(None)}, chart.name
        assert isinstance(hash(chart), int)


def test_the_same_evaluation_gives_the_same_charts():
    again = View(real(), measure(real()))

    assert CHARTS["指标总览"](again, None) in every_chart()
