"""A rating that differs from the self-assessment is explained before the report goes to the government."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.proof import proofread

from tests.load.project import spoilt, write

PATH = "data/third-party.yml"
NOTE = "    reconciliation:\n      text: 维持自评\n      by: 市应急管理局\n      date: 2023-08-20\n"
MEND = "送审前在这一条下补 `reconciliation:`，写明 `text`、`by`、`date`"


def owed(root: Path, files: dict[str, str] | None = None) -> list[str]:
    problems = proofread(write(root, files)).faults
    return [str(one) for one in problems if one.rule == "differing_ratings_are_reconciled"]


def test_a_difference_that_is_explained_is_no_fault(tmp_path):
    assert owed(tmp_path) == []


@pytest.mark.parametrize(
    "old, new, told",
    [
        (NOTE, "", "8:13: T1-2 自评为“推进缓慢”，第三方评为“难以推进”"),
        ("rating: 已提前实现", "rating: 快于预期", "5:13: I01 自评为“已提前实现”，第三方评为“快于预期”"),
        ("rating: 前期论证", "rating: 即将开工", "15:13: P02 自评为“前期论证”，第三方评为“即将开工”"),
        ("rating: 按序时推进", "rating: 已完成", "19:13: 组织领导 自评为“按序时推进”，第三方评为“已完成”"),
    ],
)
def test_a_difference_without_a_note_stops_the_release(tmp_path, old, new, told):
    assert owed(tmp_path, spoilt(PATH, old, new)) == [f"{PATH}:{told}，没有协调说明。{MEND}。"]


def test_where_nobody_assessed_there_is_nothing_to_explain(tmp_path):
    assert owed(tmp_path, spoilt(PATH, "about: P02\n    rating: 前期论证", "about: T1-1\n    unit: zhungeer\n    rating: 已完成")) == []
