"""Every rule of style finds what it is for, leaves its look-alikes alone, and mends only what is certain."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.style import RULES, Line
from evaluation.style.ladder import number_of, written
from evaluation.style.plain import lines_of_text

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"

SLIPS: dict[str, dict[str, tuple[str, str | None]]] = {
    "headings_end_without_a_mark": {"# 总体进展。": ("。", "总体进展"), "# 进展：": ("：", "进展")},
    "headings_hold_no_stray_colon": {
        "（三）报送审定阶段：（8月—9月）。形成报告。": ("：", "（三）报送审定阶段（8月—9月）。形成报告。"),
        "# 报送：（8月）": ("：", "报送（8月）"),
    },
    "no_blank_follows_a_heading_number": {"（1） 市应急管理局": ("（1） ", "（1）市应急管理局"), "一、　总体": ("一、　", "一、总体")},
    "document_years_stand_in_hexagonal_brackets": {
        "内应急函[2023]79号": ("函[2023]79号", "内应急函〔2023〕79号"),
        "鄂应急发（2022）第021号": ("发（2022）第021号", "鄂应急发〔2022〕21号"),
        "鄂安发【2022】26号": ("发【2022】26号", "鄂安发〔2022〕26号"),
        "鄂安发〔2022〕第26号": ("发〔2022〕第26号", "鄂安发〔2022〕26号"),
    },
    "dates_have_no_leading_zero": {
        "2023年07月05日": ("2023年07月05日", "2023年7月5日"),
        "截至6月05日": ("6月05日", "截至6月5日"),
        "2023年06月底": ("2023年06月", "2023年6月底"),
    },
    "years_are_written_whole": {"到23年底": ("23年", None), "22年6月": ("22年", None)},
    "dates_in_text_are_written_out": {"于2023-06-30前": ("2023-06-30", None), "2023.6.30": ("2023.6.30", None)},
    "periods_are_joined_by_a_dash": {
        "（4月-5月）": ("4月-", "（4月—5月）"),
        "2021-2025年": ("2021-2025", "2021—2025年"),
        "2021~2023年": ("2021~2023", "2021—2023年"),
        "1-6月": ("1-6", "1—6月"),
    },
    "a_day_is_a_cut_off": {"截止2022年底": ("截止", "截至2022年底"), "截止到目前": ("截止到", "截至目前")},
    "shares_change_by_percentage_points": {"占比提高3.2%": ("占比提高3.2%", None)},
    "percentage_points_belong_to_shares": {"死亡人数下降3个百分点": ("人数下降3个百分点", None)},
    "percentage_points_are_called_so": {"提高3.2个百分比": ("个百分比", "提高3.2个百分点"), "提高2%个点": ("%个点", "提高2个百分点")},
    "percentages_are_written_with_a_sign": {"百分之15": ("百分之15", "15%")},
    "disasters_count_person_times": {"受灾人口1200人": ("受灾人口1200人", None)},
    "the_dead_are_counted_in_persons": {"死亡3人次": ("死亡3人次", "死亡3人")},
    "sums_of_money_have_their_unit": {"总投资5400万，": ("投资5400万", None)},
    "money_is_written_in_yuan": {"￥300": ("￥300", None)},
    "areas_are_written_in_legal_units": {"1200㎡": ("1200㎡", None), "300m2": ("300m2", None)},
    "crop_areas_are_in_hectares": {"受灾面积达3万亩": ("受灾面积达3万亩", None)},
    "no_commas_stand_in_numbers": {"投资12,400万元": ("12,400", "投资12400万元"), "1，234，567人": ("1，234，567", "1234567人")},
    "about_is_said_once": {"约100人左右": ("约100人左右", None), "超过30%以上": ("超过30%以上", None)},
    "titles_within_titles_stand_in_single_marks": {
        "《关于印发<实施方案>的通知》": ("<实施方案>", "《关于印发〈实施方案〉的通知》"),
        "《转发＜指南＞的通知》": ("＜指南＞", "《转发〈指南〉的通知》"),
    },
    "marks_stand_once": {"完成。。": ("。。", None), "完成，。": ("，。", None)},
    "omission_is_six_dots": {"等等...": ("...", "等等……")},
    "etc_stands_once": {"煤矿……等": ("……等", None)},
    "no_blank_stands_between_characters": {"全市 各旗区": (" ", "全市各旗区")},
    "words_are_spelt_as_usual": {"其它部门": ("其它", "其他部门")},
    "enumerations_leave_nothing_out": {"一是甲；三是乙。": ("三是", None), "一要甲，二要乙，四要丙。": ("四要", None)},
}
"""Rule → text that breaks it → (what is found, the text as it is mended). A line that begins with # is a heading."""

RIGHT = (
    "内应急函〔2023〕79号", "（2022）年", "2023年10月10日", "10月30日", "2025年底", "十四五", "历时20年", "2023年上半年", "P01-2023.6",
    "0477-8580000", "T1-2", "2021—2025年", "1月至6月", "截至2022年底", "年度数据截止时点", "投诉件数下降3%", "占比提高3.2个百分点",
    "提高到35%", "百分之一", "受灾1.1万人次", "受灾群众代表", "死亡3人", "总投资5400万元", "投资12.4亿元", "资金3亿多元", "1200平方米",
    "种植面积3万亩", "12400万元", "3，4层", "约100人", "左右两侧", "超过30%", "《规划》", "《关于印发〈方案〉的通知》", "a<b", "……",
    "3.5", "甲、乙等", "# 一、总体进展", "# （8月—9月）", "一是甲；二是乙；三是丙。", "一是甲。一是乙。", "第三是甲。", "AB CD", "其他",
    "（一）强化组织领导。各旗区：（见附表）。", "注：数据截至2023年6月30日", "1.5倍", "水深3 m",
)  # fmt: skip


