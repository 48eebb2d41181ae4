"""The indicators: their figures, where they start from and what they are to reach."""

from __future__ import annotations

from decimal import Decimal

from evaluation.model.record import Field, Record
from evaluation.model.scalars import Count, Day, Number, Period, Text, Truth
from evaluation.model.words import (
    Attribute,
    CumulativeInput,
    Direction,
    IndicatorGroup,
    Kind,
    Nature,
    Path,
    Provenance,
    Reading3,
    Status,
    VerdictClass,
)


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
