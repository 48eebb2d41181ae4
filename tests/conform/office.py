"""A document as LibreOffice prints it: its pages with every word, line and picture in its place."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import matplotlib
import pytest

CHINESE = ("方正小标宋简体", "华文中宋", "宋体", "SimSun")
SANS = ("黑体", "SimHei", "仿宋_GB2312", "仿宋", "楷体_GB2312", "楷体")
PT = 72 / 25.4
"""Points in a millimetre."""
OVERLOOKED = {
    'style:text-autospace="ideograph-alpha"': 'style:text-autospace="none"',
    'style:punctuation-wrap="hanging"': 'style:punctuation-wrap="simple"',
}
"""What LibreOffice's own format says where the document says otherwise: w:autoSpaceDE, w:autoSpaceDN, w:overflowPunct are 0."""
JOINED = re.compile("(?<=[，。、；：！？）》”])(?=[0-9A-Za-z])")
"""Between a Chinese mark and a figure LibreOffice never breaks a line, Word and WPS do."""
BREAK = "\u200b"


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"这台机器没有 {name}，排版测试跳过（Debian：apt-get install {package}）")
    return found


def font_settings(folder: Path) -> Path:
    """Stand-ins with the metrics of the faces a document names: where text stands can be measured, not how it looks.

    STIX comes with matplotlib and is as wide as Times New Roman; any Chinese face is as wide as any other.
    """
    latin = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    wanted = {"Times New Roman": "STIXGeneral"}
    wanted |= dict.fromkeys(CHINESE, "Noto Serif CJK SC") | dict.fromkeys(SANS, "Noto Sans CJK SC")
    aliases = "".join(
        f'<alias binding="same"><family>{asked}</family><prefer><family>{given}</family></prefer></alias>' for asked, given in wanted.items()
    )
    text = f"<fontconfig><dir>{latin}</dir>{aliases}<include ignore_missing='yes'>/etc/fonts/fonts.conf</include></fontconfig>"
    path = folder / "fonts.conf"
    path.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">{text}', encoding="utf-8")
    return path


def printed(documents: list[Path], folder: Path) -> dict[str, Printed]:
    """Each document printed, by its name.

    LibreOffice reads over three settings which Word and WPS obey: it would set a quarter of a character beside every
    figure, and marks outside the text's edge; nor does it break a line between a mark and a figure. So the documents go
    by way of its own format, in which all this can be said.
    """
    program("pdftotext", "poppler-utils")
    converted(documents, "fodt", folder)
    flat = [folder / f"{path.stem}.fodt" for path in documents]
    for path in flat:
        text = path.read_text(encoding="utf-8")
        for read, meant in OVERLOOKED.items():
            assert read in text
            text = text.replace(read, meant)
        text = JOINED.sub(BREAK, text)
        path.write_text(text, encoding="utf-8")
    converted(flat, "pdf", folder)
    return {path.stem: Printed(folder / f"{path.stem}.pdf") for path in documents}


def converted(paths: list[Path], form: str, folder: Path) -> None:
    """LibreOffice starts once for all of them, with a profile of its own."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(font_settings(folder)), "LANG": "C.UTF-8"}
    command = [program("soffice", "libreoffice-writer-nogui"), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", form, "--outdir", str(folder), *map(str, paths)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=600)
    missing = [path.stem for path in paths if not (folder / f"{path.stem}.{form}").is_file()]
    assert not missing, f"{missing}: {done.stdout}{done.stderr}"


@dataclass(frozen=True)
class Word:
    """A word with its box in points from the sheet's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @cached_property
    def text(self) -> str:
        return "".join(word.text for word in self.words).replace(BREAK, "")

    def within(self, top: float, bottom: float) -> list[Word]:
        """The words whose boxes lie between two heights, in millimetres."""
        return [word for word in self.words if word.top >= top * PT and word.bottom <= bottom * PT]


@dataclass(frozen=True)
class Printed:
    path: Path

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        done = subprocess.run(["pdftotext", "-bbox", str(self.path), "-"], capture_output=True, encoding="utf-8", check=True)
        return tuple(map(_page, re.split(r"(?=<page )", done.stdout)[1:]))

    @cached_property
    def front(self) -> int:
        """How many pages come before the one that is numbered 1."""
        return next(place for place, page in enumerate(self.pages) if "—1—" in page.text)

    def page_of(self, text: str) -> list[int]:
        """The numbers of the pages, behind the contents, on which a text stands."""
        wanted = re.sub(r"\s", "", text)
        return [place - self.front + 1 for place, page in enumerate(self.pages) if place >= self.front and wanted in page.text]


def _page(text: str) -> Page:
    width, height = (float(size) for size in re.match(r'<page width="([\d.]+)" height="([\d.]+)"', text).groups())
    found = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', text)
    words = (Word(html.unescape(word), *map(float, (left, top, right, bottom))) for left, top, right, bottom, word in found)
    return Page(width, height, tuple(words))
