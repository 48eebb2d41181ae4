"""The Excel form as a table: a sheet a list of the report, a column a field, titled as in the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum

from evaluation.model import IssuedDocument, Period, Record, Report, Revision, Shape, fields_of, shapes_of


class How(Enum):
    """How a cell is read and written."""

    TEXT = "文字"
    NUMBER = "数字，不写单位"
    DAY = "日期，如 2023-06-30"
    PERIOD = "年份或月份，如 2022、2023-06"
    TRUTH = "是或否"
    CHOICE = "从下拉列表选"
    DOCUMENT = "如 《名称》（文号，2023-05-30）"
    DOCUMENTS = "一行一份，如 《名称》（文号，2023-05-30）"
    LINES = "一行一条"
    NAMES = "编号，用顿号隔开"


@dataclass(frozen=True)
class Column:
    key: str
    title: str
    how: How
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Sheet:
    key: str
    """The field of Report."""
    title: str
    columns: tuple[Column, ...]

    def column(self, title: str) -> Column | None:
        return next((column for column in self.columns if column.title == title), None)


NAMED = {"indicator": "indicators", "task": "tasks", "project": "projects"}
"""Column → the register its entries come from; a cell shows `编号 名称`."""


def _sheets() -> tuple[Sheet, ...]:
    """Every field of Report that is a list of records."""
    shapes = shapes_of(Report)
    return tuple(
        Sheet(key, field.title, tuple(_columns(shapes[key].kind)))
        for key, field in fields_of(Report).items()
        if _records(shapes[key])
    )


def _columns(record: type[Record]) -> Iterator[Column]:
    """What a row is about stands first."""
    shapes = shapes_of(record)
    for key, field in sorted(fields_of(record).items(), key=lambda item: item[0] not in NAMED):
        if shapes[key].kind is not Revision:
            yield Column(key, field.title, *_how(key, shapes[key]), required=field.required)


def _records(shape: Shape) -> bool:
    return shape.many and issubclass(shape.kind, Record)


def _how(key: str, shape: Shape) -> tuple[How, tuple[str, ...]]:
    if shape.many:
        if shape.kind is IssuedDocument:
            return How.DOCUMENTS, ()
        return (How.NAMES if key == "about" else How.LINES), ()
    if issubclass(shape.kind, StrEnum):
        return How.CHOICE, tuple(shape.kind)
    table = {IssuedDocument: How.DOCUMENT, Period: How.PERIOD, bool: How.TRUTH, Decimal: How.NUMBER, date: How.DAY}
    return table.get(shape.kind, How.TEXT), ()


SHEETS = _sheets()
REVISIONS = Sheet(
    "revisions",
    "修订记录",
    (
        Column("indicator", "指标编号", How.TEXT, required=True),
        Column("period", "时期", How.PERIOD, required=True),
        *_columns(Revision),
    ),
)
"""Nested in a reading in the model; a sheet of its own on paper."""
