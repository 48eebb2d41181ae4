"""Who takes part: the register of units, and whom to call there."""

from __future__ import annotations

from evaluation.model.record import Field, Record
from evaluation.model.scalars import Day, Number, Text
from evaluation.model.words import Duty, Provenance, UnitKind


class Figure(Record):
    """A single public or demonstration figure with its date and source."""

    value: Number = Field(title="数值")
    date: Day = Field(title="时点", description="该数所代表的日期")
    source: Text = Field(title="来源")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")


class Unit(Record):
    id: Text = Field(title="编号", description="小写拼音，也是文件夹名", pattern=r"^[a-z][a-z0-9-]*$")
    name: Text = Field(title="名称")
    short: Text | None = Field(default=None, title="简称", description="表格和图中使用")
    kind: UnitKind = Field(title="类别")
    code: Text | None = Field(default=None, title="行政区划代码", pattern=r"^[0-9]{6}$")
    aliases: tuple[Text, ...] = Field(default=(), title="别名")
    duty: Duty = Field(default=Duty.SUPPORTS, title="职责")
    population: Figure | None = Field(default=None, title="常住人口（人）")
    source: Text | None = Field(default=None, title="名称依据")
    provenance: Provenance = Field(default=Provenance.PUBLIC, title="数据性质")

    @property
    def label(self) -> str:
        return self.short or self.name

    @property
    def folder(self) -> str:
        """The folder of the unit's pages under docs/ and in the site."""
        return {UnitKind.BANNER: "banners", UnitKind.PARK: "parks"}.get(self.kind, "departments")


class Contact(Record):
    """联络人员 of a unit (data/private/contacts.yml). Never part of an Evaluation, so that no page can show it."""

    unit: Text = Field(title="单位名称", description="单位编号，或名册以外单位的名称")
    name: Text = Field(title="姓名")
    position: Text = Field(title="职务")
    phone: Text = Field(title="联系方式", description="电话或手机号码", pattern=r"^[0-9+\-（）() 转、,，/]{5,60}$")
