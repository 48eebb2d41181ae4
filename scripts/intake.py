"""读入单位报来的 Word 和 Excel，写成草稿；核对无误后再收下。

用法：run.py intake 文件… [--unit 单位] [--out 文件夹] [--accept] [--replace]

  --unit      哪个单位报来的；Excel 填报表里写着的，可以不写
  --out       草稿放在哪个文件夹（缺省为 drafts/单位编号）
  --accept    把草稿放进 data/ 和 docs/；已有的文件不动
  --replace   与 --accept 合用：已有的数据文件也换成草稿；已有的文稿始终不动

例：
  run.py intake 准格尔旗数据表.xlsx 准格尔旗自评估报告.docx
  run.py intake 报告.docx --unit 准旗 --accept

读不准的地方逐条列出，绝不猜；草稿与现有数据的每一处不同也列出来。.doc、.xls、.wps 先另存为 .docx、.xlsx。
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import console
from console.options import Parser
from evaluation.intake.differences import differences
from evaluation.intake.drafts import report_yaml
from evaluation.intake.excel import read_workbook
from evaluation.intake.word import Written, read_report
from evaluation.load import load_evaluation
from evaluation.load.faults import Faults
from evaluation.load.reports import load_report
from evaluation.model import Evaluation, Unit
from evaluation.problems import Place, Problem

KINDS = {".xlsx": "Excel", ".docx": "Word"}


@dataclass
class Received:
    """What all files together say."""

    unit: str | None = None
    fields: dict = field(default_factory=dict)
    written: Written = field(default_factory=Written)
    problems: list[Problem] = field(default_factory=list)


def main(argv: list[str]) -> int:
    parser = Parser("intake")
    parser.add_argument("files", nargs="+", type=Path, metavar="文件")
    parser.add_argument("--unit")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--replace", action="store_true")
    options = parser.parse_args(argv)
    evaluation, problems = load_evaluation(console.ROOT)
    if evaluation is None:
        console.print_problems(problems)
        return console.EXIT_FAULTS
    received = receive(options.files, evaluation)
    console.print_problems(received.problems)
    wanted = options.unit or received.unit
    if wanted is None:
        print("不知道是哪个单位的文件：加上 --unit 单位。", file=sys.stderr)
        return console.EXIT_USAGE
    units = console.units_named(evaluation.reporting_units, [wanted])
    if units is None:
        return console.EXIT_USAGE
    folder = options.out or console.ROOT / "drafts" / units[0].id
    faults = write_drafts(folder, units[0], received, evaluation)
    if options.accept:
        accept(folder, units[0], options.replace)
    return console.EXIT_FAULTS if received.problems or faults else console.EXIT_OK


def receive(files: list[Path], evaluation: Evaluation) -> Received:
    received = Received()
    for path in files:
        kind = KINDS.get(path.suffix.lower())
        if kind is None or not path.is_file():
            what = "没有这个文件" if not path.is_file() else f"不读 {path.suffix or '没有扩展名的'} 文件"
            received.problems.append(Problem(Place(path.name), what, "报来的应是 .docx 和 .xlsx 文件", "intake"))
        elif kind == "Excel":
            filled, problems = read_workbook(path.read_bytes(), path.name, evaluation)
            received.unit, received.fields = filled.unit or received.unit, received.fields | filled.fields
            received.problems += problems
        else:
            received.written, problems = read_report(path.read_bytes(), path.name, evaluation.plan)
            received.problems += problems
    return received


def write_drafts(folder: Path, unit: Unit, received: Received, evaluation: Evaluation) -> bool:
    """The drafts, and what is different in them; True where the data would not pass as they are."""
    faulty = False
    if received.fields:
        put(folder / "data" / "reports" / f"{unit.id}.yml", report_yaml(unit.id, received.fields).encode())
        faults = Faults(f"data/reports/{unit.id}.yml", unit.id)
        report = load_report(folder, unit.id, faults)
        console.print_problems(faults.problems)
        faulty = bool(faults.problems)
        for line in differences(evaluation.report(unit.id), report) if report else ():
            print(f"数据　{line}")
    for section, text in received.written.sections.items():
        put(folder / "docs" / unit.folder / unit.id / f"{section}.md", text.encode())
        print(f"文稿　{section}.md：{compared(evaluation, unit, section, text)}")
    for picture in received.written.pictures:
        put(folder / "docs" / unit.folder / unit.id / "pictures" / picture.name, picture.content)
    print(f"草稿在 {folder}", file=sys.stderr)
    return faulty


def compared(evaluation: Evaluation, unit: Unit, section: str, text: str) -> str:
    present = evaluation.section(unit.id, section)
    if present is None:
        return f"新，{len(text)} 字符"
    if present.body.strip() == text.strip():
        return "与现有文稿相同"
    references = present.body.count("{{")
    note = f"；现有文稿有 {references} 处引用，Word 里是写死的数字" if references else ""
    return f"与现有文稿不同（现有 {len(present.body)} 字符，草稿 {len(text)} 字符{note}）"


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def accept(folder: Path, unit: Unit, replace: bool) -> None:
    for path in drafted(folder, unit):
        target = console.ROOT / path.relative_to(folder)
        data = target.suffix == ".yml"
        if target.exists() and target.read_bytes() == path.read_bytes():
            continue
        if target.exists() and not (replace and data):
            hint = "加 --replace 换掉" if data else "对照草稿手工修改"
            print(f"未动　{target.relative_to(console.ROOT).as_posix()} 已有，{hint}", file=sys.stderr)
            continue
        put(target, path.read_bytes())
        print(f"收下　{target.relative_to(console.ROOT).as_posix()}", file=sys.stderr)


def drafted(folder: Path, unit: Unit) -> Iterator[Path]:
    yield from sorted(folder.glob(f"data/reports/{unit.id}.yml"))
    yield from sorted(path for path in folder.glob(f"docs/{unit.folder}/{unit.id}/**/*") if path.is_file())


if __name__ == "__main__":
    console.run(main)
