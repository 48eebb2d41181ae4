"""生成 site/：可直接打开的评估网站，内含全部 DOCX 和数据表。

用法：run.py build [--strict] [--profile 用途] [--out 文件夹] [--jobs N | --scheduler 地址] [--debug]

  --strict     有任何问题就不发布，退出码 1；原来的 site/ 原样保留
  --profile    local   缺省：双击 index.html 能打开，放到服务器上也能用
               server  只放服务器：网址是目录，如 /banners/dongsheng/
               usb     同 local，旁边另有一个 site.zip，可整个带走
  --out        换一个输出文件夹（缺省为 site）
  --jobs       同时做几处（缺省按本机能用的处理器和内存）
  --scheduler  在 Dask 集群上画图、生成文件，如 tcp://10.0.0.5:8786；各节点要能读到本项目的文件夹

site/SHA256SUMS 列出每个文件的 SHA-256，带到别处后可逐个核对。
有问题的单位只影响它自己的页面：问题逐条列出，其余页面照常生成。
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import console
from console.cluster import NoCluster, workers
from console.listening import listen
from console.machine import jobs
from console.options import Parser, count
from evaluation.cache import cache_of
from evaluation.export.parcel import pack
from evaluation.export.site_folder import Busy, new_site, publish
from evaluation.export.standing import Standing, standing
from evaluation.files import names

PROFILES = ("local", "server", "usb")
UNUSED = ("babel", "pygments")
"""By MkDocs: it translates no theme of ours, and colours no code."""


def main(argv: list[str]) -> int:
    parser = Parser("build")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--profile", choices=PROFILES, default="local")
    parser.add_argument("--out", type=Path, default=console.ROOT / "site")
    parser.add_argument("--jobs", type=count, default=jobs())
    parser.add_argument("--scheduler")
    options = parser.parse_args(argv)
    options.out = options.out.resolve()
    try:
        with new_site(options.out) as fresh:
            before = standing(console.ROOT, options.profile, cache_of(console.ROOT))
            problems = before.problems(options.out)
            if problems is None:
                with workers(options.scheduler, options.jobs) as options.jobs:
                    return build_into(fresh, options, before)
            print(*problems, sep="\n", end="\n" if problems else "")
            return told(options, problems)
    except Busy:
        print("另一个生成过程正在进行，请等它结束后再试。", file=sys.stderr)
    except NoCluster as error:
        print(error, file=sys.stderr)
    return console.EXIT_FAULTS


def build_into(fresh: Path, options: argparse.Namespace, before: Standing) -> int:
    # Looked for only now: where everything stands already, nobody waits for them.
    from evaluation.beginning import begin
    from evaluation.export.workshop import Workshop
    from evaluation.unneeded import without

    progress = console.Progress()
    begun = begin(console.ROOT, Workshop(before.cache, options.jobs, progress.step), meanwhile=load_mkdocs)
    load_mkdocs()  # while the others are at work already
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError

    warnings = listen()
    with without(*UNUSED):
        config = load_config(
            str(console.ROOT / "mkdocs.yml"), site_dir=str(fresh), use_directory_urls=options.profile == "server"
        )
    config.extra.update(begun=begun, standing=options.out)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except (Abort, BuildError):  # why, is told already
        print("网站没有生成，原来的 site/ 原样保留。", file=sys.stderr)
        return console.EXIT_FAULTS
    finally:
        config.plugins.on_shutdown()
        progress.done()
    if refused(options, warnings.lines):
        return told(options, warnings.lines)
    publish(fresh, options.out)
    if standing(console.ROOT, options.profile, before.cache) == before:  # nobody wrote while it was made
        before.remember(config.extra["sums"], warnings.lines)
    return told(options, warnings.lines)


def load_mkdocs() -> None:
    from evaluation.unneeded import without

    with without(*UNUSED):
        import_module("mkdocs.commands.build")


def refused(options: argparse.Namespace, problems: Sequence[str]) -> bool:
    return options.strict and bool(problems)


def told(options: argparse.Namespace, problems: Sequence[str]) -> int:
    """How it ended; for a memory stick, one file with all of the site stands beside it."""
    if refused(options, problems):
        print(f"共 {len(problems)} 个问题，--strict 不发布；原来的 site/ 原样保留。", file=sys.stderr)
        return console.EXIT_FAULTS
    if options.profile == "usb":
        pack(options.out, options.out.with_name(f"{options.out.name}.zip"), options.out.name)
    files = names(options.out)
    pages, documents = (sum(name.endswith(kind) for name in files) for kind in (".html", ".docx"))
    print(f"已生成 {options.out.name}/（{pages} 个网页，{documents} 份 DOCX），问题 {len(problems)} 个。", file=sys.stderr)
    return console.EXIT_OK


if __name__ == "__main__":
    console.run(main)
