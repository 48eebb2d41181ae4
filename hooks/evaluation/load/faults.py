"""The faults found in one file while it is read, kept together so that all of them come out at once."""

from __future__ import annotations

from collections import Counter

from evaluation.problems import Place, Problem

AT_MOST = 50
"""Of one kind in one file; what is beyond is counted, so that a bomb cannot flood the report."""


class Faults:
    """Collects the problems of the file `path`; `unit` is whose page is marked by them."""

    def __init__(self, path: str, unit: str | None = None) -> None:
        self.path = path
        self.unit = unit
        self._problems: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(self, line: int, column: int, what: str, fix: str, rule: str) -> None:
        """All of them are fatal: what has a fault is not loaded."""
        self._counts[rule] += 1
        if self._counts[rule] <= AT_MOST:
            self._problems.append(Problem(Place(self.path, line, column), what, fix, rule, self.unit, fatal=True))

    def __len__(self) -> int:
        return self._counts.total()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (
            *self._problems,
            *(self._rest(rule, count) for rule, count in sorted(self._counts.items()) if count > AT_MOST),
        )

    def _rest(self, rule: str, count: int) -> Problem:
        last = max(problem.where for problem in self._problems if problem.rule == rule)
        what = f"同类问题在这个文件里还有 {count - AT_MOST} 处"
        return Problem(last, what, "先改正已列出的，再检查一次", rule, self.unit, fatal=True)
