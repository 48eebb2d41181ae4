"""把评价算法逐处改错，看测试能否发现（仅维护者需要）

用法：python3 scripts/run.py mutate [模块 …] [--work 文件夹] [--jobs 数]

  模块      只改 hooks/evaluation/measure/ 里的这些文件，如 progress ladder；缺省为全部
  --work    工作文件夹，缺省用临时文件夹、用完删去；指定的保留，再次运行时接着做
  --jobs    同时做几处（缺省 1）

每处改动跑一遍测到它的测试，测试通过即为漏网。逐个文件列出改动数和漏网数，再列出漏网的改动。
用 mutmut，设置在 pyproject.toml 的 [tool.mutmut]；需要 fork，Windows 上在 WSL 里运行。全部约需半小时。先装一次：
  python3 -m pip --python .venv install --no-deps --require-hashes -r requirements-mutation.lock
退出码：0 发现的不少于九成，1 不足九成，2 用法不对。
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import console
from console.options import Parser, count

MEASURE = console.ROOT / "hooks" / "evaluation" / "measure"
COPIED = ("tests", "scripts", "data", "docs", "schemas", "mkdocs.yml", "pyproject.toml")
LEAST = 0.9
SURVIVED, UNTESTED = 0, 33
"""mutmut's exit codes for a change that no test noticed, and for one that no test runs into."""


def main(argv: list[str]) -> int:
    parser = Parser("mutate")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--work", type=Path)
    parser.add_argument("--jobs", type=count, default=1)
    options = parser.parse_args(argv)
    unknown = [name for name in options.modules if not (MEASURE / f"{name}.py").is_file()]
    if unknown:
        known = "、".join(sorted(path.stem for path in MEASURE.glob("*.py") if path.stem != "__init__"))
        print(f"没有模块 {'、'.join(unknown)}。可用：{known}。", file=sys.stderr)
        return console.EXIT_USAGE
    if importlib.util.find_spec("mutmut") is None:
        print("还没有装 mutmut，安装的命令见 run.py mutate --help。", file=sys.stderr)
        return console.EXIT_USAGE
    if options.work:
        return mutated(options.work.resolve(), options.modules, options.jobs)
    with tempfile.TemporaryDirectory() as folder:
        return mutated(Path(folder), options.modules, options.jobs)


def mutated(work: Path, modules: list[str], jobs: int) -> int:
    lay_out(work)
    wanted = [f"evaluation.measure.{name}.*" for name in modules]
    # What this very command imports must not be what the changed copy's tests import.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(jobs), *wanted]
    subprocess.run(command, cwd=work, env=environment, check=True)
    return told(results(work))


def lay_out(work: Path) -> None:
    """The project as mutmut expects it: the package under src/."""
    copy(console.ROOT / "hooks" / "evaluation", work / "src" / "evaluation")
    for name in COPIED:
        copy(console.ROOT / name, work / name)


def copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "private"), dirs_exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def results(work: Path) -> dict[str, dict[str, int]]:
    """Module → change → mutmut's exit code, of those that were tried."""
    folder = work / "mutants" / "src" / "evaluation" / "measure"
    found = {path.name.removesuffix(".py.meta"): codes(path) for path in sorted(folder.glob("*.py.meta"))}
    return {module: tried for module, tried in found.items() if tried}


def codes(path: Path) -> dict[str, int]:
    tried = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {change: code for change, code in tried.items() if code is not None}


def told(found: dict[str, dict[str, int]]) -> int:
    for module, tried in found.items():
        print(f"{module:<16} {len(tried):>5} 处，漏网 {len(list(missed(tried))):>3} 处")
    everything = {change: code for tried in found.values() for change, code in tried.items()}
    left = list(missed(everything))
    for change in left:
        print(f"  漏网：{change}")
    share = 1 - len(left) / len(everything) if everything else 0
    print(f"共 {len(everything)} 处，发现 {len(everything) - len(left)} 处（{share:.1%}）")
    return console.EXIT_OK if share >= LEAST else console.EXIT_FAULTS


def missed(tried: dict[str, int]) -> Iterator[str]:
    return (change for change, code in tried.items() if code in (SURVIVED, UNTESTED))


if __name__ == "__main__":
    console.run(main)
