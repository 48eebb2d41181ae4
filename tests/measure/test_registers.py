"""Problems, countermeasures, practices and adjustments gathered from all reports."""

from __future__ import annotations

from evaluation.measure.registers import (
    AdjustmentEntry,
    Entry,
    about,
    adjustments,
    countermeasures,
    practices,
    problems,
)
from evaluation.model import Evaluation

from tests.checked import Adjustment, Finding, ProjectReport, Report, SafeguardReport
from tests.measure.builders import banners, department, evaluation, project, task, task_report

WHY = {"cause": "人手不足", "countermeasure": "调配人员", "suggestion": "增加编制"}


def finding(title: str, *about: str) -> Finding:
    return Finding(title=title, text=f"{title}的内容", about=about)


def built() -> Evaluation:
    yingji = Report(
        unit="yingji",
        tasks=(
            task_report("T1-1", "推进缓慢", **WHY),
            task_report("T1-2", "已完成", **WHY),
            task_report("T9-9", "难以推进", cause="无此任务", countermeasure="同一句", suggestion="同一句"),
            task_report("T1-2", "建议调整"),
        ),
        projects=(
            ProjectReport(project="P01", stage="前期论证", reason="可研未批", plan="2023年9月批复"),
            ProjectReport(project="P02", stage="暂缓", reason="资金未落实", practice="先易后难"),
            ProjectReport(project="P77", stage="即将开工", reason="招标中"),
            ProjectReport(project="P01", stage="开工在建", progress="完成50%"),
        ),
        safeguards=(
            SafeguardReport(safeguard="资金投入", state="推进缓慢", work="做法", **WHY),
            SafeguardReport(safeguard="组织领导", state="已完成", work="做法", **WHY),
            SafeguardReport(safeguard="监督评估", state="难以推进", work="做法"),
        ),
        problems=(finding("基层力量薄弱", "T1-1", "I09"),),
        suggestions=(finding("充实队伍", "T1-1"),),
        practices=(finding("网格管理"),),
        adjustments=(
            Adjustment(about="P02", original="建一座", proposed="调出", reason="政策变化", basis="某文件"),
            Adjustment(about="T1-1", original="甲", proposed="乙", reason="体制调整", basis="另一文件"),
            Adjustment(about="I09", original="60", proposed="55", reason="口径", basis="第三份"),
        ),
    )
    wushen = Report(unit="wushen", problems=(finding("风沙大"),), practices=(finding("联防"),))
    return evaluation(
        units=(*banners(), department()),
        tasks=(task("T1-1"), task("T1-2")),
        projects=(project("P01"), project("P02")),
        reports=(yingji, wushen),
    )


def test_problems_come_from_findings_tasks_projects_and_safeguards():
    assert problems(built()) == (
        Entry("wushen", "风沙大", "风沙大的内容", (), "自评估"),
        Entry("yingji", "基层力量薄弱", "基层力量薄弱的内容", ("T1-1", "I09"), "自评估"),
        Entry("yingji", "任务T1-1推进缓慢", "人手不足", ("T1-1",), "工作任务"),
        Entry("yingji", "T9-9难以推进", "无此任务", ("T9-9",), "工作任务"),
        Entry("yingji", "项目P01尚未开工", "可研未批", ("P01",), "重点项目"),
        Entry("yingji", "项目P02暂缓", "资金未落实", ("P02",), "重点项目"),
        Entry("yingji", "P77尚未开工", "招标中", ("P77",), "重点项目"),
        Entry("yingji", "资金投入推进缓慢", "人手不足", ("资金投入",), "实施保障措施"),
    )


def test_countermeasures_come_with_what_is_owed_each_once():
    assert countermeasures(built()) == (
        Entry("yingji", "充实队伍", "充实队伍的内容", ("T1-1",), "自评估"),
        Entry("yingji", "任务T1-1", "调配人员", ("T1-1",), "工作任务"),
        Entry("yingji", "任务T1-1", "增加编制", ("T1-1",), "工作任务"),
        Entry("yingji", "T9-9", "同一句", ("T9-9",), "工作任务"),
        Entry("yingji", "项目P01", "2023年9月批复", ("P01",), "重点项目"),
        Entry("yingji", "资金投入", "调配人员", ("资金投入",), "实施保障措施"),
        Entry("yingji", "资金投入", "增加编制", ("资金投入",), "实施保障措施"),
    )


def test_practices_come_from_units_and_projects():
    assert practices(built()) == (
        Entry("wushen", "联防", "联防的内容", (), "自评估"),
        Entry("yingji", "网格管理", "网格管理的内容", (), "自评估"),
        Entry("yingji", "项目P02", "先易后难", ("P02",), "重点项目"),
    )


def test_adjustments_say_what_they_are_about():
    assert adjustments(built()) == (
        AdjustmentEntry("yingji", "项目", "P02", "建一座", "调出", "政策变化", "某文件"),
        AdjustmentEntry("yingji", "任务", "T1-1", "甲", "乙", "体制调整", "另一文件"),
        AdjustmentEntry("yingji", "指标", "I09", "60", "55", "口径", "第三份"),
    )


def test_the_way_back_leads_from_a_thing_to_its_entries():
    found = about(problems(built()), "T1-1")

    assert [entry.title for entry in found] == ["基层力量薄弱", "任务T1-1推进缓慢"]
