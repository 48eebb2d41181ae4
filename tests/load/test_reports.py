"""A unit's report belongs to the unit whose name its file has, and its faults stay there."""

from __future__ import annotations

from evaluation.cache import Cache
from evaluation.load import load_evaluation, reports
from evaluation.load.reports import load_from_the_last

from tests.load.project import DONGSHENG, problems_of, spoilt, write

PATH = "data/reports/dongsheng.yml"


def test_the_file_name_decides_whose_report_it_is(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, spoilt(PATH, "unit: dongsheng", "unit: zhungeer")))

    assert [report.unit for report in evaluation.reports] == ["dongsheng", "zhungeer"]
    assert [str(problem) for problem in problems] == [
        f"{PATH}:1:7: `unit`（单位编号）写的是“zhungeer”，文件名却是“dongsheng”。写成 `unit: dongsheng`，或改正文件名。"
    ]


def test_a_report_that_does_not_name_its_unit_has_it_from_its_file(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, spoilt(PATH, "unit: dongsheng\n", "")))

    assert (evaluation.report("dongsheng").unit, problems) == ("dongsheng", ())


def test_a_file_of_no_unit_names_the_nearest_one(tmp_path):
    assert problems_of(tmp_path, {"data/reports/donsheng.yml": "unit: donsheng\n"}) == [
        "data/reports/donsheng.yml:1:1: 没有编号为“donsheng”的单位。是否想写 “dongsheng”；新单位先登记到 data/units.yml。"
    ]


def test_a_file_that_is_no_report_is_named(tmp_path):
    assert problems_of(tmp_path, {"data/reports/dongsheng.yaml": DONGSHENG, "data/reports/旧/a.yml": "甲\n"}) == [
        "data/reports/dongsheng.yaml:1:1: 不是单位填报文件。文件名写成 `单位编号.yml`，其他文件移到别处。",
        "data/reports/旧:1:1: 不是单位填报文件。文件名写成 `单位编号.yml`，其他文件移到别处。",
    ]


def test_an_empty_report_is_a_fault_of_its_unit(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: "# 待填\n"}))

    assert [str(problem) for problem in evaluation.faulty("dongsheng")] == [
        f"{PATH}:1:1: 文件是空的。按“怎样填数据”一页写上内容。"
    ]
    assert evaluation.report("dongsheng") is None
    assert evaluation.faulty("zhungeer") == ()


def test_a_report_that_is_not_there_is_no_fault(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: None}))

    assert ([report.unit for report in evaluation.reports], problems) == (["zhungeer"], ())


def test_a_folder_of_reports_that_is_a_link_is_refused(tmp_path):
    write(tmp_path / "elsewhere")
    write(tmp_path / "here", {"data/reports/dongsheng.yml": None, "data/reports/zhungeer.yml": None})
    (tmp_path / "here/data/reports").symlink_to(tmp_path / "elsewhere/data/reports")
    evaluation, problems = load_evaluation(tmp_path / "here")

    assert evaluation.reports == ()
    assert [str(problem) for problem in problems] == [
        "data/reports:1:1: 这是符号链接或特殊文件，不是普通文件。换成文件或文件夹本身；不会发布它指向的内容。"
    ]


def test_figures_tasks_and_projects_have_an_order_of_their_own(tmp_path):
    turned = DONGSHENG.replace("period: 2021", "period: 2023-06", 1)
    evaluation, _ = load_evaluation(write(tmp_path, {PATH: turned}))

    assert [reading.period for reading in evaluation.report("dongsheng").readings] == ["2022", "2023-06"]


def test_who_helps_loads_from_the_last_until_the_two_meet(tmp_path, monkeypatch):
    root, cache, read = write(tmp_path / "project"), Cache(tmp_path / "made", "1"), []
    load = reports.load_report
    monkeypatch.setattr(reports, "load_report", lambda root, unit, faults: read.append(unit) or load(root, unit, faults))
    (root / "data/reports/旧").mkdir()
    load_from_the_last(root, cache)
    assert read == ["zhungeer", "dongsheng"]
    assert repr(load_evaluation(root, cache)) == repr(load_evaluation(root))
    assert read == ["zhungeer", "dongsheng", "dongsheng", "zhungeer"]  # the second time without the cache

    last = root / "data/reports/dongsheng.yml"
    last.write_text(last.read_text(encoding="utf-8") + "# 又看了一遍\n", encoding="utf-8")
    read.clear()
    load_from_the_last(root, cache)
    assert read == []
