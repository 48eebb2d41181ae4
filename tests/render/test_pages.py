"""Generated pages: one for each thing, every link leads somewhere, a changed value stays where it is shown."""

from __future__ import annotations

import posixpath
import re

import pytest
from evaluation.render.csv_files import csv_files
from evaluation.render.manuscript import unit_manuscript
from evaluation.render.numbering import shifted
from evaluation.render.pages import generated_pages

from tests.render import small
from tests.render.parsers import in_the_document, on_the_site

LINK = re.compile(r"(?<!!)\[[^\]]*\]\((/[^)]+)\)")


@pytest.fixture(scope="module")
def pages(view):
    return {page.path: page for page in generated_pages(view)}


def test_there_is_a_page_for_each_thing(view, pages):
    evaluation = view.evaluation

    assert {f"indicators/{one.id}.md" for one in evaluation.indicators} <= pages.keys()
    assert {f"areas/{one.id}.md" for one in evaluation.plan.areas} <= pages.keys()
    assert {f"projects/{one.id}.md" for one in evaluation.projects} <= pages.keys()
    assert {f"{one.folder}/{one.id}.md" for one in evaluation.reporting_units} <= pages.keys()
    assert {
        f"{folder}/index.md" for folder in ("banners", "parks", "departments", "indicators", "areas", "projects")
    } <= pages.keys()


def test_registers_matrices_and_downloads_have_theirs(pages):
    assert [path for path in pages if path.startswith(("registers", "matrices", "downloads"))] == [
        "registers/problems.md", "registers/suggestions.md", "registers/adjustments.md", "registers/opinions.md",
        "registers/practices.md", "registers/provisional.md", "registers/revisions.md", "registers/overrides.md",
        "registers/not-started.md", "registers/submissions.md", "registers/sums.md", "registers/accidents.md",
        "registers/disasters.md", "matrices/indicators.md", "matrices/tasks.md", "matrices/tasks-t1.md",
        "matrices/tasks-t2.md", "downloads.md",
    ]  # fmt: skip


def test_no_two_pages_have_one_path_and_each_begins_with_its_title(view, pages):
    assert len(pages) == len(generated_pages(view))
    assert all(
        page.markdown.startswith("# ") and len(re.findall("^# ", page.markdown, re.MULTILINE)) == 1
        for page in pages.values()
    )


def test_no_generated_reference_is_wrong(pages):
    assert [path for path, page in pages.items() if "引用有误" in page.markdown or "{{" in page.markdown] == []


def test_every_link_leads_to_a_page_an_anchor_or_a_download(view, pages):
    files = {file.path for file in csv_files(view)} | {"data/evaluation.json", "documents/city.docx"}
    files |= {f"documents/{unit.id}.docx" for unit in view.evaluation.reporting_units}

    def leads_nowhere(target: str) -> bool:
        path, _, anchor = target.removeprefix("/").partition("?")[0].partition("#")
        if path in files:
            return False
        return path not in pages or (bool(anchor) and f"{{#{anchor}}}" not in pages[path].markdown)

    targets = {target for page in pages.values() for target in LINK.findall(page.markdown)}
    assert sorted(target for target in targets if leads_nowhere(target)) == []
    assert all(posixpath.normpath(target) == target for target in targets)


def test_everything_is_reached_from_the_index_pages(pages):
    def reached(*starts):
        seen, queue = set(), list(starts)
        while queue:
            path = queue.pop()
            if path in seen or path not in pages:
                continue
            seen.add(path)
            queue += [re.split("[?#]", target.removeprefix("/"))[0] for target in LINK.findall(pages[path].markdown)]
        return seen

    indexes = [
        path for path in pages if path.endswith("index.md") or path.startswith(("registers", "matrices", "downloads"))
    ]
    assert pages.keys() - reached(*indexes) == set()


def test_a_units_page_holds_its_report_one_level_lower(view, pages):
    manuscript = unit_manuscript(view, view.evaluation.unit("donghe"))

    assert pages["banners/donghe.md"].markdown.endswith(shifted(manuscript.markdown, 1))
    assert pages["banners/donghe.md"].tables == manuscript.tables


def test_manuscripts_made_before_are_used(view, pages):
    manuscripts = {unit.id: unit_manuscript(view, unit) for unit in view.evaluation.reporting_units}

    assert {page.path: page for page in generated_pages(view, manuscripts)} == pages


