"""Events are counted as they were recorded: what did not occur is said, what is not yet known is absent and not zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from evaluation.model import Evaluation
from evaluation.render.charts import CHARTS

from tests.checked import Accident, Disaster
from tests.measure.builders import banners, department, evaluation, plan
from tests.render.small import view_of


def accident(number: int, day: date, sector: str = "煤矿", deaths: int = 1, unit: str = "wushen") -> Accident:
    return Accident(
        id=f"A{day.year}-{number:03}", date=day, unit=unit, sector=sector, type="类型", level="一般",
        deaths=str(deaths), injured="0",
    )  # fmt: skip


def disaster(number: int, day: date, kind: str, affected: int, loss: str) -> Disaster:
    return Disaster(
        id=f"D{day.year}-{number:03}", date=day, unit="wushen", kind=kind, affected=str(affected), deaths="0",
        relocated="0", crop_area="0", loss=loss,
    )  # fmt: skip


def with_events(accidents=(), disasters=()) -> Evaluation:
    return evaluation(plan=plan(), units=(*banners(), department()), accidents=accidents, disasters=disasters)


def test_accidents_by_sector_leave_out_what_did_not_occur_and_say_so():
    whole = with_events((accident(1, date(2021, 3, 1)), accident(1, date(2023, 3, 1), "道路运输", 3)))
    chart = CHARTS["事故分行业"](view_of(whole), None)

    assert chart.data.labels == ("煤矿", "道路运输")
    assert chart.data.series == ("2021年", "2022年", "2023年1—6月")
    silent = [sector for sector in whole.plan.sectors if sector not in ("煤矿", "道路运输")]
    assert chart.data.note == f"注：{'、'.join(silent)}均未发生。"
    assert [row[1:] for row in chart.table[1]] == [("1", "0", "0", "1", "0", "0"), ("0", "0", "1", "0", "0", "3")]


def test_months_after_the_cut_off_are_absent_and_not_zero():
    chart = CHARTS["事故分月"](view_of(with_events((accident(1, date(2023, 2, 1), deaths=2),))), None)
    last = chart.data.panels[-1]

    assert last.heading == "2023年\n1—6月共2人"
    assert last.values == (*map(Decimal, (0, 2, 0, 0, 0, 0)), *[None] * 6)
    assert chart.data.note == "注：“—”表示尚无数据。"


def test_large_amounts_are_scaled_and_tiny_ones_are_not_shown_as_zero():
    events = (
        disaster(1, date(2022, 6, 1), "洪涝", 360000, "200000"),
        disaster(2, date(2022, 7, 1), "雪灾", 20, "10"),
    )
    chart = CHARTS["灾害分灾种"](view_of(with_events(disasters=events)), None)

    assert [measure.heading for measure in chart.data.measures] == [
        "灾害起数（起）",
        "受灾人次（万人次）",
        "直接经济损失（亿元）",
    ]
    assert [row[1][1] for row in chart.data.measures[1].rows] == ["36.00", "…"]
    assert chart.data.note.endswith("“…”表示不足0.01。")


def test_a_banner_s_events_are_its_own():
    whole = with_events((accident(1, date(2022, 3, 1)), accident(2, date(2022, 3, 2), unit="dalate", deaths=5)))

    assert CHARTS["事故分月"](view_of(whole, "dalate"), None).data.panels[1].heading == "2022年\n共5人"


@pytest.mark.parametrize("name", ["事故分行业", "事故分月", "灾害分灾种"])
def test_without_events_there_is_no_chart(name):
    assert CHARTS[name](view_of(with_events()), None) is None
