"""What an evaluation is made of: frozen records without I/O, whose declarations are also the editors' schema."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, SkipValidation
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, core_schema

from evaluation.problems import Place, Problem

# ---------------------------------------------------------------------------------------------- scalars


def _plain_number(text: object) -> object:
    # Decimal itself would accept "１２", "1_000", "1e3", "NaN": none of them is a figure in a report.
    if isinstance(text, str) and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError("不是普通十进制数，应写成如 12.50（半角数字，不带逗号、单位和百分号）")
    return text


def _plain_date(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("不是日期，应写成如 2023-06-30")
    return text


def _plain_truth(text: object) -> object:
    if isinstance(text, str):
        if text not in ("true", "false"):
            raise ValueError("只能写 true 或 false")
        return text == "true"
    return text


Number = Annotated[Decimal, BeforeValidator(_plain_number)]
Count = Annotated[int, BeforeValidator(_plain_number)]
Day = Annotated[date, BeforeValidator(_plain_date)]
Truth = Annotated[bool, BeforeValidator(_plain_truth)]
Text = Annotated[str, AfterValidator(lambda text: text.strip()), Field(min_length=1)]


class Period(str):
    """What a figure stands for: `2022` a whole year, `2023-06` the year up to and including that month (or its last day)."""

    PATTERN = r"20[0-9]{2}(-(0[1-9]|1[0-2]))?"

    @property
    def year(self) -> int:
        return int(self[:4])

    @property
    def month(self) -> int | None:
        return int(self[5:]) if len(self) > 4 else None

    @property
    def annual(self) -> bool:
        return len(self) == 4

    @property
    def end(self) -> date:
        """The day the figure stands for: the last day of the year or of the month."""
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=f"^{cls.PATTERN}$"))


# ---------------------------------------------------------------------------------------------- words


class Provenance(StrEnum):
    """数据性质: only what a public source says may pass as real."""

    PUBLIC = "公开资料"
    WORK_PLAN = "工作方案"
    DEMONSTRATION = "示例数据"


class UnitKind(StrEnum):
    BANNER = "旗区"
    PARK = "园区"
    DEPARTMENT = "市直部门"
    VERTICAL = "垂直管理部门"
    FORCE = "军警单位"
    ENTERPRISE = "企业"


class Duty(StrEnum):
    """Whether a unit writes a self-assessment of its own or supports others."""

    REPORTS = "自评估"
    SUPPORTS = "配合"


class Attribute(StrEnum):
    BINDING = "约束性"
    EXPECTED = "预期性"


class IndicatorGroup(StrEnum):
    SAFETY = "安全生产"
    DISASTER = "自然灾害防治"
    CAPACITY = "应急能力"


class Direction(StrEnum):
    UP = "越高越好"
    DOWN = "越低越好"

    @property
    def sign(self) -> int:
        return 1 if self is Direction.UP else -1


class Kind(StrEnum):
    """The eight kinds of target; one function each in measure/."""

    LEVEL = "level"
    RELATIVE_CHANGE = "relative_change"
    PERIOD_MEAN_CEILING = "period_mean_ceiling"
    EACH_YEAR_CEILING = "each_year_ceiling"
    EACH_YEAR_FLOOR = "each_year_floor"
    CUMULATIVE = "cumulative"
    MEAN_GROWTH = "mean_growth"
    MILESTONE = "milestone"
    RATIO = "ratio"


class Reading3(StrEnum):
    """The three readings of 下降x% in published reports."""

    POINT = "point"
    MEAN_OF_MEANS = "mean_of_means"
    YEAR_ON_BASE_MEAN = "year_on_base_mean"


class Path(StrEnum):
    LINEAR = "linear"
    COMPOUND = "compound"


class Nature(StrEnum):
    """A flow is counted over its period (deaths in a year); a stock stands on one day (share of staff)."""

    FLOW = "期间"
    STOCK = "时点"


class CumulativeInput(StrEnum):
    INCREMENT = "increment"
    RUNNING = "running"


class Status(StrEnum):
    """数据状态."""

    ESTIMATE = "预计"
    FLASH = "快报"
    FINAL = "正式"

    @property
    def provisional(self) -> bool:
        return self is not Status.FINAL


class TaskState(StrEnum):
    DONE = "已完成"
    ON_SCHEDULE = "按序时推进"
    SLOW = "推进缓慢"
    BLOCKED = "难以推进"
    ADJUST = "建议调整"

    @property
    def owes_explanation(self) -> bool:
        """method.md §6: the last three owe cause, countermeasure and suggestion."""
        return self in (TaskState.SLOW, TaskState.BLOCKED, TaskState.ADJUST)


class Stage(StrEnum):
    """项目阶段 in order; the three side states stand outside the order."""

    STUDY = "前期论证"
    ABOUT_TO_START = "即将开工"
    UNDER_WAY = "开工在建"
    STRUCTURE_DONE = "主体完工"
    DONE = "已完工"
    PAUSED = "暂缓"
    ADJUSTED = "调整"
    CANCELLED = "取消"

    @property
    def started(self) -> bool:
        return self in (Stage.UNDER_WAY, Stage.STRUCTURE_DONE, Stage.DONE)

    @property
    def not_started(self) -> bool:
        return self in (Stage.STUDY, Stage.ABOUT_TO_START)


class BuildNature(StrEnum):
    NEW = "新建"
    CONTINUED = "续建"
    EXTENDED = "改扩建"


class ProjectLevel(StrEnum):
    CITY = "市规划"
    REGION = "自治区规划"


class Outcome(StrEnum):
    """What became of an opinion on the draft."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    REFUSED = "未采纳"

    @property
    def owes_reason(self) -> bool:
        return self is not Outcome.ADOPTED


