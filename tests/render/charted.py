"""The charts of an evaluation put together for a test, and the words that stand in one."""

from __future__ import annotations

import re

from evaluation.measure import measure
from evaluation.model import Evaluation
from evaluation.render.chart import Chart
from evaluation.render.drawing import draw
from evaluation.render.view import View


def view(whole: Evaluation, unit: str | None = None) -> View:
    return View(whole, measure(whole), whole.unit(unit) if unit else None)


def words(chart: Chart) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", draw(chart, "svg").decode("utf-8"))
