"""联络人员名单: the work plan's annex 2 as a document of its own, in the register's order, with nothing around it."""

from __future__ import annotations

import io
import zipfile

from evaluation.conform import conform
from evaluation.export.contact_list import contact_list, contacts_table
from evaluation.load import load_evaluation
from lxml import etree

from tests.checked import Contact
from tests.load.project import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PEOPLE = (
    Contact(unit="某某公司", name="李某", position="科长", phone="0477-0000002"),
    Contact(unit="zhungeer", name="张某某", position="副局长", phone="0477-0000001"),
    Contact(unit="dongsheng", name="王某", position="科员", phone="0477-0000003"),
    Contact(unit="zhungeer", name="赵某", position="科员", phone="0477-0000004"),
)


def document(root) -> bytes:
    evaluation, _ = load_evaluation(write(root))
    content, problems = contact_list(evaluation, PEOPLE)
    assert problems == ()
    return content


def test_units_come_in_the_order_of_the_register_and_others_last(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path))
    rows = [tuple(one.text for one in row) for row in contacts_table(evaluation, PEOPLE).rows]

    assert rows == [
        ("东胜区", "王某", "科员", "0477-0000003"),
        ("准格尔旗", "张某某", "副局长", "0477-0000001"),
        ("准格尔旗", "赵某", "科员", "0477-0000004"),
        ("某某公司", "李某", "科长", "0477-0000002"),
    ]


def test_it_begins_with_its_label_and_has_its_title_on_the_third_line(tmp_path):
    with zipfile.ZipFile(io.BytesIO(document(tmp_path))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    lines = ["".join(node.text or "" for node in block.iter(f"{W}t")) for block in body[:4]]

    assert lines == ["附件2", "", "规划中期评估工作联络人员名单", ""]
    assert [block.tag.rpartition("}")[2] for block in body[4:]] == ["tbl", "sectPr"]


def test_it_keeps_every_rule_of_the_standard(tmp_path):
    assert conform(document(tmp_path)) == ()


def test_what_a_person_types_as_markup_stays_text(tmp_path):
    evaluation, _ = load_evaluation(write(tmp_path))
    odd = Contact(unit="a|b", name="*张*", position="<b>副</b>", phone="0477-0000001")
    content, _ = contact_list(evaluation, (odd,))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        cells = list(etree.fromstring(archive.read("word/document.xml")).iter(f"{W}tc"))

    assert ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in cells[4:]] == ["a|b", "*张*", "<b>副</b>", "0477-0000001"]
