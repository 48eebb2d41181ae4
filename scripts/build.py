"""生成 site/：可直接打开的评估网站，内含全部 DOCX 和数据表。

用法：run.py build [--strict] [--profile 用途] [--out 文件夹] [--jobs N | --scheduler 地址] [--debug]

  --strict     有任何问题就不发布，退出码 1；原来的 site/ 原样保留
  --profile    local   缺省：双击 index.html 能打开，放到服务器上也能用
               server  只放服务器：网址是目录，如 /banners/dongsheng/
               usb     同 local，旁边另有一个 site.zip，可整个带走
  --out        换一个输出文件夹（缺省为 site）
  --jobs       同时使用的处理器数（缺省为全部）
  --scheduler  在 Dask 集群上画图、生成文件，如 tcp://10.0.0.5:8786；各节点要能读到本项目的文件夹

site/SHA256SUMS 列出每个文件的 SHA-256，带到别处后可逐个核对。
有问题的单位只影响它自己的页面：问题逐条列出，其余页面照常生成。
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import console
from console.cluster import NoCluster, workers
from console.listening import listen
from evaluation.export.parcel import pack, write_sums
from evaluation.export.site_folder import Busy, new_site, publish
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

PROFILES = ("local", "server", "usb")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py build", add_help=False)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--profile", choices=PROFILES, default="local")
    parser.add_argument("--out", type=Path, default=console.ROOT / "site")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--scheduler")
    options = parser.parse_args(argv)
    try:
        with new_site(options.out.resolve()) as fresh, workers(options.scheduler, options.jobs) as options.jobs:
            return build_into(fresh, options)
    except Busy:
        print("另一个生成过程正在进行，请等它结束后再试。", file=sys.stderr)
    except NoCluster as error:
        print(error, file=sys.stderr)
    return console.EXIT_FAULTS


def build_into(fresh: Path, options: argparse.Namespace) -> int:
    warnings = listen()
    progress = console.Progress()
    config = load_config(
        str(console.ROOT / "mkdocs.yml"), site_dir=str(fresh), use_directory_urls=options.profile == "server"
    )
    config.extra.update(jobs=options.jobs, step=progress.step)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except (Abort, BuildError) as error:
        print(error if str(error) else "网站没有生成，原来的 site/ 原样保留。", file=sys.stderr)
        return console.EXIT_FAULTS
    finally:
        config.plugins.on_shutdown()
        progress.done()
    if options.strict and warnings.lines:
        print(f"共 {len(warnings.lines)} 个问题，--strict 不发布；原来的 site/ 原样保留。", file=sys.stderr)
        return console.EXIT_FAULTS
    deliver(fresh, options.out.resolve(), options.profile)
    print(f"已生成 {options.out.name}/（{sum(1 for _ in options.out.rglob('*.html'))} 个网页，"
          f"{sum(1 for _ in options.out.rglob('*.docx'))} 份 DOCX），问题 {len(warnings.lines)} 个。", file=sys.stderr)  # fmt: skip
    return console.EXIT_OK


def deliver(fresh: Path, site: Path, profile: str) -> None:
    """The site takes its place; for a memory stick, one file with all of it stands beside it."""
    write_sums(fresh)
    publish(fresh, site)
    if profile == "usb":
        pack(site, site.with_name(f"{site.name}.zip"), site.name)


if __name__ == "__main__":
    console.run(main)
