"""The way of a unit that knows only Word and Excel: form, filled in, read, accepted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from openpyxl import load_workbook


def command(project: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(project / "hooks"), str(project / "scripts")]), "PYTHONUTF8": "1"}
    call = [sys.executable, str(project / "scripts" / f"{name}.py"), *arguments]
    return subprocess.run(call, capture_output=True, encoding="utf-8", env=environment, cwd=project)


def test_a_form_filled_in_becomes_a_draft_and_is_taken_only_when_accepted(project_copy):
    project = project_copy()
    data = project / "data" / "reports" / "zhungeer.yml"
    before = data.read_bytes()
    assert command(project, "form", "准旗").returncode == 0
    path = project / "drafts" / "forms" / "准格尔旗数据表.xlsx"
    book = load_workbook(path)
    book["指标数据"]["C3"] = 12
    book.save(path)

    read = command(project, "intake", str(path))
    assert (read.returncode, read.stdout, data.read_bytes()) == (0, "数据　指标数据 I01 2020 数值：11 → 12\n", before)

    kept = command(project, "intake", str(path), "--accept")
    assert kept.stderr.splitlines()[-1] == "未动　data/reports/zhungeer.yml 已有，加 --replace 换掉"
    assert data.read_bytes() == before

    taken = command(project, "intake", str(path), "--accept", "--replace")
    assert taken.stderr.splitlines()[-1] == "收下　data/reports/zhungeer.yml"
    assert command(project, "intake", str(path)).stdout == ""


def test_a_file_that_cannot_be_read_is_a_fault_and_an_unknown_unit_a_usage_error(project_copy):
    project = project_copy()
    (project / "报告.doc").write_bytes(b"old")

    faulty = command(project, "intake", "报告.doc", "--unit", "准旗")
    assert (faulty.returncode, faulty.stdout) == (1, "报告.doc:1:1: 不读 .doc 文件。报来的应是 .docx 和 .xlsx 文件。\n")
    unknown = command(project, "form", "准格旗")
    assert (unknown.returncode, unknown.stderr) == (2, "没有名为“准格旗”的单位。是否想写 “准格尔旗”、“准旗”。\n")
