"""A Word file read by its tags says what a tree of it says."""

from __future__ import annotations

import io
import zipfile

from evaluation.compare import word
from lxml import etree

from tests.compare.outputs import word as made
from tests.export.manuscripts import RICH, annex

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MORE = "\n\n甲  \n乙&lt;丙&gt; & \"丁\"\n\n- 甲\n    - 乙[^3]\n\n| 甲[^3] | a \\| b |\n| --- | --- |\n|  | **粗**R&amp;D |\n\n[^3]: 注&lt;\n\n    又注\n"


def part(docx: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(docx)).read(name)


def told(element) -> str:
    """The words, line ends and notes of a paragraph."""
    found = []
    for each in element.iter(W + "t", W + "br", W + "tab", W + "footnoteReference", "{*}docPr"):
        if each.tag == W + "t":
            found.append(each.text or "")
        elif each.tag == W + "footnoteReference":
            found.append(f"\1{each.get(W + 'id')}\1")
        elif each.getparent().tag == W + "r":
            found.append("\n" if each.tag == W + "br" else " ")
        elif each.tag != W + "tab":
            found.append(f"\0{each.get('descr')}\0")
    return "".join(found)


def test_every_paragraph_and_cell():
    document = part(made(RICH + MORE, annex(), printer=None), "word/document.xml")
    blocks = [block for block in etree.fromstring(document)[0] if block.tag in (W + "p", W + "tbl")]
    cells = [told(cell) for block in blocks for cell in block.iter(W + "tc")]
    found = list(word._blocks(io.BytesIO(document)))
    tables = [block for block in found if block.startswith(word.TABLE)]

    assert [block.startswith(word.TABLE) for block in found] == [block.tag == W + "tbl" for block in blocks]
    assert [word._told(block) for block in found if block not in tables] == [told(p) for p in blocks if p.tag == W + "p"]
    assert [word._told(cell) for table in tables for cell in table.split(word.CELL_END)[:-1]] == cells


def test_styles_and_footnotes():
    docx = made(RICH + MORE)
    sheet, footnotes = part(docx, "word/styles.xml"), part(docx, "word/footnotes.xml")
    styles = {
        style.get(W + "styleId"): (style.find(W + "name").get(W + "val"), None if level is None else int(level.get(W + "val")) + 1)
        for style in etree.fromstring(sheet).iter(W + "style")
        for level in [style.find(f"{W}pPr/{W}outlineLvl")]
    }
    notes = {note.get(W + "id"): word.plain(" ".join(map(told, note))) for note in etree.fromstring(footnotes)}

    assert word._styles(sheet) == styles
    assert word._notes(footnotes) == notes
