"""检查数据和文稿，把全部问题逐条列出，不生成网页、图和 DOCX。

用法：run.py check [--unit 单位] [--fix] [--json] [--sarif 文件] [--root 文件夹] [--debug]

  --unit    只列一个单位的问题；写编号、名称或别名，全市自己的文件写 全市
  --fix     把能稳妥改正的地方直接改好，逐条列出改了什么，再检查一遍
  --json    输出 JSON，供其他程序使用
  --sarif   另存 SARIF 2.1.0，供编辑器和代码平台显示；写 - 则输出到屏幕
  --root    检查别处的一份资料（缺省为本项目）

每个问题一行：文件:行:列: 什么错。怎么改。 带“提示”的只是建议，不影响发布。
退出码：0 没有问题，1 有问题，2 用法不对。
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import console
from console.files import Made, make_edits
from console.options import Parser
from console.sarif import sarif
from evaluation.cache import cache_of
from evaluation.model import Evaluation
from evaluation.problems import Problem, in_order
from evaluation.proof import proofread
from evaluation.render.kept import recall_answers
from evaluation.render.site import drafts_of
from evaluation.render.view import View

CITY = "全市"


def main(argv: list[str]) -> int:
    parser = Parser("check")
    parser.add_argument("--unit")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("--root", type=Path, default=console.ROOT)
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true")
    output.add_argument("--sarif", metavar="FILE")
    options = parser.parse_args(argv)
    evaluation, problems = checked(options.root)
    wanted = wanted_unit(evaluation, options.unit)
    if wanted is None:
        return console.EXIT_USAGE
    if options.fix:
        made = make_edits(options.root, [p.edit for p in problems if p.edit and wanted(p)])
        tell(made, sys.stderr if options.json or options.sarif == "-" else sys.stdout)
        evaluation, problems = checked(options.root) if made else (evaluation, problems)
    shown = tuple(problem for problem in problems if wanted(problem))
    show(shown, options)
    summarise(shown, evaluation)
    return console.EXIT_FAULTS if any(not problem.note for problem in shown) else console.EXIT_OK


def checked(root: Path) -> tuple[Evaluation | None, tuple[Problem, ...]]:
    """load → check → read the texts → fill the references, as a build does, and all that is wrong."""
    cache = cache_of(root)
    proof = proofread(root, cache)
    if proof.evaluation is None:
        return None, proof.problems
    view = View(proof.evaluation, proof.assessment)
    recall_answers(view, cache, proof.data)
    return proof.evaluation, in_order((*proof.problems, *drafts_of(view, cache).problems))


def wanted_unit(evaluation: Evaluation | None, name: str | None):
    """Which problems to show; None with a sentence when there is no such unit."""
    if name is None or evaluation is None:
        return lambda problem: True
    if name == CITY:
        return lambda problem: problem.unit is None
    units = console.units_named(evaluation.units, [name], (CITY,))
    return units and (lambda problem: problem.unit == units[0].id)


def show(problems: tuple[Problem, ...], options: argparse.Namespace) -> None:
    if options.sarif:
        text = json.dumps(sarif(problems), ensure_ascii=False, indent=2) + "\n"
        if options.sarif == "-":
            print(text, end="")
        else:
            Path(options.sarif).write_text(text, encoding="utf-8", newline="\n")
    if options.sarif != "-":
        console.print_problems(problems, options.json)


def tell(made: tuple[Made, ...], stream) -> None:
    for change in made:
        print(f"已改 {change}", file=stream)


def summarise(problems: tuple[Problem, ...], evaluation: Evaluation | None) -> None:
    """How many for whom; to the terminal's other stream, so that a pipe holds the problems alone."""
    faults = [problem for problem in problems if not problem.note]
    counts = Counter(problem.unit for problem in faults)
    names = {None: CITY} | {unit.id: unit.name for unit in (evaluation.units if evaluation else ())}
    for unit in (*names, *(unit for unit in counts if unit not in names)):
        if counts[unit]:
            print(f"  {names.get(unit, unit)}：{counts[unit]} 个", file=sys.stderr)
    notes = f"，提示 {len(problems) - len(faults)} 条" if len(problems) > len(faults) else ""
    edits = sum(1 for problem in problems if problem.edit)
    offer = f"；其中 {edits} 处可用 --fix 自动改正" if edits else ""
    print(f"问题 {len(faults)} 个{notes}{offer}。", file=sys.stderr)


if __name__ == "__main__":
    console.run(main)
