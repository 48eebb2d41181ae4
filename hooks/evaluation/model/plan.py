"""The plan that is evaluated: its period, areas and measures, how it is judged, and how it is printed."""

from __future__ import annotations

from datetime import date

from evaluation.model.record import Field, Record
from evaluation.model.scalars import Count, Day, Number, Text, Truth


class PlanPeriod(Record):
    base_date: Day = Field(title="基期时点", description="规划基期的截止日，如 2020-12-31")
    first_year: Count = Field(title="首年", ge=1949, le=2100)
    last_year: Count = Field(title="末年", ge=1949, le=2100)

    @property
    def years(self) -> int:
        """N: the number of years of the plan."""
        return self.last_year - self.first_year + 1

    @property
    def end(self) -> date:
        return date(self.last_year, 12, 31)


class CutOffs(Record):
    annual: Day = Field(title="年度数据截止时点")
    monthly: Day = Field(title="月度数据截止时点")
    tasks: Day = Field(title="任务、项目进展截止时点")


class Phase(Record):
    name: Text = Field(title="阶段")
    start: Day = Field(title="起")
    end: Day = Field(title="止")
    work: Text = Field(title="工作内容")


class Area(Record):
    id: Text = Field(title="编号", pattern=r"^T[1-9]$")
    name: Text = Field(title="任务领域")


class SectionSpec(Record):
    """A section of the report framework: the unit that writes it keeps it in a file of this name."""

    id: Text = Field(title="编号", description="也是文件名：docs/…/单位/编号.md", pattern=r"^[a-z-]+$")
    title: Text = Field(title="标题", description="不带序号，序号由框架计算")
    guide: Text = Field(title="写什么")


class ChapterSpec(Record):
    """A chapter of the framework. One without sections of its own is itself written in one file, named by `id`."""

    id: Text = Field(title="编号", pattern=r"^[a-z-]+$")
    title: Text = Field(title="标题")
    guide: Text | None = Field(default=None, title="写什么")
    sections: tuple[SectionSpec, ...] = Field(default=(), title="各节")


class Method(Record):
    """Cut points of the verdicts (method.md §3); nothing of this is in code."""

    ahead: Number = Field(title="快于预期的下限 k")
    on_track: Number = Field(title="基本符合预期的下限 k")
    behind: Number = Field(title="进度滞后的下限 k", description="低于它为明显滞后")
    noise_band: Number = Field(title="噪声带", description="已达标指标允许的回落幅度（相对值，如 0.05）")
    small_count: Number = Field(title="小基数界限", description="小于该数的计数附小基数说明")
    provisional_note: Text = Field(title="预计数说明")


class DocumentSettings(Record):
    """What the official document carries besides its text (GB/T 9704-2012)."""

    number: Text | None = Field(default=None, title="发文字号")
    addressee: Text = Field(title="主送", description="全角冒号由程序加")
    signature: Text = Field(title="署名")
    date: Day = Field(title="成文日期")
    copies: tuple[Text, ...] = Field(title="抄送")
    printer: Text = Field(title="印发机关")
    print_date: Day = Field(title="印发日期")
    fonts: Text = Field(default="official", title="字体", pattern=r"^(official|windows-fonts)$")
    page_numbers: Text = Field(default="odd-even", title="页码样式", pattern=r"^(odd-even|centred)$")
    sealed: Truth = Field(default=False, title="加盖印章", description="署名和成文日期按加盖印章的格式编排")
    cover: Truth = Field(default=True, title="封面")
    contents: Truth = Field(default=True, title="目录")


class Plan(Record):
    title: Text = Field(title="规划名称")
    aliases: tuple[Text, ...] = Field(default=(), title="别名")
    report_title: Text = Field(title="市级报告名称")
    unit_report_title: Text = Field(title="单位报告名称", description="{单位} 处填单位名称")
    city: Text = Field(title="城市")
    authority: Text = Field(title="组织单位")
    period: PlanPeriod = Field(title="规划期")
    cut_offs: CutOffs = Field(title="截止时点")
    schedule: tuple[Phase, ...] = Field(title="进度安排")
    focus: tuple[Text, ...] = Field(title="评估重点")
    areas: tuple[Area, ...] = Field(title="任务领域")
    framework: tuple[ChapterSpec, ...] = Field(title="报告框架")
    method: Method = Field(title="评价方法")
    document: DocumentSettings = Field(title="公文设置")
    safeguards: tuple[Text, ...] = Field(default=(), title="实施保障措施")
    sectors: tuple[Text, ...] = Field(
        default=(
            "煤矿", "非煤矿山", "危险化学品", "建筑施工", "工贸", "其他工矿商贸", "道路运输", "铁路运输", "农业机械",
            "渔业船舶", "水上运输", "航空运输", "其他",
        ),
        title="事故行业领域",
        description="事故记录中可写的行业领域，按此顺序列出，没有事故的也列；工矿商贸分六类",
    )  # fmt: skip
    disaster_kinds: tuple[Text, ...] = Field(
        default=("干旱", "洪涝", "风雹", "低温冷冻", "雪灾", "沙尘暴", "地震", "地质灾害", "森林草原火灾", "生物灾害"),
        title="灾种",
        description="灾害记录中可写的灾种，按此顺序列出，没有灾害的也列",
    )
    notice: Text = Field(title="数据说明", description="每页、每份文件上的示例数据说明")

    def area(self, area_id: str | None) -> Area | None:
        return next((area for area in self.areas if area.id == area_id), None)

    @property
    def sections(self) -> tuple[SectionSpec | ChapterSpec, ...]:
        """What a unit writes, in framework order: each section, and each chapter that has none."""
        return tuple(part for chapter in self.framework for part in (chapter.sections or (chapter,)))
