"""run.py style names what is written otherwise than in official texts, in Word files, Markdown and plain text."""

from __future__ import annotations

import json
from pathlib import Path

import style

from tests.style.test_word import file

ROOT = Path(__file__).resolve().parents[1]


def told(capsys, *argv: str) -> tuple[int, list[str], list[str]]:
    code = style.main(list(argv))
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err.splitlines()


def test_a_word_file_is_read_by_paragraphs(tmp_path, capsys):
    path = tmp_path / "方案.docx"
    path.write_bytes(file(("总体", 0), ("时限：截止2023年06月30日", None)))

    assert told(capsys, str(path)) == (
        1,
        [
            f"{path}:2:4: “截止”加时间。写“截至”；“截止”后面不带时间。",
            f"{path}:2:6: 日期“2023年06月30日”编了虚位。写“2023年6月30日”。",
        ],
        ["1 个文件，问题 2 个，提示 0 条。"],
    )


def test_markdown_keeps_its_columns(tmp_path, capsys):
    path = tmp_path / "a.md"
    path.write_text("# 进展。\n\n- 其它`2023年06月`{{ 值 甲 }}\n", encoding="utf-8")

    assert told(capsys, str(path))[1] == [
        f"{path}:1:5: 标题末尾有“。”。删去标题末尾的标点。",
        f"{path}:3:3: “其它”。写“其他”。",
    ]


def test_the_work_plan_is_read_with_all_its_faults(capsys):
    code, lines, summary = told(capsys, str(ROOT / "tests/fixtures/work-plan.txt"))

    assert (code, len(lines), summary) == (1, 12, ["1 个文件，问题 12 个，提示 0 条。"])


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(tmp_path, capsys):
    bad, good = tmp_path / "a.txt", tmp_path / "b.txt"
    bad.write_bytes("规划".encode("gbk"))
    good.write_text("其它", encoding="utf-8")

    code, lines, summary = told(capsys, str(bad), str(good), "--json")

    assert code == 1
    assert [row["what"] for row in json.loads("\n".join(lines))] == ["“其它”"]
    assert summary == [f"{bad}：不是 UTF-8 编码，请另存为 UTF-8；.doc、.wps 请先另存为 .docx。", "2 个文件，问题 1 个，提示 0 条。"]


def test_documents_of_our_own_are_clean(site, capsys):
    code, lines, _ = told(capsys, *map(str, sorted((site / "documents").glob("*.docx"))))

    assert (code, [line for line in lines if "提示" not in line]) == (0, [])
