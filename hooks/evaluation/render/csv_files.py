"""The tables as CSV files beside the site, one a table, for the whole city."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from evaluation.render.kept import Kept
from evaluation.render.tables import TABLES
from evaluation.render.tables.matrices import unit_task_table
from evaluation.render.tables.table import Table
from evaluation.render.view import View

FOLDER = "data/"
BY_INDICATOR = "分旗区指标"


@dataclass(frozen=True)
class CsvFile:
    path: str
    """In the site."""
    title: str
    rows: int
    content: bytes = field(repr=False)


def csv_files(view: View, kept: Kept | None = None) -> tuple[CsvFile, ...]:
    """Of the tables that have rows; 分旗区指标 once an indicator, the tasks of the units once an area."""
    city = view.of(None)
    kept = kept or Kept(city)
    made = kept.each("csv", ((subject, partial(_file, subject, make)) for subject, make in _tables(city)))
    return tuple(filter(None, made))


def _tables(city: View) -> Iterator[tuple[tuple[str, str | None], Callable[[], Table | None]]]:
    for name in TABLES:
        arguments = [indicator.id for indicator in city.evaluation.indicators] if name == BY_INDICATOR else [None]
        for argument in arguments:
            yield (name, argument), partial(TABLES[name], city, argument)
    for area in city.evaluation.plan.areas:
        yield ("单位任务对照", area.id), partial(unit_task_table, city, area.id)


def _file(subject: tuple[str, str | None], make: Callable[[], Table | None]) -> CsvFile | None:
    table = make()
    if table is None:
        return None
    stem = f"{table.id}-{subject[1].lower()}" if subject[0] == BY_INDICATOR else table.id
    return CsvFile(f"{FOLDER}{stem}.csv", table.title, len(table.rows), table.csv)
