"""The model's records as tests write them: of words as authors type them, checked as a data file is, or of values."""

from __future__ import annotations

from functools import partial
from typing import Any

from evaluation import model
from evaluation.load.values import value_of
from evaluation.model import Declared, Frozen, Shape, fields_of, shapes_of


def checked(kind: type[Frozen], /, **written: Any) -> Any:
    """Raises where a word is not what its field holds, as it raises where a field is missing or unknown."""
    values = {
        name: _value(value, shapes_of(kind)[name], fields_of(kind)[name]) if name in fields_of(kind) else value
        for name, value in written.items()
    }
    return kind(**values)


def _value(written: Any, shape: Shape, field: Declared) -> Any:
    if isinstance(written, list | tuple):
        return tuple(_value(item, shape, field) for item in written)
    if isinstance(written, dict):
        return checked(shape.kind, **written)
    return shape.kind(written) if type(written) is int else value_of(written, shape, field)


def __getattr__(name: str) -> Any:
    """`from tests.checked import Report`."""
    return partial(checked, getattr(model, name))
