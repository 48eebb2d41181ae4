"""Marks of an unfinished merge are reported at their lines."""

from evaluation.prose.leftovers import merges_are_finished
from evaluation.prose.text import Text


def test_each_mark_of_a_merge_is_reported_at_its_line():
    text = Text("docs/report/01-a.md", "甲\n<<<<<<< HEAD\n乙\n=======\n丙\n>>>>>>> 8a4a95a (丙)\n\n标题\n=======\n", 3)

    assert [str(problem) for problem in merges_are_finished(text, None)] == [
        f"docs/report/01-a.md:{line}:1: “{mark}”是合并两份稿子时留下的标记，两种写法都还在。选定一种写法，删去另一种和全部标记行。"
        for line, mark in ((4, "<<<<<<<"), (8, ">>>>>>>"))
    ]
