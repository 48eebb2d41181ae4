"""Small evaluations for the tests of measuring: a plan of five years, indicators, units and reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from evaluation import model
from evaluation.measure.assessment import IndicatorAssessment
from evaluation.measure.indicators import city_assessment
from evaluation.model import Attribute, Direction, Duty, IndicatorGroup, Kind, Nature, UnitKind

from tests.checked import (
    Area,
    Baseline,
    ChapterSpec,
    CutOffs,
    DocumentSettings,
    Evaluation,
    Indicator,
    Method,
    Plan,
    PlanPeriod,
    Project,
    RatioSpec,
    Reading,
    Report,
    SectionSpec,
    Target,
    Task,
    TaskReport,
    Unit,
    UnitReading,
)

UP, DOWN = Direction.UP, Direction.DOWN
FLOW, STOCK = Nature.FLOW, Nature.STOCK


def method(**changed: Any) -> Method:
    usual = {"ahead": "1.05", "on_track": "0.95", "behind": "0.60", "noise_band": "0.05", "small_count": "10"}
    return Method(**{**usual, "provisional_note": "预计数", **changed})


def plan(**changed: Any) -> Plan:
    usual = {
        "title": "应急体系建设规划",
        "report_title": "中期评估报告",
        "unit_report_title": "{单位}自评估报告",
        "city": "鄂尔多斯市",
        "authority": "市应急管理局",
        "period": PlanPeriod(base_date=date(2020, 12, 31), first_year=2021, last_year=2025),
        "cut_offs": CutOffs(annual=date(2022, 12, 31), monthly=date(2023, 6, 30), tasks=date(2023, 6, 30)),
        "schedule": (),
        "focus": ("目标指标",),
        "areas": (Area(id="T1", name="体制机制"), Area(id="T2", name="风险防控")),
        "framework": (
            ChapterSpec(
                id="progress",
                title="总体进展",
                guide="写进展",
                sections=(
                    SectionSpec(id="indicators", title="指标进展", guide="写指标"),
                    SectionSpec(id="tasks", title="任务进展", guide="写任务"),
                ),
            ),
            ChapterSpec(id="suggestions", title="对策建议", guide="写建议"),
        ),
        "method": method(),
        "document": DocumentSettings(
            addressee="市政府",
            signature="市应急管理局",
            date=date(2023, 9, 1),
            copies=("高新区",),
            printer="办公室",
            print_date=date(2023, 9, 1),
        ),
        "notice": "示例数据",
    }
    return Plan(**{**usual, **changed})


def baseline(figure: Any, **more: Any) -> Baseline:
    """A baseline from a number or from a (numerator, denominator)."""
    return Baseline(label="2020年", **_figure(figure), **more)


def readings(figures: dict[str, Any]) -> tuple[Reading, ...]:
    """Readings from {period: number | (numerator, denominator) | Reading fields}."""
    return tuple(Reading(period=period, **_fields(figure)) for period, figure in figures.items())


def unit_readings(figures: dict[tuple[str, str], Any]) -> tuple[UnitReading, ...]:
    """Readings of a unit from {(indicator, period): …}."""
    return tuple(UnitReading(indicator=i, period=p, **_fields(figure)) for (i, p), figure in figures.items())


def _fields(figure: Any) -> dict[str, Any]:
    return figure if isinstance(figure, dict) else _figure(figure)


def _figure(figure: Any) -> dict[str, Any]:
    if isinstance(figure, tuple):
        return {"numerator": _number(figure[0]), "denominator": _number(figure[1])}
    return {"value": _number(figure)}


def _number(figure: Any) -> Any:
    return figure if isinstance(figure, Decimal) or figure is None else str(figure)


def ratio(judged_as: Kind, factor: Any = 1, numerator_unit: str = "人", share: bool = False) -> RatioSpec:
    return RatioSpec(
        numerator="分子",
        numerator_unit=numerator_unit,
        denominator="分母",
        denominator_unit="万人",
        factor=_number(factor),
        judged_as=judged_as,
        share=share,
    )


def indicator(
    kind: Kind,
    target: Any,
    figures: dict[str, Any],
    base: Any = None,
    direction: Direction = DOWN,
    nature: Nature = FLOW,
    strict: bool = False,
    **more: Any,
) -> Indicator:
    usual = {
        "id": "I01",
        "name": "死亡人数指标",
        "group": IndicatorGroup.SAFETY,
        "unit": "单位",
        "attribute": Attribute.BINDING,
        "definition": "解释",
        "source": "来源",
        "owners": ("yingji",),
    }
    return Indicator(
        **{
            **usual,
            "kind": kind,
            "direction": direction,
            "nature": nature,
            "target": Target(value=_number(target), text="目标", strict=strict),
            "baseline": base if isinstance(base, model.Baseline) or base is None else baseline(base),
            "readings": readings(figures),
            **more,
        }
    )


def evaluation(*indicators: Indicator, **more: Any) -> Evaluation:
    usual = {"plan": plan(), "units": (), "tasks": (), "projects": ()}
    return Evaluation(**{**usual, "indicators": indicators, **more})


def assessed(one: Indicator, **plan_parts: Any) -> IndicatorAssessment:
    """The city's verdict on a single indicator."""
    return city_assessment(evaluation(one, plan=plan(**plan_parts)), one)


