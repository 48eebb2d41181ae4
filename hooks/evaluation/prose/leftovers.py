"""What a tool left in a text and nobody meant to publish: the marks of a merge that was not finished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.problems import Problem
from evaluation.prose.text import Material, Text

MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def merges_are_finished(text: Text, material: Material) -> Iterator[Problem]:
    for match in MERGE_MARK.finditer(text.body):
        what = f"“{match[0][:7]}”是合并两份稿子时留下的标记，两种写法都还在"
        yield Problem(text.place(match.start()), what, "选定一种写法，删去另一种和全部标记行")
