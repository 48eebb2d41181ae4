"""测一测速度：与通常做法在同一次运行中成对比较，给出中位数和比值。

用法：run.py bench [--units 51] [--rounds 5] [--large 554] [--json 文件] [--quick] [--debug]

  --units    规划的自评估单位数（51个约300页）；内容由示例规划按固定办法扩展，每次相同
  --rounds   每项各测几轮，取中位数；大规划也是
  --large    测增长用的大规划的单位数（554个约3000页）；0 为不测
  --json     把全部结果写入一个 JSON 文件
  --quick    只测一轮示例规划的规模，几分钟内看个大概

比值：cold 首次生成 ÷ 通常做法只生成网页；unchanged 什么都没改；one_figure 改一个数（每轮另取三个，
在各单位全部填报数中均匀分布）；ranked_figure 改一个牵动各旗区位次和全市报告的数；one_sentence 改一句话；
check 只检查（后五项 ÷ 首次生成）；growth 从小规划到大规划的增长指数。
通常做法为 mkdocs + material + jieba 检索 + 完整导航；另比较 macros 加逐页绘图的做法。
测量期间不要用这台机器做别的事。
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

import console
from benching import baselines
from benching.plans import ORIGINAL_UNITS, plan_of
from benching.runs import Run, middle, run
from console.options import Parser, count

FIGURE = re.compile(r"^ +(?:value|numerator|denominator|invested): ([0-9]+(?:\.[0-9]+)?)$", re.MULTILINE)
FIGURES = 3
"""So many are changed in a round, one at a time: what a figure moves, and how long that takes, differs much."""
RANKED = ("data/reports/zhungeer.yml", "indicator: I01\n    period: 2022\n")
"""A figure behind which its unit changes places with others, and the city's report with it."""
SENTENCE = "docs/banners/zhungeer/challenges.md"


def main(argv: list[str]) -> int:
    parser = Parser("bench")
    parser.add_argument("--units", type=count, default=51)
    parser.add_argument("--rounds", type=count, default=5)
    parser.add_argument("--large", type=int, default=554)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args(argv)
    if options.quick:
        options.units, options.rounds, options.large = ORIGINAL_UNITS, 1, 0
    with tempfile.TemporaryDirectory() as folder:
        result = measured(Path(folder), options)
    text = json.dumps(result, ensure_ascii=False, indent=1) + "\n"
    if options.json:
        options.json.write_text(text, encoding="utf-8", newline="\n")
    print(text, end="")
    return console.EXIT_OK


def measured(folder: Path, options: argparse.Namespace) -> dict:
    usual = Measured.of(folder, options.units, options.rounds, Bench.round)
    large = Measured.of(folder, options.large, options.rounds, Bench.growth) if options.large else None
    return {
        "machine": f"{os.cpu_count()} 个处理器，{platform.system()} {platform.machine()}，Python {platform.python_version()}",
        "rounds": options.rounds,
        "ratios": _ratios(usual, large),
        **usual.told(),
        "large": large and large.told(),
    }


@dataclass(frozen=True)
class Measured:
    """A plan, and how long each of several rounds took."""

    bench: Bench
    rounds: list[dict[str, Run]]

    @classmethod
    def of(cls, folder: Path, units: int, rounds: int, once: Callable[[Bench, int, int], dict[str, Run]]) -> Measured:
        bench = Bench(folder, units)
        return cls(bench, [once(bench, number, rounds) for number in range(rounds)])

    @property
    def medians(self) -> dict[str, Run]:
        return {name: middle([one[name] for one in self.rounds]) for name in self.rounds[0]}

    def told(self) -> dict:
        return {
            **{name: getattr(self.bench, name) for name in ("units", "pages", "charts", "documents")},
            "medians": {name: asdict(one) for name, one in self.medians.items()},
            "runs": [{name: asdict(one) for name, one in each.items()} for each in self.rounds],
        }


def _ratios(usual: Measured, large: Measured | None) -> dict[str, float]:
    medians = usual.medians

    def ratio(one: str, other: str) -> float:
        return round(medians[one].wall / medians[other].wall, 3)

    def growth(name: str) -> float:
        return round(math.log(large.medians[name].wall / medians[name].wall) / math.log(large.bench.pages / usual.bench.pages), 3)

    found = {"cold": ratio("cold", "stock"), "cold_to_macros": ratio("cold", "macros")}
    found |= {name: ratio(name, "cold") for name in ("unchanged", "one_figure", "ranked_figure", "one_sentence", "check")}
    if large:
        at_large = large.medians["cold"].wall / large.medians["stock"].wall
        found |= {"growth": growth("cold"), "cold_at_large": round(at_large, 3), "growth_of_stock": growth("stock")}
    return found


