"""The whole of loading: one unit's fault is its own, order says nothing, and nothing makes it fall over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from evaluation.load import load_evaluation, reread_report
from evaluation.model import content
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.load.project import DONGSHENG, FILES, spoilt, write

REPORT = "data/reports/dongsheng.yml"
SECTION = "docs/banners/dongsheng/indicators.md"

ACCIDENTS_OF_ONE_FILE = {
    "GB18030": {REPORT: DONGSHENG.encode("gb18030")},
    "UTF-16": {REPORT: DONGSHENG.encode("utf-16")},
    "Tab": {REPORT: DONGSHENG.replace("    ", "\t")},
    "full-width colon": {REPORT: DONGSHENG.replace(":", "：")},
    "open quote": {REPORT: DONGSHENG.replace("dongsheng", '"dongsheng')},
    "duplicate": {REPORT: DONGSHENG + "tasks:\n"},
    "empty": {REPORT: ""},
    "list": {REPORT: "- 甲\n"},
    "bomb": {REPORT: "[" * 100_000},
    "zeros": {REPORT: b"\0" * 1000},
    "text in GBK": {SECTION: "## 情况\n".encode("gbk")},
    "text with ESC": {SECTION: "## 情况\x1b[0m\n"},
}


@pytest.mark.parametrize("files", ACCIDENTS_OF_ONE_FILE.values(), ids=ACCIDENTS_OF_ONE_FILE)
def test_one_units_accident_leaves_everything_else_as_it_was(tmp_path, files):
    whole, _ = load_evaluation(write(tmp_path / "whole"))
    spoilt_one, problems = load_evaluation(write(tmp_path / "spoilt", files))

    assert {problem.unit for problem in problems} == {"dongsheng"}
    assert spoilt_one.faults == problems
    assert apart_from(spoilt_one, "dongsheng") == apart_from(whole, "dongsheng")


def apart_from(evaluation, unit: str):
    return evaluation.replaced(
        reports=tuple(report for report in evaluation.reports if report.unit != unit),
        sections=tuple(section for section in evaluation.sections if section.unit != unit),
        faults=(),
    )


def test_a_clean_project_has_no_problem(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path))

    assert (problems, evaluation.faults, evaluation.refused) == ((), (), ())
    assert (len(evaluation.units), len(evaluation.indicators), len(evaluation.projects)) == (5, 6, 3)


def test_the_four_classic_accidents_in_four_files_are_all_reported_at_once(tmp_path):
    files = {
        REPORT: DONGSHENG.replace("submitted:", "submitted："),
        "data/reports/zhungeer.yml": FILES["data/reports/zhungeer.yml"].replace("    stage: 前期", "\tstage: 前期"),
        SECTION: "## 情况\n".encode("gb18030"),
        "data/events/accidents.csv": "\ufeff" + FILES["data/events/accidents.csv"],
    }

    assert [str(problem).split("。")[0] for problem in load_evaluation(write(tmp_path, files))[1]] == [
        "data/reports/dongsheng.yml:2:10: 键 `submitted` 后面是全角冒号“：”",
        "data/reports/zhungeer.yml:20:1: 用 Tab 键缩进了",
        "docs/banners/dongsheng/indicators.md:1:4: 文件是 GB18030（GBK）编码，应为 UTF-8",
    ]


def test_the_order_of_records_and_the_order_on_disk_change_nothing(tmp_path, monkeypatch):
    whole, _ = load_evaluation(write(tmp_path / "whole"))
    turned = {path: reordered(FILES[path]) for path in ("data/indicators.yml", "data/tasks.yml", "data/projects.yml")}
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: Backwards(scandir(path)))
    back, problems = load_evaluation(write(tmp_path / "back", turned))

    assert (content(back), problems) == (content(whole), ())


def reordered(text: str) -> str:
    """The records of a register from last to first."""
    head, *records = ("\n" + text.rstrip("\n")).split("\n- id:")
    return head.strip("\n") + "".join(f"\n- id:{record}" for record in reversed(records)) + "\n"


class Backwards:
    """A folder listed by a machine that lists it the other way round."""

    def __init__(self, entries) -> None:
        self.entries = entries

    def __enter__(self):
        return iter(sorted(self.entries, key=lambda entry: entry.name, reverse=True))

    def __exit__(self, *_) -> None:
        self.entries.close()


def test_loading_twice_gives_the_same(tmp_path):
    write(tmp_path, spoilt(REPORT, "stage: 开工在建", "stage: 在建"))

    assert load_evaluation(tmp_path) == load_evaluation(tmp_path)


ANY_BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(st.sampled_from("ab: -#'\"[]{}|>&*!%@`~,?\n\t：1-,"), max_size=100).map(str.encode),
)


@pytest.mark.parametrize("path", [*FILES])
@given(content=ANY_BYTES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_in_any_file_make_an_exception(tmp_path, path, content):
    evaluation, problems = load_evaluation(rewritten(tmp_path, path, content))

    assert evaluation is not None or problems
    assert all(str(problem).startswith(("data/", "docs/")) and str(problem).endswith("。") for problem in problems)


def rewritten(root: Path, path: str, content: bytes) -> Path:
    """The project with one file replaced; the others are written only the first time."""
    if not (root / path).exists():
        write(root)
    (root / path).write_bytes(content)
    return root


MUTATIONS = st.tuples(st.integers(0, 10**6), st.sampled_from(list(":：-#'\"[]{}|&*!%\n\t ~0x,") + [""]))


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".yml")])
@given(mutation=MUTATIONS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_single_slip_of_the_pen_makes_an_exception(tmp_path, path, mutation):
    place, character = mutation
    text = FILES[path]
    place %= len(text)
    root = rewritten(tmp_path, path, (text[:place] + character + text[place + 1 :]).encode())

    for problem in load_evaluation(root)[1]:
        assert problem.what and problem.fix and not problem.what.endswith("。") and not problem.fix.endswith("。")


def test_a_report_read_again_is_as_if_everything_were(tmp_path):
    root = write(tmp_path)
    before, _ = load_evaluation(root)
    write(tmp_path, spoilt(REPORT, "value: 3", "value: 9"))

    assert reread_report(before, root, REPORT) == load_evaluation(root)[0]


@pytest.mark.parametrize(
    ("path", "files"),
    [
        (REPORT, spoilt(REPORT, "value: 3", "value: 三")),
        (REPORT, {REPORT: ""}),
        ("data/units.yml", {}),
        ("data/reports/nobody.yml", {"data/reports/nobody.yml": "unit: nobody\n"}),
        ("docs/banners/dongsheng/indicators.md", {}),
    ],
    ids=["a fault", "an empty file", "a register", "an unknown unit", "a text"],
)
def test_where_more_than_a_report_may_have_changed_everything_is_read(tmp_path, path, files):
    root = write(tmp_path)
    before, _ = load_evaluation(root)
    for name, content in files.items():
        (root / name).write_text(content, encoding="utf-8")

    assert reread_report(before, root, path) is None


def test_a_mended_report_has_everything_read(tmp_path):
    root = write(tmp_path, spoilt(REPORT, "value: 3", "value: 三"))
    before, _ = load_evaluation(root)
    write(tmp_path)

    assert reread_report(before, root, REPORT) is None
