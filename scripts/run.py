#!/usr/bin/env python3
"""The one entry: sets up its own environment from the lock once, then hands over to a command.

Standard library only, and readable by any Python 3, so that an old interpreter gets a sentence and not a SyntaxError.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed.txt"
BUILD_LOCK, CLUSTER_LOCK, TEST_LOCK = "requirements.lock", "requirements-cluster.lock", "requirements-test.lock"
HOLDS = {CLUSTER_LOCK: (BUILD_LOCK,), TEST_LOCK: (BUILD_LOCK, CLUSTER_LOCK)}
"""Lock → the locks of which it holds everything, so that nothing is installed again for them."""
OLDEST = (3, 11)
EXIT_OK, EXIT_FAULTS, EXIT_USAGE = 0, 1, 2

USAGE = """用法：python3 scripts/run.py <命令> [选项]

{commands}

例：
  python3 scripts/run.py build                 生成 site/，内含全部 DOCX；双击 site/index.html 即可阅读
  python3 scripts/run.py serve                 边写边看
  python3 scripts/run.py check                 检查数据和文稿，逐条列出问题
  python3 scripts/run.py document zhungeer     只生成准格尔旗的 DOCX
  python3 scripts/run.py form zhungeer         给准格尔旗生成 Excel 和 Word 填报表
  python3 scripts/run.py intake 表.xlsx 报告.docx   读入填好的表，写成草稿
  python3 scripts/run.py test                  运行全部测试

每个命令都有 --help。第一次运行会在 .venv/ 里自行安装所需的库，以后不再安装。
退出码：0 正常，1 发现问题，2 用法不对。出错时加 --debug 可看到完整的调用过程。"""


def main(argv: list[str]) -> int:
    if sys.version_info < OLDEST:
        print(f"需要 Python {OLDEST[0]}.{OLDEST[1]} 或更新的版本，现在是 {sys.version.split()[0]}。", file=sys.stderr)
        return EXIT_USAGE
    commands = {path.stem: path for path in sorted(SCRIPTS.glob("*.py")) if path.name != "run.py"}
    if not argv or argv[0] in ("-h", "--help", "help"):
        print(USAGE.format(commands="\n".join(f"  {name:<10} {summary(path)}" for name, path in commands.items())))
        return EXIT_OK if argv else EXIT_USAGE
    name, *arguments = argv
    if name not in commands:
        near = difflib.get_close_matches(name, commands, n=1)
        hint = f"是否想写 {near[0]}？" if near else "可用的命令见 --help。"
        print(f"没有名为 {name} 的命令。{hint}", file=sys.stderr)
        return EXIT_USAGE
    if not {"-h", "--help"} & set(arguments) and not set_up(ROOT / lock_for(name, arguments)):
        return EXIT_FAULTS
    return hand_over(commands[name], arguments)


def lock_for(command: str, arguments: list[str]) -> str:
    """What a command needs; all but the tests, the pictures and a cluster's builds need only what a build needs."""
    if command in ("test", "mutate", "pictures"):
        return TEST_LOCK
    return CLUSTER_LOCK if any(argument.startswith("--scheduler") for argument in arguments) else BUILD_LOCK


def summary(path: Path) -> str:
    """The first line of a command's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def interpreter() -> Path:
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def set_up(lock: Path) -> bool:
    """Install the lock's packages unless the stamp says they are there; False with a message when that fails."""
    wanted = fingerprint(lock)
    if STAMP.is_file() and wanted in STAMP.read_text(encoding="utf-8").split() and interpreter().exists():
        return True
    print(f"正在准备运行环境（{lock.name}），只需一次 ……", file=sys.stderr, flush=True)
    STAMP.unlink(missing_ok=True)
    if not interpreter().exists() or not same_python():
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        # Without pip inside: an outer pip installs into it, so that neither ensurepip nor PEP 668 is in the way.
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(ENVIRONMENT)], check=True)
    installed = subprocess.run(install_command(lock), stdout=sys.stderr, check=False)
    if installed.returncode:
        print("运行环境没有装好：请检查网络或本机的 pip 软件源设置后重试（上面是 pip 的原话）。", file=sys.stderr)
        return False
    satisfied = {wanted, *(fingerprint(ROOT / name) for name in HOLDS.get(lock.name, ()))}
    STAMP.write_text("\n".join(sorted(satisfied)) + "\n", encoding="utf-8")
    return True


def fingerprint(lock: Path) -> str:
    version = "%d.%d" % sys.version_info[:2]
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n") + version.encode()).hexdigest()


def same_python() -> bool:
    """Whether the environment was made by an interpreter of this very version."""
    config = ENVIRONMENT / "pyvenv.cfg"
    return config.is_file() and "%d.%d." % sys.version_info[:2] in config.read_text(encoding="utf-8")


def install_command(lock: Path) -> list[str]:
    return [
        sys.executable, "-m", "pip", "--python", str(interpreter()), "install", "--quiet", "--no-input",
        "--disable-pip-version-check", "--no-compile", "--no-deps", "--only-binary=:all:", "--require-hashes", "-r", str(lock),
    ]  # fmt: skip


def hand_over(script: Path, arguments: list[str]) -> int:
    """Run a command in the environment. Its help needs no environment: then this very interpreter shows it."""
    environment = dict(
        os.environ,
        PYTHONPATH=os.pathsep.join([str(ROOT / "hooks"), str(SCRIPTS)]),
        PYTHONUTF8="1",
        NO_MKDOCS_2_WARNING="1",
    )
    if {"-h", "--help"} & set(arguments):
        print(ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))))
        return EXIT_OK
    try:
        return subprocess.run([str(interpreter()), str(script), *arguments], env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
