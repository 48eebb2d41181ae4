"""What people wrote: the sections of the units, the chapters of the city and all other pages, a Markdown file each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.load.building import build
from evaluation.load.faults import Faults
from evaluation.load.limits import report_nesting
from evaluation.load.records import read_yaml
from evaluation.load.source import Source, read_source
from evaluation.load.tree import entries, ordinary
from evaluation.model import Chapter, Duty, Field, Plan, Record, Text, Truth, Unit
from evaluation.problems import Place, Problem, meant

KINDS = ("banners", "departments", "parks")
SIZE = 300_000
FENCE = "---"
CHAPTER_NAME = re.compile(r"[0-9]{2}-[a-z0-9-]+\.md")
PICTURES = (".png", ".jpg", ".jpeg")
PASSED_OVER = "index.md"
"""A page about a folder, not a part of a report."""


class FrontMatter(Record):
    """All that an author may set above a text: nothing here can choose a template or a script."""

    title: Text | None = Field(default=None, title="标题")
    verbatim: Truth = Field(default=False, title="逐字收录", description="原文照录的文件写 true：文字上的问题只作提示，不改原文")


Sections = tuple[tuple[Chapter, ...], tuple[Problem, ...]]


def load_sections(root: Path, plan: Plan, units: tuple[Unit, ...], refused: tuple[str, ...] = ()) -> Sections:
    """docs/<kind>/<unit>/<section>.md of all units, in registry and framework order.

    A missing file is a section not yet written, an empty one too; neither is a fault.
    """
    register = {unit.id: unit for unit in reversed(units)}
    framework = [part.id for part in plan.sections]
    found: dict[tuple[str, str], Chapter] = {}
    problems: list[Problem] = []
    for kind in KINDS:
        for path, unit, name in _markdown_of_units(root, kind):
            stray = _stray(path, kind, unit, name, register, framework)
            if stray and unit not in refused:
                problems.append(stray)
            elif not stray:
                chapter, faults = load_chapter(root, path, unit, name.removesuffix(".md"))
                problems += faults
                found |= {(unit, chapter.section): chapter} if chapter else {}
    ordered = (found.get((unit, section)) for unit in dict.fromkeys(unit.id for unit in units) for section in framework)
    return tuple(chapter for chapter in ordered if chapter), tuple(problems)


def load_chapters(root: Path) -> Sections:
    """docs/report/NN-*.md in order of name: the city's report; after it docs/third-party/*.md, where there are any."""
    chapters, problems = [], []
    for folder, pattern in (("docs/report", CHAPTER_NAME), ("docs/third-party", re.compile(r".+\.md"))):
        for path, entry in entries(root, folder):
            if not entry.name.endswith(".md") or not entry.is_file(follow_symlinks=False) or entry.name == PASSED_OVER:
                continue
            if not pattern.fullmatch(entry.name) or path.count("/") > 2:
                fix = "文件名写成两位数字、连字符和小写字母，如 03-projects.md，直接放在 docs/report/ 下"
                problems.append(Problem(Place(path), "报告各章的文件名不对，这一章不会进入报告", fix, "file_names"))
                continue
            chapter, faults = load_chapter(root, path)
            problems += faults
            chapters += [chapter] if chapter else []
    return tuple(chapters), tuple(problems)


def load_pages(root: Path) -> Sections:
    """Every other Markdown file under docs/: what stands outside reports and self-assessments."""
    chapters, problems = [], []
    reports = tuple(f"docs/{folder}/" for folder in (*KINDS, "report", "third-party"))
    for path, entry in entries(root, "docs"):
        within = path.startswith(reports) and entry.name != PASSED_OVER
        if entry.name.endswith(".md") and entry.is_file(follow_symlinks=False) and not within:
            chapter, faults = load_chapter(root, path)
            problems += faults
            chapters += [chapter] if chapter else []
    return tuple(chapters), tuple(problems)


def load_chapter(
    root: Path, path: str, unit: str | None = None, section: str | None = None
) -> tuple[Chapter | None, tuple[Problem, ...]]:
    """One file as it was written, its front matter taken off; None when it is refused, or holds no text."""
    faults = Faults(path, unit)
    source = read_source(root, path, faults, SIZE)
    if source is None:
        return None, faults.problems
    front, body, first_line = split(source, faults)
    report_nesting(body, faults, first_line)
    if len(faults) or not body.strip():
        return None, faults.problems
    shown = path.removeprefix("docs/")
    return Chapter(
        path=shown, title=front.title, body=body, first_line=first_line, unit=unit, section=section, verbatim=front.verbatim,
        place=Place(path),
    ), ()  # fmt: skip


def split(source: Source, faults: Faults) -> tuple[FrontMatter, str, int]:
    """(front matter, body, the body's first line in the file)"""
    lines = source.text.split("\n")
    if lines[0].rstrip() != FENCE:
        return FrontMatter(), source.text, 1
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        faults.add(1, 1, "文件以 `---` 开头，后面却没有第二个 `---`", "补上第二个 `---`，或删去第一行", "front_matter")
        return FrontMatter(), "", 1
    node = read_yaml(Source(source.path, "\n".join(lines[1:end])), faults, first_line=2)
    front = build(FrontMatter, node, faults) if node is not None else None
    return front or FrontMatter(), "\n".join(lines[end + 1 :]), end + 2


def unit_of(path: str) -> str | None:
    """The unit whose page a file under docs/ belongs to."""
    parts = path.split("/")
    return parts[2] if len(parts) > 2 and parts[0] == "docs" and parts[1] in KINDS else None


def _markdown_of_units(root: Path, kind: str) -> Iterator[tuple[str, str, str]]:
    """(path, unit folder, name inside it) of everything that is or should be a section."""
    for path, entry in entries(root, f"docs/{kind}"):
        inside = path.split("/")[2:]
        if not ordinary(entry) or entry.is_dir(follow_symlinks=False) or inside[-1] == PASSED_OVER:
            continue
        if not entry.name.lower().endswith(PICTURES):
            yield path, inside[0] if len(inside) > 1 else "", "/".join(inside[1:]) or inside[0]


def _stray(
    path: str, kind: str, unit: str, name: str, register: dict[str, Unit], framework: list[str]
) -> Problem | None:
    """Why a file belongs to no section, or None."""
    known = register.get(unit)
    if not unit:
        what, fix = "这个文件不在任何单位的文件夹里", f"移到 docs/{kind}/单位编号/ 下"
    elif known is None:
        what, fix = f"没有编号为“{unit}”的单位", f"{meant(unit, register)}；新单位先登记到 data/units.yml"
    elif known.folder != kind:
        what, fix = (
            f"{known.name}是{known.kind}，文件夹应在 docs/{known.folder}/ 下",
            f"移到 docs/{known.folder}/{unit}/",
        )
    elif known.duty is not Duty.REPORTS:
        what, fix = (
            f"{known.name}登记为“{known.duty}”，它的文稿不会显示",
            "在 data/units.yml 把它的 `duty` 改为 自评估，或删去文稿",
        )
    elif name.removesuffix(".md") not in framework or not name.endswith(".md"):
        what, fix = f"“{name}”不是报告框架里的文件名", meant(name, [f"{section}.md" for section in framework])
    else:
        return None
    return Problem(Place(path), what, fix, "file_names", known.id if known else None)
