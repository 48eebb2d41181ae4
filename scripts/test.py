"""运行全部测试。

用法：run.py test [pytest 的选项]

例：
  run.py test                     全部测试
  run.py test tests/measure       只测进度评价
  run.py test -k 引用 -x          按名称挑选，遇错即停

没有 Chromium 或 LibreOffice 的机器上，需要它们的测试会跳过并说明原因。
"""

from __future__ import annotations

import os

import console
import pytest
from evaluation.memory import look_seldom


def main(argv: list[str]) -> int:
    os.chdir(console.ROOT)
    look_seldom()  # no command runs as long, or makes as much that is thrown away
    code = int(pytest.main(argv))
    return {0: console.EXIT_OK, 4: console.EXIT_USAGE}.get(code, console.EXIT_FAULTS)


if __name__ == "__main__":
    console.run(main)
