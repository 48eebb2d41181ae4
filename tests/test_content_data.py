"""The demonstration events add up to the demonstration figures; read with the csv module alone, so that no code of ours can hide a slip."""

import csv
from collections import Counter
from pathlib import Path

EVENTS = Path(__file__).resolve().parents[1] / "data" / "events"

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
