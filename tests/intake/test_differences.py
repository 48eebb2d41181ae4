"""What a person is asked to accept: each field that a received report says otherwise."""

from __future__ import annotations

from decimal import Decimal

from evaluation.intake.differences import differences
from evaluation.model import TaskState

from tests.intake.office import evaluation


def test_an_equal_report_has_no_differences():
    report = evaluation().report("zhungeer")

    assert list(differences(report, report)) == []


def test_each_changed_added_and_missing_field_is_told():
    old = evaluation().report("zhungeer")
    first, *rest = old.readings
    new = old.replaced(
        readings=(first.replaced(value=Decimal(12), note="核定数"), *rest[:-1]),
        tasks=(old.tasks[0].replaced(state=TaskState.SLOW, task="T9-9"), *old.tasks[1:]),
    )

    assert list(differences(old, new)) == [
        "指标数据 I01 2020 数值：11 → 12",
        "指标数据 I01 2020 口径说明：（空） → 核定数",
        f"指标数据 {rest[-1].indicator} {rest[-1].period}：草稿里没有",
        f"工作任务 {old.tasks[0].task}：草稿里没有",
        "工作任务 T9-9：新增",
    ]


def test_a_first_report_is_all_new():
    assert list(differences(None, evaluation().report("zhungeer"))) == ["现在没有这个单位的数据，全部是新的"]
