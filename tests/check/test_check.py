"""Checking as a whole: in order, without consequences of what is already reported, and never falling over."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from evaluation.check import RULES, check_evaluation
from evaluation.load import load_evaluation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.load.project import FILES, spoilt, write

ROOT = Path(__file__).resolve().parents[2]


def test_a_clean_project_has_no_problem(tmp_path):
    assert check_evaluation(load_evaluation(write(tmp_path))[0]) == ()


def test_the_demonstration_plan_has_no_problem():
    evaluation, problems = load_evaluation(ROOT)

    assert [str(problem) for problem in (*problems, *check_evaluation(evaluation))] == []


def test_every_rule_has_a_case_that_breaks_it():
    cases = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))

    assert [rule.__name__ for rule in RULES if f'"{rule.__name__}"' not in cases] == []


def test_every_rule_that_is_written_is_applied():
    folder = ROOT / "hooks" / "evaluation" / "check"
    written = {
        node.name
        for path in folder.glob("*.py")
        if path.name not in ("__init__.py", "walk.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and "evaluation" in node.args.args[0].arg
    }

    assert written == {rule.__name__ for rule in RULES}


def test_problems_come_in_the_order_of_the_files(tmp_path):
    files = {
        **spoilt("data/reports/zhungeer.yml", "    reason: 用地未批\n", ""),
        **spoilt("data/tasks.yml", "lead: yingji", "lead: anjian"),
        **spoilt("data/plan.yml", "behind: 0.60", "behind: 0"),
    }
    evaluation, _ = load_evaluation(write(tmp_path, files))

    assert [(problem.rule, str(problem.where), problem.unit) for problem in check_evaluation(evaluation)] == [
        ("cut_points_descend", "data/plan.yml:42:11", None),
        ("projects_not_started_give_a_reason", "data/reports/zhungeer.yml:19:5", "zhungeer"),
        ("responsible_units_exist", "data/tasks.yml:5:9", None),
    ]


def test_what_checking_finds_is_never_fatal(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path, spoilt("data/tasks.yml", "lead: yingji", "lead: anjian")))

    assert [problem.fatal for problem in check_evaluation(evaluation)] == [False]


@pytest.mark.parametrize(
    "files",
    [
        spoilt("data/units.yml", "kind: 旗区", "kind: 区"),
        spoilt("data/indicators.yml", "kind: relative_change", "kind: relative"),
        spoilt("data/tasks.yml", "name: 强化责任落实", "nmae: 强化责任落实"),
        spoilt("data/projects.yml", "investment: 4200", "investment: 四千"),
        spoilt("data/reports/zhungeer.yml", "value: 5", "value: 五"),
        spoilt("data/events/accidents.csv", "较大,4", "较大,x"),
        {"data/indicators.yml": None},
        {"data/units.yml": FILES["data/units.yml"] + "- id\n"},
    ],
    ids=["unit", "indicator", "task", "project", "reading", "accident", "register", "entry"],
)
def test_a_fault_of_loading_has_no_consequences_in_checking(tmp_path, files):
    evaluation, problems = load_evaluation(write(tmp_path, files))

    assert (len(problems), check_evaluation(evaluation)) == (1, ())


def test_a_missing_section_or_report_is_a_state_and_no_fault(tmp_path):
    files = {path: None for path in FILES if path.startswith(("docs/", "data/reports/", "data/events/"))}
    evaluation, problems = load_evaluation(write(tmp_path, files))

    assert (evaluation.sections, evaluation.reports, problems) == ((), (), ())
    assert check_evaluation(evaluation) == ()


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("data/")])
@given(place=st.integers(0, 10**6), character=st.sampled_from("0123456789-.IPTZ旗a"))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_can_be_loaded_can_be_checked(tmp_path, path, place, character):
    if not (tmp_path / path).exists():
        write(tmp_path)
    text = FILES[path]
    place %= len(text)
    (tmp_path / path).write_text(text[:place] + character + text[place + 1 :], encoding="utf-8", newline="\n")
    evaluation, _ = load_evaluation(tmp_path)

    for problem in check_evaluation(evaluation) if evaluation else ():
        assert problem.what and problem.fix and not problem.what.endswith("。") and not problem.fix.endswith("。")
