"""The site as one file to be carried by hand: everything in it listed with its SHA-256, the same bytes every time."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from evaluation.files import names, sum_of

SUMS = "SHA256SUMS"
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date the format knows: the day of packing is no property of the site."""
READABLE = 0o100644 << 16


def sums(folder: Path, known: Mapping[str, str] = MappingProxyType({})) -> str:
    """The list of a folder's files, in the form that `sha256sum -c` reads; `known` are those of files that need not be read."""
    return "".join(f"{known.get(name) or sum_of(folder, name)}  {name}\n" for name in names(folder) if name != SUMS)


def write_sums(folder: Path, known: Mapping[str, str] = MappingProxyType({})) -> str:
    """The list, and left in the folder."""
    listed = sums(folder, known)
    (folder / SUMS).write_text(listed, encoding="utf-8", newline="\n")
    return listed


def pack(folder: Path, target: Path, name: str) -> None:
    """The folder as the zip file `target`, in which it is called `name`; a half-written file never bears the target's name.

    Stored and not deflated: compression differs between versions of zlib, and most of a site is compressed already.
    """
    unfinished = target.with_name(f".{target.name}-new")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as archive:
        for path in names(folder):
            entry = zipfile.ZipInfo(f"{name}/{path}", OLDEST)
            entry.create_system, entry.external_attr = 3, READABLE
            archive.writestr(entry, (folder / path).read_bytes())
    os.replace(unfinished, target)
