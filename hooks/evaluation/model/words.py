"""The words that data files may use, each kind of word a list of its own."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """Its repr is the bare word: all that depends on a record is kept by the record's repr, and words are half of it."""

    __repr__ = str.__repr__


class Provenance(Word):
    """数据性质: only what a public source says may pass as real."""

    PUBLIC = "公开资料"
    WORK_PLAN = "工作方案"
    DEMONSTRATION = "示例数据"


class UnitKind(Word):
    BANNER = "旗区"
    PARK = "园区"
    DEPARTMENT = "市直部门"
    VERTICAL = "垂直管理部门"
    FORCE = "军警单位"
    ENTERPRISE = "企业"


class Duty(Word):
    """Whether a unit writes a self-assessment of its own or supports others."""

    REPORTS = "自评估"
    SUPPORTS = "配合"


class Attribute(Word):
    BINDING = "约束性"
    EXPECTED = "预期性"


class IndicatorGroup(Word):
    SAFETY = "安全生产"
    DISASTER = "自然灾害防治"
    CAPACITY = "应急能力"


class Direction(Word):
    UP = "越高越好"
    DOWN = "越低越好"

    @property
    def sign(self) -> int:
        return 1 if self is Direction.UP else -1


class Kind(Word):
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


class Reading3(Word):
    """The three readings of 下降x% in published reports."""

    POINT = "point"
    MEAN_OF_MEANS = "mean_of_means"
    YEAR_ON_BASE_MEAN = "year_on_base_mean"


class Path(Word):
    LINEAR = "linear"
    COMPOUND = "compound"


class Nature(Word):
    """A flow is counted over its period (deaths in a year); a stock stands on one day (share of staff)."""

    FLOW = "期间"
    STOCK = "时点"


class CumulativeInput(Word):
    INCREMENT = "increment"
    RUNNING = "running"


class Status(Word):
    """数据状态."""

    ESTIMATE = "预计"
    FLASH = "快报"
    FINAL = "正式"

    @property
    def provisional(self) -> bool:
        return self is not Status.FINAL


class TaskState(Word):
    DONE = "已完成"
    ON_SCHEDULE = "按序时推进"
    SLOW = "推进缓慢"
    BLOCKED = "难以推进"
    ADJUST = "建议调整"

    @property
    def owes_explanation(self) -> bool:
        """method.md §6: the last three owe cause, countermeasure and suggestion."""
        return self in (TaskState.SLOW, TaskState.BLOCKED, TaskState.ADJUST)


class Stage(Word):
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


class BuildNature(Word):
    NEW = "新建"
    CONTINUED = "续建"
    EXTENDED = "改扩建"


class ProjectLevel(Word):
    CITY = "市规划"
    REGION = "自治区规划"


class Outcome(Word):
    """What became of an opinion on the draft."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    REFUSED = "未采纳"

    @property
    def owes_reason(self) -> bool:
        return self is not Outcome.ADOPTED


class VerdictClass(Word):
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
