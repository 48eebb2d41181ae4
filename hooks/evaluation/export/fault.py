"""A fault found in a finished text, and the place in the author's file that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.problems import Place, Problem, in_order


@dataclass(frozen=True)
class Fault:
    """`said` is what stands at the place in the author's file, the surest sign first. It is looked for only when the
    fault is told: a document depends on its text alone, not on the lines of the file."""

    problem: Problem
    said: tuple[str, ...] = ()


def path_of(source: str) -> str:
    """A part's source as a path of the project: texts lie in docs/, lists in data/."""
    return source if source.startswith("data/") else f"docs/{source}"


def placed(faults: Iterable[Fault], docs: Path | None) -> tuple[Problem, ...]:
    """The problems at their lines and columns; at the head of the file where nothing of the sort is written."""
    return in_order(replace(fault.problem, where=_place(fault, docs)) for fault in faults)


def _place(fault: Fault, docs: Path | None) -> Place:
    head = fault.problem.where
    if docs is None or not fault.said:
        return head
    try:
        lines = (docs.parent / head.path).read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return head
    found = ((number, line.find(sign)) for sign in fault.said for number, line in enumerate(lines, 1))
    return next((Place(head.path, number, column + 1) for number, column in found if column >= 0), head)
