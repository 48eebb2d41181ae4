"""A unit's Word report: cut along the framework, nothing guessed, nothing lost in silence."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from evaluation.intake.word import form, read_report

from tests.intake.office import evaluation, word

HEADINGS = (
    "一、《规划》实施总体进展情况",
    "（一）主要目标指标进展",
    "（二）工作任务进展",
    "（三）重点项目进展",
    "二、《规划》实施面临的主要问题和风险挑战",
    "（一）外部环境变化情况",
    "（二）主要问题和挑战",
    "三、进一步推进《规划》实施的对策建议",
)
SECTIONS = ("indicators", "tasks", "projects", "environment", "challenges", "suggestions")


def sections(*lines: str) -> dict[str, str]:
    return read_report(word(*lines), "报告.docx", evaluation().plan)[0].sections


def whole(*extra: str) -> list[str]:
    """A report with a sentence in every section; `extra` lines go into the first one."""
    lines = []
    for number, heading in enumerate(HEADINGS):
        lines.append(heading)
        if number not in (0, 4):
            lines += [f"正文{number}。", *(extra if number == 1 else ())]
    return lines


def test_a_report_in_the_frameworks_order_is_cut_into_its_sections():
    assert sections(*whole()) == dict(zip(SECTIONS, (f"正文{n}。\n" for n in (1, 2, 3, 5, 6, 7)), strict=True))


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda line: line.replace("（", "(").replace("）", ")"),
        lambda line: line.split("、")[-1].split("）")[-1],
        lambda line: f"# {line}",
        lambda line: f"**{line}**",
        lambda line: line.replace("情况", ""),
        lambda line: f"　　{line}：",
        lambda line: line.replace("主要问题和挑战", "本旗区完成工作任务和重点项目面临的主要问题和挑战"),
    ],
)
def test_headings_are_known_however_they_are_numbered_or_set(rewritten):
    lines = [rewritten(line) if line in HEADINGS else line for line in whole()]

    assert tuple(sections(*lines)) == SECTIONS


def test_text_that_follows_a_heading_in_the_same_paragraph_opens_the_section():
    lines = [
        "（一）主要目标指标进展。本旗承担的指标共五项，进展总体平稳。" if line == HEADINGS[1] else line
        for line in whole()
    ]

    assert sections(*lines)["indicators"] == "本旗承担的指标共五项，进展总体平稳。\n\n正文1。\n"


def test_a_sentence_that_names_a_section_is_not_taken_for_its_heading():
    quoted = "工作任务进展和重点项目进展两部分的数据，由旗发展改革委会同旗应急管理局按月核对后统一报送。"

    assert sections(*whole(quoted))["indicators"] == f"正文1。\n\n{quoted}\n"


def test_numbered_lines_below_a_section_become_headings_without_their_numbers():
    assert sections(*whole("1.煤矿安全", "（1）顶板管理", "（2）抓好落实，责任到人。"))["indicators"] == (
        "正文1。\n\n## 煤矿安全\n\n### 顶板管理\n\n（2）抓好落实，责任到人。\n"
    )


def test_nothing_an_author_typed_becomes_markdown():
    assert sections(*whole("# 标题", "*星号*和{{ 值 死亡人数 2022 }}", "- 减号", "2023. 年份", "<b>尖括号</b>"))[
        "indicators"
    ].split("\n\n")[1:] == [
        "## 标题",
        r"\*星号\*和\{\{ 值 死亡人数 2022 \}\}",
        r"\- 减号",
        r"2023\. 年份",
        r"\<b\>尖括号\</b\>" + "\n",
    ]


def test_bold_is_kept():
    assert sections(*whole("其中**煤矿**两起"))["indicators"] == "正文1。\n\n其中**煤矿**两起\n"


def test_a_table_is_kept_and_merged_cells_are_said():
    document = Document(BytesIO(word(*whole()[:3])))
    table = document.add_table(2, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格|{number}"
    table.cell(0, 0).merge(table.cell(0, 1))
    raw = BytesIO()
    document.save(raw)
    written, problems = read_report(raw.getvalue(), "报告.docx", evaluation().plan)

    assert written.sections["indicators"].split("\n")[2:] == [
        r"| 格\|0 格\|1 | 格\|0 格\|1 | 格\|2 |",
        "| --- | --- | --- |",
        r"| 格\|3 | 格\|4 | 格\|5 |",
        "",
    ]
    assert "报告.docx:4:1: 表格有合并的单元格，已在每格重复其内容。核对这张表；指标、任务、项目请填 Excel 表。" in map(
        str, problems
    )


def test_the_empty_form_holds_no_section_and_says_which_are_missing():
    written, problems = read_report(
        form(evaluation().plan, evaluation().unit("zhungeer")), "报告.docx", evaluation().plan
    )

    assert (written.sections, len(problems)) == ({}, 6)


def test_the_official_document_of_a_unit_can_be_read_back(site):
    written, _ = read_report((site / "documents" / "zhungeer.docx").read_bytes(), "zhungeer.docx", evaluation().plan)

    assert tuple(written.sections) == SECTIONS
    assert written.sections["challenges"].startswith("## 煤矿灾害治理进入深水区\n\n浅部资源逐步减少，")
