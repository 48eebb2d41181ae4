"""run.py check lists every problem of data and texts, for people and for programs, and mends what is safe to mend."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import check
import evaluation.prose.rules
import pytest
from console.files import edited, make_edits
from console.sarif import sarif
from evaluation.problems import Edit, Place, Problem

from tests.conftest import run_build
from tests.load.project import spoilt, write

ROOT = Path(__file__).resolve().parents[1]
SECTION = "docs/banners/dongsheng/indicators.md"
REPORT = "data/reports/dongsheng.yml"


@pytest.fixture
def project(tmp_path) -> Path:
    return write(tmp_path / "project")


@pytest.fixture
def half_width(monkeypatch):
    """A rule that mends every half-width comma, and one that only advises."""

    def commas_are_full_width(text, material):
        at = text.body.find(",")
        while at >= 0:
            yield Problem(text.place(at), "逗号是半角", "改成全角", edit=text.edit(at, at + 1, "，"))
            at = text.body.find(",", at + 1)

    def texts_are_long(text, material):
        yield Problem(text.place(0), "写得短", "多写一点", note=True)

    monkeypatch.setattr(evaluation.prose.rules, "RULES", (commas_are_full_width, texts_are_long))


def told(capsys, root: Path, *argv: str) -> tuple[int, list[str], list[str]]:
    code = check.main([*argv, "--root", str(root)])
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err.splitlines()


def test_a_clean_project_has_no_problem(project, capsys):
    assert told(capsys, project) == (0, [], ["问题 0 个。"])


def test_the_demonstration_plan_has_no_problem(capsys):
    assert told(capsys, ROOT)[0] == 0


def test_faults_of_loading_checking_and_filling_come_all_at_once_and_in_order(tmp_path, capsys):
    files = {
        SECTION: "死亡{{ 值 死亡人树 2022 }}。\n",
        "docs/index.md": "{{ 直 死亡人数 }}\n",
        "docs/guide/index.md": "---\nhide: toc\n---\n# 说明\n",
        "data/reports/zhungeer.yml": "unit：zhungeer\n",
        **spoilt(REPORT, "period: 2022", "period: 2024"),
    }
    code, out, err = told(capsys, write(tmp_path / "project", files))

    assert code == 1
    assert [line.partition(": ")[0] for line in out] == [
        "data/reports/dongsheng.yml:8:13",
        "data/reports/dongsheng.yml:9:12",
        "data/reports/zhungeer.yml:1:5",
        "docs/banners/dongsheng/indicators.md:1:3",
        "docs/guide/index.md:2:1",
        "docs/index.md:1:1",
    ]
    assert err[-1] == "问题 6 个。"


def test_an_unreadable_plan_is_the_one_thing_to_mend_first(tmp_path, capsys):
    code, out, err = told(capsys, write(tmp_path / "project", {"data/plan.yml": "title：甲\n"}), "--unit", "东胜区")

    assert (code, err) == (1, ["  全市：1 个", "问题 1 个。"])
    assert out == ["data/plan.yml:1:6: 键 `title` 后面是全角冒号“：”。改成半角冒号加空格：`title: 值`。"]


def test_an_estimate_whose_final_figure_is_due_is_listed(tmp_path, capsys):
    old = "    period: 2022\n    value: 3\n"
    files = spoilt(REPORT, old, old + "    status: 预计\n    expected: 2023-03-31\n    source: 示例\n")
    code, out, _ = told(capsys, write(tmp_path / "project", files))

    assert code == 1
    assert "还是预计数，正式数应已于 2023-03-31 发布" in out[0]


def test_problems_of_one_unit_can_be_had_alone(tmp_path, capsys):
    files = {SECTION: "{{ 直 死亡人数 }}\n", "docs/index.md": "{{ 直 死亡人数 }}\n"}
    root = write(tmp_path / "project", files)

    for name in ("dongsheng", "东胜区"):
        assert [line.split(":")[0] for line in told(capsys, root, "--unit", name)[1]] == [SECTION]
    assert [line.split(":")[0] for line in told(capsys, root, "--unit", "全市")[1]] == ["docs/index.md"]


def test_an_unknown_unit_is_a_usage_error_that_names_the_nearest(project, capsys):
    assert told(capsys, project, "--unit", "东省区") == (2, [], ["没有名为“东省区”的单位。是否想写 “东胜区”。"])


def test_advice_is_told_and_stops_nothing(project, capsys, half_width):
    code, out, err = told(capsys, project)

    assert code == 0
    assert f"{SECTION}:1:1: 提示：写得短。多写一点。" in out
    assert err == [f"问题 0 个，提示 {len(out)} 条。"]


def test_safe_remedies_are_made_and_told_and_made_only_once(tmp_path, capsys, half_width):
    root = write(tmp_path / "project", {SECTION: "---\ntitle: 甲\n---\n死亡,受伤,\n"})
    code, out, err = told(capsys, root)

    assert (code, err) == (1, ["  东胜区：2 个", f"问题 2 个，提示 {len(out) - 2} 条；其中 2 处可用 --fix 自动改正。"])
    code, out, _ = told(capsys, root, "--fix")
    assert code == 0
    assert out[:2] == [f"已改 {SECTION}:4:3: “,”→“，”", f"已改 {SECTION}:4:6: “,”→“，”"]
    assert (root / SECTION).read_text(encoding="utf-8") == "---\ntitle: 甲\n---\n死亡，受伤，\n"
    before = (root / SECTION).stat().st_mtime_ns
    assert not any(line.startswith("已改") for line in told(capsys, root, "--fix")[1])
    assert (root / SECTION).stat().st_mtime_ns == before


def test_json_is_a_list_of_problems_with_their_edits(tmp_path, capsys, half_width):
    root = write(tmp_path / "project", {SECTION: "死亡,\n"})
    _, out, _ = told(capsys, root, "--json", "--unit", "东胜区")

    assert json.loads("\n".join(out))[1] == {
        "path": SECTION,
        "line": 1,
        "column": 3,
        "what": "逗号是半角",
        "fix": "改成全角",
        "rule": "commas_are_full_width",
        "unit": "dongsheng",
        "note": False,
        "edit": {"line": 1, "column": 3, "old": ",", "new": "，"},
    }


def test_sarif_goes_to_a_file_or_to_the_screen_alone(tmp_path, capsys, half_width):
    root = write(tmp_path / "project", {SECTION: "死亡,\n"})
    _, out, _ = told(capsys, root, "--sarif", "-")
    _, lines, _ = told(capsys, root, "--sarif", str(tmp_path / "check.sarif"))

    on_screen = json.loads("\n".join(out))
    assert on_screen == json.loads((tmp_path / "check.sarif").read_text(encoding="utf-8"))
    assert len(on_screen["runs"][0]["results"]) == len(lines)


# ------------------------------------------------------------------------------------------------- SARIF


def result(problem: Problem) -> dict:
    return sarif([problem])["runs"][0]["results"][0]


def test_a_sarif_result_says_where_how_bad_and_whose():
    problem = Problem(Place("docs/附件 1.md", 3, 5), "甲", "乙", "rule_a", "dongsheng")

    assert result(problem)["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "docs/%E9%99%84%E4%BB%B6%201.md", "uriBaseId": "ROOT"},
                "region": {"startLine": 3, "startColumn": 5},
            }
        }
    ]
    assert (result(problem)["message"], result(problem)["ruleId"]) == ({"text": "甲。乙。"}, "rule_a")
    assert result(problem)["properties"] == {"unit": "dongsheng"}
    levels = [result(replace(problem, **flag))["level"] for flag in ({}, {"fatal": True}, {"note": True})]
    assert levels == ["warning", "error", "note"]


def test_a_sarif_fix_ends_before_the_first_character_that_stays():
    def region(old: str) -> dict:
        edit = Edit(Place("a.md", 3, 5), old, "新")
        fix = result(Problem(Place("a.md"), "甲", "乙", edit=edit))["fixes"][0]
        return fix["artifactChanges"][0]["replacements"][0]["deletedRegion"]

    assert region("") == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 5}
    assert region("两字") == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 7}
    assert region("行\n二行") == {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 3}


def test_a_problem_keeps_its_fingerprint_when_its_line_moves():
    first, moved = (Problem(Place("a.md", line), "甲", "乙") for line in (3, 9))

    assert result(first)["partialFingerprints"] == result(moved)["partialFingerprints"]
    twice = sarif([first, moved])["runs"][0]["results"]
    assert len({each["partialFingerprints"]["problem/v1"] for each in twice}) == 2


# ------------------------------------------------------------------------------------------------- edits


def edit(line: int, column: int, old: str, new: str) -> Edit:
    return Edit(Place("a.md", line, column), old, new)


@pytest.mark.parametrize(
    ("edits", "text", "count"),
    [
        ([edit(1, 1, "甲", "子")], "子乙\n丙丁\n", 1),
        ([edit(2, 3, "", "戊"), edit(1, 2, "乙", "")], "甲\n丙丁戊\n", 2),
        ([edit(1, 2, "乙\n丙", "、")], "甲、丁\n", 1),
        ([edit(2, 1, "", "\n")], "甲乙\n\n丙丁\n", 1),
        ([edit(1, 1, "乙", "子")], "甲乙\n丙丁\n", 0),
        ([edit(9, 1, "甲", "子")], "甲乙\n丙丁\n", 0),
        ([edit(1, 1, "甲乙", "子"), edit(1, 2, "乙", "丑")], "子\n丙丁\n", 1),
        ([edit(1, 1, "甲", "子"), edit(1, 2, "", "丑")], "子乙\n丙丁\n", 1),
    ],
    ids=["one", "two", "over a line end", "insertion", "other text", "no such line", "overlap", "touching insertion"],
)
def test_edits_that_fit_are_made_and_all_others_left(edits, text, count):
    result, made = edited("甲乙\n丙丁\n", edits)

    assert (result, len(made)) == (text, count)


def test_a_file_keeps_its_mark_line_ends_and_mode(tmp_path):
    file = tmp_path / "a.md"
    file.write_bytes("\ufeff甲乙\r\n丙丁\r\n".encode())
    file.chmod(0o640)
    make_edits(tmp_path, [edit(2, 1, "丙", "子\n丑")])

    assert file.read_bytes() == "\ufeff甲乙\r\n子\r\n丑丁\r\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640 or sys.platform == "win32"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "elsewhere.md").write_text("甲乙\n", encoding="utf-8")
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere.md")

    assert make_edits(tmp_path, [edit(1, 1, "甲", "子")]) == ()
    assert (tmp_path / "elsewhere.md").read_text(encoding="utf-8") == "甲乙\n"


# ------------------------------------------------------------------------------------------------- what it needs


def test_checking_draws_nothing_and_converts_nothing():
    code = "import sys, check; check.main([]); print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT / "scripts", check=True,
                         env={"PYTHONPATH": f"{ROOT / 'hooks'}{':' if sys.platform != 'win32' else ';'}{ROOT / 'scripts'}", "PYTHONUTF8": "1"})  # fmt: skip

    heavy = {"matplotlib", "numpy", "pypandoc", "lxml", "mkdocs", "markdown", "openpyxl", "docx", "joblib"}
    assert heavy & set(ran.stdout.split()) == set()


def test_the_build_and_the_check_begin_with_the_same_call():
    """A check takes at once what a build takes in two steps; nobody goes another way to them."""
    taken = []
    for path in ("hooks/evaluation/beginning.py", "scripts/check.py"):
        calls = [node.func.id for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]  # fmt: skip
        taken.append({"sources_of", "examined", "proofread"} & set(calls))
        assert not {"load_evaluation", "check_evaluation", "measure", "read_prose"} & set(calls)

    assert taken == [{"sources_of", "examined"}, {"proofread"}]


def test_a_build_warns_of_what_the_check_lists(project_copy):
    """Of data, of a text held against them, and of a reference, in one order."""
    project = project_copy()
    section, report = project / "docs/banners/zhungeer/challenges.md", project / "data/reports/zhungeer.yml"
    section.write_text(section.read_text(encoding="utf-8") + "\n2022年全旗生产安全事故死亡99人，{{ 指标 I99 }}。\n", encoding="utf-8")
    report.write_text(report.read_text(encoding="utf-8").replace("value: 11", "value: 一", 1), encoding="utf-8")

    warned = run_build(project).stdout.splitlines()

    assert warned == [str(problem) for problem in check.checked(project)[1] if not problem.note]
    assert {line.partition(":")[0] for line in warned} == {str(path.relative_to(project)) for path in (section, report)}
    assert len(warned) > 2