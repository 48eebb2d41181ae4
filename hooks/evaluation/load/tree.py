"""What lies under docs/ and data/, in one order on every machine, following no link."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from evaluation.load.source import NOT_A_FILE
from evaluation.problems import Place, Problem


def links(root: Path, folder: str, owner: Callable[[str], str | None] = lambda path: None) -> tuple[Problem, ...]:
    """A problem for each symbolic link, device or pipe in a folder: what it leads to would be published.

    `owner` tells the unit whose page is marked.
    """
    if (root / folder).is_symlink():
        return (_refused(folder, None),)
    return tuple(_refused(path, owner(path)) for path, entry in entries(root, folder) if not ordinary(entry))


def _refused(path: str, unit: str | None) -> Problem:
    return Problem(Place(path), *NOT_A_FILE, "links", unit, fatal=True)


def entries(root: Path, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """(POSIX path within the project, entry) of everything below a folder, sorted; links are not entered."""
    place = root / folder
    if place.is_symlink() or not place.is_dir():
        return
    with os.scandir(place) as found:
        listed = sorted(found, key=lambda entry: entry.name)
    for entry in listed:
        path = f"{folder}/{entry.name}"
        yield path, entry
        if entry.is_dir(follow_symlinks=False):
            yield from entries(root, path)


def ordinary(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
