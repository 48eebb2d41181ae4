"""Markdown that might be read in two ways is found at its place, and mended without a change of its words."""

from __future__ import annotations

import pytest
from console.files import edited
from evaluation.compare import Pair, compare
from evaluation.prose.constructs import CONSTRUCT_RULES
from evaluation.prose.text import Text

from tests.compare.outputs import page, word

FOUND: dict[str, dict[str, tuple[list[str], str]]] = {
    "bold_stands_clear_of_chinese_marks": {
        "甲**重点：**后文": (["1:2: 加粗的“重点：”以标点结尾"], "甲**重点**：后文"),
        "** 重点 **后文": (["1:1: 加粗的“重点”前后有空格，显示为星号"], "**重点**后文"),
        "- **甲**，**乙。**丙": (["1:9: 加粗的“乙。”以标点结尾"], "- **甲**，**乙**。丙"),
    },
    "bold_is_closed": {"甲\n**乙": (["2:1: 加粗的 ** 不成对"], "甲\n**乙")},
    "ranges_are_joined_as_usual": {
        "10~20人": (["1:3: 数的范围用了半角“~”"], "10～20人"),
        "10%~20%，3~5": (["1:4: 数的范围用了半角“~”", "1:10: 数的范围用了半角“~”"], "10%～20%，3～5"),
        "甲~~乙~~": (["1:2: “~~乙~~”：正式文件没有删除线"], "甲~~乙~~"),
    },
    "names_stand_in_no_angle_brackets": {
        "关于印发<规划>的通知": (["1:5: “<规划>”用了尖括号"], "关于印发<规划>的通知"),
    },
    "quotation_marks_are_chinese": {
        '开展"打非治违"行动': (["1:3: “打非治违”用了直引号"], "开展“打非治违”行动"),
        "称'一张图'和\"甲\"": (["1:8: “甲”用了直引号", "1:2: “一张图”用了直引号"], "称‘一张图’和“甲”"),
    },
    "figures_and_letters_are_half_width": {
        "２０２２年，ＧＤＰ增长５．５％": (
            ["1:1: “２０２２”是全角", "1:7: “ＧＤＰ”是全角", "1:12: “５．５％”是全角"],
            "2022年，GDP增长5.5%",
        ),
    },
    "marks_between_characters_are_full_width": {
        "甲,乙;丙:丁.": (["1:2: 汉字之间的“,”是半角", "1:4: 汉字之间的“;”是半角", "1:6: 汉字之间的“:”是半角", "1:8: 汉字之间的“.”是半角"], "甲，乙；丙：丁。"),
        "甲(见附表)乙": (["1:2: “(见附表)”的括号是半角"], "甲（见附表）乙"),
    },
    "html_is_not_used": {
        "<table><tr>": (["1:1: HTML“<table>”不起作用，会显示成文字", "1:8: HTML“<tr>”不起作用，会显示成文字"], "<table><tr>"),
        "甲<br/>乙<!-- 丙 -->": (["1:2: HTML“<br/>”不起作用，会显示成文字", "1:8: HTML“<!--”不起作用，会显示成文字"], "甲<br/>乙<!-- 丙 -->"),
    },
    "markup_of_the_site_alone_is_not_used": {
        "甲\n\n!!! note": (["3:1: “!!!”在网页和正式文件里不一样"], "甲\n\n!!! note"),
        "甲{: .red}": (["1:2: “{: .red}”在网页和正式文件里不一样"], "甲{: .red}"),
        "::: card": (["1:1: “:::”在网页和正式文件里不一样"], "::: card"),
        '=== "甲"': (['1:1: “=== "”在网页和正式文件里不一样'], '=== "甲"'),
    },
    "footnotes_have_both_ends": {
        "甲[^1]\n\n[^2]: 乙": (["1:2: 脚注 [^1] 没有内容", "3:1: 脚注 [^2] 在正文里没有用到，不会显示"], "甲[^1]\n\n[^2]: 乙"),
    },
    "lines_are_laid_out_plainly": {
        "　　甲": (["1:1: 段首用空格或制表符缩进"], "甲"),
        "甲\n\n##题": (["3:1: 标题的 # 后面没有空格"], "甲\n\n## 题"),
        "甲：\n- 乙\n- 丙": (["2:1: 与上一行之间没有空行"], "甲：\n\n- 乙\n- 丙"),
        "甲\n| 乙 |\n|---|\n| 丙 |\n丁": (["2:1: 与上一行之间没有空行", "5:1: 与上一行之间没有空行"], "甲\n\n| 乙 |\n|---|\n| 丙 |\n\n丁"),
        "- 甲\n  - 乙\n    - 丙": (["2:1: 列表的缩进不是四个空格一级", "3:1: 列表的缩进不是四个空格一级"], "- 甲\n    - 乙\n        - 丙"),
        "甲\n## 题\n乙": (["2:1: 与上一行之间没有空行", "3:1: 与上一行之间没有空行"], "甲\n\n## 题\n\n乙"),
    },
}

