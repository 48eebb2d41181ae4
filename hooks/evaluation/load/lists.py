"""Lists that need not exist: opinions on the draft, and the contacts, which no page may ever show."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from evaluation.load.faults import Faults
from evaluation.load.plan import build_each, load_tree
from evaluation.model import Contact, Opinion, Record
from evaluation.problems import Problem

R = TypeVar("R", bound=Record)
OPINIONS = "data/opinions.yml"
CONTACTS = "data/private/contacts.yml"


def load_opinions(root: Path) -> tuple[tuple[Opinion, ...], tuple[Problem, ...]]:
    """None, when nobody has said anything yet."""
    if not _written(root, OPINIONS):
        return (), ()
    return _load(root, OPINIONS, "opinions", Opinion)


def load_contacts(root: Path) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Only for the list that is asked for by name: a missing file is a fault here, and no part of a build."""
    return _load(root, CONTACTS, "contacts", Contact)


def _written(root: Path, path: str) -> bool:
    # A broken link is not nothing: reading it says what is wrong.
    return (root / path).exists() or (root / path).is_symlink()


def _load(root: Path, path: str, name: str, model: type[R]) -> tuple[tuple[R, ...], tuple[Problem, ...]]:
    faults = Faults(path)
    node = load_tree(root, faults)
    built = build_each(node, name, model, faults) if node is not None else []
    return tuple(record for _, record in built if record is not None), faults.problems
