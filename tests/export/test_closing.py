"""Signature, date and imprint stand where the standard computes them (7.3.4, 7.3.5, 7.4)."""

from __future__ import annotations

import pytest
from evaluation.export.closing import annex_list, imprint, sealed, signature, unsealed
from evaluation.export.geometry import CHARACTER
from evaluation.export.ooxml import NAMESPACES, name, style_of, text_of

from tests.export.manuscripts import letter


@pytest.mark.parametrize(
    ("organisation", "date", "right"),
    [
        (10, 7.5, (2, 2.5)),  # the date begins two characters right of the signature: 2 + 10 - 7.5 - 2
        (7.5, 7.5, (2, 0)),
        (3, 7.5, (8.5, 2)),  # the date is longer: it stands two characters from the right
    ],
)
def test_without_a_seal_the_date_begins_two_characters_right_of_the_signature(organisation, date, right):
    right_of_organisation, right_of_date = unsealed(organisation, date)

    assert (right_of_organisation, right_of_date) == right
    begin = -(right_of_organisation + organisation), -(right_of_date + date)
    assert begin[1] - begin[0] == 2


@pytest.mark.parametrize(("organisation", "date"), [(10, 7.5), (6, 7.5)])
def test_with_a_seal_the_signature_is_centred_on_the_date(organisation, date):
    right_of_organisation, right_of_date = sealed(organisation, date)

    assert right_of_date == 4
    assert right_of_organisation + organisation / 2 == right_of_date + date / 2


def test_the_date_has_arabic_digits_without_leading_zeros():
    *_, date = signature(letter())

    assert text_of(date) == "2023年9月5日"


def test_signature_and_date_stay_with_the_text():
    blank, organisation, date = signature(letter())

    assert [block.find("w:pPr/w:keepNext", NAMESPACES) is not None for block in (blank, organisation, date)] == [True, True, False]
    assert text_of(organisation) == "鄂尔多斯市应急管理局"


def test_a_list_that_leaves_on_its_own_is_not_signed():
    assert signature(letter(signed=False)) == []


def test_one_annex_has_no_number_and_several_have():
    assert [text_of(block) for block in annex_list(["调整建议表"])] == ["", "附件：调整建议表"]
    assert [text_of(block) for block in annex_list(["甲表", "乙表"])] == ["", "附件：1.甲表", "2.乙表"]
    assert annex_list([]) == []


def test_what_goes_on_stands_under_the_first_character_of_an_annexs_name():
    _, first, second = annex_list(["甲表", "乙表"])
    indents = [block.find("w:pPr/w:ind", NAMESPACES) for block in (first, second)]
    left = [int(indent.get(name("left"))) for indent in indents]
    start = [int(indent.get(name("left"))) - int(indent.get(name("hanging"))) for indent in indents]

    assert left[0] == left[1]
    assert start[0] == 2 * CHARACTER
    assert start[1] == 5 * CHARACTER


def test_the_imprint_names_who_gets_a_copy_who_prints_and_when():
    (block,) = imprint(letter())
    box = block.find(".//w:txbxContent", NAMESPACES)
    rows = [text_of(row) for row in box if text_of(row)]

    assert rows == ["抄送：市发展规划委员会，市发展和改革委员会。", "鄂尔多斯市应急管理局办公室\t2023年9月8日印发"]


def test_the_imprints_rules_are_thick_thin_thick():
    (block,) = imprint(letter())
    box = block.find(".//w:txbxContent", NAMESPACES)

    assert [rule.get(name("sz")) for rule in box.iter(name("top"))] == ["8", "6", "8"]
    assert style_of(block) == "ImprintRule"


def test_without_a_printer_there_is_no_imprint():
    assert imprint(letter(printer=None)) == []
