"""一个新数会改变什么：评价、数字、图表、页面和文件，逐项列出前后对照。

用法：run.py impact --set I03.2022=0.031 [--set …]
      run.py impact --set I04.2022=23/62.3
      run.py impact --set zhungeer.I01.2022=12
      run.py impact --from <git 提交>

  --set    假设的新数，写成 指标.时期=数；比率可写 分子/分母，只写一个数时分母不变、折算分子；
           旗区、部门的数前面加单位编号。可以写多个
  --from   与某个提交的数据比较：列出那时到现在改变了什么

只计算，不改动任何文件。
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import console
from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.measure.assessment import Share
from evaluation.measure.impact import FIELDS, SHARES, Change, Impact, impact
from evaluation.measure.what_if import fault, parse_setting, with_setting
from evaluation.model import Evaluation

ABSENT = "—"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py impact", add_help=False)
    parser.add_argument("--set", action="append", default=[], dest="settings", metavar="指标.时期=数")
    parser.add_argument("--from", dest="revision", metavar="提交")
    parser.add_argument("--root", type=Path, default=console.ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if bool(options.settings) == bool(options.revision):
        print("请写 --set 指标.时期=数，或者 --from 提交，二者写一种。用法见 run.py impact --help。", file=sys.stderr)
        return console.EXIT_USAGE
    now, problems = load_evaluation(options.root)
    if now is None:
        console.print_problems(problems)
        return console.EXIT_FAULTS
    if options.revision:
        return compare_with_revision(options.root, options.revision, now)
    return suppose(now, options.settings)


def suppose(now: Evaluation, settings: list[str]) -> int:
    supposed = now
    for text in settings:
        setting = parse_setting(text)
        wrong = "写法不对，应写成 I03.2022=0.031 或 zhungeer.I01.2022=12" if setting is None else fault(now, setting)
        if wrong:
            print(f"--set {text}：{wrong}。", file=sys.stderr)
            return console.EXIT_USAGE
        supposed = with_setting(supposed, setting)
    show(now, impact(now, measure(now), supposed, measure(supposed)))
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
        then, problems = load_evaluation(Path(folder))
    if then is None:
        console.print_problems(problems)
        return console.EXIT_FAULTS
    show(now, impact(then, measure(then), now, measure(now)))
    return console.EXIT_OK


def show(evaluation: Evaluation, found: Impact) -> None:
    flips = [change for change in found.changes if change.flips]
    section("评价改变", [f"{scope(evaluation, c)}：{word(c.before)} → {word(c.after)}" for c in flips])
    section("数字改变", [number_line(evaluation, c) for c in found.changes if not c.flips])
    section("任务、项目状态改变", [f"{key}：{word(old)} → {word(new)}" for key, old, new in found.standings])
    section("占比改变", [f"{name}：{share(old)} → {share(new)}" for name, old, new in found.shares])
    section(
        "旗区合计与全市数之差改变", [f"{i} {period}：{plain(old)} → {plain(new)}" for i, period, old, new in found.sums]
    )
    section(
        "旗区位次改变",
        [f"{i} {unit_name(evaluation, u)}：{place(old)} → {place(new)}" for i, u, old, new in found.places],
    )
    section("涉及的页面", list(found.pages))
    section("涉及的图", list(found.charts))
    section("涉及的文件", list(found.documents))
    section("涉及的文句和表图（docs/）", [f"{m.path}:{m.line}: {m.text}" for m in found.mentions])


def section(title: str, lines: list[str]) -> None:
    print(f"{title}（{len(lines)}）" if lines else f"{title}：无")
    for line in lines:
        print(f"  {line}")


def scope(evaluation: Evaluation, change: Change) -> str:
    indicator = evaluation.indicator(change.indicator)
    name = f"{change.indicator} {indicator.name}" if indicator else change.indicator
    return f"{unit_name(evaluation, change.unit)} {name}" if change.unit else f"全市 {name}"


def unit_name(evaluation: Evaluation, unit_id: str) -> str:
    unit = evaluation.unit(unit_id)
    return unit.name if unit else unit_id


def number_line(evaluation: Evaluation, change: Change) -> str:
    show_one = percent if change.field in SHARES else plain
    label = FIELDS.get(change.field, f"{change.field} 数值")
    return f"{scope(evaluation, change)} · {label}：{show_one(change.before)} → {show_one(change.after)}"


def word(text: str | None) -> str:
    return ABSENT if text is None else text


def plain(number: Decimal | None) -> str:
    """Six significant decimals at most: enough to see what moved, whatever the indicator's own decimals are."""
    if number is None:
        return ABSENT
    text = format(number.quantize(Decimal("0.000001"), rounding=ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(fraction: Decimal | None) -> str:
    if fraction is None:
        return ABSENT
    return f"{(fraction * 100).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}%"


def share(one: Share | None) -> str:
    return ABSENT if one is None else f"{percent(one.value)}（{plain(one.numerator)}/{plain(one.denominator)}）"


def place(number: int | None) -> str:
    return ABSENT if number is None else f"第{number}位"


if __name__ == "__main__":
    console.run(main)
