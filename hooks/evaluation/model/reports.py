"""What one unit reported as data."""

from __future__ import annotations

from evaluation.model.indicators import UnitReading
from evaluation.model.record import Field, Record
from evaluation.model.scalars import Day, Number, Text, Truth
from evaluation.model.words import Provenance, Stage, TaskState


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
