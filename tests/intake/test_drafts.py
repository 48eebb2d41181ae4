"""Drafts in YAML: whatever a cell held comes back from the strict loader unchanged."""

from __future__ import annotations

from evaluation.intake.drafts import report_yaml
from evaluation.load.faults import Faults
from evaluation.load.records import read_yaml
from evaluation.load.source import Source
from hypothesis import given
from hypothesis import strategies as st

LINE = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\xa0"),
    min_size=1,
    max_size=30,
).map(str.strip)


@given(st.lists(LINE.filter(bool), min_size=1, max_size=3))
def test_any_text_comes_back_as_it_was(lines):
    text = "\n".join(lines)
    faults = Faults("draft.yml")
    node = read_yaml(Source("draft.yml", report_yaml("a", {"tasks": [{"work": text}]})), faults)

    if not faults.problems:
        assert node.entries[1][1].items[0].entries[0][1].text == text


def test_a_draft_reads_as_a_person_would_write_it():
    fields = {
        "submitted": "2023-06-27",
        "tasks": [
            {"task": "T1-1", "work": "一是：查\n二是：改", "documents": [{"title": "《办法》", "date": "2022-05-01"}]}
        ],
    }

    assert report_yaml("zhungeer", fields) == (
        "# yaml-language-server: $schema=../../schemas/report.schema.json\n"
        "unit: zhungeer\n"
        "submitted: 2023-06-27\n"
        "tasks:\n"
        "  - task: T1-1\n"
        "    work: |-\n"
        "      一是：查\n"
        "      二是：改\n"
        "    documents:\n"
        "      - title: 《办法》\n"
        "        date: 2022-05-01\n"
    )
