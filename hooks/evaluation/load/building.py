"""A tree of YAML becomes a record of the model: every fault at the place of its value, good neighbours kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

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
from evaluation.model import Record
from evaluation.problems import Place

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


def fields_of(model: type[Record]) -> dict[str, Any]:
    """The fields that an author may write."""
    return {name: field for name, field in model.model_fields.items() if name != "place"}


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
        known = _shapes(self.model)
        for key, value in self.node.entries:
            if key.text not in known:
                self.misspelt.update(report_unknown_key(key, self.model, self.faults))
                self.unknown = True
            elif isinstance(value, Scalar) and not value.written:
                self.blank[key.text] = value
            else:
                self.nodes[key.text] = value
                self._read_field(key.text, value, *known[key.text])

    def _read_field(self, name: str, node: Node, many: bool, record: type[Record] | None) -> None:
        value = self._list(name, node, record) if many else self._one(name, node, record)
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
        try:
            return self.model.model_validate({**self.values, "place": self._place()})
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                name = str(fault["loc"][0])
                if not quiet and self._is_news(name):
                    node = self.nodes.get(name) or self.blank.get(name)
                    report_value(fault, node, self.node, self.model, self.faults)
                self.failed.add(name)
            return None

    def _is_news(self, name: str) -> bool:
        """Not a mere consequence of a fault already noted."""
        return name in self.values or (name not in self.failed and name not in self.misspelt)

    def _place(self) -> Place:
        places = []
        for name, node in self.nodes.items():
            places.append((name, node.line, node.column))
            if isinstance(node, Sequence):
                places += [(f"{name}[{number}]", item.line, item.column) for number, item in enumerate(node.items)]
        return Place(self.faults.path, self.node.line, self.node.column, tuple(places))


@cache
def _shapes(model: type[Record]) -> dict[str, tuple[bool, type[Record] | None]]:
    """Of each field that an author may write, its shape."""
    return {name: _shape(field.annotation) for name, field in fields_of(model).items()}


def _shape(annotation: Any) -> tuple[bool, type[Record] | None]:
    """(is it a list, the record type of the value or of its items)."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _shape(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return _shape(next(part for part in get_args(annotation) if part is not type(None)))
    if origin is tuple:
        return True, _shape(get_args(annotation)[0])[1]
    return False, annotation if isinstance(annotation, type) and issubclass(annotation, Record) else None
