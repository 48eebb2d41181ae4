"""Accidents and disasters, a row an event: data/events/*.csv, read as strictly as the YAML files."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from evaluation.load.cells import Cell, Row, read_rows
from evaluation.load.faults import Faults
from evaluation.load.sentences import shortened, value_sentence
from evaluation.load.source import read_source
from evaluation.load.values import Refusal, record_of
from evaluation.model import Accident, Disaster, Record, fields_of
from evaluation.problems import Place, Problem, meant, places

E = TypeVar("E", bound=Record)
Columns = dict[int, str]

SIZE = 5_000_000
ACCIDENTS, DISASTERS = "data/events/accidents.csv", "data/events/disasters.csv"


def load_accidents(root: Path) -> tuple[tuple[Accident, ...], tuple[Problem, ...]]:
    return load_events(root, ACCIDENTS, Accident)


def load_disasters(root: Path) -> tuple[tuple[Disaster, ...], tuple[Problem, ...]]:
    return load_events(root, DISASTERS, Disaster)


def load_events(root: Path, path: str, model: type[E]) -> tuple[tuple[E, ...], tuple[Problem, ...]]:
    """The events by date; a plan that keeps no such file has none, and that is no fault."""
    faults = Faults(path)
    if not (root / path).exists() and not (root / path).is_symlink():
        return (), ()
    source = read_source(root, path, faults, SIZE)
    rows = read_rows(source.text, faults) if source else ()
    if source and not rows and not len(faults):
        faults.add(1, 1, "文件是空的", "第一行写列名；没有记录时只留列名，或删去文件", "missing_file")
    columns = _columns(rows[0], model, faults) if rows and rows[0] else None
    if columns is None:
        return (), faults.problems
    events = [
        event for row in rows[1:] if row and (event := _event(row, columns, len(rows[0]), model, faults)) is not None
    ]
    return tuple(sorted(events, key=lambda event: (event.date, event.id, event.place))), faults.problems


def _columns(header: Row, model: type[Record], faults: Faults) -> Columns | None:
    """Cell number → field; None when the header cannot be trusted."""
    known = {title: name for name, field in fields_of(model).items() for title in (name, field.title)}
    before = len(faults)
    columns: Columns = {}
    for number, cell in enumerate(header):
        name = known.get(cell.text)
        if name is None:
            _report_unknown_column(cell, header, known, faults)
        elif name in columns.values():
            faults.add(cell.line, cell.column, f"列“{cell.text}”重复", "只留一列", "duplicate_keys")
        else:
            columns[number] = name
    if len(faults) == before:
        _report_missing_columns(header, columns, model, faults)
    return columns if len(faults) == before else None


def _report_unknown_column(cell: Cell, header: Row, known: dict[str, str], faults: Faults) -> None:
    for mark, name in (("，", "全角逗号"), (";", "分号"), ("\t", "Tab"), ("；", "全角分号")):
        if len(header) == 1 and mark in cell.text:
            faults.add(
                cell.line, cell.column, f"各列之间是{name}，应为半角逗号", "另存为“CSV UTF-8（逗号分隔）”", "syntax"
            )
            return
    what = f"没有名为“{shortened(cell.text)}”的列" if cell.text else "有一列没有列名"
    faults.add(
        cell.line, cell.column, what, meant(cell.text, known) if cell.text else "补上列名，或删去这一列", "unknown_key"
    )


def _report_missing_columns(header: Row, columns: Columns, model: type[Record], faults: Faults) -> None:
    for name, field in fields_of(model).items():
        if field.required and name not in columns.values():
            what = f"缺少列“{field.title}”（{name}）"
            faults.add(header[0].line, header[0].column, what, "在表头补上这一列", "missing_key")


def _event(row: Row, columns: Columns, width: int, model: type[E], faults: Faults) -> E | None:
    if len(row) != width:
        what = f"这一行有 {len(row)} 格，表头有 {width} 格"
        faults.add(row[0].line, row[0].column, what, "补上或删去多余的逗号；格内有逗号时整格加双引号", "shape")
        return None
    cells = {name: row[number] for number, name in columns.items()}
    values = {name: cell.text for name, cell in cells.items() if cell.text}
    keys = places((name, cell.line, cell.column) for name, cell in cells.items() if cell.text)
    place = Place(faults.path, row[0].line, row[0].column, keys)
    found = record_of(model, values, place)
    if isinstance(found, model):
        return found
    for refusal in found:
        _report(refusal, cells[refusal.name], model, faults)
    return None


def _report(refusal: Refusal, cell: Cell, model: type[Record], faults: Faults) -> None:
    what, fix, rule = value_sentence(refusal, model)
    if rule == "missing_key":
        what, fix = f"“{fields_of(model)[refusal.name].title}”一格是空的", "补上内容"
    faults.add(cell.line, cell.column, what, fix, rule)
