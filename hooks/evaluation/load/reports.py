"""What each unit reported: data/reports/<unit>.yml, a file a unit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from evaluation.cache import Cache
from evaluation.load.building import build
from evaluation.load.faults import Faults
from evaluation.load.kept import Kept
from evaluation.load.order import natural
from evaluation.load.plan import load_tree
from evaluation.load.records import Mapping, Node, Scalar
from evaluation.load.tree import entries
from evaluation.model import Report
from evaluation.problems import Place, Problem, meant

FOLDER = "data/reports"

Reports = tuple[tuple[Report, ...], tuple[Problem, ...]]


def load_reports(root: Path, units: tuple[str, ...], refused: tuple[str, ...] = (), kept: Kept | None = None) -> Reports:
    """The reports in registry order; a file belongs to the unit whose id is its name.

    Files of `refused` units (written in the register, but unreadable there) are passed over: their fault is already
    reported.
    """
    kept = kept or Kept(root)
    reports, problems = {}, []
    for name in _names(root):
        unit = name.removesuffix(".yml")
        if name.endswith(".yml") and unit in units:
            reports[unit], found = kept.load(f"{FOLDER}/{name}", partial(report_and_faults, root, unit))
            problems += found
        elif unit not in refused:
            problems.append(_stray(name, units))
    # An id that two units have (a problem of its own) must not make the report appear twice.
    return tuple(reports[unit] for unit in dict.fromkeys(units) if reports.get(unit) is not None), tuple(problems)


def load_from_the_last(root: Path, cache: Cache) -> None:
    """For who helps another, which loads them from the first: what is kept here is found there, until the two meet."""
    kept = Kept(root, cache)
    for name in reversed([*_names(root)]):
        unit = owner(name)
        if unit and not kept.ahead(f"{FOLDER}/{name}", partial(report_and_faults, root, unit)):
            return


def _names(root: Path) -> Iterator[str]:
    return (entry.name for path, entry in entries(root, FOLDER) if path.count("/") == FOLDER.count("/") + 1)


def report_and_faults(root: Path, unit: str) -> tuple[Report | None, tuple[Problem, ...]]:
    """What the unit's own file says, and what is wrong with it."""
    faults = Faults(f"{FOLDER}/{unit}.yml", unit)
    return load_report(root, unit, faults), faults.problems


def load_report(root: Path, unit: str, faults: Faults) -> Report | None:
    node = load_tree(root, faults)
    if node is None:
        return None
    _check_unit(node, unit, faults)
    report = build(Report, node, faults, {"unit": unit}, salvage=True)
    return None if report is None else _in_order(report.replaced(unit=unit))


def _check_unit(node: Node, unit: str, faults: Faults) -> None:
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if key.text == "unit" and isinstance(value, Scalar) and value.written and value.text != unit:
            what = f"`unit`（单位编号）写的是“{value.text}”，文件名却是“{unit}”"
            faults.add(value.line, value.column, what, f"写成 `unit: {unit}`，或改正文件名", "wrong_value")


def _in_order(report: Report) -> Report:
    """Figures, tasks and projects have an order of their own; problems and suggestions keep the author's."""
    return report.replaced(
        readings=tuple(sorted(report.readings, key=lambda r: (natural(r.indicator), r.period, r.place))),
        tasks=tuple(sorted(report.tasks, key=lambda r: (natural(r.task), r.place))),
        projects=tuple(sorted(report.projects, key=lambda r: (natural(r.project), r.place))),
    )


def owner(path: str) -> str | None:
    """The unit whose file it is."""
    return path.rpartition("/")[2].removesuffix(".yml") if path.endswith(".yml") else None


def _stray(name: str, units: tuple[str, ...]) -> Problem:
    if not name.endswith(".yml"):
        fix = "文件名写成 `单位编号.yml`，其他文件移到别处"
        return Problem(Place(f"{FOLDER}/{name}"), "不是单位填报文件", fix, "file_names")
    unit = name.removesuffix(".yml")
    fix = f"{meant(unit, units)}；新单位先登记到 data/units.yml"
    return Problem(Place(f"{FOLDER}/{name}"), f"没有编号为“{unit}”的单位", fix, "file_names")
