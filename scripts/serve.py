"""边写边看：在本机打开预览，保存后自动刷新。

用法：run.py serve [--address 127.0.0.1:8000] [--debug]

预览不生成 DOCX；问题作为警告列出，网页照常更新。
"""

from __future__ import annotations

import argparse

import console
from mkdocs.commands.serve import serve


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py serve", description=__doc__, add_help=False)
    parser.add_argument("--address", default="127.0.0.1:8000")
    options = parser.parse_args(argv)
    serve(config_file=str(console.ROOT / "mkdocs.yml"), dev_addr=options.address, livereload=True)
    return console.EXIT_OK


if __name__ == "__main__":
    console.run(main)
