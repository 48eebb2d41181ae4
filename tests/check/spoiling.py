"""One passage of the clean project changed, and what checking says about it."""

from __future__ import annotations

from pathlib import Path

from evaluation.check import check_evaluation
from evaluation.load import load_evaluation

from tests.load.project import FILES, write

D = "data/reports/dongsheng.yml"
Z = "data/reports/zhungeer.yml"
I = "data/indicators.yml"  # noqa: E741
T = "data/tasks.yml"
P = "data/projects.yml"
U = "data/units.yml"
PLAN = "data/plan.yml"
O = "data/opinions.yml"  # noqa: E741
A = "data/events/accidents.csv"
N = "data/events/disasters.csv"
Q = "data/third-party.yml"

Change = tuple[str, str, str]
"""(file, old passage, new passage)"""


Said = tuple[str, str, str, str, str | None]
"""(rule, place, what, fix, unit)"""


def said(root: Path, *changes: Change) -> list[Said]:
    """The problems that checking finds; the files themselves can be read."""
    files: dict[str, str] = {}
    for path, old, new in changes:
        text = files.get(path, FILES[path])
        assert old in text, f"{path} has no {old!r}"
        files[path] = text.replace(old, new, 1)
    evaluation, problems = load_evaluation(write(root, files))
    assert problems == ()
    return [(p.rule, str(p.where), p.what, p.fix, p.unit) for p in check_evaluation(evaluation)]
