"""The plan that the corpus is about, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.prose.text import Material


@pytest.fixture(scope="session")
def plan() -> Material:
    """Frozen, so that the demonstration plan may change: 2022年 全市 46人, 2021年 49人, 基期 52人 …"""
    evaluation, problems = load_evaluation(Path(__file__).parent / "plan")
    assert problems == ()
    return Material(evaluation, measure(evaluation))
