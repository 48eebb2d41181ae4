"""The page 数据与文稿校核 lists what stands open, by unit, and the same as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation import check, prose
from evaluation.problems import Place, Problem
from evaluation.prose import rules
from evaluation.render.pages.checks import CONTRADICTIONS, OVERDUE, checks_json, checks_page

PROBLEMS = (
    Problem(Place("data/reports/xishan.yml", 3, 5), "项目 P01 的阶段，两家说法不同", "核对", "units_agree_on_a_project", "xishan"),
    Problem(Place("data/reports/xishan.yml", 9, 1), "预计数到期", "更换", OVERDUE, "xishan"),
    Problem(Place("docs/plan/01.md", 2, 3), "书名号里的“<甲>”", "这是逐字收录的原文，不改动", "titles", None, note=True),
)


@pytest.fixture
def lines(view) -> list[str]:
    return checks_page(view, PROBLEMS).markdown.split("\n")


def test_each_unit_has_its_line_of_numbers(lines):
    rows = {line.split("|")[1].strip(): [cell.strip() for cell in line.split("|")[2:-1]] for line in lines if line.startswith("| ")}

    assert rows["单位"] == ["报送情况", "问题", "其中相互矛盾", "其中预计数到期未更换", "提示", "缺报章节"]
    assert rows["全市"] == ["—", "0", "0", "0", "1", "—"]
    (xishan,) = (row for name, row in rows.items() if "西山旗" in name)
    assert xishan[1:5] == ["2", "1", "1", "0"]
    assert any("[" in name for name in rows), "a unit's name leads to its page"


def test_each_problem_is_listed_under_its_unit_faults_first(lines):
    text = "\n".join(lines)
    own = text.partition("## 西山旗\n\n")[2].split("\n\n")[0]

    assert own.strip().split("\n") == [
        "- data/reports/xishan.yml:3:5: 项目 P01 的阶段，两家说法不同。核对。",
        "- data/reports/xishan.yml:9:1: 预计数到期。更换。",
    ]
    assert "- docs/plan/01.md:2:3: 提示：书名号里的“&lt;甲&gt;”。这是逐字收录的原文，不改动。" in text
    assert "## 东河区" not in text


def test_nothing_open_is_said(view):
    assert "目前没有待处理的问题。" in checks_page(view, ()).markdown


def test_the_data_hold_the_same():
    rows = json.loads(checks_json(PROBLEMS))

    assert [(row["path"], row["line"], row["unit"], row["advice"], row["contradiction"]) for row in rows] == [
        ("data/reports/xishan.yml", 3, "xishan", False, True),
        ("data/reports/xishan.yml", 9, "xishan", False, False),
        ("docs/plan/01.md", 2, None, True, False),
    ]


def test_the_rules_that_are_told_apart_exist():
    names = {rule.__name__ for rule in (*check.RULES, *rules.RULES, *prose.CROSS_RULES)}

    assert {*CONTRADICTIONS, OVERDUE} <= names


def test_a_fault_of_one_unit_changes_its_own_pages_and_the_checks_alone(site, project_copy):
    from tests.conftest import run_build

    project = project_copy()
    path = project / "docs" / "banners" / "wushen" / "challenges.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n截止2023年06月30日,其它工作正常。\n", encoding="utf-8")
    built = run_build(project)
    assert built.returncode == 0

    def pages(folder: Path) -> dict[str, bytes]:
        return {page.relative_to(folder).as_posix(): page.read_bytes() for page in folder.rglob("*") if page.suffix in (".html", ".docx")}

    before, after = pages(site), pages(project / "site")
    assert sorted(name for name in before if before[name] != after[name]) == [
        "banners/wushen.html", "documents/wushen.docx", "registers/checks.html"
    ]  # fmt: skip
    told = json.loads((project / "site" / "data" / "checks.json").read_text(encoding="utf-8"))
    assert [row["rule"] for row in told if row["unit"] == "wushen"] == [
        "a_day_is_a_cut_off", "dates_have_no_leading_zero", "marks_between_characters_are_full_width", "words_are_spelt_as_usual"
    ]  # fmt: skip
