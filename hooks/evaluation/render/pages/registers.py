"""Registers: one list of everything of a sort, over all units."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from evaluation.render.pages.page import GeneratedPage, Planned, page, place, place_if_any
from evaluation.render.view import View

REGISTERS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("problems", "问题清单", (("表", "问题清单"),)),
    ("suggestions", "对策建议", (("表", "对策建议"),)),
    ("adjustments", "规划调整建议", (("表", "规划调整建议"),)),
    ("opinions", "意见采纳情况", (("表", "意见采纳情况"),)),
    ("practices", "经验做法", (("表", "经验做法"),)),
    ("provisional", "预计数据", (("表", "预计数据"),)),
    ("revisions", "数据修订记录", (("表", "修订记录"),)),
    ("overrides", "人工评价", (("表", "人工评价"),)),
    ("not-started", "未开工项目", (("表", "未开工项目"),)),
    ("submissions", "报送情况", (("表", "报送情况"),)),
    ("sums", "合计核对", (("表", "合计核对"),)),
    (
        "accidents",
        "生产安全事故分析",
        (
            ("图", "事故分行业"), ("表", "事故分行业"), ("表", "事故分类型"), ("图", "事故分月"), ("表", "事故分时间"),
            ("表", "事故分地区"),
        ),
    ),
    ("disasters", "自然灾害分析", (("图", "灾害分灾种"), ("表", "灾害分灾种"), ("表", "灾害分地区"))),
)  # fmt: skip
"""File stem, title, and what stands on the page."""


def register_pages(view: View) -> Iterator[Planned]:
    for stem, title, shown in REGISTERS:
        path = f"registers/{stem}.md"
        yield Planned(path, partial(_page, view, path, title, shown))


def _page(view: View, path: str, title: str, shown: tuple[tuple[str, str], ...]) -> GeneratedPage:
    parts = [place(*one) for one in shown if place_if_any(view, *one)]
    return page(view, path, title, *(parts or ["目前没有内容。"]))
