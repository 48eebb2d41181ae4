"""The why-card: every number of a verdict in its formula, and the nearest border in the indicator's own unit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.measure import measure
from evaluation.render.view import View
from evaluation.render.why import why_markdown

from tests.measure import builders
from tests.render import small

TEXTS = Path(__file__).parent / "texts"


def test_the_cards_of_the_small_city(view):
    cards = [f"# {one.name}\n\n{why_markdown(view, one)}\n" for one in view.evaluation.indicators]

    assert "\n".join(cards) == (TEXTS / "why.md").read_text(encoding="utf-8")


def lines_of(view, indicator_id="I01"):
    return why_markdown(view, view.evaluation.indicator(indicator_id)).split("\n")


def test_a_unit_without_figures_is_told_so(of_unit):
    assert lines_of(of_unit("bingyuan")) == ["**○ 暂不评价（缺数据）**：没有可供评价的数据，暂不评价。"]


def test_a_units_card_uses_its_own_base(of_unit):
    assert "- **目标**：累计下降20%；基期（2020年）24人；目标值19.2人" in lines_of(of_unit("donghe"))
    assert "- **临界**：再多1人即转为“基本符合预期”" in lines_of(of_unit("donghe"))


def test_a_rate_below_city_level_is_not_judged(of_unit):
    rule = "- **评价规则**：本级基数小，一两起事件即可使比率大幅变化，只列数量，不作评价"

    assert rule in lines_of(of_unit("donghe"), "I07")


def test_one_person_may_step_over_a_narrow_class(view):
    """At 37 deaths k is 0.9375: past 0.95 at once, so the sentence may not name the class in between."""
    assert "- **临界**：再多1人即转为“进度滞后”" in lines_of(view)


def with_indicator(**changes) -> View:
    changed = [{**small.INDICATORS[0], **changes}, *small.INDICATORS[1:]]
    return small.view_of(small.evaluation(indicators=changed))


@pytest.mark.parametrize(
    ("deaths", "sentence"),
    [
        ("34", "再少2人即转为“已提前实现”"),
        ("32", "再多1人即转为“快于预期”"),
        ("39", "再少1人即转为“进度滞后”"),
        ("41", "再少1人即转为“明显滞后”"),
    ],
)
def test_a_better_class_begins_at_its_border_and_a_worse_one_beyond_it(deaths, sentence):
    city = with_indicator(readings=[{"period": "2022", "value": deaths}])

    assert f"- **临界**：{sentence}" in lines_of(city)


def test_a_verdict_set_by_hand_says_what_was_computed_and_why():
    city = with_indicator(
        override={"verdict": "进度滞后", "reason": "口径扩大", "by": "市应急管理局", "date": "2023-08-01"}
    )

    lines = lines_of(city)

    assert lines[0] == "**▲ 进度滞后（人工评价）**"
    assert lines[-1] == "- **人工评价**：计算结果为“快于预期”，市应急管理局于2023年8月1日定为“进度滞后”，理由：口径扩大"


KINDS = {
    "cumulative": (
        {"target": {"value": "50", "text": "五年新建50个"}, "input": "increment", "direction": "越高越好"},
        "完成率p = 累计数÷目标数 = 74÷50 = 148.0%",
    ),
    "each_year_ceiling": (
        {"target": {"value": "37", "text": "每年不超过37人"}},
        "达标年数÷应达标年数 = 1÷2；以最近一年是否达标为准",
    ),
    "each_year_floor": (
        {"target": {"value": "36", "text": "每年不少于36"}, "direction": "越高越好"},
        "达标年数÷应达标年数 = 2÷2；以最近一年是否达标为准",
    ),
    "mean_growth": (
        {
            "target": {"value": "5", "text": "年均增长5%"},
            "direction": "越高越好",
            "baseline": {"label": "2020年", "value": "30"},
        },
        "完成率p = 年均增速÷目标增速 = 9.54%÷5% = 190.9%",
    ),
    "milestone": (
        {
            "target": {"value": "4", "text": "建成"},
            "direction": "越高越好",
            "stages": ["立项", "开工", "完工", "投用"],
            "readings": [{"period": "2022", "value": "2"}],
        },
        "完成率p = 已到阶段÷全部阶段 = 2÷4 = 50.0%",
    ),
    "level": (
        {"target": {"value": "30", "text": "降到30人"}},
        "完成率p =（现值－基期值）÷（目标值－基期值）=（36－40）÷（30－40）= 40.0%",
    ),
    "period_mean_ceiling": ({"target": {"value": "38", "text": "年均不超过38人"}}, "年均 =（38＋36）÷2 = 37，上限38"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_target_fills_in_its_formula(kind):
    changes, formula = KINDS[kind]

    assert f"- **算式**：{formula}" in lines_of(with_indicator(kind=kind, **changes))


def test_the_golden_indicators_of_measuring_all_have_a_card():
    found = builders.evaluation()
    city = View(found, measure(found))

    assert all(why_markdown(city, one).startswith("**") for one in found.indicators)


def test_one_figure_changes_its_own_card_only(view):
    readings = [*small.INDICATORS[0]["readings"][:1], {"period": "2022", "value": "33"}]
    changed = with_indicator(readings=readings)

    same = [
        why_markdown(view, one) == why_markdown(replace(changed), changed.evaluation.indicator(one.id))
        for one in view.evaluation.indicators
    ]

    assert same == [False, True, True, True]
