"""What whole-site tests share: the project copied, the site built once, a browser where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from console.browser import chromium, program
from hypothesis import settings

# The same examples on every machine: a change is judged by what it changed, not by its luck.
settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("docs", "data", "hooks", "scripts", "schemas", "mkdocs.yml", "pyproject.toml")


MADE = str(ROOT / ".cache" / "made")
"""What was made for one copy of the project need not be made for the next: a copy whose code differs shares nothing."""


def run_build(project: Path, *options: str, cache: str = MADE) -> subprocess.CompletedProcess[str]:
    """Build a project's site as its author would, in this very environment."""
    environment = {
        **os.environ,
        "EVALUATION_CACHE": cache,
        "PYTHONPATH": os.pathsep.join([str(project / "hooks"), str(project / "scripts")]),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [sys.executable, str(project / "scripts" / "build.py"), *options], capture_output=True, encoding="utf-8", env=environment, cwd=project
    )


def copy_project(target: Path) -> Path:
    target.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", "private"))
        else:
            shutil.copy2(source, target / name)
    return target


@pytest.fixture(scope="session")
def project_copy(tmp_path_factory) -> Callable[[], Path]:
    """Makes a fresh copy of the project each time it is called."""
    return lambda: copy_project(tmp_path_factory.mktemp("copy") / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The demonstration plan's site, built once for all tests, strictly."""
    project = copy_project(tmp_path_factory.mktemp("site") / "project")
    built = run_build(project, "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


@pytest.fixture(scope="session")
def server_site(tmp_path_factory) -> Path:
    """The same site with directory addresses, as a server gets it."""
    project = copy_project(tmp_path_factory.mktemp("server") / "project")
    built = run_build(project, "--strict", "--profile", "server")
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """The system's Chromium, driven by Playwright."""
    if program() is None:
        pytest.skip("这台机器没有 Chromium，浏览器测试跳过（Debian：apt-get install chromium）")
    with chromium() as running:
        yield running
