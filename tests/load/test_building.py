"""A record's faults, each at the place of its value and in a sentence; its neighbours stay."""

from __future__ import annotations

import pytest
from evaluation.load import load_evaluation
from evaluation.load.values import PATTERNS
from evaluation.model import Record, fields_of

from tests.load.project import DONGSHENG, problems_of, spoilt, write

REPORT = "data/reports/dongsheng.yml"
INDICATORS = "data/indicators.yml"
NUMBER = "不是普通十进制数。应写成如 12.50（半角数字，不带逗号、单位和百分号）。"
STAGES = "可写：前期论证、即将开工、开工在建、主体完工、已完工、暂缓、调整、取消。"
FIRST_TASK = DONGSHENG[DONGSHENG.index("  - task: T1-1") : DONGSHENG.index("projects:")]

FAULTS = {
    "misspelt key": (REPORT, "invested:", "invsted:", "22:5: 没有名为 `invsted` 的键。是否想写 “invested”。"),
    "Chinese title as key": (
        REPORT,
        "invested:",
        "累计完成投资（万元）:",
        "22:5: 没有名为 `累计完成投资（万元）` 的键。是否想写 “invested”。",
    ),
    "misspelt required key is not also missing": (
        REPORT,
        "    work: 调",
        "    wrok: 调",
        "13:5: 没有名为 `wrok` 的键。是否想写 “work”。",
    ),
    "missing key": (
        REPORT,
        "    results: 体系贯通\n",
        "",
        "11:5: 缺少 `results`（主要成效）。在这条记录里补 `results:` 一行。",
    ),
    "key without a value": (
        REPORT,
        "work: 调整指挥部",
        "work:",
        "13:10: 缺少 `work`（主要工作）。在这条记录里补 `work:` 一行。",
    ),
    "empty text": (
        REPORT,
        "work: 调整指挥部",
        "work: ''",
        "13:11: `work`（主要工作）的值“”是空的。写上内容；没有内容就删去这一行。",
    ),
    "unknown word": (
        REPORT,
        "开工在建",
        "在建",
        f"21:12: `stage`（阶段）的值“在建”不在可选的词里。是否想写 “开工在建”；{STAGES}",
    ),
    "word like no other": (
        REPORT,
        "开工在建",
        "xyz",
        f"21:12: `stage`（阶段）的值“xyz”不在可选的词里。{STAGES}",
    ),
    "thousands separator and unit": (
        REPORT,
        "invested: 3000",
        "invested: 3,000万元",
        f"22:15: `invested`（累计完成投资（万元））的值“3,000万元”{NUMBER}",
    ),
    "clock for a number": (
        REPORT,
        "invested: 3000",
        "invested: 12:30",
        f"22:15: `invested`（累计完成投资（万元））的值“12:30”{NUMBER}",
    ),
    "exponent": (
        REPORT,
        "invested: 3000",
        "invested: 1e3",
        f"22:15: `invested`（累计完成投资（万元））的值“1e3”{NUMBER}",
    ),
    "full-width digits": (
        REPORT,
        "invested: 3000",
        "invested: ３０００",
        f"22:15: `invested`（累计完成投资（万元））的值“３０００”{NUMBER}",
    ),
    "negative money": (
        REPORT,
        "invested: 3000",
        "invested: -3",
        "22:15: `invested`（累计完成投资（万元））的值“-3”太小。不能小于 0。",
    ),
    "date in Chinese": (
        REPORT,
        "2021-09-01",
        "2021年9月1日",
        "24:14: `started`（实际开工日期）的值“2021年9月1日”不是日期。应写成如 2023-06-30。",
    ),
    "no such day": (
        REPORT,
        "2021-09-01",
        "2021-02-30",
        "24:14: `started`（实际开工日期）的值“2021-02-30”不是日历上有的日期。检查月和日。",
    ),
    "no such month": (
        REPORT,
        "2021-09-01",
        "2021-13-01",
        "24:14: `started`（实际开工日期）的值“2021-13-01”不是日历上有的日期。检查月和日。",
    ),
    "period": (
        REPORT,
        "period: 2021",
        "period: 2021年",
        "5:13: `period`（时期）的值“2021年”格式不对。写成如 2022（全年）或 2023-06（1—6月）。",
    ),
    "yes for true": (
        REPORT,
        "started: 2021-09-01",
        "on_schedule: 是",
        "24:18: `on_schedule`（是否达到序时进度）的值“是”不对。只能写 true 或 false。",
    ),
    "list for a value": (
        REPORT,
        "work: 调整指挥部",
        "work: [甲]",
        "13:11: `work`（主要工作）应是一个值，写成了列表。写成一个值；值里有括号时加引号。",
    ),
    "record for a value": (
        REPORT,
        "work: 调整指挥部",
        "work: {甲: 乙}",
        "13:11: `work`（主要工作）应是一个值，写成了带键的记录。写成一个值；值里有括号时加引号。",
    ),
    "text for a record": (
        REPORT,
        FIRST_TASK,
        "  - T1-1 已完成\n",
        "11:5: 这里应是一条记录，写成了文字“T1-1 已完成”。写成 `键: 值`，每个键一行。",
    ),
    "full-width colon for a record": (
        REPORT,
        FIRST_TASK,
        "  - task：T1-1\n",
        "11:9: 键 `task` 后面是全角冒号“：”。改成半角冒号加空格：`task: 值`。",
    ),
    "list for a record": (
        REPORT,
        FIRST_TASK,
        "  - - T1-1\n",
        "11:5: 这里应是一条记录，写成了列表。删去 `-`，写成 `键: 值`。",
    ),
    "nothing for a record": (REPORT, FIRST_TASK, "  -\n", "11:4: 这里是空的。补上内容，或删去这一项。"),
    "value for a list": (
        "data/tasks.yml",
        "  support:\n    - fagai\n",
        "  support: fagai\n",
        "6:12: `support`（配合单位）应是列表。每项一行，以 `- ` 开头；只有一项也写成列表。",
    ),
    "empty item": (
        "data/tasks.yml",
        "    - fagai\n",
        "    -\n",
        "7:6: 列表里有空的一项。补上内容，或删去这个 `-`。",
    ),
    "empty text in a list": (
        "data/tasks.yml",
        "    - fagai\n",
        "    - ''\n",
        "7:7: `support`（配合单位）的值“”是空的。写上内容；没有内容就删去这一行。",
    ),
    "fraction for a count": (
        INDICATORS,
        "decimals: 4",
        "decimals: 4.5",
        "34:13: `decimals`（小数位数）的值“4.5”不是整数。写成整数（半角数字，不带小数点、逗号和单位）。",
    ),
    "words for a count": (
        INDICATORS,
        "decimals: 4",
        "decimals: 四",
        "34:13: `decimals`（小数位数）的值“四”不是整数。写成整数（半角数字，不带小数点、逗号和单位）。",
    ),
    "count too large": (
        INDICATORS,
        "decimals: 4",
        "decimals: 9",
        "34:13: `decimals`（小数位数）的值“9”太大。不能大于 6。",
    ),
    "inside a nested record": (
        INDICATORS,
        "value: -15\n",
        "value: 负15\n",
        f"17:12: `value`（目标值）的值“负15”{NUMBER}",
    ),
    "a long value is shortened": (
        REPORT,
        "invested: 3000",
        "invested: " + "三" * 50,
        f"22:15: `invested`（累计完成投资（万元））的值“{'三' * 29}…”{NUMBER}",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_said_once_at_its_place(tmp_path, path, old, new, sentence):
    assert problems_of(tmp_path, spoilt(path, old, new)) == [f"{path}:{sentence}"]


def test_every_fault_of_a_record_is_reported_at_once(tmp_path):
    report = (
        DONGSHENG.replace("开工在建", "在建").replace("invested: 3000", "invested: 三千").replace("2021-09-01", "去年")
    )

    assert problems_of(tmp_path, {REPORT: report}) == [
        f"{REPORT}:21:12: `stage`（阶段）的值“在建”不在可选的词里。是否想写 “开工在建”；{STAGES}",
        f"{REPORT}:22:15: `invested`（累计完成投资（万元））的值“三千”{NUMBER}",
        f"{REPORT}:24:14: `started`（实际开工日期）的值“去年”不是日期。应写成如 2023-06-30。",
    ]


def test_a_bad_reading_leaves_the_other_readings_of_its_indicator(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path, spoilt(INDICATORS, "value: 9", "value: 九")))

    assert [reading.period for reading in evaluation.indicator("I01").readings] == ["2022"]


def test_a_bad_part_of_an_indicator_takes_the_indicator_and_no_other(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path, spoilt(INDICATORS, "value: -15", "value: 负")))

    assert [indicator.id for indicator in evaluation.indicators] == ["I03", "I09", "I11", "I12", "I13"]
    assert evaluation.refused == ("I01",)


