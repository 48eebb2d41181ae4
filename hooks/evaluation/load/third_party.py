"""What the third party found: data/third-party.yml, where a third party was asked."""

from __future__ import annotations

from pathlib import Path

from evaluation.load.building import build
from evaluation.load.faults import Faults
from evaluation.load.plan import load_tree
from evaluation.model import ThirdParty
from evaluation.problems import Problem

PATH = "data/third-party.yml"


def load_third_party(root: Path) -> tuple[ThirdParty | None, tuple[Problem, ...]]:
    """None where there is no such file, which is no fault; ratings that cannot be read are left out one by one."""
    if not (root / PATH).exists() and not (root / PATH).is_symlink():
        return None, ()
    faults = Faults(PATH)
    node = load_tree(root, faults)
    found = build(ThirdParty, node, faults, salvage=True) if node is not None else None
    return found, faults.problems
