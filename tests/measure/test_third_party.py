"""The third party's word beside the self-assessment's, of the very thing and unit that was rated."""

from __future__ import annotations

import pytest
from evaluation.measure import measure
from evaluation.measure.third_party import comparisons
from evaluation.model import Evaluation

from tests.checked import ProjectReport, Report, ThirdParty
from tests.measure.builders import UP, department, evaluation, indicator, project, task, task_report, unit_readings


def whole(*ratings: dict) -> Evaluation:
    lead = Report(
        unit="yingji",
        readings=unit_readings({("I01", "2020"): 10, ("I01", "2022"): 12}),
        tasks=(task_report("T1-1", "按序时推进"),),
        projects=(ProjectReport(project="P01", stage="开工在建"),),
        safeguards=({"safeguard": "组织领导", "state": "推进缓慢", "work": "成立专班"},),
    )
    other = Report(
        unit="gongan",
        tasks=(task_report("T1-1", "推进缓慢"),),
        projects=(ProjectReport(project="P01", stage="主体完工"),),
    )
    one = indicator("level", 20, {"2022": 14}, 10, UP)
    third = ThirdParty(
        assessor="机构",
        date="2023-08-10",
        ratings=tuple({"finding": "核查", "rating": "暂不评价", **rating} for rating in ratings),
    )
    built = evaluation(
        one,
        units=(department(), department("gongan", "市公安局")),
        tasks=(task("T1-1"), task("T1-2")),
        projects=(project("P01"), project("P02")),
        reports=(lead, other),
    )
    return built.replaced(third_party=third)


def own_of(**rating: str) -> str | None:
    built = whole(rating)
    (found,) = comparisons(built, measure(built))
    return found.own


@pytest.mark.parametrize(
    "about, unit, own",
    [
        ("I01", None, "基本符合预期"),
        ("I01", "yingji", "明显滞后"),
        ("I01", "gongan", None),
        ("T1-1", None, "按序时推进"),
        ("T1-1", "gongan", "推进缓慢"),
        ("T1-1", "qixiang", None),
        ("T1-2", None, None),
        ("P01", None, "开工在建"),
        ("P01", "gongan", "主体完工"),
        ("P01", "qixiang", None),
        ("P02", None, None),
        ("组织领导", "yingji", "推进缓慢"),
        ("组织领导", "gongan", None),
        ("资金投入", "yingji", None),
        ("组织领导", None, None),
        ("X99", None, None),
    ],
)
def test_the_word_beside_a_rating_is_that_of_the_thing_and_unit_rated(about, unit, own):
    assert own_of(about=about, **({"unit": unit} if unit else {})) == own


def test_only_a_difference_without_a_note_is_owed():
    note = {"text": "维持自评", "by": "市应急管理局", "date": "2023-08-20"}
    built = whole(
        {"about": "T1-1", "rating": "按序时推进"},
        {"about": "P01", "rating": "已完工"},
        {"about": "I01", "rating": "快于预期", "reconciliation": note},
        {"about": "T1-2", "rating": "已完成"},
    )

    found = comparisons(built, measure(built))

    assert [(one.about, one.rating, one.differs, one.owes) for one in found] == [
        ("T1-1", "按序时推进", False, False),
        ("P01", "已完工", True, True),
        ("I01", "快于预期", True, False),
        ("T1-2", "已完成", False, False),
    ]
    assert [one.finding for one in found] == ["核查"] * 4
    assert [one.place for one in found] == [one.place for one in built.third_party.ratings]
    assert found[2].reconciliation.by == "市应急管理局"


def test_without_a_third_party_nothing_is_compared():
    built = evaluation(indicator("level", 20, {"2022": 14}, 10))

    assert comparisons(built, measure(built)) == ()