class VerdictClass(StrEnum):
    """method.md §3, in the order from best to worst; the last three stand outside the order."""

    ACHIEVED = "已提前实现"
    AHEAD = "快于预期"
    ON_TRACK = "基本符合预期"
    BEHIND = "进度滞后"
    FAR_BEHIND = "明显滞后"
    REVERSED = "出现倒退"
    MET_BUT_WEAKENING = "已达标但走弱"
    WITHIN = "达标"
    EXCEEDED = "超标"
    OUT_OF_REACH = "已无法实现"
    NOT_JUDGED = "暂不评价"


# ---------------------------------------------------------------------------------------------- records


class Record(BaseModel):
    """A mapping of a data file. `place` is set by the loader and belongs to no schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    place: SkipJsonSchema[Annotated[Place, SkipValidation]] = Field(default=Place("", 0, 0), exclude=True, repr=False)


class Figure(Record):
    """A single public or demonstration figure with its date and source."""

    value: Number = Field(title="数值")
    date: Day = Field(title="时点", description="该数所代表的日期")
    source: Text = Field(title="来源")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")


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

    @property
    def sections(self) -> tuple[SectionSpec | ChapterSpec, ...]:
        """What a unit writes, in framework order: each section, and each chapter that has none."""
        return tuple(part for chapter in self.framework for part in (chapter.sections or (chapter,)))


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


class Revision(Record):
    """An earlier value of a figure, kept so that a replaced 预计数 can still be explained."""

    value: Number | None = Field(default=None, title="原值")
    numerator: Number | None = Field(default=None, title="原分子")
    denominator: Number | None = Field(default=None, title="原分母")
    status: Status = Field(title="原状态")
    date: Day = Field(title="修订日期")
    note: Text = Field(title="修订说明")


class Reading(Record):
    """One figure of one indicator for one period: a value, or numerator and denominator; never both."""

    period: Period = Field(title="时期", description="2022 为全年，2023-06 为 1—6 月（时点指标为 6 月末）")
    value: Number | None = Field(default=None, title="数值")
    numerator: Number | None = Field(default=None, title="分子")
    denominator: Number | None = Field(default=None, title="分母")
    status: Status = Field(default=Status.FINAL, title="数据状态")
    expected: Day | None = Field(default=None, title="正式数预计发布日期")
    source: Text | None = Field(default=None, title="来源")
    note: Text | None = Field(default=None, title="口径说明")
    revisions: tuple[Revision, ...] = Field(default=(), title="修订记录")


class UnitReading(Reading):
    """A reading that a unit reports, with the indicator it belongs to."""

    indicator: Text = Field(title="指标编号")


class Baseline(Record):
    label: Text = Field(title="基期", description="如 2020年、“十三五”年均")
    value: Number | None = Field(default=None, title="基期值")
    numerator: Number | None = Field(default=None, title="分子")
    denominator: Number | None = Field(default=None, title="分母")
    date: Day | None = Field(default=None, title="基期时点", description="不写则为规划基期时点")
    status: Status = Field(default=Status.FINAL, title="数据状态")
    source: Text | None = Field(default=None, title="来源")


class Target(Record):
    value: Number = Field(title="目标值", description="relative_change 写变化百分数，如 -15；其余写 T、上限 L 或年均增速百分数")
    text: Text = Field(title="规划原文", description="如 累计下降15%")
    strict: Truth = Field(default=False, title="严格小于", description="目标为“小于”而非“不高于”时写 true")


class RatioSpec(Record):
    """How a ratio is formed: factor × numerator / denominator."""

    numerator: Text = Field(title="分子名称")
    numerator_unit: Text = Field(title="分子单位")
    denominator: Text = Field(title="分母名称")
    denominator_unit: Text = Field(title="分母单位")
    factor: Number = Field(default=Decimal(1), title="系数")
    judged_as: Kind = Field(title="按何种目标评价")
    share: Truth = Field(default=False, title="是否占比", description="占比不得超过 100%")


class Override(Record):
    """A verdict set by hand; listed in an annex."""

    verdict: VerdictClass = Field(title="评价")
    reason: Text = Field(title="理由")
    by: Text = Field(title="决定单位")
    date: Day = Field(title="日期")


class Indicator(Record):
    id: Text = Field(title="编号", pattern=r"^I[0-9]{2}$")
    name: Text = Field(title="指标名称")
    aliases: tuple[Text, ...] = Field(default=(), title="别名")
    group: IndicatorGroup = Field(title="类别")
    unit: Text = Field(title="计量单位")
    decimals: Count = Field(default=0, title="小数位数", ge=0, le=6)
    attribute: Attribute = Field(title="属性")
    direction: Direction = Field(title="方向")
    nature: Nature = Field(title="期间/时点")
    kind: Kind = Field(title="目标类型")
    reading: Reading3 = Field(default=Reading3.POINT, title="下降x%的读法")
    path: Path = Field(default=Path.LINEAR, title="目标路径")
    input: CumulativeInput | None = Field(default=None, title="累计指标的填报口径")
    stages: tuple[Text, ...] = Field(default=(), title="阶段", description="milestone 指标的阶段名称，由先到后")
    baseline: Baseline | None = Field(default=None, title="基期")
    target: Target = Field(title="目标")
    ratio: RatioSpec | None = Field(default=None, title="比率的构成")
    limit: Number | None = Field(default=None, title="自然极限", description="如占比的 100，第二意见用")
    counted_from: Text | None = Field(default=None, title="合计口径", description="旗区数应加总为全市数时写 旗区合计")
    definition: Text = Field(title="指标解释")
    source: Text = Field(title="数据来源")
    owners: tuple[Text, ...] = Field(title="责任单位")
    readings: tuple[Reading, ...] = Field(default=(), title="全市数据")
    override: Override | None = Field(default=None, title="人工评价")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")

    @property
    def judged_as(self) -> Kind:
        """The kind that judges it: a ratio is judged as the kind it names."""
        return self.ratio.judged_as if self.kind is Kind.RATIO and self.ratio else self.kind


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


class IssuedDocument(Record):
    title: Text = Field(title="文件名称")
    number: Text | None = Field(default=None, title="文号")
    date: Day | None = Field(default=None, title="日期")


class TaskReport(Record):
    """How one unit stands with one task on the tasks' cut-off day."""

    task: Text = Field(title="任务编号")
    state: TaskState = Field(title="进展")
    work: Text = Field(title="主要工作")
    documents: tuple[IssuedDocument, ...] = Field(default=(), title="出台制度性文件")
    mechanisms: tuple[Text, ...] = Field(default=(), title="建立的工作机制")
    results: Text = Field(title="主要成效")
    cause: Text | None = Field(default=None, title="原因")
    countermeasure: Text | None = Field(default=None, title="对策")
    suggestion: Text | None = Field(default=None, title="建议")


