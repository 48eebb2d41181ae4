"""What is typed after a command: whatever is wrong with it is said in one Chinese sentence, with what to write instead."""

from __future__ import annotations

import argparse
import re
import sys
from difflib import get_close_matches
from typing import NoReturn

import console

SENTENCES = (
    (r"the following arguments are required: (.*)", "还要写{0}。"),
    (r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)", "{0} 写的是“{1}”，可写：{2}。"),
    (r"argument (.*?): invalid int value: '(.*)'", "{0} 写的是“{1}”，要写整数。"),
    (r"argument (.*?): expected (?:one|at least one) argument", "{0} 后面要写内容。"),
    (r"argument (.*?): ignored explicit argument '(.*)'", "{0} 后面不写内容，却写了“{1}”。"),
    (r"argument (.*?): not allowed with argument (.*)", "{0} 和 {1} 只写一个。"),
    (r"ambiguous option: (.*?) could match (.*)", "“{0}”可以是 {1}：请写全。"),
    (r"argument (.*?): ([^\x00-\x7f].*)", "{0} {1}。"),
)
"""What argparse says, and what is said in its place; the last is what `count` and its like say themselves."""


class Parser(argparse.ArgumentParser):
    """Of one command. Exits with 2 where it does not understand what was typed."""

    def __init__(self, command: str) -> None:
        super().__init__(prog=f"run.py {command}", add_help=False)

    def error(self, message: str) -> NoReturn:
        print(f"{self._sentence(message)}用法见 {self.prog} --help。", file=sys.stderr)
        sys.exit(console.EXIT_USAGE)

    def _sentence(self, message: str) -> str:
        unknown = re.fullmatch(r"unrecognized arguments: (\S+).*", message, re.DOTALL)
        if unknown:
            return self._unknown(unknown[1].partition("=")[0])
        for said, sentence in SENTENCES:
            found = re.fullmatch(said, message, re.DOTALL)
            if found:
                return sentence.format(*(part.replace("'", "").replace(", ", "、") for part in found.groups()))
        return f"命令写得不对（{message}）。"

    def _unknown(self, word: str) -> str:
        options = [option for action in self._actions if action.help != argparse.SUPPRESS for option in action.option_strings]
        if not (word.startswith("-") and options):
            return f"多写了“{word}”。"
        near = get_close_matches(word.strip("-"), [option.strip("-") for option in options], n=1)
        return f"不认识“{word}”。" + (f"是否想写 --{near[0]}？" if near else f"可写：{'、'.join(options)}。")


def count(text: str) -> int:
    """A whole number from 1, for an option that tells how many."""
    if not re.fullmatch("[0-9]+", text) or int(text) == 0:
        raise argparse.ArgumentTypeError(f"写的是“{text}”，要写大于 0 的整数")
    return int(text)
