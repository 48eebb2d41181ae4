"""The demonstration data are complete, and its events, read with the csv module alone, add up to its figures."""

import csv
import re
from collections import Counter
from pathlib import Path

from evaluation.check import check_evaluation
from evaluation.load import load_evaluation
from evaluation.model import Provenance

ROOT = Path(__file__).resolve().parents[1]
EVENTS = ROOT / "data" / "events"
EVALUATION, PROBLEMS = load_evaluation(ROOT)
TEXTS = [path for path in sorted((ROOT / "data").rglob("*.yml")) if "private" not in path.parts]

INDUSTRY = ("煤矿", "非煤矿山", "危险化学品", "建筑施工", "工贸", "其他工矿商贸")
SECTORS = (*INDUSTRY, "道路运输", "铁路运输", "农业机械", "渔业船舶", "水上运输", "航空运输", "其他")
DISASTERS = ("干旱", "风雹", "洪涝", "雪灾", "低温冷冻", "沙尘暴", "地质灾害", "森林草原火灾")
BANNERS = ("dongsheng", "kangbashi", "dalate", "zhungeer", "etuokeqian", "etuoke", "hangjin", "wushen", "yijinhuoluo")
DEATHS = {
    "2021": (7, 1, 7, 10, 3, 6, 4, 4, 7),
    "2022": (6, 1, 7, 10, 2, 6, 3, 4, 7),
    "2023": (3, 0, 3, 5, 1, 2, 2, 1, 3),
}


