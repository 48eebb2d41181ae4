"""Charts that show what every drawing has: tones, words, marks, a provisional figure."""

from __future__ import annotations

import re
from decimal import Decimal

from evaluation.render.chart import Chart, Point, Series, Stack, StackRow, State


def chart(kind: str, data: tuple, **more) -> Chart:
    usual = {
        "name": "city-x",
        "title": "标题",
        "alt": "替代文字。",
        "source": "来源：某局；示例数据",
        "table": ((), ()),
    }
    return Chart(kind=kind, data=data, **{**usual, **more})


def stack(label: str = "完善应急管理体制机制") -> Chart:
    states = (State("已完成", "good", "●"), State("推进缓慢", "behind", "▲"), State("未报送", "none", "○"))
    return chart("stacked", Stack(states, (StackRow(label, (3, 1, 0), "4项"),), "注：某说明。"))


def series(**changed) -> Chart:
    usual = Series(
        unit="人",
        first=2020,
        last=2025,
        points=(Point(Decimal(2021), Decimal(49), "49"), Point(Decimal(2022), Decimal(46), "46", "预计")),
        baseline=Point(Decimal(2020), Decimal(52), "52"),
        target=Point(Decimal(2025), Decimal("44.2"), "44.2"),
        path=((Decimal(2020), Decimal(52)), (Decimal(2025), Decimal("44.2"))),
    )
    return chart("series", usual._replace(**changed))


def words(picture: bytes) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", picture.decode("utf-8"))
