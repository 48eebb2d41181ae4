"""The third party's file: optional, and as strictly read as every other."""

from __future__ import annotations

from datetime import date

from evaluation.load import load_evaluation

from tests.load.project import problems_of, spoilt, write

PATH = "data/third-party.yml"


def test_ratings_are_read_with_what_was_agreed(tmp_path):
    found = load_evaluation(write(tmp_path))[0].third_party

    assert (found.assessor, found.date) == ("示例评估机构", date(2023, 8, 10))
    assert [(one.about, one.unit, one.rating) for one in found.ratings] == [
        ("I01", None, "已提前实现"),
        ("T1-2", None, "难以推进"),
        ("P02", None, "前期论证"),
        ("组织领导", "zhungeer", "按序时推进"),
    ]
    assert [one.reconciliation.by for one in found.ratings if one.reconciliation] == ["市应急管理局"]


def test_no_third_party_is_no_fault(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, {PATH: None}))

    assert (evaluation.third_party, problems) == (None, ())


def test_a_file_that_holds_nothing_is_named(tmp_path):
    assert problems_of(tmp_path, {PATH: "# 待填\n"}) == [f"{PATH}:1:1: 文件是空的。按“怎样填数据”一页写上内容。"]


def test_a_bad_rating_is_left_out_and_its_neighbours_stay(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, spoilt(PATH, "    finding: 台账相符\n", "")))

    assert [str(problem) for problem in problems] == [f"{PATH}:4:5: 缺少 `finding`（核查情况和依据）。在这条记录里补 `finding:` 一行。"]
    assert [one.about for one in evaluation.third_party.ratings] == ["T1-2", "P02", "组织领导"]


def test_a_note_without_its_author_or_day_is_no_note(tmp_path):
    assert problems_of(tmp_path, spoilt(PATH, "      by: 市应急管理局\n", "")) == [
        f"{PATH}:11:7: 缺少 `by`（作出单位）。在这条记录里补 `by:` 一行。"
    ]


def test_a_link_in_place_of_the_file_is_refused(tmp_path):
    write(tmp_path / "here", {PATH: None})
    (tmp_path / "here" / PATH).symlink_to(tmp_path / "nowhere.yml")

    evaluation, problems = load_evaluation(tmp_path / "here")

    assert evaluation.third_party is None
    assert [str(problem.where) for problem in problems] == [f"{PATH}:1:1"]
