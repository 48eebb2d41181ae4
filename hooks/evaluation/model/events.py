"""What happened: accidents and disasters, one by one."""

from __future__ import annotations

from evaluation.model.record import Field, Record
from evaluation.model.scalars import Count, Day, Number, Text


class Accident(Record):
    """One production-safety accident (data/events/accidents.csv)."""

    id: Text = Field(title="编号", pattern=r"^A[0-9]{4}-[0-9]{3,6}$")
    date: Day = Field(title="日期")
    unit: Text = Field(title="发生地（旗区编号）")
    sector: Text = Field(title="行业领域")
    type: Text = Field(title="事故类型")
    level: Text = Field(title="事故等级", pattern=r"^(一般|较大|重大|特别重大)$")
    deaths: Count = Field(title="死亡人数", ge=0)
    injured: Count = Field(title="受伤人数", ge=0)
    loss: Number | None = Field(default=None, title="直接经济损失（万元）", ge=0)


class Disaster(Record):
    """One natural disaster (data/events/disasters.csv)."""

    id: Text = Field(title="编号", pattern=r"^D[0-9]{4}-[0-9]{3,6}$")
    date: Day = Field(title="日期")
    unit: Text = Field(title="发生地（旗区编号）")
    kind: Text = Field(title="灾种")
    affected: Count = Field(title="受灾人次", ge=0)
    deaths: Count = Field(title="死亡失踪人数", ge=0)
    relocated: Count = Field(title="转移安置人次", ge=0)
    crop_area: Number = Field(title="农作物受灾面积（公顷）", ge=0)
    loss: Number = Field(title="直接经济损失（万元）", ge=0)
    relief_hours: Number | None = Field(default=None, title="基本生活救助时间（小时）", ge=0)
