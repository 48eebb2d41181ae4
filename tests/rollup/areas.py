"""Small published data of a city, as its site carries them."""

from __future__ import annotations

import json
from typing import Any


def indicator(name: str = "死亡人数", **changes: Any) -> dict[str, Any]:
    """A count over a year; with `numerator` and `denominator` in its datum a ratio."""
    datum = {"period": "2022", "value": "46", "numerator": None, "denominator": None, "provisional": False}
    datum |= changes.pop("datum", {})
    terms = {"kind": "relative_change", "nature": "期间", "ratio": None, "target": {"text": "累计下降15%"}}
    row = {"name": name, "group": "安全生产", "unit": "人", "terms": terms | changes.pop("terms", {})}
    return row | {"city": {"verdict": changes.pop("verdict", "快于预期"), "datum": datum}} | changes


def ratio(numerator: str, denominator: str, **changes: Any) -> dict[str, Any]:
    datum = {"value": "0.0081946", "numerator": numerator, "denominator": denominator}
    return indicator(
        "亿元地区生产总值死亡率",
        unit="人/亿元",
        datum=datum,
        terms={"kind": "ratio", "ratio": {"factor": "1"}},
        **changes,
    )


def city(name: str, *indicators: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "schema": 1,
        "plan": {"city": name, "notice": "示例数据。", "cut_offs": {"annual": "2022-12-31"}},
        "units": [{"id": "a", "name": "甲旗"}],
        "indicators": list(indicators),
        "task_counts": {"已完成": 2, "推进缓慢": 0},
        "project_counts": {"开工在建": 3},
        "shares": [{"name": "开工率", "numerator": "3", "denominator": "4", "scope": "全部项目", "value": "0.75"}],
        "completeness": [{"unit": "a", "state": "已报送"}],
    } | changes


def raw(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()