RIGHT = (
    "**重点**：后文", "**（一）强化风险管控。**推动", "甲**乙**丙，**丁**。", "**甲。**", "2*3*4", "10～20人", "约~", "《关于印发〈规划〉的通知》",
    "“打非治违”", 'print("甲")'.join("``"), "Tom's “甲”", "2022年", "12:30", "P01-2", "甲（乙）丙", "[甲](b.md)，乙", "GB/T 9704-2012", "f(x)",
    "(1) 甲", "1.5倍", "a<b", "<https://a.cn/>", "`<table>`", "{{ 值 死亡人数 2022 }}", "## 题 {#ti}", "甲[^1]\n\n[^1]: 乙", "甲：\n\n- 乙",
    "- 甲\n    - 乙", "| 甲 |\n|:--|\n| 乙 |", "```\n甲,乙 \"丙\"\n　##丁\n!!!\n```", "甲 **乙** 丙", "a,b", "100,000",
)  # fmt: skip


def found(rule, body: str):
    return list(rule(Text("a.md", body), None))


def mended(problems, body: str) -> str:
    return edited(body, [problem.edit for problem in problems if problem.edit])[0]


CASES = [(rule, body) for rule in CONSTRUCT_RULES for body in FOUND[rule.__name__]]


@pytest.mark.parametrize(("rule", "body"), CASES, ids=lambda value: value if isinstance(value, str) else value.__name__)
def test_a_construct_is_found_at_its_place_and_mended(rule, body):
    expected, after = FOUND[rule.__name__][body]
    problems = found(rule, body)

    assert [f"{p.where.line}:{p.where.column}: {p.what}" for p in problems] == expected
    assert mended(problems, body) == after
    # What can be mended is gone; what cannot is still told.
    assert [p.what for p in found(rule, after)] == [p.what for p in problems if p.edit is None]


@pytest.mark.parametrize("rule", CONSTRUCT_RULES, ids=lambda rule: rule.__name__)
def test_what_both_outputs_read_alike_is_left_alone(rule):
    assert [(body, problem.what) for body in RIGHT for problem in found(rule, body)] == []


@pytest.mark.parametrize("body", RIGHT)
def test_what_is_left_alone_comes_out_alike(body):
    text = f"# 一、题\n\n{body}"

    assert [p.what for p in compare(Pair("a", ("b",)), {"a": word(text), "b": page(text)}.get)] == []


def test_everything_at_once_is_mended_in_a_few_runs():
    body = "　　甲,乙\"丙\"：\n- **丁：**１２\n  - 戊(己)\n##庚"
    for _ in range(3):
        body = mended([problem for rule in CONSTRUCT_RULES for problem in found(rule, body)], body)

    assert body == "甲，乙“丙”：\n\n- **丁**：12\n    - 戊（己）\n\n## 庚"
