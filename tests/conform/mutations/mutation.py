"""How a fault is written: a function whose name says what an author did, under the rule that it breaks."""

from __future__ import annotations

from collections.abc import Callable

from tests.conform.word import Word

Mutation = tuple[str, Callable[[Word], None]]
MUTATIONS: list[Mutation] = []
"""(the rule that must fail, what is done to the file)."""

BODY = "按照《"
SECOND = "（二）工作任务进展"


def breaks(rule: str) -> Callable:
    def register(mutation: Callable[[Word], None]) -> Callable[[Word], None]:
        MUTATIONS.append((rule, mutation))
        return mutation

    return register