class Bench:
    """One plan in a folder of its own, and the commands that are measured on it."""

    def __init__(self, folder: Path, units: int) -> None:
        self.units = units
        self.project, self.stock = folder / f"plan-{units}", folder / f"stock-{units}"
        self.project.mkdir()
        plan_of(units, console.ROOT, self.project)
        self.environment = {
            "PYTHONPATH": os.pathsep.join([str(self.project / "hooks"), str(self.project / "scripts")]),
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "EVALUATION_CACHE": str(self.project / ".cache"),
        }
        self.jieba = baselines.jieba(console.ROOT / ".cache" / "bench-jieba")
        _say(f"{units} 个单位：准备")
        self.command("build")  # Compiles every module once, as any second build finds it.
        site = self.project / "site"
        self.pages, self.charts, self.documents = (len(list(site.rglob(kind))) for kind in ("*.html", "charts/*.svg", "*.docx"))
        run([sys.executable, str(self.project / "scripts/benching/baselines.py"), str(self.project), str(self.stock)], self.project, self.environment)

    def command(self, name: str, *options: str) -> Run:
        # A check of a grown plan finds that its banners no longer add up to the city: work done, faults told.
        accepted = (console.EXIT_OK, console.EXIT_FAULTS) if name == "check" else (console.EXIT_OK,)
        script = str(self.project / f"scripts/{name}.py")
        return run([sys.executable, script, *options], self.project, self.environment, accepted)

    def cold(self) -> Run:
        for name in ("site", ".cache"):
            shutil.rmtree(self.project / name, ignore_errors=True)
        return self.command("build")

    def other(self, name: str) -> Run:
        return run(baselines.command(f"{name}.yml"), self.stock, self.jieba)

    def round(self, number: int, rounds: int) -> dict[str, Run]:
        """Each once; after every change the sources are as they were and built again, so that all start alike.

        The figures of all rounds together are spread evenly over all that there are.
        """
        shares = [(number + rounds * each + 0.5) / (rounds * FIGURES) for each in range(FIGURES)]
        steps = {
            "stock": lambda: self.other("stock"),
            "cold": self.cold,
            "macros": lambda: self.other("macros"),
            "unchanged": lambda: self.command("build"),
            "one_figure": lambda: middle([self._changed(*one_figure(self.project, share)) for share in shares]),
            "ranked_figure": lambda: self._changed(*ranked_figure(self.project)),
            "one_sentence": lambda: self._changed(*one_sentence(self.project)),
            "check": lambda: self.command("check"),
        }
        return self._taken(steps)

    def growth(self, number: int, rounds: int) -> dict[str, Run]:
        return self._taken({"cold": self.cold, "stock": lambda: self.other("stock")})

    def _taken(self, steps: dict[str, Callable[[], Run]]) -> dict[str, Run]:
        found = {}
        for name, step in steps.items():
            _say(f"{self.project.name}：{name}")
            found[name] = step()
        return found

    def _changed(self, path: Path, text: str) -> Run:
        before = path.read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            return self.command("build")
        finally:
            path.write_text(before, encoding="utf-8", newline="\n")
            self.command("build")


def one_figure(project: Path, share: float) -> tuple[Path, str]:
    """A figure that some unit reports, higher by one in its last place; `share` of all figures, file by file, stand before it."""
    reports = sorted((project / "data/reports").glob("*.yml"))
    figures = [(path, found) for path in reports for found in FIGURE.finditer(path.read_text(encoding="utf-8"))]
    return _moved(*figures[int(share * len(figures))], 1)


def ranked_figure(project: Path) -> tuple[Path, str]:
    path = project / RANKED[0]
    text = path.read_text(encoding="utf-8")
    # Lower: should it be among the others of its round, nothing is kept of it.
    return _moved(path, FIGURE.search(text, text.index(RANKED[1])), -1)


def _moved(path: Path, figure: re.Match[str], steps: int) -> tuple[Path, str]:
    number = Decimal(figure[1])
    moved = number + Decimal(steps).scaleb(number.as_tuple().exponent)
    return path, f"{figure.string[: figure.start(1)]}{moved}{figure.string[figure.end(1) :]}"


def one_sentence(project: Path) -> tuple[Path, str]:
    path = project / SENTENCE
    return path, path.read_text(encoding="utf-8").rstrip("\n") + "这是为测量速度添的一句话。\n"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    console.run(main)
