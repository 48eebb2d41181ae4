"""给 README 拍照：网站的主要页面和正式文件的两页，存入 tests/pictures/。

用法：run.py pictures [--site 文件夹] [--out 文件夹]

  --site   已生成的网站（缺省为 site；先运行 build）
  --out    存放图片的文件夹（缺省为 tests/pictures）

需要 Chromium；正式文件的图还需要 LibreOffice 和 poppler-utils，没有时跳过并说明。
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import console
from console.browser import chromium
from console.options import Parser
from PIL import Image

DESK, PHONE = (1280, 860), (390, 844)
COLOURS = 128
"""Enough for flat pages, and a third of the file."""
DOCUMENT = "documents/city.docx"
PRINTERS = ("soffice", "pdftotext", "pdftoppm")
SHEETS = {
    "document": re.compile(r"— *1 *—"),
    "document-chart": re.compile(r"^\s*图 ?4\s", re.MULTILINE),
}
"""Picture → what only its page of the document holds: the number of the first page, the caption of a chart."""
PIXELS_PER_INCH = 80


def as_it_opens(page: Any) -> None:
    """Nothing done to it."""


def darkened(page: Any) -> None:
    page.locator("label[for=__palette_1]").click()
    page.wait_for_timeout(300)


def searched(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text("准旗 煤矿")
    page.wait_for_selector(".md-search-result__link")
    page.wait_for_timeout(500)


@dataclass(frozen=True)
class Shot:
    name: str
    path: str
    size: tuple[int, int] = DESK
    act: Callable[[Any], None] = as_it_opens


SHOTS = (
    Shot("site", "index.html"),
    Shot("indicator", "indicators/I01.html"),
    Shot("unit", "banners/zhungeer.html"),
    Shot("table", "projects/index.html?阶段=开工在建"),
    Shot("search", "index.html", act=searched),
    Shot("dark", "indicators/index.html", act=darkened),
    Shot("phone", "index.html", PHONE),
)


def main(argv: list[str]) -> int:
    parser = Parser("pictures")
    parser.add_argument("--site", type=Path, default=console.ROOT / "site")
    parser.add_argument("--out", type=Path, default=console.ROOT / "tests" / "pictures")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        print(f"{options.site} 里没有网站：先运行 run.py build。", file=sys.stderr)
        return console.EXIT_USAGE
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        taken = [*pages(options.site.resolve(), options.out), *document(options.site, options.out)]
    except FileNotFoundError as error:
        print(f"{error}。", file=sys.stderr)
        return console.EXIT_FAULTS
    for path in taken:
        print(f"{path.name}  {path.stat().st_size // 1000} kB")
    return console.EXIT_OK


def pages(site: Path, out: Path) -> Iterator[Path]:
    with chromium() as browser:
        yield from shots(browser, site, out)


def shots(browser: Any, site: Path, out: Path) -> Iterator[Path]:
    for shot in SHOTS:
        width, height = shot.size
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{shot.path}")
        page.wait_for_timeout(300)  # tables take their tools
        shot.act(page)
        page.screenshot(path=out / f"{shot.name}.png")
        context.close()
        yield smaller(out / f"{shot.name}.png")


def document(site: Path, out: Path) -> Iterator[Path]:
    """Where the city's report begins, and a page with a chart, as LibreOffice sets them."""
    if not all(map(shutil.which, PRINTERS)):
        print(f"没有 {'、'.join(name for name in PRINTERS if not shutil.which(name))}，正式文件的图没有更新。", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        done("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(site / DOCUMENT))
        pdf = str(Path(folder, Path(DOCUMENT).stem + ".pdf"))
        sheets = done("pdftotext", pdf, "-").split("\f")
        for name, mark in SHEETS.items():
            sheet = str(next(number for number, text in enumerate(sheets, start=1) if mark.search(text)))
            one = ("-singlefile", "-f", sheet, "-l", sheet)
            done("pdftoppm", "-png", "-r", str(PIXELS_PER_INCH), *one, pdf, str(out / name))
            yield smaller(out / f"{name}.png")


def done(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", errors="replace").stdout


def smaller(path: Path) -> Path:
    """The same picture with few colours, which these pages have anyway."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    return path


if __name__ == "__main__":
    console.run(main)
