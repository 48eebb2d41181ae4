"""A finished document: nothing travels along unseen, nothing an author types is a program, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from evaluation.export.document import document
from lxml import etree
from PIL import Image

from tests.export.manuscripts import annex, charts, letter, manuscript

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(*markdowns: str, docs: Path | None = None, **changes: object) -> dict[str, bytes]:
    content, _ = document(manuscript(*markdowns), letter(**changes), charts, docs=docs)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(parts: dict[str, bytes], name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts[name])


def words(parts: dict[str, bytes]) -> str:
    return "\n".join("".join(node.text or "" for node in block.iter(f"{W}t")) for block in xml(parts).iter(f"{W}p"))


# ------------------------------------------------------------------------------------------------- what is in it


def test_the_package_holds_these_parts_and_no_other():
    assert sorted(made()) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml",
        "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "word/footer3.xml", "word/footer4.xml",
        "word/footnotes.xml", "word/media/image1.png", "word/settings.xml", "word/styles.xml", "word/theme/theme1.xml",
    ]  # fmt: skip


def test_its_properties_name_title_authority_and_the_plans_day_alone():
    properties = {child.tag.rpartition("}")[2]: child.text for child in xml(made(), "docProps/core.xml")}

    assert properties == {
        "title": "鄂尔多斯市“十四五”应急体系建设规划实施情况中期评估报告",
        "creator": "鄂尔多斯市应急管理局",
        "language": "zh-CN",
        "created": "2023-09-05T00:00:00Z",
        "modified": "2023-09-05T00:00:00Z",
    }


def test_every_font_is_named_with_its_other_name():
    fonts = {font.get(f"{W}name"): [a.get(f"{W}val") for a in font.iter(f"{W}altName")] for font in xml(made(), "word/fontTable.xml")}

    assert fonts == {
        "方正小标宋简体": ["方正小标宋_GBK"],
        "仿宋_GB2312": ["仿宋"],
        "楷体_GB2312": ["楷体"],
        "黑体": ["SimHei"],
        "宋体": ["SimSun"],
        "Times New Roman": [],
    }


def test_the_preset_for_windows_names_what_windows_has():
    fonts = {font.get(f"{W}name") for font in xml(made(fonts="windows-fonts"), "word/fontTable.xml")}
    named = set(re.findall(r'eastAsia="([^"]+)"', made(fonts="windows-fonts")["word/styles.xml"].decode())) - {"zh-CN"}

    assert fonts == {"华文中宋", "仿宋", "楷体", "黑体", "宋体", "Times New Roman"}
    assert named <= fonts


def test_captions_count_by_a_field_and_mentions_refer_to_them():
    fields = [node.text.strip() for node in xml(made()).iter(f"{W}instrText")]

    assert [one for one in fields if one.startswith("SEQ")] == ["SEQ 表 \\* ARABIC", "SEQ 图 \\* ARABIC", "SEQ 表 \\* ARABIC"]
    assert [one for one in fields if one.startswith("REF")] == ["REF _Ref_table_1 \\h", "REF _Ref_figure_1 \\h", "REF _Ref_table_2 \\h"]


def test_footnotes_are_circled_and_begin_anew_on_each_page():
    notes = [section.find(f"{W}footnotePr") for section in xml(made()).iter(f"{W}sectPr")]

    assert {tuple(child.get(f"{W}val") for child in note) for note in notes} == {("decimalEnclosedCircleChinese", "eachPage")}


def test_a_picture_says_what_it_shows():
    described = {node.get("descr") for node in xml(made()).iter("{*}docPr")} - {"版记：抄送机关、印发机关和印发日期"}

    assert described == {"2020年至2022年全市生产安全事故死亡人数由52人降至46人，低于目标路径。"}


def test_the_contents_hold_page_numbers_and_ask_nothing_on_opening():
    parts = made()
    entries = ["".join(t.text or "" for t in block.iter(f"{W}t")) for block in xml(parts).iter(f"{W}p") if _style(block).startswith("TOC")]

    assert [re.sub(r"[0-9]+$", "", entry) for entry in entries] == [
        "一、《规划》实施进展", "（一）主要目标指标进展", "（二）工作任务进展", "二、规划实施面临的风险与挑战",
        "三、进一步推进《规划》实施的对策建议",
    ]  # fmt: skip
    numbers = [int(re.search(r"[0-9]+$", entry)[0]) for entry in entries]
    assert numbers == sorted(numbers) and numbers[0] == 1
    assert b"updateFields" not in parts["word/settings.xml"]
    assert b"dirty" not in parts["word/document.xml"]


def _style(block: etree._Element) -> str:
    found = block.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


# ------------------------------------------------------------------------------------------------- what never is


HOSTILE = {
    "raw OpenXML": "````{=openxml}\n<w:p><w:r><w:t>藏</w:t></w:r></w:p>\n````\n\n`<w:br/>`{=openxml}",
    "metadata block": "---\ntitle: 别的标题\nauthor: 张三\nkeywords: [秘密]\n---\n\n正文。",
    "a second metadata block": "正文。\n\n---\nreference-doc: /etc/passwd\n...\n",
    "raw HTML": "<script>alert(1)</script>\n\n<w:p/>\n\n<!-- 批注：13800000000 -->",
    "TeX": "\\input{/etc/passwd} $\\include{a}$ \\\\(x\\\\)",
    "custom style": "::: {custom-style=\"Title\"}\n冒充标题\n:::\n\n[冒充]{custom-style=\"Heading 1\"}",
    "attributes": "# 一、标题 {#id .class custom-style=Title}\n\n![图](/charts/city-I01.svg){width=900cm}",
    "include": "!include /etc/passwd\n\n--8<-- \"secret\"",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_an_author_types_is_a_program_or_a_property(text):
    plain, hostile = made("# 一、标题\n\n正文。\n"), made(f"# 一、标题\n\n{text}\n")

    assert hostile["docProps/core.xml"] == plain["docProps/core.xml"]
    assert not [name for name in hostile if name not in plain and not name.startswith("word/media/")]
    styles = {_style(block) for block in xml(hostile).iter(f"{W}p")} - {_style(block) for block in xml(plain).iter(f"{W}p")}
    assert styles <= {"Figure"}
    assert "root:" not in words(hostile)


def test_a_link_in_a_footnote_keeps_its_address():
    parts = made("# 一、标题\n\n正文。[^1]\n\n[^1]: 见[网站](https://a.example/)。\n")
    targets = [r.get("Target") for r in xml(parts, "word/_rels/footnotes.xml.rels")]
    called = [link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") for link in xml(parts, "word/footnotes.xml").iter(f"{W}hyperlink")]

    assert targets == ["https://a.example/"]
    assert called == [r.get("Id") for r in xml(parts, "word/_rels/footnotes.xml.rels")]


def test_what_was_typed_as_a_program_is_shown_as_text():
    shown = words(made("# 一、标题\n\n`<w:br/>`{=openxml}\n\n$\\include{a}$\n"))

    assert "<w:br/>{=openxml}" in shown
    assert "$\\include{a}$" in shown


def test_nothing_of_the_person_or_the_machine_is_in_any_part(tmp_path, monkeypatch):
    monkeypatch.setenv("USERNAME", "某某职员")
    monkeypatch.setenv("USER", "某某职员")
    docs = tmp_path / "docs"
    (docs / "report").mkdir(parents=True)
    image = Image.new("RGB", (60, 40), (120, 120, 120))
    exif = image.getexif()
    exif[0x010E], exif[0x013B], exif[0x8298] = "批注：内部", "某某摄影", "13800000000"
    image.save(docs / "report" / "photo.jpg", exif=exif, comment="批注：内部")

    parts = made("# 一、标题\n\n![现场](photo.jpg)\n", docs=docs)

    for name, content in parts.items():
        text = content.decode("utf-8", "ignore")
        for secret in ("某某职员", "某某摄影", "13800000000", "批注", str(tmp_path), "photo.jpg", "report/01", os.uname().nodename):
            assert secret not in text, (name, secret)
    assert Image.open(io.BytesIO(parts["word/media/image1.jpg"])).getexif() == {}


def test_every_link_that_leads_outside_was_typed_as_a_web_or_mail_address():
    text = "# 一、标题\n\n[甲](https://a.example/)[乙](mailto:a@b.example)[丙](/banners/x.md)[丁](file:///etc/passwd)[戊](\\\\server\\share)\n"
    parts = made(text)
    links = [r.get("Target") for r in xml(parts, "word/_rels/document.xml.rels") if r.get("TargetMode") == "External"]

    assert links == ["https://a.example/", "mailto:a@b.example"]
    assert "甲乙丙丁【链接已删除】" in words(parts)


# ------------------------------------------------------------------------------------------------- the same bytes

MAKE = """
import hashlib, sys
from evaluation.export.document import document
from tests.export.manuscripts import annex, charts, letter, manuscript
print(hashlib.sha256(document(manuscript(), letter(), charts, (annex(),))[0]).hexdigest())
"""
ELSEWHERE = [
    {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LANG": "zh_CN.GB18030", "LC_ALL": "C"},
    {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4242", "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "0", "USERNAME": "某人"},
]


@pytest.mark.parametrize("environment", ELSEWHERE, ids=["Shanghai", "Los Angeles"])
def test_the_bytes_are_the_same_elsewhere(tmp_path, environment):
    """Another zone, language, hash seed, folder, user and mask."""
    here = hashlib.sha256(document(manuscript(), letter(), charts, (annex(),))[0]).hexdigest()
    run = subprocess.run(
        ["sh", "-c", 'umask 077; exec "$0" -c "$1"', sys.executable, MAKE],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'hooks'}{os.pathsep}{ROOT}", **environment},
    )

    assert (run.stdout.strip(), run.stderr) == (here, "")


def test_every_entry_bears_the_same_date():
    content, _ = document(manuscript(), letter(), charts)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = {(entry.date_time, entry.create_system, entry.external_attr) for entry in archive.infolist()}

    assert told == {((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)}


def test_another_date_changes_only_what_shows_it():
    one, other = made(), made(date=date(2024, 1, 2))

    assert [name for name in one if one[name] != other[name]] == ["word/document.xml"]
