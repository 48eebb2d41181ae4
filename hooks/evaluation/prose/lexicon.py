"""The words a sentence about the plan is made of: the plan's own names, and the small words between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from evaluation.model import Attribute, IndicatorGroup, Stage, TaskState, UnitKind, VerdictClass
from evaluation.prose.facts import ALL, BASE, END, Subject
from evaluation.prose.text import Material
from evaluation.prose.tokens import scanner
from evaluation.render.references import tokens as words_of
from evaluation.render.words.names import directory

FOREIGN = "别处"
"""A scope the evaluation has no figures of: the country, the region, another city, a single town or enterprise."""
OWN = "本单位"
CITY_WORDS = ("全市", "我市", "本市")
OWN_WORDS = ("全旗", "本旗", "我旗", "全区", "本区", "我区", "本园区", "全园区", "旗内", "区内", "我园区", "旗级", "区级")
FOREIGN_WORDS = (
    "全国", "国家", "我国", "全自治区", "自治区", "内蒙古自治区", "内蒙古", "全省", "外省", "国外", "美国", "日本", "各盟市", "盟市", "兄弟城市", "先进地区",
    "发达地区", "某市", "外地", "其他地区", "其他城市", "周边地区", "毗邻", "世界", "包头市", "呼和浩特市", "乌海市", "巴彦淖尔市", "阿拉善盟", "阿拉善左旗",
    "锡林郭勒盟", "通辽市", "赤峰市", "呼伦贝尔市", "兴安盟", "乌兰察布市", "榆林市", "忻州市", "大同市", "银川市", "石嘴山市", "重庆市", "北京市", "上海市", "天津市",
    "山西", "陕西", "宁夏", "其他旗区", "其余旗区", "其他旗", "市本级", "旗本级", "区本级", "多数旗区", "全国平均水平", "国家标准", "重庆", "北京",
)  # fmt: skip

DOWN = ("下降", "减少", "降低", "回落", "缩短", "压缩", "下滑", "压降", "降幅达", "降幅为", "降幅", "压减", "减")
UP = ("上升", "增长", "增加", "提高", "提升", "扩大", "增幅达", "增幅为", "增幅", "升高", "延长", "增")
TO = tuple(f"{verb}{to}" for verb in (*DOWN, *UP, "降", "升", "变化", "改变", "压降", "压", "扩充", "扩大", "发展", "达") for to in ("到", "至", "为")) + ("变为", "达到", "降到了")  # fmt: skip
FROM = ("由", "从")
YEARLY_CUES = tuple(f"{prefix}{year}{suffix}" for prefix in ("比", "较", "与") for year in ("上年", "去年", "上年同期", "去年同期") for suffix in ("", "相比", "同期相比")) + ("同比", "环比")  # fmt: skip
BASE_CUES = tuple(f"{prefix}{base}{suffix}" for prefix in ("比", "较", "与") for base in ("基期", "规划基期", "期初", "基年") for suffix in ("", "相比"))  # fmt: skip
GOALS = ("规划目标值", "规划目标", "目标值", "控制目标", "控制在", "规划要求", "规划限值", "限值", "上限", "要达到", "目标", "《规划》提出", "规划提出", "《规划》要求", "应控制在", "规划确定", "应达到", "即控制在", "须达到")  # fmt: skip
PROJECTIONS = ("推算值", "推算", "预计值", "预期值", "按目前趋势", "按现有速度", "按现有进度", "按照目前", "照此趋势", "预计", "走势不变")
MEANS = ("历年平均", "两年平均", "年均", "平均", "均值", "年平均")
SUMS = ("累计", "两年合计", "合计", "共计", "总计")
UNSURE = ("力争", "如果", "若", "假如", "建议", "下一步", "拟", "确保", "争取", "再发生", "每减少", "每增加", "参照", "仅供", "调整为", "快报数", "初步核算数", "原报")
SINGLE = ("该起", "该次", "此次事故", "这起", "其中一起", "单起", "事件", "某")
OPENS = ("其中",)
LEFT_OVER = ("余下各年", "余下几年", "剩余各年", "后三年年均", "后三年平均", "后两年年均")
SEPARATELY = ("分别为", "分别", "依次为")
COMPLETION_WORDS = ("完成规划要求的", "完成规划降幅目标的", "完成规划目标的", "完成率", "目标完成程度", "实现程度", "完成程度")
ELAPSED_WORDS = ("时间进度",)
REACH = ("占全部", "占全市", "占全旗", "占")

NEUTRAL = (
    "共发生", "发生", "共", "各类", "生产安全事故", "安全生产事故", "事故", "情况", "方面", "领域", "行业", "指标", "数值", "为", "是", "的", "了", "在", "至", "到", "与", "和", "及",
    "均为", "均", "都", "已", "已经", "目前", "有所", "仍", "仍是", "依然", "继续", "保持", "保持为", "基本", "水平", "比", "较", "相比", "对比", "此外", "另外", "截至", "截止", "按照", "根据", "按", "从", "由",
    "规划期内", "评估期内", "评估期", "规划期", "这一", "该", "有", "现有", "达", "大约", "人数", "起数", "比例", "数", "连续", "以来", "年度", "整体", "总体", "全年", "实际", "也", "又", "而", "则", "其",
    "为止", "重点项目", "项目", "工程", "建设", "投资", "任务", "工作任务", "主要指标", "主要", "重点任务", "全部", "所有", "本局", "本单位", "本支队", "我局", "牵头", "的是", "评价为", "评价", "达到", "末", "底",
    "《规划》", "规划", "中期评估", "“十四五”", "期间", "时", "约为", "值", "现值", "数据", "统计", "快报", "初步", "累计完成", "已完成", "完成", "年来", "近", "两年", "两年来", "较大幅度", "明显", "大幅", "小幅", "略",
    "达到了", "降", "升", "幅度", "比重", "人员", "总", "总量", "距", "距离", "高于", "低于", "少", "多", "因", "全", "成效", "进展", "指标值", "其", "余", "为：", "即", "这", "那", "之", "等", "就", "并", "且", "但", "计",
    "行业领域", "从行业领域看", "从领域看", "分领域看", "因灾", "自然灾害", "因自然灾害", "灾害", "受灾", "造成", "群众", "累计", "提出", "确定", "共设", "分解为", "分解", "列入", "安排", "布局", "承担", "超过",
    "由本旗", "由本区", "本旗牵头", "进度", "处于", "同", "过", "逐年", "逐步", "稳步", "持续", "重大", "得到", "有效", "每", "每年", "我们", "维持", "因灾害", "只", "仅", "才", "还", "只有", "只能", "包括", "含", "分为", "持平", "基本持平", "一致", "相当", "走势", "走势见", "见", "详见", "规则", "按规则", "贴近", "接近", "较大", "较小", "滞后", "快于", "慢于", "落后", "领先", "趋势", "态势", "有限", "总体稳定", "形势", "没有", "变化", "暂不评价", "小基数", "零基数", "下降势头", "势头", "延续了", "难以", "完成", "未发生", "由市级统一计算", "尚有", "处于", "尚在", "尚", "拟作", "差距", "仍有", "不得", "只要", "不", "中", "◆", "旗区", "园区", "各旗区", "位", "个",
)  # fmt: skip


class Lexicon:
    """The names and words of one plan, as one expression; `names` says of each what it is."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.names: dict[str, tuple[str, Any]] = dict(self._small_words())
        self.names |= dict(self._names())

    @cached_property
    def pattern(self) -> re.Pattern:
        return scanner(self.names)

    @cached_property
    def _directories(self) -> dict[str, Any]:
        evaluation = self.material.evaluation
        return {
            "指标": directory(evaluation.indicators), "indicator": directory(evaluation.indicators),
            "任务": directory(evaluation.tasks), "task": directory(evaluation.tasks),
            "项目": directory(evaluation.projects), "project": directory(evaluation.projects),
            "单位": directory(evaluation.units), "unit": directory(evaluation.units),
        }  # fmt: skip

    def spelt(self, reference: str) -> str | None:
        """The name a reference prints; None where it prints a figure."""
        words = words_of(reference.strip("{}｛｝"))
        if len(words) != 2 or words[0] not in self._directories:
            return None
        thing = self._directories[words[0]].find(words[1])
        return thing.name if thing is not None else None

    # --------------------------------------------------------------------------------------------- names

    def _names(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        evaluation = self.material.evaluation
        yield from self._places()
        for sector in dict.fromkeys((*evaluation.plan.sectors, *(a.sector for a in evaluation.accidents))):
            if sector != "其他":
                yield sector, ("sector", sector)
                yield f"{sector}领域", ("sector", sector)
                yield f"{sector}行业", ("sector", sector)
        for kind in evaluation.plan.disaster_kinds:
            yield kind, ("kind", kind)
            yield f"{kind}灾害", ("kind", kind)
        yield from self._states()
        for project in evaluation.projects:
            for name in (project.name, project.id, *project.aliases):
                yield name, ("project", project.id)
                yield f"{name}项目", ("project", project.id)
        for task in evaluation.tasks:
            yield task.name, ("task", task.id)
        for area in evaluation.plan.areas:
            yield area.name, ("area", area.name)
        yield from self._ratios()
        for indicator in evaluation.indicators:
            for name in (indicator.name, indicator.id, *indicator.aliases):
                yield name, ("subject", (("indicator", indicator.id),))
        yield from self._deaths()

    def _places(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        evaluation = self.material.evaluation
        for word in FOREIGN_WORDS:
            yield word, ("scope", FOREIGN)
        for word in OWN_WORDS:
            yield word, ("scope", OWN)
        for unit in evaluation.units:
            for name in (unit.name, unit.short, *unit.aliases):
                if name:
                    local = unit.kind in (UnitKind.BANNER, UnitKind.PARK)
                    yield name, ("scope", unit.id) if local else ("neutral", None)
        city = evaluation.plan.city
        for word in (*CITY_WORDS, city, city.removesuffix("市")):
            yield word, ("scope", None)

    def _states(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        """What things are counted by; a word may belong to more than one sort of thing."""
        found: dict[str, list[Subject]] = {}
        for kind, names in (
            ("projects", (*(stage.value for stage in Stage), "未开工", "已开工", *dict.fromkeys(p.group for p in self.material.evaluation.projects))),
            ("tasks", (state.value for state in TaskState)),
            ("indicators", (*(v.value for v in VerdictClass), *(a.value for a in Attribute), *(g.value for g in IndicatorGroup))),
        ):  # fmt: skip
            for name in names:
                found.setdefault(name, []).append((kind, name))
        for spelling, name in (("在建", "开工在建"), ("完工", "已完工"), ("竣工", "已完工"), ("开工建设", "已开工"), ("尚未开工", "未开工"), ("前期", "前期论证")):
            found.setdefault(spelling, []).append(("projects", name))
        for name, subjects in found.items():
            for spelling in (name, f"{name}类", f"{name}性"):
                yield spelling, ("state", tuple(subjects))
        for share in self.material.assessment.shares:
            yield share.name, ("share", share.name)
        yield "新建项目开工率", ("share", "新建开工率")
        yield "重点项目开工率", ("share", "开工率")

    def _ratios(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        """What ratios are made of, and 每万人…: the ratio in other words."""
        for indicator in self.material.evaluation.indicators:
            if indicator.ratio is None:
                continue
            if indicator.unit.partition("/")[2]:
                yield f"每{indicator.unit.partition('/')[2]}", ("neutral", None)
            for name in (indicator.ratio.numerator, indicator.ratio.denominator):
                yield name, ("subject", (("component", name),))
            per = indicator.unit.partition("/")[2]
            for verb in ("", "拥有", "的", "有"):
                if per:
                    yield f"每{per}{verb}{indicator.ratio.numerator}", ("subject", (("indicator", indicator.id),))
            for alias in indicator.aliases:
                stem = alias.removesuffix(f"{per}比")
                if per and stem != alias:
                    for verb in ("", "拥有", "的", "有"):
                        yield f"每{per}{verb}{stem}", ("subject", (("indicator", indicator.id),))
            if per and indicator.ratio.denominator_unit == "人":
                yield f"{indicator.ratio.numerator}占比", ("subject", (("indicator", indicator.id),))
        for words, name in (("常住人口", "常住人口"), ("年末常住人口", "年末常住人口")):
            yield words, ("subject", (("component", name), ("component", "常住人口"), ("component", "年末常住人口")))

    def _deaths(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        """死亡 alone means what the indicator of deaths means, or the events' own count."""
        counted = [i for i in self.material.evaluation.indicators if "死亡人数" in (i.name, *i.aliases)]
        subjects = (*((("indicator", i.id)) for i in counted), ("deaths", ALL))
        for word in ("死亡人数", "死亡", "事故死亡人数", "事故死亡", "生产安全事故死亡", "生产安全事故共死亡", "遇难"):
            yield word, ("deaths", subjects)
        for indicator in counted:
            for name in (indicator.name, *indicator.aliases):
                yield name, ("deaths", subjects)
        grave = [i for i in self.material.evaluation.indicators if "重特大事故" in (i.name, *i.aliases)]
        for indicator in grave:
            for name in ("重特大生产安全事故", "重特大事故"):
                yield name, ("subject", (("indicator", indicator.id),))
        for level in ("较大", "重大"):
            yield f"{level}事故", ("level", level)
            yield f"{level}生产安全事故", ("level", level)
        for word in ("死亡失踪", "因灾死亡失踪", "因灾死亡"):
            yield word, ("subject", (("disaster deaths", ALL),))
        for word, subject in (("受灾人次", "affected"), ("受灾", "affected"), ("直接经济损失", "loss"), ("农作物受灾面积", "crops"), ("转移安置", "relocated"), ("转移安置群众", "relocated")):  # fmt: skip
            yield word, ("disaster", subject)
        for word in ("自然灾害直接经济损失", "因自然灾害直接经济损失"):
            yield word, ("disaster", "loss")

    # --------------------------------------------------------------------------------------------- small words

    def _small_words(self) -> Iterator[tuple[str, tuple[str, Any]]]:
        sorts: tuple[tuple[str, Iterable[str]], ...] = (
            ("neutral", NEUTRAL), ("reach", REACH), ("mean", MEANS), ("sum", SUMS), ("single", SINGLE), ("unsure", UNSURE), ("from", FROM),
            ("separately", SEPARATELY), ("completion", COMPLETION_WORDS), ("elapsed", ELAPSED_WORDS), ("projection", PROJECTIONS), ("goal", GOALS),
            ("down", DOWN), ("up", UP), ("to", TO), ("yearly", YEARLY_CUES), ("based", BASE_CUES), ("opens", OPENS), ("headroom", LEFT_OVER),
        )  # fmt: skip
        for kind, words in sorts:
            for word in words:
                yield word, (kind, word)
        for word in ("上年", "去年"):
            yield word, ("period", "before")
        for word in ("（预计）", "（快报）"):
            yield word, ("neutral", None)
        for word in ("规划基期", "基期", "“十三五”末", "十三五末", "规划期初"):
            yield word, ("period", BASE)
        for word in ("规划期末", "到规划期末", "“十四五”末", "十四五末", f"{self.material.evaluation.plan.period.last_year}年", f"{self.material.evaluation.plan.period.last_year}年末"):
            yield word, ("period", END)
        for word in ("“十三五”期间", "“十三五”时期", "十三五期间"):
            yield word, ("period", "?")
        for word in ("总投资", "概算总投资", "计划投资"):
            yield word, ("money", "总投资")
        for word in ("累计完成投资", "完成投资", "已完成投资", "累计完成"):
            yield word, ("money", "完成投资")
        yield "投资完成率", ("money", "投资完成率")
        for word in ("建设年限", "建设期限", "建设期", "实施年限"):
            yield word, ("years", word)
        for word in ("排", "居", "列", "位居", "排名", "位列"):
            yield word, ("rank", word)
