"""查看本机能否生成网站和文件：版本、字体、编码、可选的程序。

用法：run.py doctor [--json]

缺少可选程序不算问题，只说明少了什么；缺少必需的东西时退出码为 1。
"""

from __future__ import annotations

import json
import platform
import shutil
import sys
from collections.abc import Callable
from importlib.metadata import version

import console
from console.options import Parser

LIBRARIES = ("mkdocs", "mkdocs-material", "Markdown", "PyYAML", "pypandoc_binary", "matplotlib", "pydantic", "lxml")
OPTIONAL = {
    "chromium": "浏览器测试",
    "soffice": "用 LibreOffice 核对页码和版面",
    "pdftoppm": "把文件画成图片",
    "git": "按提交比较数据",
}


def pandoc() -> str:
    import pypandoc

    return str(pypandoc.get_pandoc_version())


def font() -> str:
    from evaluation.render.drawing.typeface import missing_characters

    missing = missing_characters("鄂尔多斯准格尔旗伊金霍洛旗●◆▲■○％℃①")
    if missing:
        raise LookupError("缺字 " + "".join(sorted(missing)))
    return "Noto Sans CJK SC（随项目）"


def encoding() -> str:
    if sys.getfilesystemencoding().lower() != "utf-8":
        raise LookupError(f"文件名编码是 {sys.getfilesystemencoding()}，应为 UTF-8")
    return "UTF-8"


def free_space() -> str:
    free = shutil.disk_usage(console.ROOT).free // 2**20
    if free < 500:
        raise LookupError(f"磁盘只剩 {free} MB，至少需要 500 MB")
    return f"{free} MB"


REQUIRED: dict[str, Callable[[], str]] = {
    "Python": platform.python_version,
    **{name: (lambda name=name: version(name)) for name in LIBRARIES},
    "pandoc": pandoc,
    "图表字体": font,
    "编码": encoding,
    "可用磁盘": free_space,
}


def main(argv: list[str]) -> int:
    parser = Parser("doctor")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    found, faults = {}, {}
    for name, look in REQUIRED.items():
        try:
            found[name] = look()
        except Exception as error:  # a broken library must not keep the other lines from being shown
            faults[name] = str(error)
    programs = {name: bool(shutil.which(name)) for name in OPTIONAL}
    if options.json:
        print(json.dumps({"required": found, "faults": faults, "optional": programs}, ensure_ascii=False, indent=2))
    else:
        show(found, faults, programs)
    return console.EXIT_FAULTS if faults else console.EXIT_OK


def show(found: dict[str, str], faults: dict[str, str], programs: dict[str, bool]) -> None:
    for name, value in found.items():
        print(f"正常  {name}  {value}")
    for name, fault in faults.items():
        print(f"缺少  {name}  {fault}。请删去 .venv 文件夹后重新运行 run.py doctor。")
    for name, there in programs.items():
        print(f"{'正常' if there else '可选'}  {name}  {'已安装' if there else f'未安装，只影响：{OPTIONAL[name]}'}")


if __name__ == "__main__":
    console.run(main)
