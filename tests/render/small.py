"""A small evaluation with one of everything that rendering must tell apart, in round figures."""

from __future__ import annotations

from evaluation.measure import measure
from evaluation.model import Chapter, Evaluation
from evaluation.problems import Place, Problem
from evaluation.render.view import View

from tests.checked import checked

PLAN = {
    "title": "甲市“十四五”应急体系建设规划",
    "report_title": "甲市中期评估报告",
    "unit_report_title": "{单位}中期自评估报告",
    "city": "甲市",
    "authority": "市应急管理局",
    "period": {"base_date": "2020-12-31", "first_year": "2021", "last_year": "2025"},
    "cut_offs": {"annual": "2022-12-31", "monthly": "2023-06-30", "tasks": "2023-06-30"},
    "schedule": [{"name": "准备阶段", "start": "2023-04-01", "end": "2023-05-31", "work": "制定方案。"}],
    "focus": ["目标指标实现情况"],
    "areas": [{"id": "T1", "name": "完善体制机制"}, {"id": "T2", "name": "完善风险防控"}],
    "framework": [
        {
            "id": "progress",
            "title": "总体进展情况",
            "sections": [
                {"id": "indicators", "title": "指标进展", "guide": "指标实现进度。"},
                {"id": "tasks", "title": "任务进展", "guide": "任务实施进展。"},
                {"id": "projects", "title": "项目进展", "guide": "项目实施进度。"},
            ],
        },
        {
            "id": "risks",
            "title": "问题和挑战",
            "sections": [{"id": "challenges", "title": "主要问题", "guide": "面临的主要问题。"}],
        },
        {"id": "suggestions", "title": "对策建议", "guide": "提出对策建议。"},
    ],
    "method": {
        "ahead": "1.05",
        "on_track": "0.95",
        "behind": "0.60",
        "noise_band": "0.05",
        "small_count": "10",
        "provisional_note": "标“预计”的待正式数据发布后更换。",
    },
    "document": {
        "addressee": "甲市人民政府",
        "signature": "市应急管理局",
        "date": "2023-09-15",
        "copies": ["丙园区"],
        "printer": "市应急管理局办公室",
        "print_date": "2023-09-15",
    },
    "safeguards": ["组织领导"],
    "notice": "示例数据，不代表实际情况。",
}

UNITS = [
    {
        "id": "donghe",
        "name": "东河区",
        "kind": "旗区",
        "code": "150602",
        "aliases": ["东河"],
        "duty": "自评估",
        "population": {"value": "500000", "date": "2020-11-01", "source": "普查", "provenance": "公开资料"},
    },
    {"id": "xishan", "name": "西山旗", "kind": "旗区", "code": "150603", "duty": "自评估"},
    {"id": "bingyuan", "name": "丙园区", "kind": "园区", "duty": "自评估"},
    {"id": "yingji", "name": "市应急管理局", "short": "市应急局", "kind": "市直部门", "duty": "自评估"},
    {"id": "gongan", "name": "市公安局", "kind": "市直部门"},
]

