"""Problems as SARIF 2.1.0, which editors and forges show beside the lines they are about."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from evaluation.problems import Edit, Place, Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(problems: Iterable[Problem]) -> dict[str, Any]:
    problems = tuple(problems)
    rules = sorted({problem.rule for problem in problems})
    seen: Counter[str] = Counter()
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "run.py check", "rules": [{"id": rule} for rule in rules]}},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"ROOT": {"description": {"text": "项目所在的文件夹"}}},
                "results": [_result(problem, rules.index(problem.rule), seen) for problem in problems],
            }
        ],
    }


def _result(problem: Problem, rule: int, seen: Counter[str]) -> dict[str, Any]:
    result = {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": "note" if problem.note else "error" if problem.fatal else "warning",
        "message": {"text": f"{problem.what}。{problem.fix}。"},
        "locations": [{"physicalLocation": _location(problem.where)}],
        "partialFingerprints": {"problem/v1": _fingerprint(problem, seen)},
    }
    if problem.unit:
        result["properties"] = {"unit": problem.unit}
    if problem.edit:
        result["fixes"] = [_fix(problem.edit, problem.fix)]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _file(place.path), "region": {"startLine": place.line, "startColumn": place.column}}


def _file(path: str) -> dict[str, str]:
    return {"uri": quote(path), "uriBaseId": "ROOT"}


def _fix(edit: Edit, words: str) -> dict[str, Any]:
    return {
        "description": {"text": words},
        "artifactChanges": [
            {
                "artifactLocation": _file(edit.where.path),
                "replacements": [{"deletedRegion": _region(edit), "insertedContent": {"text": edit.new}}],
            }
        ],
    }


def _region(edit: Edit) -> dict[str, int]:
    """The end column is the first one that stays."""
    lines = edit.old.split("\n")
    last = edit.where.column + len(edit.old) if len(lines) == 1 else len(lines[-1]) + 1
    return {
        "startLine": edit.where.line,
        "startColumn": edit.where.column,
        "endLine": edit.where.line + len(lines) - 1,
        "endColumn": last,
    }


def _fingerprint(problem: Problem, seen: Counter[str]) -> str:
    """The same as long as the problem is: it does not hang on the line, which moves with every edit above it."""
    words = "\n".join((problem.where.path, problem.rule, problem.what))
    seen[words] += 1
    return hashlib.sha256(f"{words}\n{seen[words]}".encode()).hexdigest()[:32]
