"""Manuscripts, letters and charts for the tests of the export: one rich manuscript holds everything a document may hold."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation.export.document import Annex
from evaluation.export.letter import Letter
from PIL import Image

RICH = (Path(__file__).parent / "rich.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Part:
    source: str
    title: str
    markdown: str


@dataclass(frozen=True)
class Manuscript:
    id: str
    title: str
    unit: str | None
    parts: tuple[Part, ...]


def manuscript(*markdowns: str) -> Manuscript:
    parts = tuple(Part(f"report/{number:02}.md", "章", text) for number, text in enumerate(markdowns or (RICH,), 1))
    return Manuscript("city", "中期评估报告", None, parts)


def letter(**changes: object) -> Letter:
    known = {
        "title": "鄂尔多斯市“十四五”应急体系建设规划实施情况中期评估报告",
        "signature": "鄂尔多斯市应急管理局",
        "addressee": "鄂尔多斯市人民政府",
        "date": date(2023, 9, 5),
        "made": date(2023, 9, 5),
        "copies": ("市发展规划委员会", "市发展和改革委员会"),
        "printer": "鄂尔多斯市应急管理局办公室",
        "print_date": date(2023, 9, 8),
        "notice": "本文件数据为示例数据，不代表真实情况。",
    }
    return Letter(**(known | changes))


def png(width: int = 1740, height: int = 1000) -> bytes:
    """A picture in greys that no viewer can mistake for a cut one: a frame and a diagonal."""
    image = Image.new("L", (width, height), 255)
    for x in range(width):
        for y in (*range(8), *range(height - 8, height), min(height - 1, x * height // width)):
            image.putpixel((x, y), 0)
    for y in range(height):
        for x in (*range(8), *range(width - 8, width)):
            image.putpixel((x, y), 0)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


CHART = png()


def charts(name: str) -> bytes | None:
    return {"city-I01": CHART}.get(name)


def annex() -> Annex:
    table = "| 序号 | 事项 | 建议 |\n| --: | :-- | :-- |\n| 1 | 航空应急救援起降点 | 调整到2026年完成 |\n"
    return Annex("规划调整建议表", Part("report/annex-1.md", "规划调整建议表", f"表3　规划调整建议\n\n{table}"))
