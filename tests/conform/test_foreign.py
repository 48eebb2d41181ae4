"""Files that other programs and other people made: sensible findings, and never a crash."""

from __future__ import annotations

import io
import subprocess

import docx
import pypandoc
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from evaluation.conform import conform

TEXT = "截至2022年底，全市生产安全事故死亡46人，较2020年下降11.5%，各项任务按序时推进。"


def broken(data: bytes) -> dict[str, list[str]]:
    return {finding.rule.id: [f"{where}：{what}" for where, what in finding.places] for finding in conform(data)}


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_file_as_python_docx_makes_it_is_told_what_it_lacks():
    document = docx.Document()
    document.add_heading("自评估报告", 0)
    document.add_heading("总体情况", 1)
    document.add_paragraph(TEXT)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "指标"

    found = broken(saved(document))

    assert found["P1"] == ["第 1 节：216 mm×279 mm"]
    assert found["P6"] == ["全文：没有页码"]
    assert found["S1"] == ["“截至2022年底，全市生产安全事故死…”：首行空 0.0 字"]
    assert found["S2"] == ["“总体情况”：第 1 级标题没有序号"]
    assert {"P2", "P3", "P4", "P5", "F1", "F2", "F5", "F7", "T1", "T2", "T4", "E8"} <= found.keys()
    assert not {"K1", "K2", "K6", "M3", "S10"} & found.keys()


def test_a_file_as_plain_pandoc_makes_it_is_told_what_it_lacks(tmp_path):
    target = tmp_path / "plain.docx"
    markdown = f"---\ntitle: 自评估报告\nowner: 张三\n---\n\n# 总体情况\n\n{TEXT}[^1]\n\n| 指标 | 数值 |\n| --- | --- |\n| 死亡人数 | 46 |\n\n[^1]: 注。\n"
    subprocess.run([pypandoc.get_pandoc_path(), "-o", str(target)], input=markdown.encode(), check=True)

    found = broken(target.read_bytes())

    assert found["M2"] == ["docProps/custom.xml：有自定义属性"]
    assert found["N1"] == ["第 1 节：脚注不是①②③"]
    assert found["K4"][0].startswith("样式：AlertTok 等")
    assert {"P1", "P2", "P3", "P4", "P6", "F1", "F2", "F5", "S1", "S2", "T1"} <= found.keys()
    assert found["K3"] == ["样式：TableNormal 没有定义"]
    assert not {"K1", "K2", "K6", "M3", "S10"} & found.keys()


@pytest.fixture
def dirty() -> bytes:
    """As offices send it: headings by looks, spaces for indents, marks of revision, a comment with a telephone number."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    title = document.add_paragraph("准格尔旗自评估报告")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.size = Pt(22)
    title.runs[0].font.name = "方正小标宋简体"
    title.runs[0]._r.rPr.rFonts.set(qn("w:eastAsia"), "方正小标宋简体")
    document.add_paragraph("鄂尔多斯市应急管理局:")
    document.add_paragraph("一、总体情况").runs[0].bold = True
    document.add_paragraph("　　" + TEXT)
    document.add_paragraph("(二)主要指标")
    document.add_paragraph("三、存在问题").runs[0].bold = True
    changed = document.add_paragraph("根据鄂安发[2022]26号文件,各项工作均已部署,并按要求完成全部任务。")
    insertion = OxmlElement("w:ins")
    insertion.set(qn("w:author"), "李四")
    changed._p.append(insertion)
    document.add_paragraph("此页无正文")
    document.add_paragraph("联系人：张三，13912345678")
    date = document.add_paragraph("2023年07月05日")
    date.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return saved(document)


def test_a_dirty_file_is_told_every_fault_at_its_place(dirty):
    found = broken(dirty)

    assert "P1" not in found, "A4 was set"
    assert "F1" not in found, "the title is told by its place and looks right"
    assert found["E1"] == ["“鄂尔多斯市应急管理局:”：主送机关后的冒号是半角"]
    assert found["S3"] == ["“三、存在问题”：序数应为 2，写作 三"]
    assert found["S13"] == ["“一、总体情况”：只有序号，没有大纲级别", "“三、存在问题”：只有序号，没有大纲级别"]
    assert found["F4"] == ["“一、总体情况”：加粗", "“三、存在问题”：加粗"]
    assert found["S7"] == ["“根据鄂安发[2022]26号文件,各…”：发[2022]26号"]
    assert found["S8"] == ["“根据鄂安发[2022]26号文件,各…”：半角标点 件,"]
    assert found["S9"] == ["“2023年07月05日”：2023年07月05日"]
    assert found["S10"] == ["正文：有未处理的插入"]
    assert found["S11"] == ["“截至2022年底，全市生产安全事故死…”：用空格缩进"]
    assert found["E7"][0] == "“此页无正文”：出现“此页无正文”"
    assert found["M5"] == ["“联系人：张三，13912345678”：电话号码 139…"]
