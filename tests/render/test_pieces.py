"""A page's Markdown is cut only where nothing reaches over the cut."""

from __future__ import annotations

import pytest
from evaluation.render.pieces import pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "at each heading of the second level": ("# 题\n\n## 甲\n\n子\n\n### 乙\n\n## 丙\n", ["# 题\n\n", "## 甲\n\n子\n\n### 乙\n\n", "## 丙\n"]),
        "not where there is none": ("# 题\n\n##甲\n\n ## 乙\n", ["# 题\n\n##甲\n\n ## 乙\n"]),
        "not within a box": ("::: card\n\n## 甲\n\n:::\n\n## 乙\n", ["::: card\n\n## 甲\n\n:::\n\n## 乙\n"]),
        "not where a box ends that did not begin": ("甲\n\n:::\n\n## 乙\n", ["甲\n\n:::\n\n## 乙\n"]),
        "between boxes": ("::: a\n\n::: b\n\n:::\n\n:::\n\n## 乙\n", ["::: a\n\n::: b\n\n:::\n\n:::\n\n", "## 乙\n"]),
        "not behind a footnote's mark": ("题\n\n## 甲\n\n子[^1]\n\n## 乙\n\n[^1]: 注\n", ["题\n\n", "## 甲\n\n子[^1]\n\n## 乙\n\n[^1]: 注\n"]),
        "not behind a tag": ("题\n\n## 甲\n\n<div>\n\n## 乙\n", ["题\n\n", "## 甲\n\n<div>\n\n## 乙\n"]),
        "not behind code": ("题\n\n## 甲\n\n```\n## 乙\n```\n", ["题\n\n", "## 甲\n\n```\n## 乙\n```\n"]),
        "not where nothing stands above": ("## 甲\n\n## 乙\n", ["## 甲\n\n## 乙\n"]),
        "behind a sign that is no tag": ("1 < 2\n\n## 甲\n", ["1 < 2\n\n", "## 甲\n"]),
        "not where links have their addresses elsewhere": ("[甲]\n\n## 乙\n\n[甲]: /a.md\n", ["[甲]\n\n## 乙\n\n[甲]: /a.md\n"]),
    }.values(),
)  # fmt: skip
def test_it_is_cut(text, expected):
    assert pieces(text) == expected
