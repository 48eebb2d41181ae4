"""Bad input: said with its place, and the document still made with the fault visibly marked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.export.document import document
from evaluation.export.fault import placed
from lxml import etree
from PIL import Image

from tests.export.manuscripts import annex, charts, letter, manuscript

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIDE = " | ".join(f"Undividable{number:02}" for number in range(20))


def paragraphs(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(node.text or "" for node in block.iter(f"{W}t")) for block in root.iter(f"{W}p")]


def project(root: Path, text: str) -> Path:
    """docs/ with the author's file, its front matter above the text, and pictures of each sort."""
    docs = root / "docs"
    (docs / "report").mkdir(parents=True)
    (docs / "report" / "01.md").write_text(f"---\ntitle: 章\n---\n\n{text}", encoding="utf-8")
    Image.new("L", (40, 30), 128).save(docs / "report" / "good.png")
    (docs / "report" / "half.png").write_bytes((docs / "report" / "good.png").read_bytes()[:60])
    (docs / "report" / "drawing.svg").write_text("<svg/>", encoding="utf-8")
    (root / "secret.png").write_bytes((docs / "report" / "good.png").read_bytes())
    return docs


HEAD = "docs/report/01.md"
CASES = {
    "picture cut off": (
        "# 一、进展\n\n![现场](half.png)\n",
        f"{HEAD}:7:7: 图片读不出来，不是完整的 PNG 或 JPEG 文件：half.png。重新导出为 PNG 或 JPEG 再放进 docs/。",
        "【图片缺失：现场】",
    ),
    "picture of another kind": (
        "# 一、进展\n\n![现场](drawing.svg)\n",
        f"{HEAD}:7:7: 图片读不出来，不是完整的 PNG 或 JPEG 文件：drawing.svg。重新导出为 PNG 或 JPEG 再放进 docs/。",
        "【图片缺失：现场】",
    ),
    "picture outside": (
        "# 一、进展\n\n![现场](../../secret.png)\n",
        f"{HEAD}:7:7: 图片不在 docs/ 里：../../secret.png。把 PNG 或 JPEG 图片放进 docs/，用相对路径引用。",
        "【图片缺失：现场】",
    ),
    "picture from the web": (
        "# 一、进展\n\n![现场](https://example.org/a.png)\n",
        f"{HEAD}:7:7: 图片不在 docs/ 里：https://example.org/a.png。把 PNG 或 JPEG 图片放进 docs/，用相对路径引用。",
        "【图片缺失：现场】",
    ),
    "picture in a table": (
        "# 一、进展\n\n| 甲 |\n| --- |\n| ![现场](good.png) |\n",
        f"{HEAD}:9:9: 表格里的图片放不进公文：good.png。把图片移到表格之外。",
        "【图片缺失：现场】",
    ),
    "picture without words": (
        "# 一、进展\n\n![](good.png)\n",
        f"{HEAD}:7:5: 图片没有替代文字：good.png。在 ![ ] 的方括号里写明图中内容。",
        "",
    ),
    "no such chart": (
        "# 一、进展\n\n![死亡人数](/charts/no-such.svg)\n",
        f"{HEAD}:7:9: 没有这幅图：/charts/no-such.svg。核对图的名称，或删去这幅图。",
        "【图片缺失：死亡人数】",
    ),
    "table wider than the turned sheet": (
        f"# 一、进展\n\n表1　对照\n\n| {WIDE} |\n|{' --- |' * 20}\n| {WIDE} |\n",
        f"{HEAD}:7:4: 表格“表1　对照”太宽，横排页面也放不下。减少列数，或拆成两张表。",
        "【表格过宽：横排页面也放不下】",
    ),
    "heading that skips a level": (
        "# 一、煤矿进展\n\n### 煤矿\n",
        f"{HEAD}:7:3: 标题“煤矿”是第3级，越过了第2级。补上中间一级标题，或减少 # 的个数。",
        "煤矿【标题越级】",
    ),
    "heading of a fifth level": (
        "# 一、进\n\n## （一）进\n\n### 1.进\n\n#### （1）进\n\n##### 更深\n",
        f"{HEAD}:13:5: 标题“更深”是第5级，公文标题最多四级。改为正文，或提高标题级别。",
        "更深【标题超过四级】",
    ),
    "annex that is not there": (
        "# 一、进展\n\n详见附件2。\n",
        f"{HEAD}:7:3: 文中提到附件2，但这份文件没有附件2。补上附件，或改正文中的附件号。",
        "详见附件2【缺附件2】。",
    ),
    "link that runs": (
        "# 一、进展\n\n见[网站](javascript:alert)。\n",
        f"{HEAD}:7:7: 链接 javascript:alert 不能写进公文。只用 http、https、mailto 链接，或站内页面。",
        "见网站【链接已删除】。",
    ),
}


@pytest.mark.parametrize(("text", "said", "marked"), CASES.values(), ids=CASES)
def test_a_fault_is_said_with_its_line_and_marked_in_the_document(tmp_path, text, said, marked):
    docs = project(tmp_path, text)

    content, faults = document(manuscript(text), letter(), charts, docs=docs)

    assert [str(problem) for problem in placed(faults, docs)] == [said]
    assert marked in paragraphs(content)


def test_a_title_line_too_long_for_the_cover_is_said_and_marked(tmp_path):
    title = "一二三四五六七八九十一二三四五六七八九十一二\n报告"
    (tmp_path / "docs").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yml").write_text('title: 规划\nreport_title: "一二三四五六七八九十一二三四五六七八九十一二\\n报告"\n', encoding="utf-8")
    whole = replace(letter(), title=title, signature="一二三四五六七八九十一二三四五六七八九十一二")

    content, faults = document(manuscript("# 一、进展\n\n正文。\n"), whole, charts, docs=tmp_path / "docs")

    assert [str(problem) for problem in placed(faults, tmp_path / "docs")] == [
        "data/plan.yml:2:16: 封面标题的一行“一二三四五六七八九十一二三四五六七八九十一二”超过20字，放不下。缩短标题，或在标题中换行。"
    ]
    assert "【标题过长：封面一行最多20字】" in paragraphs(content)


def test_faults_of_one_document_come_all_at_once(tmp_path):
    text = "# 一、进展\n\n### 1.煤矿\n\n见附件3。\n\n![现场](half.png)\n"
    docs = project(tmp_path, text)

    _, faults = document(manuscript(text), letter(), charts, docs=docs)

    assert [(p.rule, str(p.where)) for p in placed(faults, docs)] == [
        ("heading-level", f"{HEAD}:7:7"),
        ("missing-annex", f"{HEAD}:9:2"),
        ("document-picture", f"{HEAD}:11:7"),
    ]


def test_what_is_in_order_has_no_fault():
    assert document(manuscript("# 一、进展\n\n详见附件。\n"), letter(), charts, (annex(),))[1] == ()


def test_an_annex_of_another_document_is_not_missed():
    text = "# 一、进展\n\n按照《工作方案》附件2填报。\n"

    assert document(manuscript(text), letter(), charts)[1] == ()
