"""What is typed wrong is said in one Chinese sentence with what to write instead, whatever Python says of it."""

from __future__ import annotations

import argparse

import pytest
from console.options import Parser, count

TYPED = {
    ("--strikt",): "不认识“--strikt”。是否想写 --strict？",
    ("--jobbs=3",): "不认识“--jobbs”。是否想写 --jobs？",
    ("--nonsense",): "不认识“--nonsense”。可写：--strict、--profile、--jobs、--large、--style、--json、--sarif。",
    ("东胜区",): "多写了“东胜区”。",
    ("--profile", "web"): "--profile 写的是“web”，可写：local、server。",
    ("--profile",): "--profile 后面要写内容。",
    ("--strict=1",): "--strict 后面不写内容，却写了“1”。",
    ("--jobs", "0"): "--jobs 写的是“0”，要写大于 0 的整数。",
    ("--jobs", "-2"): "--jobs 写的是“-2”，要写大于 0 的整数。",
    ("--jobs", "两个"): "--jobs 写的是“两个”，要写大于 0 的整数。",
    ("--large", "1.5"): "--large 写的是“1.5”，要写整数。",
    ("--json", "--sarif", "a"): "--sarif 和 --json 只写一个。",
    ("--st",): "“--st”可以是 --strict、--style：请写全。",
}


def parser() -> Parser:
    made = Parser("build")
    made.add_argument("--strict", action="store_true")
    made.add_argument("--profile", choices=("local", "server"))
    made.add_argument("--jobs", type=count, default=1)
    made.add_argument("--large", type=int)
    made.add_argument("--style")
    made.add_argument("--into", help=argparse.SUPPRESS)
    either = made.add_mutually_exclusive_group()
    either.add_argument("--json", action="store_true")
    either.add_argument("--sarif")
    return made


def said(made: Parser, typed: tuple[str, ...], capsys) -> str:
    with pytest.raises(SystemExit) as ended:
        made.parse_args(typed)
    out, told = capsys.readouterr()
    assert (ended.value.code, out) == (2, "")
    return told


@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
def test_what_is_wrong_is_said_in_one_sentence(typed, capsys):
    assert said(parser(), typed, capsys) == f"{TYPED[typed]}用法见 run.py build --help。\n"


def test_what_is_owed_is_named(capsys):
    made = Parser("rollup")
    made.add_argument("sources", nargs="+", metavar="来源")
    made.add_argument("--name", required=True)

    assert said(made, (), capsys) == "还要写来源、--name。用法见 run.py rollup --help。\n"


def test_what_has_no_sentence_here_is_told_as_python_tells_it(capsys):
    with pytest.raises(SystemExit):
        parser().error("something new")

    assert capsys.readouterr().err == "命令写得不对（something new）。用法见 run.py build --help。\n"


@pytest.mark.parametrize("text", ["1", "16", "007"])
def test_a_count_is_a_whole_number_from_1(text):
    assert count(text) == int(text)