def test_a_units_page_tells_its_state_and_its_place(pages):
    assert pages["banners/donghe.md"].markdown.startswith(
        "# 东河区\n\n::: facts\n\n- **报送情况**：**● 已报送**\n- **数据报送日期**：2023年7月10日\n"
        "- **常住人口**：500000人（2020年11月1日，公开资料）\n\n:::\n\n[下载报告（DOCX）](/documents/donghe.docx) · "
    )
    assert "[问题清单2条](/registers/problems.md?单位=东河区)" in pages["banners/donghe.md"].markdown
    assert "| [生产安全事故死亡人数](/indicators/I01.md) | 2022年 | 人 | 21 | 2/2 | 15 | 36 |" in pages["banners/donghe.md"].markdown
    assert "- **报送情况**：**■ 数据有误**\n" in pages["parks/bingyuan.md"].markdown
    assert "- **缺报章节**：任务进展、项目进展、主要问题、对策建议" in pages["banners/xishan.md"].markdown


def test_an_indicators_page_holds_revisions_and_reporters(pages):
    text = pages["indicators/I01.md"].markdown

    assert "\n| 全市 | [生产安全事故死亡人数](/indicators/I01.md) | 2022年 | 35 | 36 | 快报 | 2023年3月1日 | 年报核定 |\n" in text
    assert "- **已报送**：[东河区](/banners/donghe.md)、[西山旗](/banners/xishan.md)" in text
    assert "- **口径说明**：含道路运输事故" in text
    assert "问题清单" in text


def test_an_areas_page_holds_each_task_with_what_units_reported(pages):
    text = pages["areas/T1.md"].markdown

    assert "## 强化责任落实 {#t1-2}\n\n::: facts\n\n- **进展**：**◆ 按序时推进**\n" in text
    assert (
        "### 东河区：▲ 推进缓慢\n\n::: facts\n\n- **主要工作**：印发清单&#124;逐级分解。\n- **主要成效**：责任更清楚。\n"
        "- **原因**：编制不足。\n- **对策**：内部调剂。\n- **建议**：增加编制。\n"
    ) in text


def test_a_projects_page_says_who_reported_what(pages):
    assert "- **阶段**：**○ 未报送**" in pages["projects/Z01.md"].markdown
    assert "**未报送**：责任单位尚未报送该项目的进展。" in pages["projects/Z01.md"].markdown
    assert (
        "## 西山旗报送情况\n\n::: facts\n\n- **阶段**：▲ 前期论证\n- **未开工原因**：用地未批。\n"
        "- **推动实施计划**：2023年12月底前取得批复。\n"
        "- **计划开工时间**：2024年3月1日\n"
    ) in pages["projects/P02.md"].markdown


def test_a_matrix_shows_who_owes_and_who_is_silent(pages):
    assert (
        "| [市应急局](/departments/yingji.md) | [● 已完成](/areas/T1.md#t1-1) | [◆ 按序时推进](/areas/T1.md#t1-2) |"
        in (pages["matrices/tasks-t1.md"].markdown)
    )
    assert "| 全市 | ● [36](/indicators/I01.md) |" in pages["matrices/indicators.md"].markdown


def test_a_register_without_entries_says_so():
    silent = small.view_of(small.evaluation(reports=[]))

    text = {page.path: page for page in generated_pages(silent)}["registers/problems.md"].markdown

    assert text == "# 问题清单\n\n目前没有内容。\n"


def test_one_value_changes_the_pages_that_show_it_and_no_other(view, pages):
    reports = [dict(report) for report in small.REPORTS]
    reports[2] = {**reports[2], "projects": [{**reports[2]["projects"][0], "progress": "设备调试。"}]}
    changed = small.view_of(small.evaluation(reports=reports))

    different = [page.path for page in generated_pages(changed) if page.markdown != pages[page.path].markdown]

    assert sorted(different) == ["areas/T1.md", "departments/yingji.md", "projects/P01.md", "projects/index.md"]


def test_a_units_fault_leaves_other_pages_as_they_were(view, pages):
    sound = {page.path: page for page in generated_pages(small.view_of(small.evaluation(faults=())))}

    different = sorted(path for path in pages if pages[path] != sound[path])

    assert different == ["parks/bingyuan.md", "parks/index.md", "registers/submissions.md"]


def test_both_readers_see_the_same_words_on_every_page(pages):
    for path, page in pages.items():
        text = re.sub(r"!\[.*?\]\(|\[\^[^\]]+\](: .*)?", "![](", page.markdown)
        text = re.sub(r"^:::.*|^\{: .*\}", "", text.replace("![](", ""), flags=re.MULTILINE)
        assert on_the_site(text) == in_the_document(text), path