def rows(name: str) -> list[dict[str, str]]:
    with (EVENTS / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def total(records: list[dict[str, str]], column: str, year: str) -> float:
    return sum(float(row[column]) for row in records if row["日期"].startswith(year))


def test_both_files_open_in_a_spreadsheet_as_chinese():
    for name in ("accidents.csv", "disasters.csv"):
        assert (EVENTS / name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_accident_deaths_by_place_and_year_are_those_reported():
    deaths = Counter()
    for row in rows("accidents.csv"):
        deaths[row["日期"][:4], row["发生地（旗区编号）"]] += int(row["死亡人数"])

    assert {year: tuple(deaths[year, banner] for banner in BANNERS) for year in DEATHS} == DEATHS
    assert sum(deaths.values()) == 49 + 46 + 20


def test_industry_and_coal_deaths_are_the_numerators_of_their_indicators():
    def deaths(year: str, sectors: tuple[str, ...]) -> float:
        return total([row for row in rows("accidents.csv") if row["行业领域"] in sectors], "死亡人数", year)

    assert [deaths(year, INDUSTRY) for year in ("2021", "2022")] == [24, 23]
    assert [deaths(year, ("煤矿",)) for year in ("2021", "2022")] == [6, 5]


def test_an_accidents_level_follows_its_deaths_and_none_is_major():
    for row in rows("accidents.csv"):
        assert row["事故等级"] == ("较大" if int(row["死亡人数"]) >= 3 else "一般"), row["编号"]
        assert int(row["死亡人数"]) <= 3, row["编号"]


def test_disasters_add_up_to_the_reported_people_losses_and_deaths():
    disasters = rows("disasters.csv")

    assert [total(disasters, "受灾人次", year) for year in ("2021", "2022")] == [366450, 272900]
    assert [total(disasters, "直接经济损失（万元）", year) for year in ("2021", "2022")] == [198100, 202100]
    assert [total(disasters, "死亡失踪人数", year) for year in ("2021", "2022")] == [1, 2]


def test_events_use_only_known_places_sectors_and_kinds_within_the_cut_off():
    accidents, disasters = rows("accidents.csv"), rows("disasters.csv")

    assert {row["发生地（旗区编号）"] for row in accidents + disasters} <= set(BANNERS)
    assert {row["行业领域"] for row in accidents} <= set(SECTORS)
    assert {row["灾种"] for row in disasters} == set(DISASTERS)
    assert all("2021-01-01" <= row["日期"] <= "2023-06-30" for row in accidents + disasters)


def test_event_numbers_are_unique_and_in_order_of_date():
    for name in ("accidents.csv", "disasters.csv"):
        numbers = [(row["日期"], row["编号"]) for row in rows(name)]

        assert numbers == sorted(numbers)
        assert len({number for _, number in numbers}) == len(numbers)
        assert all(number[1:5] == date[:4] for date, number in numbers)


def test_mean_relief_time_of_a_year_is_the_reported_one():
    def mean(year: str) -> float:
        hours = [
            float(row["基本生活救助时间（小时）"])
            for row in rows("disasters.csv")
            if row["日期"].startswith(year) and row["基本生活救助时间（小时）"]
        ]
        return round(sum(hours) / len(hours), 1)

    assert [mean(year) for year in ("2021", "2022", "2023")] == [11.2, 10.6, 10.4]


def test_the_data_are_free_of_problems():
    assert [str(problem) for problem in (*PROBLEMS, *check_evaluation(EVALUATION))] == []


def test_the_register_is_complete():
    kinds = Counter(unit.kind.value for unit in EVALUATION.units)
    reporting = Counter(unit.folder for unit in EVALUATION.reporting_units)

    assert kinds == {"旗区": 9, "园区": 2, "市直部门": 35, "垂直管理部门": 3, "军警单位": 3, "企业": 4}
    assert reporting == {"banners": 9, "parks": 2, "departments": 10}
    assert tuple(unit.id for unit in EVALUATION.banners) == BANNERS
    assert sum(unit.population.value for unit in EVALUATION.banners) == 2153638


def test_indicators_tasks_and_projects_are_all_there():
    groups = Counter(indicator.group.value for indicator in EVALUATION.indicators)
    areas = [task.area for task in EVALUATION.tasks]
    levels = Counter(project.level.value for project in EVALUATION.projects)

    assert groups == {"安全生产": 5, "自然灾害防治": 3, "应急能力": 3}
    assert [areas.count(f"T{number}") for number in range(1, 9)] == [5, 5, 9, 6, 5, 5, 4, 4]
    assert levels == {"市规划": 42, "自治区规划": 2}
    assert len({project.group for project in EVALUATION.projects}) == 5


def test_every_task_and_project_is_reported_by_the_unit_that_leads_it():
    reported = {(report.unit, entry.task) for report in EVALUATION.reports for entry in report.tasks}
    reported |= {(report.unit, entry.project) for report in EVALUATION.reports for entry in report.projects}

    led = {(item.lead, item.id) for item in (*EVALUATION.tasks, *EVALUATION.projects)}
    assert led - reported == set()


def test_a_department_reports_all_tasks_that_it_leads_or_supports_and_no_other():
    owed = {(unit, task.id) for task in EVALUATION.tasks for unit in (task.lead, *task.support)}
    reported = {(report.unit, entry.task) for report in EVALUATION.reports for entry in report.tasks}

    for unit in EVALUATION.reporting_units:
        if unit.folder == "departments" and EVALUATION.report(unit.id).submitted:
            assert {pair for pair in owed if pair[0] == unit.id} == {pair for pair in reported if pair[0] == unit.id}


def test_the_projects_stand_in_every_stage_a_reviewer_has_to_read():
    stages = Counter(entry.stage.value for report in EVALUATION.reports for entry in report.projects)

    assert stages == {"已完工": 5, "主体完工": 3, "开工在建": 22, "即将开工": 6, "前期论证": 6, "暂缓": 1, "调整": 1}


def test_exactly_one_unit_is_left_incomplete():
    assert [report.unit for report in EVALUATION.reports if report.submitted is None] == ["gongxin"]


def test_every_submitted_report_names_problems_suggestions_and_practice():
    for report in EVALUATION.reports:
        if report.submitted:
            findings = len(report.problems), len(report.suggestions), len(report.practices)
            assert all(have >= owed for have, owed in zip(findings, (3, 3, 1), strict=True)), report.unit


def test_no_two_units_hand_in_the_same_sentence():
    texts = Counter(
        text for report in EVALUATION.reports for entry in report.tasks for text in (entry.work, entry.results)
    )

    assert [text for text, times in texts.items() if times > 1] == []


def test_reconstructed_data_are_labelled_in_record_and_at_the_head_of_the_file():
    records = (*EVALUATION.indicators, *EVALUATION.tasks, *EVALUATION.projects, *EVALUATION.reports)

    assert {record.provenance for record in records} == {Provenance.DEMONSTRATION}
    for path in TEXTS:
        head = path.read_text(encoding="utf-8").splitlines()[:5]
        assert head[0].startswith("# yaml-language-server: $schema=../"), path.name
        assert any("示例数据" in line for line in head[1:]), path.name


def test_no_telephone_number_is_in_the_data():
    numbers = re.compile(r"(?<![\d.])(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")

    assert [path.name for path in TEXTS if numbers.search(path.read_text(encoding="utf-8"))] == []


def test_texts_hold_nothing_that_two_renderers_would_read_differently():
    traps = re.compile(r"[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]|[~|<>`*]|[０-９]|\u3000")
    bodies = {path.name: "\n".join(path.read_text(encoding="utf-8").splitlines()[1:]) for path in TEXTS}

    assert {name: traps.findall(body) for name, body in bodies.items() if traps.search(body)} == {}