class ProjectReport(Record):
    """How one project stands, told by its responsible unit."""

    project: Text = Field(title="项目编号")
    stage: Stage = Field(title="阶段")
    invested: Number | None = Field(default=None, title="累计完成投资（万元）", ge=0)
    progress: Text | None = Field(default=None, title="形象进度")
    on_schedule: Truth | None = Field(default=None, title="是否达到序时进度")
    started: Day | None = Field(default=None, title="实际开工日期")
    finished: Day | None = Field(default=None, title="实际完工日期")
    reason: Text | None = Field(default=None, title="未开工原因")
    plan: Text | None = Field(default=None, title="推动实施计划", description="须含时间节点")
    planned_start: Day | None = Field(default=None, title="计划开工日期")
    outlook: Text | None = Field(default=None, title="预期展望")
    practice: Text | None = Field(default=None, title="经验做法")
    evidence: IssuedDocument | None = Field(default=None, title="完工依据")


class Finding(Record):
    """A problem, suggestion or good practice, with the things it is about."""

    title: Text = Field(title="标题")
    text: Text = Field(title="内容")
    about: tuple[Text, ...] = Field(default=(), title="相关指标、任务、项目编号")


class SafeguardReport(Record):
    """How a safeguard of the plan (实施保障措施) is carried out, in words, with the same obligations as a task."""

    safeguard: Text = Field(title="保障措施")
    state: TaskState = Field(title="执行情况")
    work: Text = Field(title="主要做法")
    cause: Text | None = Field(default=None, title="原因")
    countermeasure: Text | None = Field(default=None, title="对策")
    suggestion: Text | None = Field(default=None, title="建议")


