"""Files that are not opened: each for one reason, said in one sentence."""

from __future__ import annotations

import pytest
from evaluation.intake.excel import read_workbook, workbook
from evaluation.intake.opening import refusal
from evaluation.intake.word import read_report
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.office import evaluation, with_part, word

DOCUMENT = word("一、《规划》实施总体进展情况", "（一）主要目标指标进展", "正文。")
PART = "word/document.xml"
TEXT = "正文。".encode()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "这是旧格式或加了密码的文件"),
        (b"plain text", "文件已损坏，打不开"),
        (DOCUMENT[: len(DOCUMENT) // 2], "文件已损坏，打不开"),
        (with_part(DOCUMENT, "word/vbaProject.bin", b"", b"macro"), "文件里有宏"),
        (
            with_part(DOCUMENT, PART, b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
            "文件里有外部声明（DTD），不安全",
        ),
        (
            with_part(
                DOCUMENT, PART, b"<w:body>", b'<w:body><w:ins w:id="1" w:author="a"/><w:del w:id="2" w:author="a"/>'
            ),
            "有未处理的修订或批注（插入1处、删除1处）",
        ),
        (with_part(DOCUMENT, "bomb.xml", b"", b"0" * 30_000_000), "压缩比异常，不像正常的文件"),
        (workbook(evaluation(), evaluation().unit("zhungeer")), "不是 .docx 文件"),
    ],
)
def test_a_file_that_may_not_be_opened_is_refused_with_a_reason(data, what):
    assert refusal(data, "docx")[0] == what
    assert [problem.what for problem in read_report(data, "报告.docx", evaluation().plan)[1]] == [what]


def test_an_ordinary_file_is_opened():
    assert refusal(DOCUMENT, "docx") is None


@given(place=st.integers(0, len(DOCUMENT) - 1), byte=st.integers(0, 255))
@settings(max_examples=150)
def test_no_damaged_byte_makes_the_word_reader_stumble(place, byte):
    data = DOCUMENT[:place] + bytes([byte]) + DOCUMENT[place + 1 :]

    read_report(data, "报告.docx", evaluation().plan)


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
@settings(max_examples=40)
def test_no_damaged_byte_makes_the_excel_reader_stumble(place, byte):
    form = workbook(evaluation(), evaluation().unit("gaoxin"))
    at = int(place * len(form))

    read_workbook(form[:at] + bytes([byte]) + form[at + 1 :], "表.xlsx", evaluation())
