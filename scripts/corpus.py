"""用标注好的语料检验对手写数字的检查：准确率、召回率和每一处判错的句子。

用法：run.py corpus [--file 语料.tsv] [--all] [--debug]

  --file   换一份语料（缺省为 tests/prose/corpus.tsv），旁边的 plan/ 是它所依据的数据
  --all    也列出判对的句子

语料每行三栏，用 Tab 隔开：写在哪个单位的文稿里、应当报出的数、句子。“留出”以下的句子没有用来改进检查，单独统计。
准确率低于 0.95 或召回率低于 0.85 时退出码为 1。
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import console
from console.options import Parser
from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.model import Evaluation
from evaluation.problems import Problem
from evaluation.prose.rules import FIGURE_RULES
from evaluation.prose.text import Material, Text
from evaluation.render.words.names import directory

CORPUS = console.ROOT / "tests" / "prose" / "corpus.tsv"
PRECISION, RECALL = 0.95, 0.85
HELD_OUT = "# 留出"
"""What stands below this line was not looked at while the check was improved."""


@dataclass(frozen=True)
class Case:
    line: int
    unit: str | None
    wanted: tuple[int, ...]
    """Where the figures begin that must be reported."""
    sentence: str
    held_out: bool


@dataclass(frozen=True)
class Outcome:
    case: Case
    found: tuple[Problem, ...]

    @property
    def places(self) -> set[int]:
        return {problem.where.column - 1 for problem in self.found}

    @property
    def hits(self) -> int:
        return len(self.places & set(self.case.wanted))

    @property
    def false(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.found if problem.where.column - 1 not in self.case.wanted)

    @property
    def missed(self) -> tuple[int, ...]:
        return tuple(place for place in self.case.wanted if place not in self.places)


def main(argv: list[str]) -> int:
    parser = Parser("corpus")
    parser.add_argument("--file", type=Path, default=CORPUS)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args(argv)
    outcomes = tuple(judged(options.file))
    for outcome in outcomes:
        tell(outcome, options.all)
    parts = {"全部": outcomes}
    parts |= {
        "改进用": tuple(o for o in outcomes if not o.case.held_out),
        "留出": tuple(o for o in outcomes if o.case.held_out),
    }
    for name, part in parts.items():
        precision, recall = scores(part)
        wanted = sum(len(o.case.wanted) for o in part)
        print(f"{name}：{len(part)} 句，应报 {wanted} 处，报对 {sum(o.hits for o in part)} 处，误报 {sum(len(o.false) for o in part)} 处，"
              f"准确率 {precision:.3f}，召回率 {recall:.3f}")  # fmt: skip
    precision, recall = scores(outcomes)
    return console.EXIT_OK if precision >= PRECISION and recall >= RECALL else console.EXIT_FAULTS


def judged(file: Path) -> Iterator[Outcome]:
    evaluation, problems = load_evaluation(file.parent / "plan")
    if evaluation is None:
        print(*problems, sep="\n", file=sys.stderr)
        return
    material = Material(evaluation, measure(evaluation))
    for case in cases(file, evaluation):
        folder = evaluation.unit(case.unit).folder if case.unit else None
        path = f"docs/{folder}/{case.unit}/indicators.md" if folder else "docs/report/01-overview.md"
        text = Text(path, case.sentence, 1, case.unit)
        found = {p.where: p for rule in FIGURE_RULES for p in rule(text, material) if not p.note}
        yield Outcome(case, tuple(found.values()))


def cases(file: Path, evaluation: Evaluation) -> Iterator[Case]:
    units, held_out = directory(evaluation.units), False
    for line, row in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        held_out = held_out or row.startswith(HELD_OUT)
        if row.startswith("#") or not row.strip():
            continue
        where, wrong, sentence = row.split("\t")
        unit = None if where == "全市" else units.find(where).id
        yield Case(
            line, unit, tuple(_start(sentence, figure) for figure in wrong.split("、") if figure), sentence, held_out
        )


def _start(sentence: str, figure: str) -> int:
    words, _, count = figure.partition("#")
    at = -1
    for _ in range(int(count or 1)):
        at = sentence.index(words, at + 1)
    return at


def scores(outcomes: tuple[Outcome, ...]) -> tuple[float, float]:
    """(precision, recall)"""
    hits = sum(outcome.hits for outcome in outcomes)
    reported = hits + sum(len(outcome.false) for outcome in outcomes)
    wanted = sum(len(outcome.case.wanted) for outcome in outcomes)
    return (hits / reported if reported else 1.0), (hits / wanted if wanted else 1.0)


def tell(outcome: Outcome, everything: bool) -> None:
    case = outcome.case
    part = "（留出）" if case.held_out else ""
    for problem in outcome.false:
        print(f"误报{part} {CORPUS.name}:{case.line}: {case.sentence}\n     {problem.what}")
    for place in outcome.missed:
        print(
            f"漏报{part} {CORPUS.name}:{case.line}: {case.sentence}\n     第 {place + 1} 字起：{case.sentence[place : place + 8]}"
        )
    if everything and not outcome.false and not outcome.missed:
        print(
            f"判对{part} {CORPUS.name}:{case.line}: {case.sentence}"
            + "".join(f"\n     {p.what}" for p in outcome.found)
        )


if __name__ == "__main__":
    console.run(main)
