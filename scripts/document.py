"""只生成公文 DOCX，不生成网站；内容与网站里的逐字节相同。

用法：run.py document [city | 单位 …] [--contacts] [--out 文件夹] [--strict] [--jobs N] [--root 文件夹]

  city、单位   要哪几份：city（或写 全市）是市级报告，单位写编号、名称或别名；都不写就是全部
  --contacts   生成联络人员名单（附件2），名单在 data/private/contacts.yml；不另写单位时只生成这一份
  --out        放在哪个文件夹（缺省为 drafts/documents）
  --strict     有任何问题就一份也不生成，退出码 1
  --jobs       同时做几处（缺省按本机能用的处理器和内存）
  --root       用别处的一份资料（缺省为本项目）

例：
  run.py document zhungeer       准格尔旗的自评估报告
  run.py document city 准旗      两份
  run.py document --contacts     只要联络人员名单；它不进网站，也不进版本库

问题逐条列出；没有 --strict 时文件照样生成，有错的地方在文中用【】标明。
退出码：0 没有问题，1 有问题，2 用法不对。
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import console
from console.machine import jobs
from console.options import Parser, count
from evaluation.cache import cache_of
from evaluation.export.contact_list import contact_list
from evaluation.export.production import documents, pictures, pictures_in
from evaluation.export.workshop import Workshop
from evaluation.load.lists import load_contacts
from evaluation.model import Evaluation
from evaluation.problems import Problem, in_order
from evaluation.proof import Proof, proofread
from evaluation.render.manuscript import Manuscript, city_manuscript, unit_manuscript
from evaluation.render.site import by_name
from evaluation.render.view import View

CITY = ("city", "全市")
Made = tuple[str, bytes, tuple[Problem, ...]]
"""Name of the file, its content, and what was wrong with its sources."""


def main(argv: list[str]) -> int:
    options = arguments(argv)
    proof = proofread(options.root)
    if proof.evaluation is None:
        console.print_problems(proof.problems)
        return console.EXIT_FAULTS
    wanted = ids_named(proof.evaluation, options.names, everything=not options.contacts)
    if wanted is None:
        return console.EXIT_USAGE
    made = [*reports(proof, wanted, options), *(contacts(proof.evaluation, options.root) if options.contacts else ())]
    problems = in_order((*faults_of(proof, wanted), *(problem for _, _, found in made for problem in found)))
    console.print_problems(problems)
    if problems and options.strict:
        print(f"共 {len(problems)} 个问题，--strict 不生成文件。", file=sys.stderr)
        return console.EXIT_FAULTS
    written = write(options.out, made)
    return console.EXIT_FAULTS if problems or not written else console.EXIT_OK


def arguments(argv: list[str]) -> argparse.Namespace:
    parser = Parser("document")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--contacts", action="store_true")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--out", type=Path, default=console.ROOT / "drafts" / "documents")
    parser.add_argument("--jobs", type=count, default=jobs())
    parser.add_argument("--root", type=Path, default=console.ROOT)
    return parser.parse_args(argv)


def ids_named(evaluation: Evaluation, names: Sequence[str], everything: bool) -> tuple[str, ...] | None:
    """Ids of the documents meant, the city's first; None, with a sentence for each wrong name, when one means none."""
    if not names:
        return (CITY[0], *(unit.id for unit in evaluation.reporting_units)) if everything else ()
    units = console.units_named(evaluation.reporting_units, [name for name in names if name not in CITY], CITY)
    if units is None:
        return None
    city = CITY[:1] if set(CITY) & set(names) else ()
    return tuple(dict.fromkeys((*city, *(unit.id for unit in units))))


def faults_of(proof: Proof, wanted: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the sources of these documents; the city's own files are the city's."""
    return (problem for problem in proof.faults if (problem.unit or CITY[0]) in wanted)


def reports(proof: Proof, wanted: Sequence[str], options: argparse.Namespace) -> Iterator[Made]:
    view = View(proof.evaluation, proof.assessment)
    manuscripts = [manuscript(view, name) for name in wanted]
    shop = Workshop(cache_of(options.root), options.jobs)
    docs = options.root / "docs"
    made = documents(view, manuscripts, docs, shop, pictures_in(docs))()
    for one, (name, content, problems) in zip(manuscripts, made, strict=True):
        # Drawn for the document a moment ago: this only says which characters had no glyph.
        drawn = pictures(by_name(one.charts).values(), "png", shop)()
        missing = (problem for _, _, problems in drawn for problem in problems)
        yield f"{name}.docx", content, (*one.problems, *problems, *missing)


def manuscript(view: View, name: str) -> Manuscript:
    return city_manuscript(view) if name == CITY[0] else unit_manuscript(view, view.evaluation.unit(name))


def contacts(evaluation: Evaluation, root: Path) -> Iterator[Made]:
    """Nothing at all while a contact cannot be read: a list that lacks somebody is worse than none."""
    people, problems = load_contacts(root)
    if problems:
        yield "", b"", problems
        return
    content, found = contact_list(evaluation, people)
    yield "contacts.docx", content, found


def write(folder: Path, made: Sequence[Made]) -> bool:
    """Each path on a line. False, with a sentence, when a file cannot be written: Word holds what it has open."""
    complete = True
    folder.mkdir(parents=True, exist_ok=True)
    for name, content, _ in made:
        if not name:
            continue
        try:
            (folder / name).write_bytes(content)
            print(folder / name)
        except OSError as error:
            print(f"{folder / name}：写不进去（{error.strerror}）。在 Word 或 WPS 里关闭这份文件后重试。", file=sys.stderr)
            complete = False
    return complete


if __name__ == "__main__":
    console.run(main)
