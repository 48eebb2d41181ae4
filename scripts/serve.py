"""边写边看：在本机打开预览，保存后自动刷新。

用法：run.py serve [--address 127.0.0.1:8000] [--debug]

保存后先刷新正在写的那一页，其余网页随后更新，结果与 run.py build 生成的一样。
预览不生成 DOCX；问题作为警告列出，网页照常更新；改了程序则自动重新启动。
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

import console
from console.options import Parser
from console.preview import Preview, whole_site


def main(argv: list[str]) -> int:
    parser = Parser("serve")
    parser.add_argument("--address", default="127.0.0.1:8000")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.into:
        whole_site(console.ROOT, options.into)
        return console.EXIT_OK
    host, _, port = options.address.rpartition(":")
    if not port.isdecimal():
        print("地址写成 主机:端口，如 127.0.0.1:8000。", file=sys.stderr)
        return console.EXIT_USAGE
    # Also where the shell that started it lets it ignore Ctrl+C, as shells do with what runs in the background.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)
    preview = Preview(console.ROOT, host, int(port))
    print(f"预览：http://{options.address}/  按 Ctrl+C 结束。", file=sys.stderr, flush=True)
    try:
        preview.serve()
    except KeyboardInterrupt:
        print("预览结束。", file=sys.stderr)
    finally:
        preview.close()
    return console.EXIT_OK


if __name__ == "__main__":
    console.run(main)