class Adjustment(Record):
    """规划调整建议."""

    about: Text = Field(title="指标、任务或项目编号")
    original: Text = Field(title="原内容")
    proposed: Text = Field(title="建议调整为")
    reason: Text = Field(title="理由")
    basis: Text = Field(title="依据")


class Report(Record):
    """What one unit reported as data: data/reports/<unit>.yml."""

    unit: Text = Field(title="单位编号")
    submitted: Day | None = Field(default=None, title="报送日期", description="不写即未报送")
    readings: tuple[UnitReading, ...] = Field(default=(), title="指标数据")
    tasks: tuple[TaskReport, ...] = Field(default=(), title="工作任务")
    projects: tuple[ProjectReport, ...] = Field(default=(), title="重点项目")
    safeguards: tuple[SafeguardReport, ...] = Field(default=(), title="实施保障措施")
    problems: tuple[Finding, ...] = Field(default=(), title="存在问题")
    suggestions: tuple[Finding, ...] = Field(default=(), title="对策建议")
    practices: tuple[Finding, ...] = Field(default=(), title="经验做法")
    adjustments: tuple[Adjustment, ...] = Field(default=(), title="规划调整建议")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")


class Reconciliation(Record):
    """What was agreed where a third party's rating differs: owed before 送审."""

    text: Text = Field(title="协调说明", description="双方理由，以哪一方为准或如何修改")
    by: Text = Field(title="作出单位")
    date: Day = Field(title="日期")


class ThirdPartyRating(Record):
    """A third party's word on one thing, in the words of the self-assessment's own scale."""

    about: Text = Field(title="指标、任务、项目编号或保障措施名称")
    unit: Text | None = Field(default=None, title="单位编号", description="评的是一个单位的自评时写；不写则评全市")
    rating: Text = Field(title="第三方评价", description="与自评估同一套用语：指标写评价等级，任务、保障措施写进展，项目写阶段")
    finding: Text = Field(title="核查情况和依据")
    reconciliation: Reconciliation | None = Field(default=None, title="协调情况", description="与自评不一致的，送审前必须写")


class ThirdParty(Record):
    """What the third party found: data/third-party.yml."""

    assessor: Text = Field(title="第三方机构")
    date: Day = Field(title="评估日期")
    ratings: tuple[ThirdPartyRating, ...] = Field(default=(), title="各项评价")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")


class Opinion(Record):
    """What somebody asked for when the draft was sent round, and what became of it (data/opinions.yml)."""

    by: Text = Field(title="提出单位", description="单位编号；专家等不在名册里的写名称")
    date: Day = Field(title="提出日期")
    about: Text = Field(title="涉及内容", description="报告的章节、指标、任务或项目")
    text: Text = Field(title="意见建议")
    outcome: Outcome = Field(title="采纳情况")
    reason: Text | None = Field(default=None, title="处理说明", description="部分采纳、未采纳的必须写明理由")
    provenance: Provenance = Field(default=Provenance.DEMONSTRATION, title="数据性质")


