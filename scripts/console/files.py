"""Safe edits made in source files: each file is replaced whole in one step, its line ends and byte-order mark kept."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evaluation.problems import Edit

MARK = "\ufeff"


@dataclass(frozen=True)
class Made:
    """An edit that was made."""

    edit: Edit

    def __str__(self) -> str:
        return f"{self.edit.where}: “{_shown(self.edit.old)}”→“{_shown(self.edit.new)}”"


def _shown(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", "⇥")


def make_edits(root: Path, edits: Iterable[Edit]) -> tuple[Made, ...]:
    """The edits that fit their files, in order. One that does not, or overlaps another, waits for the next run."""
    made: list[Made] = []
    ordered = sorted(set(edits))
    for path, group in groupby(ordered, key=lambda edit: edit.where.path):
        made += _in_file(root / path, list(group))
    return tuple(made)


def _in_file(file: Path, edits: list[Edit]) -> list[Made]:
    if file.is_symlink() or not file.is_file():
        return []
    written = file.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in written else "\n"
    mark = MARK if written.startswith(MARK) else ""
    text, made = edited(written.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n"), edits)
    if made:
        _replace(file, (mark + text.replace("\n", end)).encode("utf-8"))
    return [Made(edit) for edit in made]


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """The text with the edits made that fit, and which these are; of two that overlap the first in the text."""
    starts = _line_starts(text)
    parts: list[str] = []
    made: list[Edit] = []
    done = 0
    for edit in sorted(edits):
        at = starts[edit.where.line - 1] + edit.where.column - 1 if edit.where.line <= len(starts) else -1
        if at < done or not text.startswith(edit.old, at) or (made and at == done and not edit.old):
            continue
        parts += [text[done:at], edit.new]
        done = at + len(edit.old)
        made.append(edit)
    return "".join([*parts, text[done:]]), tuple(made)


def _line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]


def _replace(file: Path, content: bytes) -> None:
    """A reader, and a crash, finds the old file or the new one, never half of either."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, file.stat().st_mode & 0o777)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
