"""Each rule holds alone: one fault in a conforming file breaks its rule and no other."""

from __future__ import annotations

import io
import zipfile

import pytest
from evaluation.conform import RULES, conform

from tests.conform.mutations import MUTATIONS
from tests.conform.word import Word, rich


@pytest.fixture(scope="module")
def conforming() -> bytes:
    return rich()


def broken(data: bytes) -> list[str]:
    return [finding.rule.id for finding in conform(data)]


def test_the_rich_document_breaks_no_rule(conforming):
    assert broken(conforming) == []


@pytest.mark.parametrize(("rule", "mutation"), MUTATIONS, ids=lambda value: getattr(value, "__name__", value))
def test_one_fault_breaks_its_rule_and_no_other(conforming, rule, mutation):
    word = Word(conforming)
    mutation(word)

    assert broken(word.packed()) == [rule]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_found(conforming):
    data = io.BytesIO(conforming)
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(zipfile.ZipInfo("word/settings.xml", (1980, 1, 1, 0, 0, 0)), Word(conforming).parts["word/settings.xml"])

    assert broken(data.getvalue()) == ["K2"]


def test_a_part_of_another_time_is_found(conforming):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for place, (name, content) in enumerate(Word(conforming).parts.items()):
            archive.writestr(zipfile.ZipInfo(name, (2023, 1, 1 + place, 0, 0, 0)), content)

    assert broken(data.getvalue()) == ["K5"]


def test_every_rule_has_a_fault_that_breaks_it():
    held = {rule for rule, _ in MUTATIONS} | {"K2", "K5"}

    assert sorted({rule.id for rule in RULES} - held) == []
    assert len(MUTATIONS) >= 60
