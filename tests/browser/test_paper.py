"""A page printed to PDF: A4, numbered, every row on it, nothing of the screen's furniture."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from lxml import html
from tests.browser.watching import address, watched

pytestmark = pytest.mark.browser

PAGES = ("index.html", "projects/index.html", "banners/zhungeer.html", "report/03-tasks.html")


@pytest.fixture(scope="module")
def printed(browser, site, tmp_path_factory):
    """Page → its text on each sheet, and the sheets' size."""
    if not (shutil.which("pdftotext") and shutil.which("pdfinfo")):
        pytest.skip("这台机器没有 pdftotext，打印测试跳过（Debian：apt-get install poppler-utils）")
    folder = tmp_path_factory.mktemp("paper")

    def sheets(path):
        target = folder / (path.replace("/", "-") + ".pdf")
        with watched(browser, address(site)) as watch:
            watch.open("index.html")
            watch.page.locator("label[for=__palette_1]").click()  # who reads in the dark prints on white paper too
            watch.open(path)
            watch.page.pdf(path=target, prefer_css_page_size=True)
        info = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
        text = subprocess.run(["pdftotext", target, "-"], capture_output=True, encoding="utf-8", check=True).stdout
        return info, text.split("\f")[:-1]

    return sheets


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_printed_on_a4_with_page_numbers_and_every_row(printed, site, path):
    info, sheets = printed(path)

    assert "(A4)" in re.search(r"Page size:.*", info).group()
    assert [re.findall(r"— *(\d+) *—", sheet)[-1:] for sheet in sheets] == [[str(number)] for number in range(1, len(sheets) + 1)]
    on_paper = re.sub(r"\s", "", "".join(sheets))
    assert "下载CSV" not in on_paper and "跳转至" not in on_paper and "：数据表" not in on_paper
    if path == "projects/index.html":
        names = html.fromstring((site / path).read_text(encoding="utf-8")).xpath("//article//td[1]/text()")
        projects = {name for name in names if re.fullmatch(r"[PZ]\d\d", name)}
        assert len(projects) == 44
        assert projects <= set(re.findall(r"[PZ]\d\d", on_paper))