def line_of(text: str) -> Line:
    return Line(text.removeprefix("# "), heading=text.startswith("# "))


def found(rule, text: str):
    return list(rule((line_of(text),)))


CASES = [(rule, text, expected) for rule in RULES for text, expected in SLIPS.get(rule.__name__, {}).items()]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else None)
def test_a_slip_is_found_at_its_place_and_mended(rule, text, expected):
    (slip,) = found(rule, text)
    line = line_of(text).text

    assert line[slip.start : slip.end] == expected[0]
    assert (None if slip.new is None else line[: slip.start] + slip.new + line[slip.end :]) == expected[1]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_is_written_right_is_left_alone(rule):
    assert [(text, slip.what) for text in RIGHT for slip in found(rule, text)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_was_mended_is_right(rule):
    mended = [text for _, text in SLIPS.get(rule.__name__, {}).values() if text]

    assert [(text, slip.what) for text in mended for slip in found(rule, text)] == []


def test_every_rule_of_single_lines_has_its_cases():
    whole = {"numbers_follow_the_ladder", "annexes_are_numbered_as_a_whole"}

    assert {rule.__name__ for rule in RULES} - whole == set(SLIPS)


LADDERS = {
    "in order": ("一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n二、己", []),
    "a number left out": ("一、甲\n三、乙", ["序号“三、”应为“二、”"]),
    "a number twice": ("一、甲\n（一）乙\n（一）丙", ["序号“（一）”应为“（二）”"]),
    "after a wrong number the count goes on": ("一、甲\n三、乙\n四、丙", ["序号“三、”应为“二、”"]),
    "digits for characters": ("四、甲\n（1） 乙\n（二）丙", ["序号“（1）”应为“（一）”"]),
    "a level left out": ("一、甲\n1.乙\n2.丙", ["序号“1.”应为“（一）”", "序号“2.”应为“（二）”"]),
    "does not begin at one": ("一、甲\n（二）乙", ["序号“（二）”应为“（一）”"]),
    "a page of several may begin later": ("五、甲\n（一）乙\n六、丙", []),
    "an annex begins anew after a page": ("一、甲\n二、乙\n\n\n\n附件\n一、丙", []),
    "nothing begins anew on the same page": ("一、甲\n二、乙\n一、丙", ["序号“一、”应为“三、”"]),
    "above ten": ("九、甲\n十、乙\n十一、丙\n十二、丁", []),
    "running text is no heading": ("一、甲\n（1）乙做了工作；\n1.5倍", []),
}


@pytest.mark.parametrize("case", LADDERS)
def test_numbers_follow_the_ladder(case):
    text, expected = LADDERS[case]
    rule = next(rule for rule in RULES if rule.__name__ == "numbers_follow_the_ladder")

    assert [slip.what for slip in rule(lines_of_text(text)[0])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("附件\n甲\n附件2\n乙", ["“附件”应为“附件1”"]),
        ("附件1\n甲\n附件2\n乙", []),
        ("附件1\n甲\n附件3\n乙", ["“附件3”应为“附件2”"]),
        ("附件\n甲", []),
        ("附件2", []),
        ("见附件2\n附件：名单", []),
    ],
)
def test_annexes_are_numbered_as_a_whole(text, expected):
    rule = next(rule for rule in RULES if rule.__name__ == "annexes_are_numbered_as_a_whole")

    assert [slip.what for slip in rule(lines_of_text(text)[0])] == expected


def test_numbers_are_read_as_they_are_written():
    assert [number_of(written(1, number).rstrip("、")) for number in range(1, 100)] == list(range(1, 100))


def test_the_work_plans_own_faults_are_found():
    lines, _ = lines_of_text((FIXTURES / "work-plan.txt").read_text(encoding="utf-8"))
    slips = [(slip.line + 1, slip.what) for rule in RULES for slip in rule(lines)]

    assert sorted(slips) == sorted([
        (22, "序号“（1）”应为“（一）”"),
        (22, "序号后面有空格"),
        (1, "“附件”应为“附件1”"),
        (29, "标题里“：”后面是括号，冒号多余"),
        *[(line, f"起止时间“{month}月-”用了短横线或波浪线") for line, month in ((27, 4), (28, 6), (29, 8))],
        (6, "书名号里的“＜“十四五”国家应急体系规划监测评估指南＞”"),
        (6, "书名号里的“<内蒙古自治区“十四五”应急体系建设规划中期评估工作方案>”"),
        (6, "书名号里的“<鄂尔多斯市“十四五”规划实施情况中期评估工作方案>”"),
        (25, "书名号里的“<鄂尔多斯市贯彻落实国家和自治区“十四五”应急体系建设规划实施方案>”"),
        (25, "书名号里的“<鄂尔多斯市“十四五”应急体系建设规划重点项目建设实施方案>”"),
    ])  # fmt: skip
