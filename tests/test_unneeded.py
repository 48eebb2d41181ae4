"""A library that can do without another is loaded without it, and nobody notices afterwards."""

from __future__ import annotations

import sys

import pytest
from evaluation.unneeded import without


def test_a_library_is_not_there_for_a_while(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with without("colorsys"), pytest.raises(ImportError):
        import colorsys

    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)


def test_what_is_loaded_stays():
    import json

    with without("json"):
        assert sys.modules["json"] is json
    assert sys.modules["json"] is json