def test_a_report_keeps_what_can_be_read_of_it(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, spoilt(REPORT, "2023-06-26", "六月")))

    assert evaluation.report("dongsheng").submitted is None
    assert [task.task for task in evaluation.report("dongsheng").tasks] == ["T1-1"]
    assert [(problem.unit, problem.fatal) for problem in problems] == [("dongsheng", True)]
    assert evaluation.faulty("dongsheng") == problems


def test_a_record_knows_the_places_of_its_values_and_of_the_items_of_its_lists(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path))
    task, project = evaluation.task("T1-1"), evaluation.project("P02")

    assert str(task.place) == "data/tasks.yml:1:3"
    assert str(task.place.of("lead")) == "data/tasks.yml:5:9"
    assert str(project.place.of("location[1]")) == "data/projects.yml:24:7"
    assert str(task.place.of("aliases")) == "data/tasks.yml:1:3"
    assert str(evaluation.plan.period.place.of("last_year")) == "data/plan.yml:9:14"


def test_scalars_reach_the_model_as_they_were_typed(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path, spoilt("data/tasks.yml", "basis: 规划", "basis: 0150602")))

    assert evaluation.task("T1-1").basis == "0150602"
    assert evaluation.unit("dongsheng").code == "150602"
    assert str(evaluation.project("P02").investment) == "1000.50"


def records(model: type[Record]) -> set[type[Record]]:
    return {model} | {found for part in model.__subclasses__() for found in records(part)}


def test_every_pattern_of_the_model_has_its_words():
    patterns = {field.pattern for model in records(Record) for field in fields_of(model).values()}

    assert patterns - {None} == PATTERNS.keys()


def test_every_field_of_the_model_has_a_chinese_title():
    without = [
        f"{model.__name__}.{name}"
        for model in records(Record)
        for name, field in fields_of(model).items()
        if not field.title
    ]

    assert without == [f"Chapter.{name}" for name in ("path", "title", "body", "first_line", "unit", "section", "verbatim")]
