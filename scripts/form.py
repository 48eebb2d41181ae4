"""生成某个单位的填报表：一份 Excel（数据）和一份 Word（文字）。

用法：run.py form 单位… [--out 文件夹]

  --out   放在哪个文件夹（缺省为 drafts/forms）

例：
  run.py form zhungeer            准格尔旗的两份填报表；已经报过的数据预先填好
  run.py form 准旗 市能源局        单位可以写编号、名称或别名

填好后用 run.py intake 读入。
"""

from __future__ import annotations

import sys
from pathlib import Path

import console
from console.options import Parser
from evaluation.intake.excel import workbook
from evaluation.intake.word import form
from evaluation.load import load_evaluation


def main(argv: list[str]) -> int:
    parser = Parser("form")
    parser.add_argument("units", nargs="+", metavar="单位")
    parser.add_argument("--out", type=Path, default=console.ROOT / "drafts" / "forms")
    options = parser.parse_args(argv)
    evaluation, problems = load_evaluation(console.ROOT)
    if evaluation is None:
        console.print_problems(problems)
        return console.EXIT_FAULTS
    units = console.units_named(evaluation.reporting_units, options.units)
    if units is None:
        return console.EXIT_USAGE
    options.out.mkdir(parents=True, exist_ok=True)
    for unit in units:
        forms = {"数据表.xlsx": workbook(evaluation, unit), "自评估报告.docx": form(evaluation.plan, unit)}
        for name, content in forms.items():
            target = options.out / f"{unit.name}{name}"
            target.write_bytes(content)
            print(target)
    print("填好后：run.py intake 文件… --unit 单位", file=sys.stderr)
    return console.EXIT_OK


if __name__ == "__main__":
    console.run(main)
