"""What others say of the evaluation: a third party, and whoever was asked about the draft."""

from __future__ import annotations

from evaluation.model.record import Field, Record
from evaluation.model.scalars import Day, Text
from evaluation.model.words import Outcome, Provenance


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
