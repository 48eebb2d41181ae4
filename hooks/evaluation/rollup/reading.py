"""Published data files of cities and regions, read as strictly as an author's file: what is not theirs is said."""

from __future__ import annotations

import json

from pydantic import ValidationError

from evaluation.problems import Place, Problem
from evaluation.rollup.area import KIND, SCHEMA, Area, of_city

LARGEST = 200_000_000
AGAIN = "请该地重新生成网站，用其中的 data/evaluation.json"


def read_area(data: bytes, name: str, site: str | None = None) -> tuple[Area | None, tuple[Problem, ...]]:
    """The area that a published file tells of; None with the reason. `name` is what messages call the file."""
    if len(data) > LARGEST:
        return _refused(name, 1, 1, "文件过大")
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return _refused(name, error.lineno, error.colno, "不是完整的 JSON")
    except (UnicodeDecodeError, RecursionError, ValueError):
        return _refused(name, 1, 1, "不是 UTF-8 编码的 JSON")
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        found = content.get("schema") if isinstance(content, dict) else None
        return _refused(name, 1, 1, f"不是第 {SCHEMA} 版的评估数据（写的是 {found}）")
    try:
        if content.get("kind") == KIND:
            return Area.model_validate(content["area"] | ({"site": site} if site else {})), ()
        return of_city(content, site), ()
    except ValidationError as error:
        first = error.errors()[0]
        where = " → ".join(str(step) for step in first["loc"])
        return _refused(name, 1, 1, f"“{where}”的内容不对")
    except (KeyError, TypeError, AttributeError) as error:
        return _refused(name, 1, 1, f"缺少评估数据应有的内容（{error}）")


def _refused(name: str, line: int, column: int, what: str) -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem(Place(name, line, column), what, AGAIN, "rollup"),)
