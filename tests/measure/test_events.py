"""Accidents and disasters along the cuts of the work plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from evaluation.measure.events import (
    ACCIDENT_CUTS,
    DISASTER_CUTS,
    LEVELS,
    MONTHS,
    AccidentCount,
    DisasterCount,
    accident_count,
    accidents_across,
    accidents_by,
    accidents_of,
    disaster_count,
    disasters_across,
    disasters_by,
    disasters_of,
)
from evaluation.model import Evaluation

from tests.checked import Accident, Disaster
from tests.measure.builders import BANNERS, banners, evaluation

NONE = AccidentCount(0, 0, 0, Decimal(0))
CALM = DisasterCount(0, 0, 0, 0, Decimal(0), Decimal(0), None)


def accident(number: int, day: str, unit: str, sector: str, kind: str, level: str, deaths: int, loss=None) -> Accident:
    return Accident(
        id=f"A2021-{number:03}",
        date=day,
        unit=unit,
        sector=sector,
        type=kind,
        level=level,
        deaths=deaths,
        injured=2,
        loss=loss,
    )


def disaster(number: int, day: str, unit: str, kind: str, affected: int, hours=None) -> Disaster:
    return Disaster(
        id=f"D2021-{number:03}",
        date=day,
        unit=unit,
        kind=kind,
        affected=affected,
        deaths=1,
        relocated=10,
        crop_area="2.5",
        loss="30",
        relief_hours=hours,
    )


ACCIDENTS = (
    accident(1, "2021-01-06", "etuoke", "道路运输", "道路交通", "一般", 2, "256.5"),
    accident(2, "2021-12-31", "zhungeer", "煤矿", "顶板", "较大", 3),
    accident(3, "2023-01-01", "zhungeer", "煤矿", "顶板", "一般", 1, "100"),
    accident(4, "2023-02-01", "zhungeer", "无人机", "其他", "一般", 0, "1"),
)
DISASTERS = (
    disaster(1, "2021-07-01", "dalate", "风雹", 500, "10.5"),
    disaster(2, "2022-07-02", "dalate", "风雹", 300, "12"),
    disaster(3, "2022-08-02", "hangjin", "凌汛", 7),
)


def built() -> Evaluation:
    return evaluation(units=banners(), accidents=ACCIDENTS, disasters=DISASTERS)


def test_accidents_add_up_and_an_unknown_loss_is_no_zero():
    assert accident_count(ACCIDENTS) == AccidentCount(4, 6, 8, Decimal("357.5"))
    assert accident_count(ACCIDENTS[1:2]) == AccidentCount(1, 3, 2, None)
    assert accident_count(iter(())) == NONE


def test_disasters_add_up_and_the_slowest_relief_counts():
    assert disaster_count(iter(DISASTERS)) == DisasterCount(3, 807, 3, 30, Decimal("7.5"), Decimal(90), Decimal(12))
    assert disaster_count(DISASTERS[2:]).relief_hours is None
    assert disaster_count(()) == CALM


def test_events_are_narrowed_by_what_is_given():
    def numbers(events) -> list[str]:
        return [one.id[-1] for one in events]

    assert numbers(accidents_of(built())) == ["1", "2", "3", "4"]
    assert numbers(accidents_of(built(), 2021)) == ["1", "2"]
    assert numbers(accidents_of(built(), sector="煤矿")) == ["2", "3"]
    assert numbers(accidents_of(built(), unit="zhungeer")) == ["2", "3", "4"]
    assert numbers(accidents_of(built(), 2023, "煤矿", "zhungeer")) == ["3"]
    assert numbers(disasters_of(built())) == ["1", "2", "3"]
    assert numbers(disasters_of(built(), 2022)) == ["2", "3"]
    assert numbers(disasters_of(built(), kind="风雹")) == ["1", "2"]
    assert numbers(disasters_of(built(), unit="hangjin")) == ["3"]
    assert numbers(disasters_of(built(), 2022, "风雹", "dalate")) == ["2"]


def test_every_sector_is_written_out_also_one_without_accidents():
    found = accidents_by(built(), "sector")

    assert list(found) == [*built().plan.sectors, "无人机"]
    assert (found["煤矿"].deaths, found["道路运输"].accidents, found["铁路运输"]) == (4, 1, NONE)


def test_sectors_are_those_of_accident_bulletins():
    assert built().plan.sectors == (
        "煤矿",
        "非煤矿山",
        "危险化学品",
        "建筑施工",
        "工贸",
        "其他工矿商贸",
        "道路运输",
        "铁路运输",
        "农业机械",
        "渔业船舶",
        "水上运输",
        "航空运输",
        "其他",
    )


def test_types_levels_months_years_and_places_are_cuts_too():
    by = {cut: accidents_by(built(), cut) for cut in ACCIDENT_CUTS}

    assert list(by["type"]) == ["其他", "道路交通", "顶板"]
    assert (list(by["level"]), by["level"]["较大"].deaths, by["level"]["重大"]) == (list(LEVELS), 3, NONE)
    assert (list(by["month"]), by["month"]["1月"].accidents, by["month"]["12月"].deaths) == (list(MONTHS), 2, 3)
    assert {year: count.accidents for year, count in by["year"].items()} == {"2021": 2, "2022": 0, "2023": 2}
    assert list(by["unit"]) == [unit for unit, _, _ in BANNERS]
    assert (by["unit"]["zhungeer"].deaths, by["unit"]["wushen"]) == (4, NONE)


def test_disasters_are_cut_by_kind_month_year_and_place():
    by = {cut: disasters_by(built(), cut) for cut in DISASTER_CUTS}

    assert list(by["kind"]) == [*built().plan.disaster_kinds, "凌汛"]
    assert (by["kind"]["风雹"].affected, by["kind"]["地震"]) == (800, CALM)
    assert (by["month"]["7月"].disasters, by["month"]["8月"].affected) == (2, 7)
    assert {year: count.affected for year, count in by["year"].items()} == {"2021": 500, "2022": 307, "2023": 0}
    assert (by["unit"]["dalate"].loss, by["unit"]["wushen"]) == (60, CALM)


def test_chosen_events_only_are_cut():
    chosen = accidents_of(built(), 2021)

    assert {part: count.accidents for part, count in accidents_by(built(), "level", chosen).items()} == {
        "一般": 1,
        "较大": 1,
        "重大": 0,
        "特别重大": 0,
    }
    assert disasters_by(built(), "kind", ())["风雹"] == CALM


def test_two_cuts_make_a_table():
    table = accidents_across(built(), "sector", "year")
    chosen = accidents_across(built(), "unit", "level", accidents_of(built(), 2023))
    storms = disasters_across(built(), "kind", "year")
    some = disasters_across(built(), "unit", "month", disasters_of(built(), 2022))

    assert [table["煤矿"][year].deaths for year in ("2021", "2022", "2023")] == [3, 0, 1]
    assert (chosen["zhungeer"]["一般"].accidents, chosen["zhungeer"]["较大"].accidents) == (2, 0)
    assert [storms["风雹"][year].affected for year in ("2021", "2022", "2023")] == [500, 300, 0]
    assert (some["dalate"]["7月"].affected, some["hangjin"]["8月"].affected) == (300, 7)


def test_without_events_there_are_no_years_but_all_other_parts():
    empty = evaluation(units=banners())

    assert accidents_by(empty, "year") == {}
    assert accidents_by(empty, "type") == {}
    assert len(accidents_by(empty, "unit")) == 9
    assert disasters_by(empty, "kind")["风雹"] == CALM


def test_an_event_counts_in_the_year_and_month_of_its_day():
    assert accidents_by(built(), "month")["12月"].accidents == 1
    assert ACCIDENTS[1].date == date(2021, 12, 31)
