"""Every id and name leads somewhere, and to one thing only."""

from __future__ import annotations

import pytest

from tests.check.spoiling import PLAN, A, D, I, N, O, P, T, U, Z, said

CASES = {
    "opinion of nobody": (
        [
            (O, "by: zhungeer", "by: zhungeerqi"),
        ],
        [
            (
                "opinions_come_from_known_units",
                f"{O}:3:9",
                "没有编号为“zhungeerqi”的单位",
                "是否想写 “zhungeer”",
                None,
            ),
        ],
    ),
    "unit id twice": (
        [
            (U, "id: gaoxin", "id: zhungeer"),
        ],
        [
            (
                "ids_are_unique",
                f"{U}:15:7",
                "编号“zhungeer”重复，data/units.yml:8:7 已经用过",
                "给其中一条改一个没有用过的编号",
                None,
            ),
        ],
    ),
    "indicator id twice": (
        [
            (I, "id: I12", "id: I11"),
        ],
        [
            (
                "ids_are_unique",
                f"{I}:120:7",
                "编号“I11”重复，data/indicators.yml:97:7 已经用过",
                "给其中一条改一个没有用过的编号",
                None,
            ),
            (
                "each_item_is_reported_once",
                f"{I}:132:15",
                "I11 2022 的数据重复，data/indicators.yml:112:15 已经填过",
                "只留一条；数据更新时把原来的数写进 `revisions`",
                None,
            ),
        ],
    ),
    "task twice": (
        [
            (T, "id: T1-2", "id: T1-1"),
        ],
        [
            (
                "what_units_report_on_exists",
                f"{Z}:11:11",
                "没有编号为“T1-2”的任务",
                "是否想写 “T1-1”",
                "zhungeer",
            ),
            (
                "subjects_of_findings_exist",
                f"{Z}:40:9",
                "没有编号为“T1-2”的指标、任务或项目",
                "是否想写 “T1-1”",
                "zhungeer",
            ),
            (
                "ids_are_unique",
                f"{T}:9:7",
                "编号“T1-1”重复，data/tasks.yml:1:7 已经用过",
                "给其中一条改一个没有用过的编号",
                None,
            ),
            (
                "third_party_rates_what_exists",
                "data/third-party.yml:7:12",
                "没有编号或名称为“T1-2”的指标、任务、项目或保障措施",
                "是否想写 “T1-1”",
                None,
            ),
        ],
    ),
    "area twice": (
        [
            (PLAN, "id: T2\n", "id: T1\n"),
        ],
        [
            (
                "ids_are_unique",
                f"{PLAN}:24:9",
                "编号“T1”重复，data/plan.yml:22:9 已经用过",
                "给其中一条改一个没有用过的编号",
                None,
            ),
            (
                "task_areas_exist",
                f"{P}:19:9",
                "没有任务领域“T2”",
                "是否想写 “T1”",
                None,
            ),
            (
                "task_areas_exist",
                f"{P}:35:9",
                "没有任务领域“T2”",
                "是否想写 “T1”",
                None,
            ),
        ],
    ),
    "event twice": (
        [
            (A, "A2021-002", "A2021-001"),
        ],
        [
            (
                "ids_are_unique",
                f"{A}:3:1",
                "编号“A2021-001”重复，data/events/accidents.csv:2:1 已经用过",
                "给其中一条改一个没有用过的编号",
                None,
            ),
        ],
    ),
    "alias of two units": (
        [
            (U, "    - 准旗", "    - 东胜"),
        ],
        [
            (
                "names_and_aliases_mean_one_thing",
                f"{U}:13:7",
                "名称“东胜”不能确定指谁，data/units.yml:6:7 已经用过",
                "删去这个别名，或换一个不重复的名称",
                None,
            ),
        ],
    ),
    "alias of unit and indicator": (
        [
            (I, "    - 死亡人数", "    - 东胜区"),
        ],
        [
            (
                "names_and_aliases_mean_one_thing",
                f"{U}:2:9",
                "名称“东胜区”不能确定指谁，data/indicators.yml:6:7 已经用过",
                "删去这个别名，或换一个不重复的名称",
                None,
            ),
        ],
    ),
    "task name twice": (
        [
            (T, "name: 强化责任落实", "name: 健全指挥体系"),
        ],
        [
            (
                "names_and_aliases_mean_one_thing",
                f"{T}:11:9",
                "名称“健全指挥体系”不能确定指谁，data/tasks.yml:3:9 已经用过",
                "删去这个别名，或换一个不重复的名称",
                None,
            ),
        ],
    ),
    "task area": (
        [
            (T, "area: T1\n  name: 强", "area: T9\n  name: 强"),
        ],
        [
            (
                "task_areas_exist",
                f"{T}:10:9",
                "没有任务领域“T9”",
                "是否想写 “T2”、“T1”",
                None,
            ),
        ],
    ),
    "task id vs area": (
        [
            (T, "area: T1\n  name: 强", "area: T2\n  name: 强"),
        ],
        [
            (
                "task_areas_exist",
                f"{T}:10:9",
                "任务 T1-2 的编号与任务领域 T2 不一致",
                "编号连字符前面写任务领域的编号",
                None,
            ),
        ],
    ),
    "project area": (
        [
            (P, "area: T1", "area: T3"),
        ],
        [
            (
                "task_areas_exist",
                f"{P}:4:9",
                "没有任务领域“T3”",
                "是否想写 “T2”、“T1”",
                None,
            ),
        ],
    ),
    "owner": (
        [
            (I, "    - yingji", "    - yinji"),
        ],
        [
            (
                "responsible_units_exist",
                f"{I}:28:7",
                "没有编号为“yinji”的单位",
                "是否想写 “yingji”",
                None,
            ),
        ],
    ),
    "owner by name": (
        [
            (I, "    - yingji", "    - 市应急管理局"),
        ],
        [
            (
                "responsible_units_exist",
                f"{I}:28:7",
                "没有编号为“市应急管理局”的单位",
                "写编号“yingji”",
                None,
            ),
        ],
    ),
    "lead": (
        [
            (T, "lead: yingji", "lead: anjian"),
        ],
        [
            (
                "responsible_units_exist",
                f"{T}:5:9",
                "没有编号为“anjian”的单位",
                "是否想写 “yingji”、“gaoxin”",
                None,
            ),
        ],
    ),
    "support": (
        [
            (T, "    - fagai", "    - fgw"),
        ],
        [
            (
                "responsible_units_exist",
                f"{T}:7:7",
                "没有编号为“fgw”的单位",
                "是否想写 “fagai”",
                None,
            ),
        ],
    ),
    "project lead": (
        [
            (P, "lead: yingji", "lead: yingjiju"),
        ],
        [
            (
                "responsible_units_exist",
                f"{P}:14:9",
                "没有编号为“yingjiju”的单位",
                "是否想写 “yingji”",
                None,
            ),
        ],
    ),
    "location": (
        [
            (P, "    - dongsheng", "    - dongsheg"),
        ],
        [
            (
                "responsible_units_exist",
                f"{P}:8:7",
                "没有编号为“dongsheg”的单位",
                "是否想写 “dongsheng”",
                None,
            ),
        ],
    ),
    "location alias": (
        [
            (P, "    - zhungeer", "    - 准旗"),
        ],
        [
            (
                "responsible_units_exist",
                f"{P}:23:7",
                "没有编号为“准旗”的单位",
                "写编号“zhungeer”",
                None,
            ),
        ],
    ),
    "reading of unknown": (
        [
            (D, "indicator: I01", "indicator: I10"),
        ],
        [
            (
                "what_units_report_on_exists",
                f"{D}:4:16",
                "没有编号为“I10”的指标",
                "是否想写 “I13”、“I12”、“I11”",
                "dongsheng",
            ),
        ],
    ),
    "report task": (
        [
            (D, "task: T1-1", "task: T1-11"),
        ],
        [
            (
                "what_units_report_on_exists",
                f"{D}:11:11",
                "没有编号为“T1-11”的任务",
                "是否想写 “T1-1”",
                "dongsheng",
            ),
        ],
    ),
    "report project": (
        [
            (D, "project: P01", "project: P10"),
        ],
        [
            (
                "what_units_report_on_exists",
                f"{D}:20:14",
                "没有编号为“P10”的项目",
                "是否想写 “P03”、“P02”、“P01”",
                "dongsheng",
            ),
        ],
    ),
    "report by name": (
        [
            (D, "project: P01", "project: 指挥中心升级"),
        ],
        [
            (
                "what_units_report_on_exists",
                f"{D}:20:14",
                "没有编号为“指挥中心升级”的项目",
                "写编号“P01”",
                "dongsheng",
            ),
        ],
    ),
    "reading twice": (
        [
            (D, "period: 2022", "period: 2021"),
        ],
        [
            (
                "each_item_is_reported_once",
                f"{D}:8:13",
                "I01 2021 的数据重复，data/reports/dongsheng.yml:5:13 已经填过",
                "只留一条；数据更新时把原来的数写进 `revisions`",
                "dongsheng",
            ),
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{D}:9:12",
                "I01 2021 填报死亡 3 人，事故记录合计 4 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                "dongsheng",
            ),
        ],
    ),
    "city reading twice": (
        [
            (I, "period: 2022\n      value: 8", "period: 2021\n      value: 9"),
        ],
        [
            (
                "each_item_is_reported_once",
                f"{I}:22:15",
                "I01 2021 的数据重复，data/indicators.yml:20:15 已经填过",
                "只留一条；数据更新时把原来的数写进 `revisions`",
                None,
            ),
        ],
    ),
    "task report twice": (
        [
            (D, "projects:", "  - task: T1-1\n    state: 已完成\n    work: 甲\n    results: 乙\nprojects:"),
        ],
        [
            (
                "each_item_is_reported_once",
                f"{D}:19:11",
                "“T1-1”填了两次，data/reports/dongsheng.yml:11:11 已经填过",
                "合并成一条",
                "dongsheng",
            ),
        ],
    ),
    "about": (
        [
            (Z, "      - T1-2", "      - T1-20"),
        ],
        [
            (
                "subjects_of_findings_exist",
                f"{Z}:40:9",
                "没有编号为“T1-20”的指标、任务或项目",
                "是否想写 “T1-2”",
                "zhungeer",
            ),
        ],
    ),
    "adjustment about": (
        [
            (Z, "about: P02\n    original", "about: P20\n    original"),
        ],
        [
            (
                "subjects_of_findings_exist",
                f"{Z}:42:12",
                "没有编号为“P20”的指标、任务或项目",
                "是否想写 “P03”、“P02”、“P01”",
                "zhungeer",
            ),
        ],
    ),
    "safeguard": (
        [
            (Z, "safeguard: 组织领导", "safeguard: 组织"),
        ],
        [
            (
                "safeguards_exist",
                f"{Z}:32:16",
                "没有“组织”这个保障措施",
                "是否想写 “组织领导”",
                "zhungeer",
            ),
        ],
    ),
    "event unit": (
        [
            (A, "2021-01-06,dongsheng", "2021-01-06,东胜区"),
        ],
        [
            (
                "events_happen_in_a_banner",
                f"{A}:2:22",
                "没有编号为“东胜区”的旗区",
                "写编号“dongsheng”",
                None,
            ),
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{D}:6:12",
                "I01 2021 填报死亡 4 人，事故记录合计 0 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                "dongsheng",
            ),
        ],
    ),
    "event in department": (
        [
            (A, "2021-01-06,dongsheng", "2021-01-06,yingji"),
        ],
        [
            (
                "events_happen_in_a_banner",
                f"{A}:2:22",
                "没有编号为“yingji”的旗区",
                "可写：dongsheng、zhungeer",
                None,
            ),
            (
                "accidents_add_up_to_the_reported_deaths",
                f"{D}:6:12",
                "I01 2021 填报死亡 4 人，事故记录合计 0 人",
                "核对 data/events/accidents.csv 与填报数，改正其中一处",
                "dongsheng",
            ),
        ],
    ),
    "sector": (
        [
            (A, "道路运输,道路", "道路交通,道路"),
        ],
        [
            (
                "events_use_the_plans_words",
                f"{A}:2:32",
                "没有“道路交通”这个行业领域",
                "是否想写 “道路运输”",
                None,
            ),
        ],
    ),
    "disaster kind": (
        [
            (N, "低温冷冻", "低温"),
        ],
        [
            (
                "events_use_the_plans_words",
                f"{N}:2:31",
                "没有“低温”这个灾种",
                "是否想写 “低温冷冻”",
                None,
            ),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_mend(tmp_path, changes, expected):
    assert said(tmp_path, *changes) == expected


ALLOWED = {
    "own alias": [
        (U, "    - 准旗", "    - 准格尔旗"),
    ],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_only_looks_wrong_is_no_problem(tmp_path, changes):
    assert said(tmp_path, *changes) == []
