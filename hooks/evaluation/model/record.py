"""What a record is: a frozen class of declared fields, each said once for validation, editors and readers alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass
from functools import cache
from itertools import repeat
from types import MappingProxyType, UnionType
from typing import Any, Self, Union, dataclass_transform, get_args, get_origin, get_type_hints

from evaluation.problems import Place

OWED = object()
"""The default of a field that has none."""


@dataclass(frozen=True)
class Declared:
    """What is said of a field besides its type."""

    title: str | None = None
    description: str | None = None
    default: Any = OWED
    pattern: str | None = None
    ge: int | None = None
    le: int | None = None

    @property
    def required(self) -> bool:
        return self.default is OWED


def Field(**said: Any) -> Any:
    """`name: Text = Field(title="名称")`. Any, so that an editor takes it for a value of the field's type."""
    return Declared(**said)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class _Slotted(type):
    """Makes slots of the fields that a class body declares: thousands of records are kept, and none has a dictionary."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        own = {key: _declared(body.pop(key, OWED)) for key in body.get("__annotations__", ())}
        made = super().__new__(cls, name, bases, {**body, "__slots__": (*own, *body.get("__slots__", ()))})
        made._fields = {**getattr(bases[0], "_fields", {}), **own} if bases else own
        made._defaults = {key: field.default for key, field in made._fields.items() if not field.required}
        made._setters = tuple(getattr(made, key).__set__ for key in made._fields)
        return made


def _declared(said: Any) -> Declared:
    return said if isinstance(said, Declared) else Declared(default=said)


class Frozen(metaclass=_Slotted):
    """Fields in the order of their declaration, given by name, compared by value, never changed."""

    __slots__ = ("_said",)

    def __init__(self, /, **given: Any) -> None:
        kind = type(self)
        values = kind._defaults | given
        if values.keys() != kind._fields.keys():
            raise TypeError(f"{kind.__name__}: missing or unknown {sorted(values.keys() ^ kind._fields.keys())}")
        for name, put in zip(kind._fields, kind._setters, strict=True):
            put(self, values[name])

    def replaced(self, /, **changes: Any) -> Self:
        """A copy with other values; what was looked up in this one is looked up anew."""
        return type(self)(**{name: getattr(self, name) for name in self._fields} | changes)

    def __setattr__(self, name: str, value: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self is other or _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        """Says all that was written, and not where: what depends on a record is kept by it, and many things depend on one."""
        said = getattr(self, "_said", None)
        if said is None:
            fields = ", ".join([f"{name}={getattr(self, name)!r}" for name in fields_of(type(self))])
            said = f"{type(self).__name__}({fields})"
            object.__setattr__(self, "_said", said)
        return said

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), *_values(self))


def _values(record: Frozen) -> tuple[Any, ...]:
    return tuple(map(getattr, repeat(record), record._fields))


def _restored(kind: type[Frozen], *values: Any) -> Frozen:
    record = object.__new__(kind)
    for put, value in zip(kind._setters, values, strict=True):
        put(record, value)
    return record


class Record(Frozen):
    """A mapping of a data file. `place` is set by the loader; no author writes it."""

    place: Place = Place("", 0, 0)


@cache
def fields_of(kind: type[Frozen]) -> Mapping[str, Declared]:
    """The fields that an author may write."""
    return MappingProxyType({name: field for name, field in kind._fields.items() if name != "place"})


@dataclass(frozen=True)
class Shape:
    """What a field holds: a value (or a record) of one type, or a list of them."""

    kind: type
    many: bool = False


@cache
def shapes_of(kind: type[Frozen]) -> Mapping[str, Shape]:
    """Of each field that an author may write, its shape."""
    types = get_type_hints(kind)
    return MappingProxyType({name: _shape(types[name]) for name in fields_of(kind)})


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return _shape(next(part for part in get_args(annotation) if part is not type(None)))
    return Shape(get_args(annotation)[0], many=True) if origin is tuple else Shape(annotation)


def content(value: Any) -> Any:
    """A record as plain data, wherever it was written."""
    if isinstance(value, Frozen):
        return {name: content(getattr(value, name)) for name in fields_of(type(value))}
    return tuple(map(content, value)) if isinstance(value, tuple) else value
