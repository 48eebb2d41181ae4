"""Figures of one sentence are recomputed from each other, whatever they are about: method.md's printed misprints too."""

from __future__ import annotations

import pytest
from evaluation.prose.arithmetic import figures_of_a_sentence_agree
from evaluation.prose.text import Text

PATH = "docs/report/02-indicators.md"


def said(plan, body: str) -> list[str]:
    return [f"{p.where.column}: {p.what}" for p in figures_of_a_sentence_agree(Text(PATH, body), plan)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("某市重大事故死亡由7人上升到23人，上升69.57%。", ["21: 由“7人”到“23人”是上升228.57%，文稿写“69.57%”"]),
        ("某市重大事故死亡由7人上升到23人，上升228.57%。", []),
        ("自治区2021年死亡677人，比2020年的785人下降13.76%。", []),
        ("自治区2021年发生事故742起，2020年为927起，同比下降19.96%。", []),
        (
            "自治区2021年发生事故742起，2020年为927起，同比下降19.69%。",
            ["33: 由“927起”到“742起”是下降19.96%，文稿写“19.69%”"],
        ),
        ("上半年各类事故229起，其中道路122起、工矿95起、铁路8起、水上2起、农机1起、其他1起。", []),
        (
            "上半年各类事故228起，其中道路122起、工矿95起、铁路8起、水上2起、农机1起、其他1起。",
            ["8: 各项合计为229起，文稿写“228起”"],
        ),
        ("上半年各类事故225起，其中道路129起、工矿84起、铁路7起、水上2起、农机2起、其他1起。", []),
    ],
)
def test_the_misprint_of_a_published_bulletin_and_the_real_rows_around_it(plan, sentence, expected):
    assert said(plan, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("帐篷由1500顶增加到1800顶，减少20%。", ["18: 由“1500顶”到“1800顶”是上升20.00%，文稿写“减少20%”"]),
        ("持证率由35%提高到42%，提高7%。", ["17: 由“35%”到“42%”是上升20.00%，文稿写“7%”"]),
        ("持证率由35%提高到42%，提高7个百分点。", []),
        ("持证率由35%提高到42%，提高6个百分点。", ["17: 由“35%”到“42%”是上升7个百分点，文稿写“6个百分点”"]),
        ("人次由2000人次增加到6000人次，增长1倍。", ["22: 由“2000人次”到“6000人次”是上升2倍，文稿写“1倍”"]),
        ("接警量由8000起增至9600起，增长两成。", []),
        ("隐患由5.2万条减少到4.6万条，减少0.6万条。", []),
        ("隐患由5.2万条减少到4.6万条，减少0.8万条。", ["20: 由“5.2万条”到“4.6万条”是下降0.6万条，文稿写“0.8万条”"]),
        ("产量由6.7亿吨增至7.9亿吨，增长17%。", []),
    ],
)
def test_a_change_follows_from_its_two_values(plan, sentence, expected):
    assert said(plan, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("受理3126件，办结3098件，办结率99.1%。", 0),
        ("受理3126件，办结3098件，办结率89.1%。", 1),
        ("投入12.5亿元，占全部25亿元的50%。", 0),
        ("投入12.5亿元，占全部25亿元的60%。", 1),
        ("排查320栋，整改隐患1250处，整改率98.4%。", 0),
        ("发放问卷3000份，回收2876份，满意度91.2%。", 0),
    ],
)
def test_a_share_follows_from_part_and_whole(plan, sentence, count):
    assert len(said(plan, sentence)) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("共有240人，其中市本级60人、旗区150人、园区30人。", 0),
        ("共有240人，其中市本级60人、旗区160人、园区30人。", 1),
        ("排查隐患900处，其中重大3处、较大5处。", 0),
        ("2000人中，其中专业人才1002人。", 0),
        ("投入1.2亿元，其中中央4000万元、自治区3000万元、市级5000万元。", 0),
        ("投入1.3亿元，其中中央4000万元、自治区3000万元、市级5000万元。", 1),
        ("甲项42个、乙项2个，合计44个。", 0),
        ("甲项42个、乙项2个，合计46个。", 1),
        ("累计投入3.2亿元，今年1.1亿元，合计投入不足。", 0),
    ],
)
def test_a_total_follows_from_its_parts(plan, sentence, count):
    assert len(said(plan, sentence)) == count


def test_what_the_data_contradict_is_said_once(plan):
    assert said(plan, "2022年全市死亡43人，其中东胜区6人、准格尔旗10人、其他旗区30人。") == []
