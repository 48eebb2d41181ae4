"""The command on whatever file an office hands it: findings, a summary, and an exit code a script can use."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from evaluation.conform import RULES

import conform as command
from tests.conform.word import Word, rich

PACKAGE = Path(command.__file__).parents[1] / "hooks" / "evaluation" / "conform"


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    (folder / "good.docx").write_bytes(rich())
    for name, old, new in (("must", "2023年9月5日", "2023年09月05日"), ("house", "<w:tblHeader/>", "")):
        word = Word(rich())
        word.text(old, new)
        (folder / f"{name}.docx").write_bytes(word.packed())
    (folder / "text.docx").write_text("自评估报告", encoding="utf-8")
    return folder


def test_a_conforming_file_is_one_line_and_success(files, capsys):
    assert command.main([str(files / "good.docx")]) == 0
    assert capsys.readouterr().out == f"{files / 'good.docx'}：{len(RULES)} 条规则，不符合：应当 0、一般 0、通行 0。\n"


def test_a_broken_must_rule_names_clause_place_and_fault_and_fails(files, capsys):
    assert command.main([str(files / "must.docx")]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"{files / 'must.docx'}：不符合 S9［应当，7.3.5.4］成文日期用阿拉伯数字，月、日不编虚位",
        "    “2023年09月05日”：2023年09月05日",
    ]


def test_a_broken_house_rule_is_told_and_does_not_fail(files, capsys):
    assert command.main([str(files / "house.docx")]) == 0
    assert "不符合 T2［通行，—］" in capsys.readouterr().out


def test_all_lists_every_rule_once(files, capsys):
    command.main([str(files / "must.docx"), "--all"])
    lines = [line for line in capsys.readouterr().out.splitlines() if "］" in line]

    assert len(lines) == len(RULES)
    assert sum("：符合" in line for line in lines) == len(RULES) - 1


def test_json_holds_good_broken_and_unreadable_files_alike(files, capsys):
    names = ("good.docx", "must.docx", "text.docx")
    assert command.main([*(str(files / name) for name in names), "--json"]) == 1

    good, must, text = json.loads(capsys.readouterr().out)
    assert good == {"file": "good.docx", "rules": len(RULES), "broken": []}
    assert must["broken"] == [
        {
            "id": "S9",
            "clause": "7.3.5.4",
            "severity": "must",
            "title": "成文日期用阿拉伯数字，月、日不编虚位",
            "places": [{"where": "“2023年09月05日”", "what": "2023年09月05日"}],
        }
    ]
    assert text == {"file": "text.docx", "unreadable": "不是 DOCX 文件（打不开压缩包）"}


@pytest.mark.parametrize(("name", "sentence"), [("text.docx", "不是 DOCX 文件（打不开压缩包）"), ("none.docx", "没有这个文件"), (".", "不是文件")])
def test_what_cannot_be_read_gets_a_sentence_and_fails(files, capsys, name, sentence):
    assert command.main([str(files / name)]) == 1
    assert capsys.readouterr().err == f"{files / name}：{sentence}。\n"


def test_rules_have_ids_of_their_own_and_a_must_of_the_standard_its_clause():
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"—|[5-9](\.[0-9]+)*", rule.clause), rule.id


def test_the_check_imports_nothing_of_what_makes_documents():
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in getattr(node, "names", ()) if isinstance(node, ast.Import)]
            assert all(not name.startswith("evaluation.") or name.startswith("evaluation.conform") for name in names), path
