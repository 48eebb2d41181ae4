"""The Excel form as a table: a sheet a list of the report, a column a field, titled as in the model."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from evaluation.model import IssuedDocument, Period, Record, Report, Revision


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
    found = []
    for key, field in Report.model_fields.items():
        record = _record_in(field.annotation)
        if record is not None:
            found.append(Sheet(key, field.title, tuple(_columns(record))))
    return tuple(found)


def _columns(record: type[Record]) -> Iterator[Column]:
    """What a row is about stands first."""
    for key, field in sorted(record.model_fields.items(), key=lambda item: item[0] not in NAMED):
        if key != "place" and _record_in(field.annotation) is not Revision:
            yield Column(key, field.title, *_how(key, field.annotation), required=field.is_required())


def _record_in(annotation: Any) -> type[Record] | None:
    """R of tuple[R, ...] where R is a record."""
    inner = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    return inner if isinstance(inner, type) and issubclass(inner, Record) else None


def _how(key: str, annotation: Any) -> tuple[How, tuple[str, ...]]:
    if get_origin(annotation) is tuple:
        if get_args(annotation)[0] is IssuedDocument:
            return How.DOCUMENTS, ()
        return (How.NAMES if key == "about" else How.LINES), ()
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return How.CHOICE, tuple(bare)
    table = {IssuedDocument: How.DOCUMENT, Period: How.PERIOD, bool: How.TRUTH, Decimal: How.NUMBER, date: How.DAY}
    return table.get(bare, How.TEXT), ()


def _bare(annotation: Any) -> Any:
    """The type itself, without Optional and Annotated around it."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return _bare(next(one for one in get_args(annotation) if one is not type(None)))
    return _bare(get_args(annotation)[0]) if origin is Annotated else annotation


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
