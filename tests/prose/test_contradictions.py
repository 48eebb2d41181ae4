"""A verdict or state typed by hand that is not the computed one is told; what is right, wished or another's is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.problems import Place
from evaluation.proof import proofread
from evaluation.prose.contradictions import (
    nothing_is_told_as_done_after_the_cut_off,
    typed_verdicts_are_the_computed_ones,
)
from evaluation.prose.text import Material, Text, texts
from evaluation.render.references import fill
from evaluation.render.view import View

HERE = Path(__file__).parent
VERDICT = re.compile(r"\{\{\s*(评价|进展|阶段)\s[^{}]*\}\}")
OTHER = {"评价": "出现倒退", "进展": "难以推进", "阶段": "已完工"}


@pytest.fixture(scope="module")
def material() -> Material:
    evaluation, _ = load_evaluation(HERE / "plan")
    return Material(evaluation, measure(evaluation))


def text(body: str, unit: str | None) -> Text:
    return Text(f"docs/banners/{unit}/tasks.md" if unit else "docs/report/01-overview.md", body, 1, unit)


WRONG = {
    "死亡人数评价为提前实现。": (None, "文稿写“提前实现”，评价为“快于预期”（全市 生产安全事故死亡人数）", "改写成 {{ 评价 I01 }}，或核对数据"),
    "死亡人数快于预期。": ("wushen", "文稿写“快于预期”，评价为“明显滞后”（乌审旗 生产安全事故死亡人数）", "改写成 {{ 评价 I01 }}，或核对数据"),
    "{{ 指标 I05 }}超标。": (None, "文稿写“超标”，评价为“达标”（全市 煤矿百万吨死亡率）", "改写成 {{ 评价 I05 }}，或核对数据"),
    "P01市应急指挥中心升级改造处于开工在建阶段。": (None, "文稿写“开工在建”，数据为“已完工”（市应急指挥中心升级改造）", "改写成 {{ 阶段 P01 }}，或核对数据"),
    "{{ 项目 P02 }}已完工。": (None, "文稿写“已完工”，数据为“开工在建”（市县应急指挥平台互联互通）", "改写成 {{ 阶段 P02 }}，或核对数据"),
    "完善监管执法体制进展为按序时推进。": (None, "文稿写“按序时推进”，数据为“推进缓慢”（全市 完善监管执法体制）", "改写成 {{ 进展 T1-5 }}，或核对数据"),
}  # fmt: skip

RIGHT = {
    "死亡人数评价为快于预期。": None,
    "煤矿百万吨死亡率达标。": None,
    "死亡人数明显滞后。": "wushen",
    "全市死亡人数快于预期。": "wushen",
    "力争死亡人数提前完成规划目标。": None,
    "死亡人数没有出现倒退。": None,
    "全国死亡人数出现倒退。": None,
    "死亡人数滞后的原因是多方面的。": None,
    "若死亡人数出现倒退，要及时分析。": None,
    "{{ 项目 P02 }}和{{ 项目 P01 }}已完工。": None,
    "{{ 项目 P01 }}已完工，{{ 项目 P02 }}开工在建。": None,
    "年均每十万人受灾人次超标。": "dongsheng",
    "死亡人数统计滞后，数据报送需要提速，其余指标超标。": "yingji",
    "{{ 项目 P01 }}评价为{{ 阶段 P01 }}。": None,
}


@pytest.mark.parametrize("body", WRONG)
def test_a_wrong_verdict_is_told(material, body):
    unit, what, fix = WRONG[body]

    assert [(p.what, p.fix) for p in typed_verdicts_are_the_computed_ones(text(body, unit), material)] == [(what, fix)]


@pytest.mark.parametrize("body", RIGHT)
def test_what_is_right_or_not_said_is_left_alone(material, body):
    assert [p.what for p in typed_verdicts_are_the_computed_ones(text(body, RIGHT[body]), material)] == []


def test_verdicts_typed_out_all_over_the_demonstration_plan_are_right_and_spoilt_ones_are_told():
    proof = proofread(HERE.parents[1])
    material = Material(proof.evaluation, proof.assessment)
    found = []
    for one in texts(proof.evaluation):
        view = View(proof.evaluation, proof.assessment, proof.evaluation.unit(one.unit) if one.unit else None)
        right = VERDICT.sub(lambda match, view=view, one=one: fill(match[0], view, Place(one.path)).markdown, one.body)
        wrong = VERDICT.sub(lambda match: OTHER[match[1]], one.body)
        typed, spoilt = (Text(one.path, body, one.first_line, one.unit, one.section) for body in (right, wrong))
        assert [str(p) for p in typed_verdicts_are_the_computed_ones(typed, material)] == []
        found += typed_verdicts_are_the_computed_ones(spoilt, material)

    assert len(found) >= 100


DATES = {
    "2023年8月已完成验收。": ["“2023年8月已完成验收”晚于任务、项目进展截止时点 2023年6月30日，不能算本次评估的进展"],
    "平台于2023年9月15日投入使用。": ["“2023年9月15日投入使用”晚于任务、项目进展截止时点 2023年6月30日，不能算本次评估的进展"],
    "2023年6月已完成验收。": [],
    "计划2023年8月投入使用。": [],
    "2023年10月底前完成了再验收。": [],
    "2024年拟召开推进会。": [],
    "2025年12月已列入计划的项目。": [],
}


@pytest.mark.parametrize("body", DATES)
def test_nothing_is_told_as_done_after_the_cut_off(material, body):
    assert [p.what for p in nothing_is_told_as_done_after_the_cut_off(text(body, "wushen"), material)] == DATES[body]
