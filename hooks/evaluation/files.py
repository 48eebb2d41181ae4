"""What lies in a folder: every file below it by name, and a digest of what they hold."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


def names(folder: Path, entered: Callable[[str], bool] = lambda folder: True) -> list[str]:
    """Every file below a folder as a POSIX path, in one order on every machine; of its folders only those that are `entered`, by their paths too."""
    return sorted(_below(folder, "", entered)) if folder.is_dir() else []


def _below(folder: str | Path, within: str, entered: Callable[[str], bool]) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entered(within + entry.name):
                    yield from _below(entry.path, f"{within}{entry.name}/", entered)
            elif entry.is_file():
                yield within + entry.name


def digest(folder: Path, files: Iterable[str]) -> str:
    """A digest of those files of a folder, their names and every byte."""
    found = hashlib.sha256()
    for name in files:
        found.update(f"{sum_of(folder, name)}  {name}\n".encode())
    return found.hexdigest()


def sum_of(folder: Path, name: str) -> str:
    with open(f"{folder}/{name}", "rb", buffering=0) as file:
        return hashlib.sha256(file.read()).hexdigest()
