"""Any document without the site: the very bytes of the site, the list of contacts only when asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
CONTACTS = """\
contacts:
  - unit: 市某某公司
    name: 李某
    position: 科长
    phone: 0477-0000002
  - unit: zhungeer
    name: 张某某
    position: 副局长
    phone: 0477-0000001
"""


@pytest.fixture(scope="module")
def project(project_copy) -> Path:
    return project_copy()


def document(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(project / "hooks"), str(project / "scripts")]), "PYTHONUTF8": "1"}
    call = [sys.executable, str(project / "scripts" / "document.py"), *arguments]
    return subprocess.run(call, capture_output=True, encoding="utf-8", env=environment, cwd=project)


def words(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [node.text for node in etree.fromstring(archive.read("word/document.xml")).iter(TEXT)]


def test_a_unit_by_its_alias_gets_the_very_bytes_of_the_site(project, site, tmp_path):
    made = document(project, "准旗", "city", "--out", str(tmp_path))

    assert (made.returncode, made.stdout) == (0, f"{tmp_path / 'city.docx'}\n{tmp_path / 'zhungeer.docx'}\n")
    for name in ("city.docx", "zhungeer.docx"):
        assert (tmp_path / name).read_bytes() == (site / "documents" / name).read_bytes()


def test_an_unknown_unit_is_a_usage_error_that_names_the_nearest(project, tmp_path):
    wrong = document(project, "准格", "--out", str(tmp_path / "out"))

    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "没有名为“准格”的单位。是否想写 “准格尔”。\n"
    assert not (tmp_path / "out").exists()


def test_contacts_are_made_alone_and_in_the_order_of_the_register(project, tmp_path):
    private = project / "data" / "private"
    private.mkdir(exist_ok=True)
    (private / "contacts.yml").write_text(CONTACTS, encoding="utf-8")
    made = document(project, "--contacts", "--out", str(tmp_path))
    shutil.rmtree(private)

    assert (made.returncode, made.stdout) == (0, f"{tmp_path / 'contacts.docx'}\n")
    assert words(tmp_path / "contacts.docx") == [
        "附件2", "规划中期评估工作联络人员名单", "单位名称", "姓名", "职务", "联系方式",
        "准格尔旗", "张某某", "副局长", "0477-0000001", "市某某公司", "李某", "科长", "0477-0000002",
    ]  # fmt: skip


def test_without_a_list_of_contacts_nothing_is_made_and_the_file_is_named(project, tmp_path):
    made = document(project, "--contacts", "--out", str(tmp_path))

    assert (made.returncode, made.stdout) == (1, "data/private/contacts.yml:1:1: 没有这个文件。按“怎样填数据”一页补上这个文件。\n")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_is_marked_in_the_document_and_with_strict_nothing_is_made(project, tmp_path):
    section = project / "docs" / "departments" / "gongxin" / "tasks.md"
    before = section.read_text(encoding="utf-8")
    section.write_text(before + "\n\n![现场照片](photo.png)\n", encoding="utf-8")
    strict = document(project, "gongxin", "--strict", "--out", str(tmp_path / "strict"))
    made = document(project, "gongxin", "--out", str(tmp_path))
    section.write_text(before, encoding="utf-8")

    line = f"docs/departments/gongxin/tasks.md:{len(before.splitlines()) + 3}:9: 图片不在 docs/ 里：photo.png。把 PNG 或 JPEG 图片放进 docs/，用相对路径引用。\n"
    assert (strict.returncode, strict.stdout, strict.stderr) == (1, line, "共 1 个问题，--strict 不生成文件。\n")
    assert not (tmp_path / "strict").exists()
    assert (made.returncode, made.stdout) == (1, f"{line}{tmp_path / 'gongxin.docx'}\n")
    assert "【图片缺失：现场照片】" in words(tmp_path / "gongxin.docx")