COMMON = {"source": "市应急管理局", "owners": ["yingji", "gongan"]}
INDICATORS = [
    {
        "id": "I01",
        "name": "生产安全事故死亡人数",
        "aliases": ["死亡人数"],
        "group": "安全生产",
        "unit": "人",
        "attribute": "约束性",
        "direction": "越低越好",
        "nature": "期间",
        "kind": "relative_change",
        "baseline": {"label": "2020年", "value": "40"},
        "target": {"value": "-20", "text": "累计下降20%"},
        "counted_from": "旗区合计",
        "definition": "事故造成的死亡人数",
        **COMMON,
        "readings": [
            {"period": "2021", "value": "38"},
            {
                "period": "2022",
                "value": "36",
                "note": "含道路运输事故",
                "revisions": [{"value": "35", "status": "快报", "date": "2023-03-01", "note": "年报核定"}],
            },
            {"period": "2023-06", "value": "15"},
        ],
    },
    {
        "id": "I02",
        "name": "重特大事故起数",
        "group": "安全生产",
        "unit": "起",
        "attribute": "约束性",
        "direction": "越低越好",
        "nature": "期间",
        "kind": "relative_change",
        "baseline": {"label": "2020年", "value": "0"},
        "target": {"value": "-20", "text": "下降20%"},
        "definition": "重特大事故的起数",
        **COMMON,
        "readings": [{"period": "2021", "value": "0"}, {"period": "2022", "value": "0"}],
    },
    {
        "id": "I07",
        "name": "年均每十万人受灾人次",
        "aliases": ["受灾率"],
        "group": "自然灾害防治",
        "unit": "人次/十万人",
        "attribute": "预期性",
        "direction": "越低越好",
        "nature": "期间",
        "kind": "ratio",
        "ratio": {
            "numerator": "受灾人次",
            "numerator_unit": "人次",
            "denominator": "常住人口",
            "denominator_unit": "万人",
            "factor": "10",
            "judged_as": "period_mean_ceiling",
        },
        "target": {"value": "15000", "text": "年均小于15000", "strict": "true"},
        "definition": "受灾人次与人口之比",
        **COMMON,
        "override": {
            "verdict": "已达标但走弱",
            "reason": "2021年超过限值。",
            "by": "市应急管理局",
            "date": "2023-08-20",
        },
        "readings": [
            {"period": "2021", "numerator": "160000", "denominator": "100"},
            {"period": "2022", "numerator": "120000", "denominator": "100", "status": "快报", "expected": "2023-12-31"},
        ],
    },
    {
        "id": "I09",
        "name": "专业人才占比",
        "group": "应急能力",
        "unit": "%",
        "decimals": "1",
        "attribute": "预期性",
        "direction": "越高越好",
        "nature": "时点",
        "kind": "ratio",
        "limit": "100",
        "ratio": {
            "numerator": "专业人才",
            "numerator_unit": "人",
            "denominator": "从业人员",
            "denominator_unit": "人",
            "factor": "100",
            "judged_as": "level",
            "share": "true",
        },
        "baseline": {"label": "2020年末", "numerator": "400", "denominator": "1000"},
        "target": {"value": "60", "text": "达到60%以上"},
        "definition": "专业人才占从业人员的比重",
        **COMMON,
        "readings": [
            {"period": "2021", "numerator": "425", "denominator": "1000"},
            {"period": "2022", "numerator": "450", "denominator": "1000"},
            {
                "period": "2023-06",
                "numerator": "480",
                "denominator": "1000",
                "status": "预计",
                "expected": "2023-09-30",
            },
        ],
    },
]

TASKS = [
    {
        "id": "T1-1",
        "area": "T1",
        "name": "健全指挥体系",
        "text": "健全指挥体系。",
        "lead": "yingji",
        "basis": "分工方案",
    },
    {
        "id": "T1-2",
        "area": "T1",
        "name": "强化责任落实",
        "text": "强化责任落实。",
        "lead": "yingji",
        "support": ["gongan"],
        "basis": "分工方案",
    },
    {
        "id": "T2-1",
        "area": "T2",
        "name": "加强源头防控",
        "text": "加强源头防控。",
        "lead": "gongan",
        "basis": "分工方案",
    },
]

PROJECT = {"nature": "新建", "start_year": "2021", "end_year": "2023", "funding": ["市级财政"], "basis": "实施方案"}
PROJECTS = [
    {
        "id": "P01",
        "name": "指挥中心升级",
        "group": "基础能力工程",
        "area": "T1",
        "content": "升级指挥中心",
        "location": ["donghe"],
        "investment": "20000",
        "lead": "yingji",
        **PROJECT,
    },
    {
        "id": "P02",
        "name": "物资储备库",
        "group": "救援保障工程",
        "area": "T2",
        "content": "建设库房",
        "location": ["donghe", "xishan"],
        "investment": "6000",
        "lead": "xishan",
        **PROJECT,
    },
    {
        "id": "Z01",
        "name": "实训基地",
        "group": "救援保障工程",
        "area": "T2",
        "content": "建设基地",
        "level": "自治区规划",
        "location": ["xishan"],
        "investment": "4000",
        "lead": "gongan",
        **PROJECT,
    },
]

