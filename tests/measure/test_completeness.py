"""What each unit handed in."""

from __future__ import annotations

from datetime import date

from evaluation.measure.assessment import Completeness
from evaluation.measure.completeness import completeness
from evaluation.model import Chapter, Duty
from evaluation.problems import Place, Problem

from tests.checked import Report
from tests.measure.builders import department, evaluation

DAY = date(2023, 6, 28)


def written(unit: str, *sections: str, body: str = "正文") -> tuple[Chapter, ...]:
    return tuple(Chapter(path=f"{unit}/{s}.md", body=body, unit=unit, section=s) for s in sections)


def rows(*sections: Chapter, reports=(), faults=(), duty=Duty.REPORTS) -> tuple[Completeness, ...]:
    return completeness(
        evaluation(units=(department("yingji", duty=duty),), sections=sections, reports=reports, faults=faults)
    )


def test_a_whole_report_with_data_is_handed_in():
    sections = written("yingji", "suggestions", "tasks", "indicators")

    (row,) = rows(*sections, reports=(Report(unit="yingji", submitted=DAY),))

    assert row == Completeness("yingji", DAY, ("indicators", "tasks", "suggestions"), (), False)
    assert row.state == "已报送"


def test_a_missing_section_is_named_in_framework_order():
    (row,) = rows(*written("yingji", "tasks"), reports=(Report(unit="yingji", submitted=DAY),))

    assert (row.present, row.missing, row.state) == (("tasks",), ("indicators", "suggestions"), "部分报送")


def test_text_without_data_is_a_part():
    (row,) = rows(*written("yingji", "indicators", "tasks", "suggestions"))

    assert (row.submitted, row.missing, row.state) == (None, (), "部分报送")


def test_a_blank_file_is_no_section():
    (row,) = rows(*written("yingji", "tasks", body=" \n"))

    assert (row.present, row.state) == ((), "未报送")


def test_a_section_outside_the_framework_or_of_another_unit_does_not_count():
    (row,) = rows(*written("yingji", "poems"), *written("wushen", "tasks"))

    assert (row.present, row.missing) == ((), ("indicators", "tasks", "suggestions"))


def test_a_unit_whose_file_could_not_be_read_is_faulty():
    fault = Problem(Place("data/reports/yingji.yml"), "坏", "改", unit="yingji", fatal=True)

    assert [row.state for row in rows(faults=(fault,))] == ["数据有误"]


def test_a_supporting_unit_owes_nothing():
    assert rows(duty=Duty.SUPPORTS) == ()