BANNERS = (
    ("dongsheng", "东胜区", "150602"),
    ("kangbashi", "康巴什区", "150603"),
    ("dalate", "达拉特旗", "150621"),
    ("zhungeer", "准格尔旗", "150622"),
    ("etuokeqian", "鄂托克前旗", "150623"),
    ("etuoke", "鄂托克旗", "150624"),
    ("hangjin", "杭锦旗", "150625"),
    ("wushen", "乌审旗", "150626"),
    ("yijinhuoluo", "伊金霍洛旗", "150627"),
)


def banners() -> tuple[Unit, ...]:
    return tuple(
        Unit(id=id_, name=name, kind=UnitKind.BANNER, code=code, duty=Duty.REPORTS) for id_, name, code in BANNERS
    )


def department(id_: str = "yingji", name: str = "市应急管理局", duty: Duty = Duty.REPORTS) -> Unit:
    return Unit(id=id_, name=name, kind=UnitKind.DEPARTMENT, duty=duty)


DEATHS = {
    "dongsheng": (7, 7, 6, 3),
    "kangbashi": (2, 1, 1, 0),
    "dalate": (8, 7, 7, 3),
    "zhungeer": (11, 10, 10, 5),
    "etuokeqian": (3, 3, 2, 1),
    "etuoke": (6, 6, 6, 2),
    "hangjin": (4, 4, 3, 2),
    "wushen": (4, 4, 4, 1),
    "yijinhuoluo": (7, 7, 7, 3),
}
PERIODS = ("2020", "2021", "2022", "2023-06")


def banner_reports() -> tuple[Report, ...]:
    return tuple(
        Report(
            unit=unit,
            submitted=date(2023, 6, 28),
            readings=unit_readings({("I01", p): n for p, n in zip(PERIODS, deaths, strict=True)}),
        )
        for unit, deaths in DEATHS.items()
    )


