"""The plan and its registers: what they are made of and what stays when a part cannot be read."""

from __future__ import annotations

import pytest
from evaluation.load import load_evaluation
from evaluation.load.order import natural
from evaluation.load.plan import load_indicators, load_projects, load_tasks, load_units
from evaluation.model import Provenance

from tests.load.project import FILES, problems_of, spoilt, write

INDICATORS = "data/indicators.yml"
WORDS = "可写：公开资料、工作方案、示例数据。"


def test_the_provenance_of_a_file_holds_for_the_records_that_do_not_say_their_own(tmp_path):
    text = FILES["data/tasks.yml"].replace("  basis: 规划\n", "  basis: 规划\n  provenance: 公开资料\n", 1)
    register = load_tasks(write(tmp_path, {"data/tasks.yml": f"provenance: 工作方案\ntasks:\n{text}"}))

    assert [task.provenance for task in register.records] == [Provenance.PUBLIC, Provenance.WORK_PLAN]
    assert register.problems == ()


def test_a_provenance_that_is_none_is_reported_once_and_not_for_each_record(tmp_path):
    text = spoilt(INDICATORS, "provenance: 示例数据", "provenance: 真实")

    assert problems_of(tmp_path, text) == [
        f"{INDICATORS}:1:13: `provenance`（数据性质）的值“真实”不在可选的词里。{WORDS}"
    ]


def test_an_unknown_key_above_the_records_is_named(tmp_path):
    assert problems_of(tmp_path, spoilt(INDICATORS, "indicators:", "indicator:")) == [
        f"{INDICATORS}:2:1: 没有名为 `indicator` 的键。是否想写 “indicators”。"
    ]


def test_a_register_that_is_no_list_is_told_how_to_be_one(tmp_path):
    sentence = "这里应是记录的列表。每条记录以 `- ` 开头，后面各行缩进两个空格。"

    assert problems_of(tmp_path / "a", {"data/tasks.yml": "甲\n"}) == [f"data/tasks.yml:1:1: {sentence}"]
    assert problems_of(tmp_path / "b", {"data/tasks.yml": "tasks:\n  id: T1-1\n"}) == [
        f"data/tasks.yml:2:3: {sentence}"
    ]


def test_a_register_may_be_empty(tmp_path):
    register = load_tasks(write(tmp_path, {"data/tasks.yml": "tasks:\n"}))

    assert (register.records, register.problems) == ((), ())


def test_a_missing_register_is_a_problem_of_its_own_and_leaves_the_rest(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, {INDICATORS: None}))

    assert [str(problem) for problem in problems] == [
        f"{INDICATORS}:1:1: 没有这个文件。按“怎样填数据”一页补上这个文件。"
    ]
    assert (evaluation.indicators, len(evaluation.tasks)) == ((), 2)


def test_without_a_readable_plan_or_any_unit_there_is_no_evaluation(tmp_path):
    for name, files in {
        "missing": {"data/plan.yml": None},
        "faulty": spoilt("data/plan.yml", "last_year: 2025", "last_year: 二〇二五"),
        "no units": {"data/units.yml": None},
        "broken units": {"data/units.yml": "- id: [\n"},
        "an empty list": {"data/units.yml": "[]\n"},
    }.items():
        evaluation, problems = load_evaluation(write(tmp_path / name, files))

        assert (name, evaluation, len(problems)) == (name, None, 1)


@pytest.mark.parametrize("written", ["[]\n", "units:\n", "units: []\n"])
def test_a_register_of_no_units_is_told(tmp_path, written):
    assert problems_of(tmp_path, {"data/units.yml": written}) == [
        "data/units.yml:1:1: 名册里没有单位。按“怎样填数据”一页写上各单位，每个单位以 `- ` 开头。"
    ]


def test_a_plan_with_one_key_too_many_is_still_the_plan(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, spoilt("data/plan.yml", "notice:", "motto: 甲\nnotice:")))

    assert evaluation.plan.notice == "示例数据"
    assert [problem.where.line for problem in problems] == [57]


def test_units_keep_the_order_of_their_file(tmp_path):
    units = load_units(write(tmp_path)).records

    assert [unit.id for unit in units] == ["dongsheng", "zhungeer", "gaoxin", "yingji", "fagai"]


def test_other_registers_are_in_the_order_of_their_ids(tmp_path):
    tasks = FILES["data/tasks.yml"].replace("T1-1", "T1-10")
    projects = "".join(f"- id:{part}" for part in reversed(FILES["data/projects.yml"].split("- id:")[1:]))
    write(tmp_path, {"data/tasks.yml": tasks, "data/projects.yml": projects})

    assert [task.id for task in load_tasks(tmp_path).records] == ["T1-2", "T1-10"]
    assert [project.id for project in load_projects(tmp_path).records] == ["P01", "P02", "P03"]


def test_ids_are_ordered_as_people_count():
    ids = ["Z01", "T10-1", "T1-10", "P42", "T1-9", "I02", "", "T1"]

    assert sorted(ids, key=natural) == ["", "I02", "P42", "T1", "T1-9", "T1-10", "T10-1", "Z01"]


def test_records_that_cannot_be_read_are_remembered_by_their_ids(tmp_path):
    register = load_indicators(write(tmp_path, spoilt(INDICATORS, "kind: level", "kind: 水平")))

    assert register.refused == ("I11",)
    assert [indicator.id for indicator in register.records] == ["I01", "I03", "I09", "I12", "I13"]
