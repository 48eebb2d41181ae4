"""What leaves the standard is named without stopping a release; a wrong number of a document stops it."""

from __future__ import annotations

import pytest
from evaluation.check import check_evaluation
from evaluation.load import load_evaluation

from tests.check.spoiling import PLAN, said
from tests.load.project import spoilt, write

PRINTER = "  printer: 办公室\n"
CASES = {
    "page numbers in the middle": (
        "  page_numbers: centred\n",
        (
            "deviations_from_the_standard_are_named",
            f"{PLAN}:53:17",
            "页码居中，与国标7.5不同：单页码应居右空一字，双页码应居左空一字",
            "改为 `page_numbers: odd-even`；按本单位惯例居中的可以不改",
            None,
        ),
    ),
    "fonts of Windows": (
        "  fonts: windows-fonts\n",
        (
            "deviations_from_the_standard_are_named",
            f"{PLAN}:53:10",
            "标题用华文中宋代替小标宋体，与国标7.3.1不同；正文用系统自带的仿宋、楷体",
            "装有方正小标宋简体、仿宋_GB2312、楷体_GB2312的机器改为 `fonts: official`",
            None,
        ),
    ),
    "sealed": (
        "  sealed: true\n",
        (
            "deviations_from_the_standard_are_named",
            f"{PLAN}:53:11",
            "署名和成文日期按加盖印章编排（国标7.3.5.1），印章须在成文日期上端正、居中加盖",
            "不加盖印章的改为 `sealed: false`",
            None,
        ),
    ),
    "a number without a head": (
        "  number: 示应急发〔2023〕12号\n",
        (
            "deviations_from_the_standard_are_named",
            f"{PLAN}:53:11",
            "发文字号印在封面上，与国标7.2.5不同：应在版头发文机关标志下空二行",
            "正式行文套红时由文印人员移入版头",
            None,
        ),
    ),
}


@pytest.mark.parametrize(("line", "expected"), CASES.values(), ids=CASES)
def test_a_deviation_is_named_at_its_setting(tmp_path, line, expected):
    assert said(tmp_path, (PLAN, PRINTER, PRINTER + line)) == [expected]


def test_a_deviation_is_advice_and_stops_no_release(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path, spoilt(PLAN, PRINTER, f"{PRINTER}  page_numbers: centred\n")))

    assert [problem.note for problem in check_evaluation(evaluation)] == [True]


@pytest.mark.parametrize("number", ["示应急发[2023]12号", "示应急发〔2023〕012号", "示应急发〔2023〕第12号", "〔2023〕12号", "示应急发〔23〕12号"])
def test_a_number_that_is_not_well_formed_is_a_fault(tmp_path, number):
    found = said(tmp_path, (PLAN, PRINTER, f"{PRINTER}  number: {number}\n"))

    assert found[-1] == (
        "the_documents_number_is_well_formed",
        f"{PLAN}:53:11",
        f"发文字号“{number}”写法不对",
        "写成如 鄂应急发〔2023〕12号：六角括号，顺序号不加“第”、不编虚位",
        None,
    )
