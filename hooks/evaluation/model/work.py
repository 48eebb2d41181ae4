"""What the plan sets out to do: tasks and projects."""

from __future__ import annotations

from evaluation.model.record import Field, Record
from evaluation.model.scalars import Count, Number, Text
from evaluation.model.words import BuildNature, ProjectLevel, Provenance


class Task(Record):
    id: Text = Field(title="编号", pattern=r"^T[1-9]-[0-9]{1,2}$")
    area: Text = Field(title="任务领域")
    name: Text = Field(title="任务")
    aliases: tuple[Text, ...] = Field(default=(), title="别名")
    text: Text = Field(title="任务原文")
    lead: Text = Field(title="牵头单位")
    support: tuple[Text, ...] = Field(default=(), title="配合单位")
    basis: Text = Field(title="依据文件")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")


class Project(Record):
    id: Text = Field(title="编号", pattern=r"^[PZ][0-9]{2,4}$")
    name: Text = Field(title="项目名称")
    aliases: tuple[Text, ...] = Field(default=(), title="别名")
    group: Text = Field(title="类别")
    area: Text = Field(title="任务领域")
    level: ProjectLevel = Field(default=ProjectLevel.CITY, title="规划层级")
    content: Text = Field(title="建设内容和规模")
    nature: BuildNature = Field(title="建设性质")
    location: tuple[Text, ...] = Field(title="建设地点", description="单位编号")
    start_year: Count = Field(title="计划开工年", ge=1949, le=2100)
    end_year: Count = Field(title="计划完工年", ge=1949, le=2100)
    investment: Number = Field(title="总投资（万元）", ge=0)
    funding: tuple[Text, ...] = Field(title="资金来源")
    lead: Text = Field(title="责任单位")
    basis: Text = Field(title="依据文件")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")
