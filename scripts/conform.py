"""按 GB/T 9704-2012 检查任意 Word 文件的格式。

用法：run.py conform 文件.docx… [--json] [--all]

  --json   输出 JSON，供其他程序使用
  --all    列出每条规则，包括已符合的

检查只读文件本身，不管它是谁用什么软件做的；不改动文件。
每条规则写明条款和轻重：must 为国标“应当”，should 为“一般”，house 为通行做法。
有 must 不符合、或文件读不出来时退出码为 1。
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import console
from console.options import Parser
from evaluation.conform import RULES, SHOWN, Finding, Severity, Unreadable, conform

WORDS = {Severity.MUST: "应当", Severity.SHOULD: "一般", Severity.HOUSE: "通行"}
LARGEST = 200 * 2**20
"""Bytes of a file that is read at all."""


def main(argv: list[str]) -> int:
    parser = Parser("conform")
    parser.add_argument("files", nargs="+", type=Path, metavar="文件")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args(argv)
    results: dict[Path, tuple[Finding, ...]] = {}
    unreadable: dict[Path, str] = {}
    for path in options.files:
        try:
            results[path] = conform(content(path))
        except Unreadable as error:
            unreadable[path] = str(error)
    if options.json:
        rows = [as_json(path, found) for path, found in results.items()]
        rows += [{"file": path.name, "unreadable": reason} for path, reason in unreadable.items()]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for path, found in results.items():
            show(path, found, options.all)
    for path, reason in unreadable.items():
        print(f"{path}：{reason}。", file=sys.stderr)
    broken = any(finding.rule.severity is Severity.MUST for found in results.values() for finding in found)
    return console.EXIT_FAULTS if broken or unreadable else console.EXIT_OK


def content(path: Path) -> bytes:
    """A file's bytes. Raises Unreadable."""
    try:
        if not path.is_file():
            raise Unreadable("没有这个文件" if not path.exists() else "不是文件")
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"文件超过 {LARGEST // 2**20} MB，不予检查")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"打不开（{error.strerror}）") from error


def show(path: Path, found: tuple[Finding, ...], everything: bool) -> None:
    broken = {finding.rule.id: finding for finding in found}
    for rule in RULES:
        named = f"{rule.id}［{WORDS[rule.severity]}，{rule.clause}］{rule.title}"
        if rule.id in broken:
            print(f"{path}：不符合 {named}")
            places = broken[rule.id].places
            for where, what in places[:SHOWN]:
                print(f"    {where}：{what}")
            if len(places) > SHOWN:
                print(f"    ……共 {len(places)} 处")
        elif everything:
            print(f"{path}：符合　 {named}")
    counts = {severity: sum(1 for f in found if f.rule.severity is severity) for severity in Severity}
    said = "、".join(f"{WORDS[severity]} {count}" for severity, count in counts.items())
    print(f"{path}：{len(RULES)} 条规则，不符合：{said}。")


def as_json(path: Path, found: tuple[Finding, ...]) -> dict:
    return {
        "file": path.name,
        "rules": len(RULES),
        "broken": [
            {
                "id": f.rule.id,
                "clause": f.rule.clause,
                "severity": f.rule.severity.value,
                "title": f.rule.title,
                "places": [{"where": where, "what": what} for where, what in f.places],
            }
            for f in found
        ],
    }


if __name__ == "__main__":
    console.run(main)
