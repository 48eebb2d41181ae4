"""Which files under docs/ the site may carry: of a known kind, in a known place, each with an address of its own."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePosixPath

from evaluation.load.chapters import CHAPTER_NAME, KINDS, PICTURES
from evaluation.load.tree import entries
from evaluation.problems import Place, Problem

FRONT_PAGE = "index.md"
PLACES = (*KINDS, "guide", "plan", "report", "third-party")
BEGINNINGS = {
    ".md": b"",
    ".csv": b"",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
}
"""Ending → how such a file begins. A browser runs what is in .html, .svg and .js; a file is no other kind in disguise."""
NAME = re.compile(r"\w[\w.-]*")
RULE = "public_files"
SHORT = "、".join(BEGINNINGS)


def public_files(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The paths relative to docs/, in order, and a problem for each file that is left out.

    Files whose name begins with a dot are nobody's text.
    """
    public: dict[str, str] = {}
    problems = []
    for path, entry in entries(root, "docs"):
        shown = path.removeprefix("docs/")
        if any(part.startswith(".") for part in shown.split("/")) or not entry.is_file(follow_symlinks=False):
            continue
        if _judged_elsewhere(shown):
            continue
        fault = _fault(root, shown) or _taken(public, shown)
        if fault:
            problems.append(Problem(Place(path), *fault, RULE))
        else:
            public[_address(shown)] = shown
    return tuple(public.values()), tuple(problems)


def _judged_elsewhere(path: str) -> bool:
    """Whether `chapters` says what is wrong with the file: a unit's section, which is no page, or a misnamed chapter."""
    folder, _, name = path.partition("/")
    if folder in KINDS:
        return not path.lower().endswith(PICTURES)
    return folder == "report" and path.endswith(".md") and not CHAPTER_NAME.fullmatch(name) and name != FRONT_PAGE


def _fault(root: Path, path: str) -> tuple[str, str] | None:
    """(what, fix), or None for a file that may be published."""
    ending = PurePosixPath(path).suffix
    if path != FRONT_PAGE and ("/" not in path or path.split("/")[0] not in PLACES):
        places = "、".join(f"docs/{place}/" for place in PLACES)
        return "这里不放文件，它不会发布", f"移到 {places} 之一，或删去"
    if ending.lower() not in BEGINNINGS:
        return f"这类文件（{ending or '没有扩展名'}）不会发布", f"换成 {SHORT} 之一，或移出 docs/"
    bad = next((part for part in path.split("/") if not NAME.fullmatch(part)), None)
    if bad:
        return f"名称“{bad}”里有空格或符号，它不会发布", "改名：只用文字、数字、连字符、下划线和点"
    return _content_fault(root / "docs" / path, ending)


def _content_fault(file: Path, ending: str) -> tuple[str, str] | None:
    try:
        with file.open("rb") as opened:
            begins = opened.read(16)
    except OSError:
        return "文件读不出来，它不会发布", "检查这个文件的读取权限"
    if not begins.startswith(BEGINNINGS[ending.lower()]):
        return f"内容不是 {ending} 文件，它不会发布", "用原来的软件另存为这种格式"
    return None


def _taken(public: dict[str, str], path: str) -> tuple[str, str] | None:
    other = public.get(_address(path))
    return (f"与 docs/{other} 在网站上是同一个地址，它不会发布", "给其中一个改名") if other else None


def _address(path: str) -> str:
    """What tells two files apart on every disk and in every address: great and small letters and x/index do not."""
    same = unicodedata.normalize("NFC", path).casefold()
    return re.sub(r"(^|/)(?:index|readme)\.md$", r"\1", same).rstrip("/").removesuffix(".md")
