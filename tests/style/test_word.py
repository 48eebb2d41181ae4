"""Any Word file is read as it shows, with the numbers that Word adds by itself."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from evaluation.conform.package import Unreadable
from evaluation.style import RULES, Line
from evaluation.style.word import lines_of

NUMBERING = """<w:numbering {0}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def file(*paragraphs: tuple[str, int | None], second: str = "chineseCounting") -> bytes:
    """A Word file whose paragraphs are numbered by Word at the level given."""
    document = Document()
    for text, level in paragraphs:
        paragraph = document.add_paragraph(text)
        if level is not None:
            numbered = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(numbered))
    buffer = io.BytesIO()
    document.save(buffer)
    return with_part(buffer.getvalue(), "word/numbering.xml", NUMBERING.format(nsdecls("w"), second))


def with_part(docx: bytes, name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, text)
    return buffer.getvalue()


def said(docx: bytes) -> list[str]:
    return [slip.what for rule in RULES for slip in rule(lines_of(docx))]


def test_words_own_numbers_are_read():
    lines = lines_of(file(("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 1), ("文", None)))

    assert [line.text for line in lines] == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "文"]


def test_the_work_plans_fault_is_found_where_word_makes_the_number():
    docx = file(("总体", 0), ("市应急管理局", 1), ("（二）各旗区", None), second="decimal")

    assert [line.text for line in lines_of(docx)] == ["一、总体", "（1）市应急管理局", "（二）各旗区"]
    assert said(docx) == ["序号“（1）”应为“（一）”"]


def test_tables_are_read_row_by_row():
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "一、日期", "2023年07月05日"
    buffer = io.BytesIO()
    document.save(buffer)

    assert lines_of(buffer.getvalue()) == (Line("一、日期 | 2023年07月05日", row=True, apart=False),)
    assert said(buffer.getvalue()) == ["日期“2023年07月05日”编了虚位"]


def test_headings_and_page_breaks_are_seen():
    document = Document()
    document.add_heading("进展。", 1)
    document.add_page_break()
    buffer = io.BytesIO()
    document.save(buffer)

    assert [(line.heading, line.apart) for line in lines_of(buffer.getvalue())] == [(True, True), (False, True)]
    assert said(buffer.getvalue()) == ["标题末尾有“。”"]


def test_what_is_no_word_file_is_told():
    with pytest.raises(Unreadable, match="不是 DOCX 文件"):
        lines_of(b"PK")
