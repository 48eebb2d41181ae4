"""Which lines are code: fences, indented blocks, spans; never the text of a list."""

from __future__ import annotations

import pytest
from evaluation.render.lines import lines, map_prose

TEXTS = {
    "a fence": ("甲\n```yml\n乙\n```\n丙", "甲,丙"),
    "a longer fence holds a shorter one": ("````\n```\n````\n甲", "甲"),
    "a tilde fence": ("~~~\n甲\n~~~", ""),
    "an open fence runs to the end": ("```\n甲\n\n乙", ""),
    "an indented block after a blank line": ("甲\n\n    乙\n\n丙", "甲,丙"),
    "an indented line that goes on a paragraph": ("甲\n    乙", "甲,乙"),
    "a list's second paragraph": ("- 甲\n\n    乙", "- 甲,乙"),
    "a nested list": ("- 甲\n    - 乙", "- 甲,- 乙"),
    "code after a list has ended": ("- 甲\n\n乙\n\n    丙", "- 甲,乙"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_prose_lines(case):
    text, prose = TEXTS[case]

    assert ",".join(line.strip() for line, code in lines(text) if not code and line.strip()) == prose


def test_spans_of_code_stay_as_they_are():
    assert (
        map_prose("甲`甲`甲``甲`甲``甲\\`甲", lambda stretch: stretch.replace("甲", "乙")) == "乙`甲`乙``甲`甲``乙\\`乙"
    )
