"""检查文稿的公文写法：序号、发文字号、日期、附件号、标题标点、计量单位、用词。

用法：run.py style 文件… [--json] [--debug]

文件可以是 Word（.docx，自动编号按显示出来的样子检查）、Markdown（.md）或纯文本（.txt）。
字体、页边距等格式用 run.py conform 检查；本项目 docs/ 里的文稿，run.py check 已经检查过。
每个问题一行：文件:行:列: 什么错。怎么改。 Word 文件的“行”是第几段。带“提示”的只是建议。
退出码：0 没有问题，1 有问题，2 用法不对。
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import console
from console.options import Parser
from evaluation.conform.package import Unreadable
from evaluation.problems import Place, Problem, in_order
from evaluation.prose.official import lines_of_markdown
from evaluation.style import RULES, Line
from evaluation.style.plain import lines_of_text
from evaluation.style.word import lines_of

Read = tuple[tuple[Line, ...], tuple[int, ...]]
"""Lines, and how far from the beginning of its line in the file each begins."""


def main(argv: list[str]) -> int:
    parser = Parser("style")
    parser.add_argument("files", nargs="+", type=Path, metavar="文件")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    found, unreadable = [], []
    for path in options.files:
        try:
            found += problems_of(path)
        except (Unreadable, OSError, UnicodeDecodeError) as error:
            unreadable.append(f"{path}：{reason(error)}。")
    console.print_problems(in_order(found), options.json)
    for line in unreadable:
        print(line, file=sys.stderr)
    faults = sum(not problem.note for problem in found)
    print(f"{len(options.files)} 个文件，问题 {faults} 个，提示 {len(found) - faults} 条。", file=sys.stderr)
    return console.EXIT_FAULTS if faults or unreadable else console.EXIT_OK


def problems_of(path: Path) -> Iterator[Problem]:
    lines, starts = read(path)
    for rule in RULES:
        for slip in rule(lines):
            place = Place(path.as_posix(), slip.line + 1, starts[slip.line] + slip.start + 1)
            yield Problem(place, slip.what, slip.fix, rule.__name__, note=slip.note)


def read(path: Path) -> Read:
    data = path.read_bytes()
    if path.suffix.lower() == ".docx":
        lines = lines_of(data)
        return lines, (0,) * len(lines)
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return lines_of_markdown(text) if path.suffix.lower() == ".md" else lines_of_text(text)


def reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 编码，请另存为 UTF-8；.doc、.wps 请先另存为 .docx"
    return str(error) if isinstance(error, Unreadable) else f"打不开（{error.strerror}）"


if __name__ == "__main__":
    console.run(main)
