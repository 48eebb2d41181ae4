"""The tables as CSV files beside the site, one a table, for the whole city."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.render.tables import TABLES
from evaluation.render.tables.matrices import unit_task_tables
from evaluation.render.tables.table import Table
from evaluation.render.view import View

FOLDER = "data/"


def csv_files(view: View) -> dict[str, bytes]:
    """Path in the site → content."""
    return {f"{FOLDER}{stem}.csv": table.csv for stem, table in csv_tables(view)}


def csv_tables(view: View) -> Iterator[tuple[str, Table]]:
    """File stem and table, of those that have rows; 分旗区指标 once an indicator."""
    city = view.of(None)
    for name, make in TABLES.items():
        if name == "分旗区指标":
            yield from _by_banner(city)
        elif (table := make(city, None)) is not None:
            yield table.id, table
    for _, table in unit_task_tables(city):
        yield table.id, table


def _by_banner(city: View) -> Iterator[tuple[str, Table]]:
    for indicator in city.evaluation.indicators:
        table = TABLES["分旗区指标"](city, indicator.id)
        if table is not None:
            yield f"{table.id}-{indicator.id.lower()}", table
