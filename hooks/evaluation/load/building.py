"""A tree of YAML becomes a record of the model: every fault at the place of its value, good neighbours kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from evaluation.load.faults import Faults
from evaluation.load.records import Mapping, Node, Scalar, Sequence, Unusable
from evaluation.load.sentences import (
    report_empty_item,
    report_not_a_list,
    report_not_a_record,
    report_not_a_value,
    report_unknown_key,
    report_value,
)
from evaluation.load.values import record_of
from evaluation.model import Record, Shape, shapes_of
from evaluation.problems import Place, places

R = TypeVar("R", bound=Record)


def build(
    model: type[R], node: Node, faults: Faults, defaults: dict[str, str] | None = None, salvage: bool = False
) -> R | None:
    """The record that a node describes, or None with the reasons among the faults.

    `defaults` are used for keys that are not written. A record that others hang on (`salvage`: the plan, a unit, a
    unit's report) stays with whatever of it can be read; any other is refused whole, since a figure without its
    kind or its state would say something else. A bad record in a list is left out, its neighbours stay.
    """
    if isinstance(node, Unusable):
        return None
    if not isinstance(node, Mapping):
        report_not_a_record(node, faults)
        return None
    draft = _Draft(model, node, faults)
    draft.read()
    for key, value in (defaults or {}).items():
        if key not in draft.nodes:
            draft.values[key] = value
    return draft.record(salvage)


@dataclass
class _Draft:
    """One record on its way: what was written, what of it is usable, what failed."""

    model: type[Record]
    node: Mapping
    faults: Faults
    nodes: dict[str, Node] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    blank: dict[str, Node] = field(default_factory=dict)
    """Keys without a value: as good as not written, yet the place to point at when one is owed."""
    misspelt: set[str] = field(default_factory=set)
    """What unknown keys were probably meant to be."""
    unknown: bool = False

    def read(self) -> None:
        known = shapes_of(self.model)
        for key, value in self.node.entries:
            if key.text not in known:
                self.misspelt.update(report_unknown_key(key, self.model, self.faults))
                self.unknown = True
            elif isinstance(value, Scalar) and not value.written:
                self.blank[key.text] = value
            else:
                self.nodes[key.text] = value
                self._read_field(key.text, value, known[key.text])

    def _read_field(self, name: str, node: Node, shape: Shape) -> None:
        record = shape.kind if issubclass(shape.kind, Record) else None
        value = self._list(name, node, record) if shape.many else self._one(name, node, record)
        if value is None:
            self.failed.add(name)
        else:
            self.values[name] = value

    def _one(self, name: str, node: Node, record: type[Record] | None) -> Any:
        if record is not None:
            return build(record, node, self.faults)
        if isinstance(node, Scalar):
            return node.text
        if not isinstance(node, Unusable):
            report_not_a_value(name, node, self.model, self.faults)
        return None

    def _list(self, name: str, node: Node, record: type[Record] | None) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            if not isinstance(node, Unusable):
                report_not_a_list(name, node, self.model, self.faults)
            return None
        if record is not None:
            built = [build(record, item, self.faults) for item in node.items]
            return tuple(item for item in built if item is not None)
        texts = [self._one(name, item, None) for item in node.items if self._written(item)]
        return None if None in texts or len(texts) < len(node.items) else tuple(texts)

    def _written(self, item: Node) -> bool:
        if isinstance(item, Scalar) and not item.written:
            report_empty_item(item, self.faults)
            return False
        return True

    def record(self, salvage: bool) -> Record | None:
        if (self.unknown or self.failed) and not salvage:
            self._validated()
            return None
        record = self._validated()
        if record is None and salvage:
            for name in self.failed:
                self.values.pop(name, None)
            record = self._validated(quiet=True)
        return record

    def _validated(self, quiet: bool = False) -> Record | None:
        """The record; else the faults of its fields are noted (unless they were already) and remembered as failed."""
        found = record_of(self.model, self.values, self._place())
        if isinstance(found, Record):
            return found
        for refusal in found:
            name = refusal.name
            if not quiet and self._is_news(name):
                report_value(refusal, self.nodes.get(name) or self.blank.get(name), self.node, self.model, self.faults)
            self.failed.add(name)
        return None

    def _is_news(self, name: str) -> bool:
        """Not a mere consequence of a fault already noted."""
        return name in self.values or (name not in self.failed and name not in self.misspelt)

    def _place(self) -> Place:
        keys = []
        for name, node in self.nodes.items():
            keys.append((name, node.line, node.column))
            if isinstance(node, Sequence):
                keys += [(f"{name}[{number}]", item.line, item.column) for number, item in enumerate(node.items)]
        return Place(self.faults.path, self.node.line, self.node.column, places(keys))
