"""CSV files: one for each table of the city, by stable ASCII names."""

from __future__ import annotations

import re

from evaluation.render.csv_files import csv_files

from tests.render import small


def files_of(view) -> dict[str, bytes]:
    return {file.path: file.content for file in csv_files(view)}


def test_every_table_with_rows_has_its_file(view):
    assert {path.removeprefix("data/").removesuffix(".csv") for path in files_of(view)} == {
        "accidents-by-month",
        "accidents-by-place",
        "accidents-by-sector",
        "accidents-by-type",
        "adjustments",
        "capacity",
        "disasters-by-kind",
        "disasters-by-place",
        "indicator-by-banner-i01",
        "indicator-by-banner-i07",
        "indicator-data",
        "indicators",
        "investment",
        "opinions",
        "overrides",
        "places",
        "practices",
        "problems",
        "project-progress",
        "projects",
        "projects-by-funding",
        "projects-by-unit",
        "projects-not-started",
        "projects-under-way",
        "provisional",
        "revisions",
        "safeguards",
        "submissions",
        "suggestions",
        "sums",
        "task-list",
        "task-progress",
        "task-progress-by-unit",
        "tasks",
        "third-party",
        "units",
        "unit-by-indicator",
        "unit-by-task-t1",
        "unit-by-task-t2",
    }


def test_names_are_plain_and_contents_the_same_each_time(view):
    again = files_of(small.view_of(small.evaluation()))

    assert again == files_of(view)
    assert all(re.fullmatch(r"data/[a-z0-9-]+\.csv", path) for path in again)


def test_no_cell_would_run_in_a_spreadsheet():
    problems = [{"title": "=cmd|' /C calc'!A0", "text": "@SUM(1)", "about": []}]
    files = files_of(small.view_of(small.evaluation(reports=[{"unit": "donghe", "problems": problems}])))

    assert "'=cmd|' /C calc'!A0,'@SUM(1)" in files["data/problems.csv"].decode("utf-8-sig")