REPORTS = [
    {
        "unit": "donghe",
        "submitted": "2023-07-10",
        "readings": [
            {"indicator": "I01", "period": "2020", "value": "24"},
            {"indicator": "I01", "period": "2021", "value": "22"},
            {"indicator": "I01", "period": "2022", "value": "21"},
            {"indicator": "I01", "period": "2023-06", "value": "9"},
            {"indicator": "I07", "period": "2022", "numerator": "50000", "denominator": "50", "status": "快报"},
        ],
        "tasks": [
            {
                "task": "T1-2",
                "state": "推进缓慢",
                "work": "印发清单|逐级分解。",
                "results": "责任更清楚。",
                "cause": "编制不足。",
                "countermeasure": "内部调剂。",
                "suggestion": "增加编制。",
            }
        ],
        "projects": [
            {"project": "P01", "stage": "开工在建", "invested": "5000", "progress": "主体封顶。", "on_schedule": "true"}
        ],
        "problems": [{"title": "老旧管网多", "text": "燃气管网<30年>老化。", "about": ["I01", "P02"]}],
        "practices": [{"title": "网格巡查", "text": "{{ 值 死亡人数 2022 }}不是引用。", "about": ["T1-2"]}],
    },
    {
        "unit": "xishan",
        "submitted": "2023-07-12",
        "readings": [
            {"indicator": "I01", "period": "2020", "value": "16"},
            {"indicator": "I01", "period": "2021", "value": "16"},
            {"indicator": "I01", "period": "2022", "value": "15"},
        ],
        "projects": [
            {
                "project": "P02",
                "stage": "前期论证",
                "reason": "用地未批。",
                "plan": "2023年12月底前取得批复。",
                "planned_start": "2024-03-01",
            }
        ],
        "suggestions": [{"title": "统筹用地指标", "text": "由市级统筹。", "about": ["P02"]}],
        "adjustments": [
            {
                "about": "P02",
                "original": "2023年建成",
                "proposed": "2024年建成",
                "reason": "用地政策调整",
                "basis": "政策文件",
            }
        ],
    },
    {
        "unit": "yingji",
        "submitted": "2023-07-08",
        "tasks": [
            {
                "task": "T1-1",
                "state": "已完成",
                "work": "印发规则。",
                "results": "指挥顺畅。",
                "documents": [{"title": "工作规则", "number": "甲应急发〔2022〕1号", "date": "2022-03-01"}],
                "mechanisms": ["会商机制"],
            },
            {"task": "T1-2", "state": "按序时推进", "work": "签订责任书。", "results": "责任到人。"},
        ],
        "projects": [{"project": "P01", "stage": "主体完工", "invested": "12500", "progress": "设备安装。"}],
        "safeguards": [{"safeguard": "组织领导", "state": "按序时推进", "work": "成立领导小组。"}],
    },
]

THIRD_PARTY = {
    "assessor": "丁评估机构",
    "date": "2023-08-10",
    "ratings": [
        {"about": "I01", "rating": "快于预期", "finding": "台账相符。"},
        {"about": "T1-2", "rating": "推进缓慢", "finding": "清单未到企业。"},
        {
            "about": "P02",
            "rating": "即将开工",
            "finding": "用地已批。",
            "reconciliation": {"text": "以批复日期为准，维持自评。", "by": "西山旗", "date": "2023-08-25"},
        },
        {"about": "组织领导", "unit": "yingji", "rating": "按序时推进", "finding": "会议记录齐全。"},
        {"about": "Z01", "rating": "前期论证", "finding": "单位未报送。"},
    ],
}
OPINIONS = [
    {"by": "donghe", "date": "2023-08-04", "about": "主要指标", "text": "注明口径。", "outcome": "采纳"},
    {
        "by": "专家组",
        "date": "2023-08-17",
        "about": "存在问题",
        "text": "按成因归类。",
        "outcome": "未采纳",
        "reason": "年终评估时补充。",
    },
]

