"""The preview shows an edit in the open page, and comes to the very bytes of a build."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from console import preview

from tests.conftest import MADE, run_build

SCRIPT = re.compile(rb'<script src="/livereload\.js/[0-9]+\.js"></script>')
PATIENCE = 120
"""Seconds: a loaded machine is slow; how long an edit takes on a quiet one is told in bench/."""


class Served:
    def __init__(self, project: Path) -> None:
        self.project = project
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        path = os.pathsep.join([str(project / "hooks"), str(project / "scripts")])
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "EVALUATION_CACHE": MADE}
        command = [sys.executable, str(project / "scripts/serve.py"), "--address", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        until(lambda: self.get("index.html") is not None)

    def get(self, name: str) -> bytes | None:
        """A page as a build writes it."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{name}", timeout=PATIENCE) as answer:
                return SCRIPT.sub(b"", answer.read())
        except OSError:
            return None

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        path = self.project / name
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def served(project_copy) -> Iterator[Served]:
    preview = Served(project_copy())
    yield preview
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(PATIENCE) == 0


def pages(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


def same_as_built(served: Served, site: Path) -> list[str]:
    shown = ["search/search_index.js", *pages(site)]
    return [name for name in shown if served.get(name) != (site / name).read_bytes()]


def test_an_edit_shows_at_once_and_the_rest_follows_to_the_byte_of_a_build(served):
    served.edit("docs/banners/wushen/challenges.md", lambda text: text.rstrip("\n") + "这一句是刚写的。\n")
    until(lambda: "这一句是刚写的".encode() in served.get("banners/wushen.html"))
    before = served.get("banners/zhungeer.html")
    served.edit("data/reports/zhungeer.yml", lambda text: text.replace("period: 2022\n    value: 10\n", "period: 2022\n    value: 9\n", 1))
    until(lambda: served.get("banners/zhungeer.html") != before)
    assert run_build(served.project).returncode == 0

    until(lambda: same_as_built(served, served.project / "site") == [])


def test_the_written_page_is_made_where_the_site_stands_now(project_copy, tmp_path, monkeypatch):
    """After every whole build the site stands in another folder."""
    project, first, second = project_copy(), tmp_path / "1", tmp_path / "2"
    monkeypatch.setenv("EVALUATION_CACHE", MADE)
    kept = preview.Kept(project, first)
    shutil.copytree(first, second)
    section = "docs/banners/zhungeer/challenges.md"

    for folder, words in ((first, "第一次添的话"), (second, "第二次添的话")):
        path = project / section
        path.write_text(path.read_text(encoding="utf-8") + f"\n{words}。\n", encoding="utf-8")
        assert kept.again([section], folder)
        assert words in (folder / "banners" / "zhungeer.html").read_text(encoding="utf-8")


def test_a_page_of_the_citys_report_shows_its_edit(served):
    served.edit("docs/report/05-problems.md", lambda text: text + "\n全市报告里刚写的一句。\n")

    until(lambda: "全市报告里刚写的一句".encode() in served.get("report/05-problems.html"))


def test_a_fault_is_told_on_its_page_and_gone_when_mended(served):
    served.edit("data/reports/hangjin.yml", lambda text: "unit：hangjin\n" + text)
    until(lambda: "数据有误".encode() in served.get("banners/hangjin.html"))

    served.edit("data/reports/hangjin.yml", lambda text: text.removeprefix("unit：hangjin\n"))
    until(lambda: "数据有误".encode() not in served.get("banners/hangjin.html"))


@pytest.mark.browser
def test_the_open_page_shows_the_edit_by_itself(served, browser, record_property):
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{served.port}/banners/dongsheng.html")
    page.wait_for_timeout(500)
    started = time.monotonic()
    served.edit("docs/banners/dongsheng/challenges.md", lambda text: text.rstrip("\n") + "浏览器里也看得见。\n")

    page.wait_for_selector("text=浏览器里也看得见", timeout=PATIENCE * 1000)

    record_property("seconds", round(time.monotonic() - started, 2))
    page.close()


def test_changed_code_starts_the_preview_anew(served):
    served.edit("hooks/load_evaluation.py", lambda text: text.replace("evaluation.plan.notice", "evaluation.plan.notice + '（程序已改）'"))

    until(lambda: "（程序已改）".encode() in (served.get("index.html") or b""))
