"""The small evaluation, measured once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation.render.view import View

from tests.render import small


@pytest.fixture(scope="session")
def view() -> View:
    """The city's."""
    return small.view_of(small.evaluation())


@pytest.fixture(scope="session")
def of_unit(view):
    """The same for a unit by its id."""
    return lambda unit: replace(view, unit=view.evaluation.unit(unit))
