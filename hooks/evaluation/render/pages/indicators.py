"""A page for each indicator: what it is, its verdict and why, its figures, the banners, who said what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from evaluation.model import Indicator, Unit
from evaluation.render import links, wording
from evaluation.render.inline import blocks, box, bullet, escape, link
from evaluation.render.pages.page import GeneratedPage, Planned, page, place, place_if_any, section
from evaluation.render.tables.cells import has_page
from evaluation.render.view import View
from evaluation.render.why import READINGS, why_markdown

INDEX = "indicators/index.md"


def indicator_pages(view: View) -> Iterator[Planned]:
    yield Planned(INDEX, partial(_index, view))
    for indicator in view.evaluation.indicators:
        yield Planned(_path(indicator), partial(_page, view, indicator.id))


def _path(indicator: Indicator) -> str:
    return links.of_indicator(indicator).removeprefix("/")


def _index(view: View) -> GeneratedPage:
    return page(
        view,
        INDEX,
        "主要指标",
        place("图", "指标总览"),
        place("表", "主要指标"),
        place_if_any(view, "表", "应急能力"),
        place_if_any(view, "表", "合计核对"),
        section("评价方法", _method(view)),
    )


def _page(view: View, own: str) -> GeneratedPage:
    indicator = view.evaluation.indicator(own)
    return page(
        view,
        _path(indicator),
        indicator.name,
        box("facts", _definition(view, indicator)),
        section("评价及依据", box("facts", why_markdown(view, indicator))),
        section("历年数据", place_if_any(view, "图", "指标", own), place_if_any(view, "表", "指标数据", own)),
        section("修订记录", place_if_any(view, "表", "修订记录", own)),
        section("分旗区情况", place_if_any(view, "图", "旗区分布", own), place_if_any(view, "表", "分旗区指标", own)),
        section("报送单位", box("facts", _reporters(view, indicator))),
        section("第三方评价", place_if_any(view, "表", "第三方评价", own)),
        section("相关问题和建议", *(place_if_any(view, "表", name, own) for name in ABOUT)),
    )


ABOUT = ("问题清单", "对策建议", "经验做法", "规划调整建议")


def _definition(view: View, indicator: Indicator) -> str:
    lines = [
        bullet("编号", indicator.id),
        bullet("类别", f"{indicator.group.value}，{indicator.attribute.value}指标，{indicator.direction.value}"),
        bullet("计量单位", escape(indicator.unit)),
        bullet("指标解释", escape(indicator.definition)),
        bullet("规划目标", escape(indicator.target.text)),
        bullet("升降读法", READINGS[indicator.reading]),
        bullet("数据来源", escape(indicator.source)),
        bullet("责任单位", "、".join(unit_link(view, unit_id) for unit_id in indicator.owners)),
        bullet("数据性质", indicator.provenance.value),
    ]
    notes = dict.fromkeys(reading.note for reading in indicator.readings if reading.note)
    lines += [bullet("口径说明", escape(note)) for note in notes]
    return "\n".join(lines)


def unit_link(view: View, unit_id: str) -> str:
    """A unit's name, linked where it has a page."""
    unit = view.evaluation.unit(unit_id)
    if unit is None:
        return escape(unit_id)
    return link(unit.label, links.of_unit(unit)) if has_page(unit) else escape(unit.label)


def _reporters(view: View, indicator: Indicator) -> str:
    """Who handed in figures of it, and which of the banners did not."""
    told = view.ask(_told_by, indicator.id)
    units = [unit for unit in view.evaluation.reporting_units if unit.id in told]
    silent = [unit for unit in view.evaluation.banners if unit.id not in told]
    lines = [bullet("已报送", _names(view, units) or "无")]
    if units and silent:
        lines.append(bullet("未报送的旗区", _names(view, silent)))
    return "\n".join(lines)


def _told_by(city: View, indicator: str) -> tuple[str, ...]:
    return tuple(row.unit for row in city.assessment.units if row.indicator == indicator)


def _names(view: View, units: list[Unit]) -> str:
    return "、".join(unit_link(view, unit.id) for unit in units)


def _method(view: View) -> str:
    method = view.evaluation.plan.method
    cuts = [wording.plain(value) for value in (method.ahead, method.on_track, method.behind)]
    return blocks(
        "\n".join(
            [
                "- 完成率p为已走过的路程占全程的比重，时间进度e按数据本身的时点计算，相对速度k = p÷e。",
                f"- k不低于{cuts[0]}为快于预期，不低于{cuts[1]}为基本符合预期，不低于{cuts[2]}为进度滞后，"
                "更低为明显滞后，小于零为出现倒退；已到目标值为已提前实现。",
                "- 限值类指标只判断是否达标，列示余量，不计算完成率。",
                "- 所有数字由未经四舍五入的数值计算，只在列示时四舍五入一次。",
            ]
        )
    )