def eleven() -> tuple[Indicator, ...]:
    """The eleven indicators of the demonstration with the city's figures."""
    disaster, capacity = IndicatorGroup.DISASTER, IndicatorGroup.CAPACITY
    estimate = {"status": "预计", "expected": date(2023, 9, 30)}
    flash = {"status": "快报", "expected": date(2023, 12, 31)}
    gdp = {"numerator": "46", "denominator": "5613.44", **flash}
    employed = {"numerator": "23", "denominator": "62.0", **estimate}
    loss = {"numerator": "20.21", "denominator": "5613.44", **flash}
    level, relative, mean, each = (
        Kind.LEVEL,
        Kind.RELATIVE_CHANGE,
        Kind.PERIOD_MEAN_CEILING,
        Kind.EACH_YEAR_CEILING,
    )
    return (
        indicator(
            relative,
            -15,
            {"2021": 49, "2022": 46, "2023-06": 20},
            52,
            id="I01",
            name="生产安全事故死亡人数",
            aliases=("死亡人数",),
            unit="人",
            counted_from="旗区合计",
        ),
        indicator(relative, -20, {"2021": 0, "2022": 0}, 0, id="I02", name="重特大事故起数", unit="起"),
        indicator(
            Kind.RATIO,
            -33,
            {"2021": (49, "4715.70"), "2022": gdp},
            (52, "3533.66"),
            id="I03",
            name="亿元GDP死亡率",
            ratio=ratio(relative),
        ),
        indicator(
            Kind.RATIO,
            -20,
            {"2021": (24, "61.5"), "2022": employed},
            (24, "61.2"),
            id="I04",
            name="十万人死亡率",
            ratio=ratio(relative, 10),
        ),
        indicator(
            Kind.RATIO,
            "0.02",
            {"2021": (6, 673), "2022": (5, 785)},
            (6, 640),
            id="I05",
            name="百万吨死亡率",
            ratio=ratio(each),
        ),
        indicator(
            Kind.RATIO,
            1,
            {"2021": (1, "216.84"), "2022": (2, "220.07")},
            strict=True,
            id="I06",
            name="因灾死亡率",
            group=disaster,
            ratio=ratio(mean, 100),
        ),
        indicator(
            Kind.RATIO,
            15000,
            {"2021": (366450, "216.84"), "2022": (272900, "220.07")},
            strict=True,
            id="I07",
            name="受灾人次",
            group=disaster,
            ratio=ratio(mean, 10, "人次"),
        ),
        indicator(
            Kind.RATIO,
            1,
            {"2021": ("19.81", "4715.70"), "2022": loss},
            strict=True,
            id="I08",
            name="灾害损失占比",
            group=disaster,
            unit="%",
            ratio=ratio(mean, 100, "亿元", share=True),
        ),
        indicator(
            Kind.RATIO,
            60,
            {"2021": (783, 1800), "2022": (897, 1950), "2023-06": (1002, 2000)},
            (697, 1700),
            UP,
            STOCK,
            id="I09",
            name="专业人才占比",
            group=capacity,
            unit="%",
            limit="100",
            ratio=ratio(level, 100, share=True),
        ),
        indicator(
            Kind.RATIO,
            "4.50",
            {"2021": (685, "216.84"), "2022": (722, "220.07"), "2023-06": (756, "221.05")},
            (668, "215.36"),
            UP,
            STOCK,
            id="I10",
            name="消防员万人比",
            group=capacity,
            ratio=ratio(level),
        ),
        indicator(
            level,
            10,
            {"2021": "11.2", "2022": "10.6", "2023-06": "10.4"},
            12,
            DOWN,
            STOCK,
            id="I11",
            name="救助时间",
            group=capacity,
            unit="小时",
        ),
    )


def golden() -> Evaluation:
    """The demonstration's indicators with the nine banners' deaths."""
    return evaluation(*eleven(), units=(*banners(), department()), reports=banner_reports())


def task(id_: str = "T1-1", area: str = "T1", lead: str = "yingji") -> Task:
    return Task(id=id_, area=area, name=f"任务{id_}", text="原文", lead=lead, basis="依据")


def task_report(id_: str = "T1-1", state: str = "按序时推进", **more: Any) -> TaskReport:
    return TaskReport(task=id_, state=state, work="工作", results="成效", **more)


def project(id_: str = "P01", **more: Any) -> Project:
    usual = {
        "name": f"项目{id_}",
        "group": "A类",
        "area": "T1",
        "content": "内容",
        "nature": "新建",
        "location": ("dongsheng",),
        "start_year": 2021,
        "end_year": 2023,
        "investment": "1000",
        "funding": ("市本级",),
        "lead": "yingji",
        "basis": "依据",
    }
    return Project(id=id_, **{**usual, **more})
