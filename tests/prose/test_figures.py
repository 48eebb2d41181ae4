"""A typed figure that the data contradict is named with its place, the datum and the reference to write instead."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from evaluation.problems import Place
from evaluation.proof import proofread
from evaluation.prose.figures import figures_agree_with_the_data, matches, right_figures_become_references
from evaluation.prose.text import Text
from evaluation.prose.tokens import Quantity

from tests.load.project import spoilt, write

CITY = "docs/report/02-indicators.md"
UNIT = "docs/banners/zhungeer/indicators.md"
DATA = "数据有误时改正 data/ 里的数"


def said(plan, body: str, unit: str | None = None, rule=figures_agree_with_the_data) -> list[str]:
    text = Text(UNIT if unit else CITY, body, 5, unit)
    return [str(problem) for problem in rule(text, plan)]


def test_a_wrong_figure_is_told_with_its_place_the_datum_and_the_reference(plan):
    body = "## 死亡人数\n\n2022年，全市生产安全事故死亡43人。\n"

    assert said(plan, body) == [
        f"{CITY}:7:17: 文稿写“43人”，数据为46人（全市 生产安全事故死亡人数 2022年）。改写成 {{{{ 值 死亡人数 2022 }}}}；{DATA}。"
    ]


def test_a_units_text_means_the_unit_and_names_the_city_where_it_means_the_city(plan):
    assert said(plan, "2022年全旗生产安全事故死亡12人，全市死亡45人。", "zhungeer") == [
        f"{UNIT}:5:16: 文稿写“12人”，数据为10人（准格尔旗 生产安全事故死亡人数 2022年）。改写成 {{{{ 值 死亡人数 2022 }}}}；{DATA}。",
        f"{UNIT}:5:24: 文稿写“45人”，数据为46人（全市 生产安全事故死亡人数 2022年）。改写成 {{{{ 值 死亡人数 2022 全市 }}}}；{DATA}。",
    ]


def test_a_wrong_direction_is_told_even_where_the_amount_is_right(plan):
    assert said(plan, "2022年全市死亡人数较基期上升11.5%。") == [
        f"{CITY}:5:15: 文稿写“上升11.5%”，数据为下降11.5%（全市 生产安全事故死亡人数 2022年 变化）。改写成 {{{{ 变化 死亡人数 2022 }}}}；{DATA}。"
    ]


def test_a_difference_of_percentages_is_in_points(plan):
    (problem,) = said(plan, "2023年6月末应急管理专业人才占比较基期提高9.1%。")

    assert "文稿写“9.1%”，数据为9.1个百分点" in problem


def test_money_is_told_in_the_unit_of_the_text(plan):
    told = "".join(said(plan, "2022年全市自然灾害直接经济损失21.21亿元，农作物受灾面积5.6万公顷、转移安置4245人次。"))

    assert "数据为20.21亿元" in told
    assert "数据为4425人次" in told
    assert "公顷" not in told


def test_what_is_missing_from_the_data_is_not_judged(plan):
    assert said(plan, "2019年全市生产安全事故死亡61人，2022年1—10月死亡39人。") == []


def test_a_page_that_is_no_report_is_not_read(plan):
    text = Text("docs/guide/writing.md", "2022年全市生产安全事故死亡43人。")

    assert list(figures_agree_with_the_data(text, plan)) == []


def test_markup_and_line_breaks_do_not_hide_a_figure(plan):
    body = "- 2022年全市生产安全\n  事故**死亡**[^1]`注`\n\n- **死亡人数**：2022年为\n  ４３人。\n"

    assert [line.split(": ")[0] for line in said(plan, body)] == [f"{CITY}:9:3"]


def test_a_sentence_in_a_data_file_is_read_at_the_place_of_its_value(tmp_path):
    changes = spoilt("data/reports/dongsheng.yml", "work: ", "work: 2022年全区生产安全事故死亡9人。")
    problems = [p for p in proofread(write(tmp_path, changes)).problems if p.rule == "figures_agree_with_the_data"]

    assert [(p.where.path, p.unit, "文稿写“9人”，数据为3人" in p.what) for p in problems] == [
        ("data/reports/dongsheng.yml", "dongsheng", True)
    ]
    assert "{{" not in problems[0].fix


# ------------------------------------------------------------------------------------------------- rounding


@pytest.mark.parametrize(
    ("written", "value", "agrees"),
    [
        ("11.5", "11.538", True),
        ("11.54", "11.538", True),
        ("11.6", "11.538", False),
        ("12", "11.538", True),
        ("11", "11.538", False),
        ("0.5", "0.45", True),
        ("46.0", "46", True),
    ],
)
def test_a_figure_with_fewer_decimals_agrees_when_it_is_the_rounded_datum(written, value, agrees):
    quantity = Quantity(Decimal(written), len(written.partition(".")[2]), 1, "%", "")

    assert matches(quantity, Decimal(value)) is agrees


@pytest.mark.parametrize(
    ("about", "agreeing", "disagreeing"),
    [
        ("约", ("46", "54"), ("40", "60")),
        ("近", ("46", "50"), ("40", "51")),
        ("不足", ("46", "50"), ("51",)),
        ("超过", ("50", "80"), ("49",)),
        ("多", ("50", "59"), ("49", "90")),
    ],
)
def test_small_words_widen_a_figure_to_their_own_side(about, agreeing, disagreeing):
    quantity = Quantity(Decimal(50), 0, 1, "人", about)

    assert all(matches(quantity, Decimal(value)) for value in agreeing)
    assert not any(matches(quantity, Decimal(value)) for value in disagreeing)


def test_a_range_agrees_with_what_lies_in_it():
    quantity = Quantity(Decimal(45), 0, 1, "人", "", Decimal(50))

    assert matches(quantity, Decimal(46))
    assert not matches(quantity, Decimal(44))


# ------------------------------------------------------------------------------------------------- references instead


def offers(plan, body: str, unit: str | None = None) -> list[tuple[str, str, str]]:
    text = Text(UNIT if unit else CITY, body, 1, unit)
    found = list(right_figures_become_references(text, plan))
    assert all(problem.note and problem.edit for problem in found)
    return [(str(problem.edit.where), problem.edit.old, problem.edit.new) for problem in found]


def test_a_right_figure_is_offered_the_reference_that_prints_it(plan):
    body = "2022年全市死亡人数为**46人**，较基期下降11.5%，44个重点项目开工在建22个。"

    assert offers(plan, body) == [
        (f"{CITY}:1:15", "46人", "{{ 值 死亡人数 2022 }}"),
        (f"{CITY}:1:24", "下降11.5%", "{{ 变化 死亡人数 2022 }}"),
        (f"{CITY}:1:32", "44", "{{ 项目数 }}"),
        (f"{CITY}:1:43", "22", "{{ 项目数 开工在建 }}"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "2022年全市死亡人数为43人。",
        "2022年全市死亡人数约46人。",
        "2022年全市死亡人数为四十六人。",
        "全市死亡人数为46人。",
        "2022年全市死亡人数较基期下降12%。",
        "2022年亿元GDP死亡率为0.0082人/亿元。",
    ],
    ids=["wrong", "about", "Chinese numeral", "no year", "other decimals", "provisional mark missing"],
)
def test_nothing_is_offered_that_would_change_the_sentence(plan, body):
    assert offers(plan, body) == []


def test_the_same_problem_is_found_whoever_asks(plan):
    text = Text(CITY, "2022年全市生产安全事故死亡43人。")
    first, second = (list(figures_agree_with_the_data(replace(text), plan)) for _ in range(2))

    assert first == second
    assert first[0].where == Place(CITY, 1, 16)
