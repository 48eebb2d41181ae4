"""Every document that leaves the demonstration site: no rule of the standard broken, and valid Office Open XML."""

from __future__ import annotations

import pytest
from evaluation.conform import Severity, conform
from evaluation.load import load_evaluation
from openxml_audit import FileFormat, OpenXmlValidator

from tests.conform.word import Word, rich
from tests.conftest import ROOT


def names() -> list[str]:
    evaluation, _ = load_evaluation(ROOT)
    return ["city", *(unit.id for unit in evaluation.reporting_units)]


@pytest.fixture(scope="module")
def documents(site):
    return site / "documents"


def test_the_city_and_every_unit_have_a_document(documents):
    assert sorted(path.stem for path in documents.glob("*.docx")) == sorted(names())


@pytest.mark.parametrize("name", names())
def test_a_document_breaks_no_rule(documents, name):
    found = conform((documents / f"{name}.docx").read_bytes())

    assert [(f.rule.id, f.rule.title, f.places[:3]) for f in found if f.rule.severity is not Severity.HOUSE] == []
    assert [(f.rule.id, f.rule.title, f.places[:3]) for f in found] == []


def audited(path) -> list[str]:
    result = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path)
    return [f"{error.part_uri} {error.path}: {error.description}" for error in result.errors]


@pytest.mark.parametrize("name", names())
def test_a_document_is_valid_office_open_xml(documents, name):
    assert audited(documents / f"{name}.docx") == []


def test_the_document_with_everything_is_valid_office_open_xml(tmp_path):
    path = tmp_path / "rich.docx"
    path.write_bytes(rich())

    assert audited(path) == []


def test_the_validator_sees_an_element_in_the_wrong_place(tmp_path):
    word = Word(rich())
    word.style("BodyText", "<w:spacing ", '<w:jc w:val="both"/><w:spacing ')
    path = tmp_path / "wrong.docx"
    path.write_bytes(word.packed())

    assert audited(path) != []
