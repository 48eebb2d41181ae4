"""The one entry: standard library only, a helpful help, the right exit codes."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUN = ROOT / "scripts" / "run.py"
COMMANDS = sorted(path for path in (ROOT / "scripts").glob("*.py") if path.name != "run.py")


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(RUN), *arguments], capture_output=True, encoding="utf-8", cwd=cwd, env={**os.environ, "PYTHONUTF8": "1"}
    )


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse(RUN.read_text(encoding="utf-8"))
    imports = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imports |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert imports <= set(sys.stdlib_module_names)


def test_help_lists_every_command_with_what_it_does(tmp_path):
    shown = run("--help", cwd=tmp_path)

    assert shown.returncode == 0
    for command in COMMANDS:
        summary = ast.get_docstring(ast.parse(command.read_text(encoding="utf-8"))).partition("\n")[0]
        assert f"  {command.stem:<10} {summary}\n" in shown.stdout


def test_no_command_at_all_is_a_usage_error():
    assert run().returncode == 2


def test_an_unknown_command_is_a_usage_error_that_names_the_nearest():
    wrong = run("biuld")

    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (2, "", "没有名为 biuld 的命令。是否想写 build？\n")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda path: path.stem)
def test_a_commands_help_is_its_docstring(command):
    shown = run(command.stem, "--help")

    assert shown.returncode == 0
    assert shown.stdout.startswith(ast.get_docstring(ast.parse(command.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda path: path.stem)
def test_an_unknown_option_is_a_usage_error_without_traceback(command):
    wrong = run(command.stem, "--no-such-option")

    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr
    if command.stem != "test":  # hands on whatever is typed to pytest
        assert wrong.stderr.endswith(f"。用法见 run.py {command.stem} --help。\n")


def test_while_a_command_loads_garbage_is_hardly_ever_looked_for():
    script = "import gc, console; before = gc.get_stats(); import build, check, document; print(gc.get_stats() == before)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": "hooks:scripts"}, cwd=ROOT)

    assert (told.returncode, told.stdout) == (0, "True\n")


def test_the_test_lock_holds_everything_of_the_build_lock():
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ")[0] for line in lines if line and line[0].isalpha()}

    assert pins("requirements.lock") <= pins("requirements-test.lock")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_every_pinned_package_carries_hashes_and_no_registry(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "http" not in text
    for block in text.split("\n\n")[-1].split("\n"):
        if block and block[0].isalpha():
            assert block.endswith("\\")