class Contact(Record):
    """联络人员 of a unit (data/private/contacts.yml). Never part of an Evaluation, so that no page can show it."""

    unit: Text = Field(title="单位名称", description="单位编号，或名册以外单位的名称")
    name: Text = Field(title="姓名")
    position: Text = Field(title="职务")
    phone: Text = Field(title="联系方式", description="电话或手机号码", pattern=r"^[0-9+\-（）() 转、,，/]{5,60}$")


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


class Chapter(Record):
    """Text that people wrote: one Markdown file, its front matter taken off.

    `body` is as written, from `first_line` of the file. `unit` and `section` are set for self-assessments.
    """

    path: str
    """Relative to docs/, POSIX."""
    title: str | None = None
    body: str
    first_line: int = 1
    unit: str | None = None
    section: str | None = None
    verbatim: bool = False
    """Another's text, kept to the letter: what is wrong with it is told, and stays."""


class Evaluation(BaseModel):
    """Everything a stage needs: read once, checked, never changed."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, defer_build=True)

    plan: Plan
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    tasks: tuple[Task, ...]
    projects: tuple[Project, ...]
    reports: tuple[Report, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    """What was said about the draft, in the order of the file."""
    accidents: tuple[Accident, ...] = ()
    disasters: tuple[Disaster, ...] = ()
    third_party: ThirdParty | None = None
    sections: tuple[Chapter, ...] = ()
    """Self-assessment sections of all units, in registry and framework order."""
    chapters: tuple[Chapter, ...] = ()
    """The city's report, in document order."""
    pages: tuple[Chapter, ...] = ()
    """Every other page that people wrote: the front page, the work plan, the guide; by path."""
    files: tuple[str, ...] = ()
    """Paths relative to docs/ of what the site may carry; whatever else lies there is not published."""
    faults: tuple[Problem, ...] = ()
    """Fatal problems found while reading; a unit that has one is marked 数据有误."""
    refused: tuple[str, ...] = ()
    """Ids of records that are written but could not be read: who names them has made no fault of his own."""

    def unit(self, unit_id: str) -> Unit | None:
        return self._units.get(unit_id)

    def indicator(self, indicator_id: str) -> Indicator | None:
        return self._indicators.get(indicator_id)

    def task(self, task_id: str) -> Task | None:
        return self._tasks.get(task_id)

    def project(self, project_id: str) -> Project | None:
        return self._projects.get(project_id)

    def report(self, unit_id: str) -> Report | None:
        return self._reports.get(unit_id)

    @cached_property
    def reporting_units(self) -> tuple[Unit, ...]:
        """Units that owe a self-assessment, in registry order."""
        return tuple(unit for unit in self.units if unit.duty is Duty.REPORTS)

    @cached_property
    def banners(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind is UnitKind.BANNER)

    def accidents_in(self, unit_id: str) -> tuple[Accident, ...]:
        """Those that happened in a banner, in order."""
        return self._accidents.get(unit_id, ())

    def disasters_in(self, unit_id: str) -> tuple[Disaster, ...]:
        return self._disasters.get(unit_id, ())

    def section(self, unit_id: str, section_id: str) -> Chapter | None:
        return self._sections.get((unit_id, section_id))

    def faulty(self, unit_id: str) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.faults if problem.unit == unit_id)

    # Looked up thousands of times in one build; of two records with one id the first is meant.

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in reversed(self.units)}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {item.id: item for item in reversed(self.indicators)}

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {item.id: item for item in reversed(self.tasks)}

    @cached_property
    def _projects(self) -> dict[str, Project]:
        return {item.id: item for item in reversed(self.projects)}

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return {report.unit: report for report in reversed(self.reports)}

    @cached_property
    def _sections(self) -> dict[tuple[str | None, str | None], Chapter]:
        return {(section.unit, section.section): section for section in reversed(self.sections)}

    @cached_property
    def _accidents(self) -> dict[str, tuple[Accident, ...]]:
        return _by_banner(self.accidents)

    @cached_property
    def _disasters(self) -> dict[str, tuple[Disaster, ...]]:
        return _by_banner(self.disasters)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Evaluation:
        """A copy with other records looks them up anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in set(copy.__dict__) - set(type(self).model_fields):
            del copy.__dict__[name]
        return copy


def _by_banner(events: tuple[Any, ...]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for event in events:
        found.setdefault(event.unit, []).append(event)
    return {unit: tuple(some) for unit, some in found.items()}
