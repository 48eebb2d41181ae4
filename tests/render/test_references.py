"""References: every word and name does what the case files say, and no text of an author can break the filling."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from evaluation.problems import Place
from evaluation.render.charts import CHARTS
from evaluation.render.placing import BLOCK_WORDS, MENTIONS, words_known
from evaluation.render.references import REFERENCE, captions_of, fill, tokens
from evaluation.render.tables import TABLES
from evaluation.render.words import ALL
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render import small

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
WRITTEN = [(path.stem, case) for path in CASES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
VIEW = small.view_of(small.evaluation())
HERE = Place("docs/x.md")


def scoped(view, of_unit, unit):
    return of_unit(unit) if unit else view


@pytest.mark.parametrize(("file", "case"), WRITTEN, ids=lambda item: item if isinstance(item, str) else item["说明"])
def test_the_case_files_hold(view, of_unit, file, case):
    filled = fill(case["原文"], scoped(view, of_unit, case.get("单位")), Place("docs/x.md", case.get("首行", 1)))

    assert filled.markdown == case["结果"]
    assert [str(problem) for problem in filled.problems] == case.get("问题", [])


def test_every_word_is_in_a_case_file():
    used = {tokens(inside)[0] for _, case in WRITTEN for inside in REFERENCE.findall(case["原文"]) if inside.strip()}

    assert [word.name for word in ALL if word.name not in used] == []


def test_every_words_example_is_right(view):
    """The names in examples are those of the real plan; here only their number and kind can be tried."""
    for word in ALL:
        assert word.example.split()[0] == word.name
        assert len(word.example.split()) >= 1 + len(word.needs)


def test_words_have_one_meaning():
    names = [name for word in ALL for name in (word.name, word.alias)] + list(BLOCK_WORDS) + list(MENTIONS)

    assert len(names) == len(set(names))
    assert set(words_known()) <= set(names)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_placed_by_its_name(view, name):
    argument = " I01" if name == "分旗区指标" else ""

    filled = fill(f"前文\n{{{{ 表 {name}{argument} }}}}\n后文{{{{ 见表 {name}{argument} }}}}", view, HERE)

    assert filled.problems == ()
    [table] = filled.tables
    assert filled.markdown == f"前文\n\n{table.markdown(1)}\n\n后文表1"


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_can_be_placed_by_its_name(view, name):
    argument = " I01" if name in ("指标", "旗区分布") else ""

    filled = fill(f"{{{{ 图 {name}{argument} }}}}", view, HERE)

    assert filled.problems == ()
    if filled.charts:
        [chart] = filled.charts
        assert filled.markdown.startswith("![")
        assert f"](/charts/{chart.name}.svg)\n\n图1　{chart.title}\n\n来源：" in filled.markdown
    else:
        assert filled.markdown == f"{name}：暂无数据。"


def test_numbers_follow_the_order_of_placement_and_mentions_may_come_first(view):
    text = "{{ 见表 重点项目 }}、{{ 见表 主要指标 }}\n\n{{ 表 主要指标 }}\n\n{{ 表 重点项目 }}\n\n{{ 表 主要指标 }}"

    filled = fill(text, view, HERE)

    assert filled.markdown.split("\n")[0] == "表2、表1"
    assert [line for line in filled.markdown.split("\n") if line.startswith("表") and "　" in line] == [
        "表1　主要指标进展情况",
        "表2　重点项目进展情况",
        "表3　主要指标进展情况",
    ]


def test_a_table_with_nothing_to_show_takes_no_number(of_unit):
    filled = fill("{{ 表 问题清单 }}\n\n{{ 表 报送情况 }}\n\n{{ 见表 问题清单 }}", of_unit("bingyuan"), HERE)

    assert filled.markdown.startswith("问题清单：暂无数据。\n\n表1　")
    assert filled.markdown.endswith("\n\n表（暂无数据）")
    assert filled.problems == ()


def test_numbers_run_through_all_texts_of_a_document(view):
    texts = ("见{{ 见表 重点项目 }}\n\n{{ 表 主要指标 }}", "{{ 表 重点项目 }}")
    captions = captions_of(*((text, view) for text in texts))

    first, second = (fill(text, view, HERE, captions).markdown for text in texts)

    assert first.startswith("见表2\n\n表1　主要指标进展情况")
    assert second.startswith("表2　重点项目进展情况")


def test_a_unit_named_in_a_placement_is_meant(view):
    filled = fill("{{ 表 主要指标 东河区 }}", view, HERE)

    assert filled.markdown.startswith("表1　东河区主要指标进展情况")


def test_a_fault_belongs_to_the_unit_whose_text_it_is_in(of_unit):
    [problem] = fill("{{ 乱写 }}", of_unit("donghe"), HERE).problems

    assert (problem.unit, problem.rule) == ("donghe", "reference")


PIECES = st.sampled_from(
    [
        "{{",
        "}}",
        "｛｛",
        "｝｝",
        "{",
        "}",
        " ",
        "　",
        "\n",
        "`",
        "```\n",
        "    ",
        "- ",
        "|",
        "# ",
        "[^1]",
        "](",
        "值",
        "表",
        "见表",
    ]
    + [
        "图",
        "概览",
        "死亡人数",
        "2022",
        "2023-06",
        "20２３年",
        "主要指标",
        "I01",
        "东河",
        "全市",
        "煤矿",
        "占比",
        "开工率",
        "😀",
        "\x00",
        "20٢٢",
    ]
    + [word.name for word in ALL]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
def test_filling_never_raises_and_leaves_no_open_reference(text):
    filled = fill(text, VIEW, HERE)

    assert isinstance(filled.markdown, str)
    assert all(problem.where.line >= 1 and problem.where.column >= 1 for problem in filled.problems)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="{｛"), max_size=200))
def test_text_without_references_stays_as_it_is(text):
    assert fill(text, VIEW, HERE).markdown == text
