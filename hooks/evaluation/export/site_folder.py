"""The published folder changes in one step: what stands is always the old site or the new one, whole."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.files import sum_of

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2  # macOS renamex_np


class Busy(Exception):
    """Another build holds the site."""


@contextmanager
def new_site(site: Path) -> Iterator[Path]:
    """An empty folder beside `site` to build in; it is removed again unless `publish` took it.

    Raises Busy when another build is at work. What a killed build left behind is swept away first.
    """
    with _lock(site.with_name(f".{site.name}.lock")):
        _recover(site)
        fresh = site.with_name(f".{site.name}-new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        try:
            yield fresh
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


@dataclass(frozen=True)
class Fresh:
    """A site while it is made. What is as it was in the standing one is taken over from there, and not written again."""

    folder: Path
    standing: Path | None = None
    sums: dict[str, str] = field(default_factory=dict, repr=False)
    """The SHA-256 of everything in it that was put or taken over, by its name: who wants it need not read the file."""
    folders: set[str] = field(default_factory=set, repr=False)
    """That were made already."""

    def put(self, name: str, content: bytes) -> None:
        """`name` is a POSIX path in the site."""
        told = hashlib.sha256(content).hexdigest()
        if not self.take(name, told):
            with open(self._place(name), "wb") as file:
                file.write(content)
            self.sums[name] = told

    def take(self, name: str, told: str | None) -> bool:
        """Take over what stands under this name, if that is its SHA-256."""
        if not (self.standing and told and _sum(self.standing, name) == told):
            return False
        taken = _link(f"{self.standing}/{name}", self._place(name))
        if taken:
            self.sums[name] = told
        return taken

    def _place(self, name: str) -> str:
        """Free for a new file: one that lies there may be one with the standing site's, and is never written into."""
        place = f"{self.folder}/{name}"
        folder = os.path.dirname(place)
        if folder not in self.folders:
            os.makedirs(folder, exist_ok=True)
            self.folders.add(folder)
        with suppress(FileNotFoundError):
            os.unlink(place)
        return place


def _sum(folder: Path, name: str) -> str | None:
    """None where no plain file lies there."""
    try:
        return sum_of(folder, name) if stat.S_ISREG(os.lstat(f"{folder}/{name}").st_mode) else None
    except OSError:
        return None


def _link(file: str, name: str) -> bool:
    """Give a file a second name; False where the file system knows but one."""
    try:
        os.link(file, name)
    except OSError:
        return False
    return True


def publish(fresh: Path, site: Path) -> None:
    """Put `fresh` in the place of `site`. On Linux and macOS the two names are exchanged atomically."""
    if not site.exists():
        os.rename(fresh, site)
        return
    if not _exchange(fresh, site):
        # Windows: two renames; a build killed between them is healed by the next one's _recover.
        os.rename(site, _retired(site))
        os.rename(fresh, site)
        shutil.rmtree(_retired(site), ignore_errors=True)


def _retired(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _recover(site: Path) -> None:
    if not site.exists() and _retired(site).exists():
        os.rename(_retired(site), site)
    shutil.rmtree(_retired(site), ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one system call; False where the system or the file system has none."""
    calls = {
        "linux": lambda c: c.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE),
        "darwin": lambda c: c.renamex_np(os.fsencode(one), os.fsencode(other), RENAME_SWAP),
    }
    if sys.platform not in calls:
        return False
    try:
        return calls[sys.platform](ctypes.CDLL(None)) == 0
    except AttributeError:
        return False


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as handle:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy(str(path)) from error
        yield
