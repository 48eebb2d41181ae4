"""The plan and its registers: data/plan.yml, units.yml, indicators.yml, tasks.yml and projects.yml."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from evaluation.load.building import build
from evaluation.load.faults import Faults
from evaluation.load.order import natural
from evaluation.load.records import Mapping, Node, Scalar, Sequence, read_yaml
from evaluation.load.sentences import shortened
from evaluation.load.source import read_source
from evaluation.model import Indicator, Plan, Project, Provenance, Record, Task, Unit, fields_of
from evaluation.problems import Place, Problem, meant

R = TypeVar("R", bound=Record)
NO_UNITS = Problem(
    Place("data/units.yml"), "名册里没有单位", "按“怎样填数据”一页写上各单位，每个单位以 `- ` 开头", "missing_file", fatal=True
)


@dataclass(frozen=True)
class Register(Generic[R]):
    """The records of one file; `refused` are the ids of those that were written but could not be read."""

    records: tuple[R, ...]
    refused: tuple[str, ...]
    problems: tuple[Problem, ...]


def load_plan(root: Path) -> tuple[Plan | None, tuple[Problem, ...]]:
    faults = Faults("data/plan.yml")
    node = load_tree(root, faults)
    plan = build(Plan, node, faults, salvage=True) if node is not None else None
    return plan, faults.problems


def load_units(root: Path) -> Register[Unit]:
    """In the order of the file, which is the order of every list of units. Without any there is nobody to evaluate."""
    units = load_register(root, "units", Unit, salvage=True)
    return units if units.records or units.problems else replace(units, problems=(NO_UNITS,))


def load_indicators(root: Path) -> Register[Indicator]:
    return in_natural_order(load_register(root, "indicators", Indicator))


def load_tasks(root: Path) -> Register[Task]:
    return in_natural_order(load_register(root, "tasks", Task))


def load_projects(root: Path) -> Register[Project]:
    return in_natural_order(load_register(root, "projects", Project))


def load_register(root: Path, name: str, model: type[R], salvage: bool = False) -> Register[R]:
    """data/<name>.yml: a list of records.

    It may stand under `<name>:` beside a `provenance:`, which then holds for the records that do not say their own.
    """
    faults = Faults(f"data/{name}.yml")
    node = load_tree(root, faults)
    if node is None:
        return Register((), (), faults.problems)
    built = build_each(node, name, model, faults, salvage)
    records = tuple(record for _, record in built if record is not None)
    kept = {record.id for record in records}
    refused = tuple(
        text for item, record in built if record is None and (text := written_id(item)) not in kept | {None}
    )
    return Register(records, refused, faults.problems)


def build_each(
    node: Node, name: str, model: type[R], faults: Faults, salvage: bool = False
) -> list[tuple[Node, R | None]]:
    """Each item of the list under `name` with its record, None where it cannot be read."""
    items, defaults = _parts(node, name, faults, "provenance" in fields_of(model))
    return [(item, build(model, item, faults, defaults, salvage)) for item in items]


def load_tree(root: Path, faults: Faults) -> Node | None:
    """The tree of a YAML file; None, with a fault, when the file is missing, empty or unreadable."""
    source = read_source(root, faults.path, faults)
    if source is None:
        return None
    node = read_yaml(source, faults)
    if node is None and not len(faults):
        faults.add(1, 1, "文件是空的", "按“怎样填数据”一页写上内容", "missing_file")
    return node


def in_natural_order(register: Register[R]) -> Register[R]:
    """T1-2 before T1-10: where a record stands in its file says nothing."""
    return Register(tuple(sorted(register.records, key=lambda r: natural(r.id))), register.refused, register.problems)


def written_id(node: Node) -> str | None:
    if not isinstance(node, Mapping):
        return None
    return next((value.text for key, value in node.entries if key.text == "id" and isinstance(value, Scalar)), None)


def _parts(node: Node, name: str, faults: Faults, graded: bool = True) -> tuple[tuple[Node, ...], dict[str, str]]:
    """(the items, the defaults for each of them)"""
    if not isinstance(node, Mapping):
        return _items(name, node, faults), {}
    items: tuple[Node, ...] = ()
    defaults = {}
    for key, value in node.entries:
        if key.text == name:
            items = _items(name, value, faults)
        elif key.text == "provenance" and graded:
            defaults = _provenance(value, faults)
        else:
            what = f"没有名为 `{key.text}` 的键"
            faults.add(key.line, key.column, what, meant(key.text, (name, *(["provenance"] if graded else []))), "unknown_key")
    return items, defaults


def _items(name: str, node: Node, faults: Faults) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Mapping) or (isinstance(node, Scalar) and node.written):
        faults.add(node.line, node.column, "这里应是记录的列表", "每条记录以 `- ` 开头，后面各行缩进两个空格", "shape")
    return ()


def _provenance(node: Node, faults: Faults) -> dict[str, str]:
    words = [str(word) for word in Provenance]
    if isinstance(node, Scalar) and node.text in words:
        return {"provenance": node.text}
    if not isinstance(node, Scalar) or node.written:
        text = node.text if isinstance(node, Scalar) else ""
        what = f"`provenance`（数据性质）的值“{shortened(text)}”不在可选的词里"
        faults.add(node.line, node.column, what, "可写：" + "、".join(words), "wrong_value")
    return {}
