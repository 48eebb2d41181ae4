"""一个新数会改变什么：评价、数字、文句、图表、页面和文件，逐项列出前后对照。

用法：run.py impact --set I03.2022=0.031 [--set …]
      run.py impact --set I04.2022=23/62.3
      run.py impact --set zhungeer.I01.2022=12
      run.py impact --from <git 提交>

  --set    假设的新数，写成 指标.时期=数；比率可写 分子/分母，只写一个数时分母不变、折算分子；
           旗区、部门的数前面加单位编号。可以写多个，都按正式数计算
  --from   与某个提交的数据比较：列出那时到现在改变了什么

只计算，不改动任何文件。
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from decimal import Decimal
from pathlib import Path

import console
from console.options import Parser
from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.measure.assessment import Share
from evaluation.measure.impact import FIELDS, SHARES, Change, impact
from evaluation.measure.what_if import fault, parse_setting, with_setting
from evaluation.model import Evaluation
from evaluation.render import wording
from evaluation.render.differences import Line, differences
from evaluation.render.view import View

PRECISION = 6
"""Decimals that show what moved, whatever an indicator's own decimals are."""


def main(argv: list[str]) -> int:
    parser = Parser("impact")
    parser.add_argument("--set", action="append", default=[], dest="settings", metavar="指标.时期=数")
    parser.add_argument("--from", dest="revision", metavar="提交")
    parser.add_argument("--root", type=Path, default=console.ROOT)
    options = parser.parse_args(argv)
    if bool(options.settings) == bool(options.revision):
        print("请写 --set 指标.时期=数，或者 --from 提交，二者写一种。用法见 run.py impact --help。", file=sys.stderr)
        return console.EXIT_USAGE
    now = loaded(options.root)
    if now is None:
        return console.EXIT_FAULTS
    if options.revision:
        return compare_with_revision(options.root, options.revision, now)
    return suppose(now, options.settings)


def loaded(root: Path) -> Evaluation | None:
    """The evaluation below a folder; None, its problems printed, where it cannot be read at all."""
    evaluation, problems = load_evaluation(root)
    if evaluation is None:
        console.print_problems(problems)
    return evaluation


def suppose(now: Evaluation, settings: list[str]) -> int:
    supposed = now
    for text in settings:
        setting = parse_setting(text)
        wrong = "写法不对，应写成 I03.2022=0.031 或 zhungeer.I01.2022=12" if setting is None else fault(now, setting)
        if wrong:
            print(f"--set {text}：{wrong}。", file=sys.stderr)
            return console.EXIT_USAGE
        supposed = with_setting(supposed, setting)
    show(now, supposed)
    return console.EXIT_OK


def compare_with_revision(root: Path, revision: str, now: Evaluation) -> int:
    archive = subprocess.run(
        ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", revision, "data", "docs"],
        capture_output=True,
        check=False,
    )
    if archive.returncode:
        print(f"--from {revision}：没有这个提交，或其中没有 data 和 docs。用 git log 查看可用的提交。", file=sys.stderr)
        return console.EXIT_USAGE
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
            files.extractall(folder, filter="data")
        then = loaded(Path(folder))
    if then is None:
        return console.EXIT_FAULTS
    show(then, now)
    return console.EXIT_OK


def show(before: Evaluation, after: Evaluation) -> None:
    was, will_be = measure(before), measure(after)
    found = impact(before, was, after, will_be)
    seen = differences(View(before, was), View(after, will_be), after.pages)
    flips = [change for change in found.changes if change.flips]
    section("评价改变", [arrow(scope(after, one), text(one.before), text(one.after)) for one in flips])
    section("数字改变", [number_line(after, one) for one in found.changes if not one.flips])
    section("任务、项目状态改变", [arrow(key, text(old), text(new)) for key, old, new in found.standings])
    section("占比改变", [arrow(name, share(old), share(new)) for name, old, new in found.shares])
    sums = [arrow(f"{indicator} {period}", plain(old), plain(new)) for indicator, period, old, new in found.sums]
    section("旗区合计与全市数之差改变", sums)
    places = [arrow(f"{i} {unit_name(after, unit)}", place(old), place(new)) for i, unit, old, new in found.places]
    section("旗区位次改变", places)
    section("改变的页面", seen.pages)
    section("改变的表", seen.tables)
    section("改变的图", seen.charts)
    section("改变的文件", seen.documents)
    section("改变的文句（docs/）", [told for line in seen.lines for told in line_told(line)])


def section(title: str, rows: list[str] | tuple[str, ...]) -> None:
    print(f"{title}：" if rows else f"{title}：无")
    for row in rows:
        print(f"  {row}")


def arrow(what: str, before: str, after: str) -> str:
    return f"{what}：{before} → {after}"


def line_told(line: Line) -> tuple[str, ...]:
    """The line's place and how it reads before and after; a table or chart only by its reference."""
    where = f"{line.path}:{line.number}:"
    if line.before is None:
        return (f"{where} {line.text}",)
    return (where, f"  原：{line.before}", f"  新：{line.after}")


def scope(evaluation: Evaluation, change: Change) -> str:
    indicator = evaluation.indicator(change.indicator)
    name = f"{change.indicator} {indicator.name}" if indicator else change.indicator
    return f"{unit_name(evaluation, change.unit)} {name}" if change.unit else f"全市 {name}"


def unit_name(evaluation: Evaluation, unit_id: str) -> str:
    unit = evaluation.unit(unit_id)
    return unit.name if unit else unit_id


def number_line(evaluation: Evaluation, change: Change) -> str:
    tell = wording.percent if change.field in SHARES else plain
    label = FIELDS.get(change.field, f"{change.field} 数值")
    return arrow(f"{scope(evaluation, change)} · {label}", tell(change.before), tell(change.after))


def text(word: str | None) -> str:
    return wording.NO_DATA if word is None else word


def plain(number: Decimal | None) -> str:
    return wording.plain(None if number is None else wording.rounded(number, PRECISION))


def share(one: Share | None) -> str:
    if one is None:
        return wording.NO_DATA
    return wording.share(one.numerator, one.denominator, money=one.name == "投资完成率")


def place(number: int | None) -> str:
    return wording.NO_DATA if number is None else f"第{number}位"


if __name__ == "__main__":
    console.run(main)