ACCIDENTS = [
    ("A2021-001", "2021-03-05", "donghe", "道路运输", "道路交通", "2"),
    ("A2022-001", "2022-01-20", "donghe", "道路运输", "道路交通", "1"),
    ("A2022-002", "2022-07-08", "xishan", "煤矿", "顶板", "2"),
    ("A2023-001", "2023-02-11", "donghe", "建筑施工", "高处坠落", "1"),
]
DISASTERS = [
    ("D2021-001", "2021-07-01", "xishan", "干旱", "160000", "0", "30000"),
    ("D2022-001", "2022-08-03", "donghe", "洪涝", "120000", "1", "8000.5"),
]

SECTIONS = {
    ("donghe", "indicators"): (
        "全区死亡{{ 值 死亡人数 2022 }}。[^1]见{{ 见表 主要指标 }}和{{ 见表 问题清单 }}。\n\n"
        "## 分析\n\n下降较快。\n\n[^1]: 按直报口径。\n"
    ),
    ("donghe", "tasks"): "## 责任落实\n\n清单已印发，见[指标](indicators.md)。[^1]\n\n[^1]: 另有说明。\n",
    ("donghe", "projects"): "进展顺利。\n",
    ("donghe", "challenges"): "{{ 表 问题清单 }}\n\n管网老化。\n",
    ("donghe", "suggestions"): "## 加快改造\n\n改造管网。\n",
    ("xishan", "indicators"): "死亡{{ 值 死亡人数 2022 }}，{{ 变化 死亡人数 }}。\n",
}
CHAPTERS = [
    ("report/01-overview.md", "# 总体情况\n\n见{{ 见表 主要指标 }}。\n\n## 组织\n\n### 准备\n\n### 实施\n"),
    ("report/02-indicators.md", "# 指标情况\n\n{{ 表 主要指标 }}\n\n死亡{{ 值 死亡人 2022 }}。\n"),
]


def records(**changes) -> dict:
    """Everything as `Evaluation` takes it; `changes` replaces whole lists."""
    accidents = [
        dict(zip(("id", "date", "unit", "sector", "type", "deaths"), row, strict=True), level="一般", injured="0")
        for row in ACCIDENTS
    ]
    disasters = [
        dict(
            zip(("id", "date", "unit", "kind", "affected", "deaths", "loss"), row, strict=True),
            relocated="0",
            crop_area="12.5",
        )
        for row in DISASTERS
    ]
    sections = tuple(
        Chapter(
            path=f"banners/{unit}/{section}.md",
            body=body,
            unit=unit,
            section=section,
            place=Place(f"docs/banners/{unit}/{section}.md"),
        )
        for (unit, section), body in SECTIONS.items()
    )
    chapters = tuple(Chapter(path=path, body=body, first_line=4) for path, body in CHAPTERS)
    faults = (
        Problem(Place("data/reports/bingyuan.yml", 3, 5), "日期写错", "写成 2023-06-30", unit="bingyuan", fatal=True),
    )
    return {
        "plan": PLAN,
        "units": UNITS,
        "indicators": INDICATORS,
        "tasks": TASKS,
        "projects": PROJECTS,
        "reports": REPORTS,
        "opinions": OPINIONS,
        "accidents": accidents,
        "disasters": disasters,
        "third_party": THIRD_PARTY,
        "sections": sections,
        "chapters": chapters,
        "faults": faults,
        **changes,
    }


def evaluation(**changes) -> Evaluation:
    return checked(Evaluation, **records(**changes))


def view_of(found: Evaluation, unit: str | None = None) -> View:
    return View(found, measure(found), found.unit(unit) if unit else None)
