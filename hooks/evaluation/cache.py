"""What was made before is not made again: results kept under a digest of everything they depend on."""

from __future__ import annotations

import hashlib
import os
import pickle
import platform
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from evaluation.files import digest, names

T = TypeVar("T")
HERE = Path(__file__).parent
DIGEST = 32
MOST_BYTES = 1_000_000_000
"""What a folder holds at most; beyond it what was not used for longest goes first."""
DAY, HOUR = 86_400, 3_600
TRIMMED = "trimmed"
"""A file in it that says when it was looked through last."""


@dataclass(frozen=True)
class Cache:
    """A folder of results, safe to delete at any time and to share between processes and copies of the project.

    An entry that is damaged, foreign or unreadable is as if it were not there. Without a folder nothing is kept.
    """

    folder: Path | None
    maker: str = ""
    """A digest of the program and its libraries: what another version made is never taken."""

    def key(self, kind: str, *parts: object) -> str:
        """The name of a result: `parts` say all that it depends on besides the program, texts as they are, others by their repr."""
        found = hashlib.sha256(f"{self.maker}\n{kind}".encode())
        for part in parts:
            sort, told = ("text", part) if isinstance(part, str) else ("repr", repr(part))
            content = told.encode("utf-8", "surrogatepass")
            found.update(f"\n{sort} {len(content)} ".encode())
            found.update(content)
        return found.hexdigest()

    def get(self, key: str) -> bytes | None:
        if self.folder is None:
            return None
        try:
            with open(self._place(key), "rb", buffering=0) as file:
                content = file.read(max(0, _used(file.fileno()) - DIGEST))
                seal = file.read(DIGEST)
        except OSError:
            return None
        return content if seal == _seal(key, content) else None

    def holds(self, key: str) -> bool:
        """Whether there is an entry; only `get` knows whether it is whole."""
        return self.folder is not None and os.path.isfile(self._place(key))

    def put(self, key: str, content: bytes) -> bytes:
        """Keep the content, and give it back. A folder that cannot be written keeps nothing; the build goes on."""
        if self.folder is not None:
            with suppress(OSError):
                _write(self._place(key), key, lambda entry: entry.write(content))
        return content

    def recall(self, key: str) -> Any | None:
        """A thing that was remembered; None is no thing."""
        kept = self.get(key)
        return None if kept is None else pickle.loads(kept)

    def remember(self, key: str, thing: T) -> T:
        """Keep a thing of this program's own, and give it back."""
        if self.folder is not None:
            with suppress(OSError):
                # As it is pickled: of a large city the bytes of one thing would fill the memory.
                _write(self._place(key), key, lambda entry: pickle.dump(thing, entry, pickle.HIGHEST_PROTOCOL))
        return thing

    def trim_seldom(self) -> None:
        """`trim` within an hour once: to look through a full folder takes as long as to lay out a site's pages."""
        if self.folder is not None and not _younger(self.folder / TRIMMED, HOUR):
            self.trim()
            with suppress(OSError):
                (self.folder / TRIMMED).touch()

    def trim(self, most: int = MOST_BYTES) -> None:
        """Remove what was not used for longest, until four fifths of `most` are left at the most."""
        entries = sorted(self._entries()) if self.folder is not None else []
        total = sum(size for _, size, _ in entries)
        if total <= most:
            return
        for _, size, name in entries:
            if total <= most * 4 // 5:
                return
            (self.folder / name).unlink(missing_ok=True)
            total -= size

    def _entries(self) -> Iterator[tuple[float, int, str]]:
        """(last use, size, place in the folder) of everything kept."""
        for name in names(self.folder):
            try:
                status = os.stat(f"{self.folder}/{name}")
            except OSError:
                continue
            yield status.st_mtime, status.st_size, name

    def _place(self, key: str) -> str:
        return f"{self.folder}/{key[:2]}/{key[2:]}"


NOTHING_KEPT = Cache(None)


def cache_of(project: Path) -> Cache:
    """The project's own, in .cache/; EVALUATION_CACHE names another folder, or none when it is empty."""
    named = os.environ.get("EVALUATION_CACHE")
    if named is None:
        folder = project / ".cache" / "made"
    else:
        folder = Path(named) if named else None
    return Cache(folder, maker())


def maker() -> str:
    """A digest of this package's every file, of Python and of every installed library's version."""
    program = digest(HERE, names(HERE, lambda folder: not folder.endswith("__pycache__")))
    libraries = sorted({name for folder in sys.path for name in _listed(folder) if name.endswith(".dist-info")})
    told = f"{sys.version} {platform.machine()} {sys.platform} {program} {libraries}"
    return hashlib.sha256(told.encode()).hexdigest()


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")
    except OSError:
        return []


def _seal(key: str, content: bytes) -> bytes:
    seal = hashlib.sha256(key.encode())
    seal.update(content)
    return seal.digest()


class _Entry:
    """What is written of an entry, piece by piece, and its seal behind it."""

    def __init__(self, file: BinaryIO, key: str) -> None:
        self.file, self.seal = file, hashlib.sha256(key.encode())

    def write(self, piece: bytes) -> None:
        self.seal.update(piece)
        self.file.write(piece)

    def close(self) -> None:
        self.file.write(self.seal.digest())


def _write(place: str, key: str, fill: Callable[[_Entry], None]) -> None:
    """In one step: a reader sees the whole entry or none."""
    # No one else writes under this name at the same time.
    name = f"{place}.{os.getpid()}-{threading.get_ident()}"
    try:
        file = open(name, "wb", buffering=0)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        file = open(name, "wb", buffering=0)
    try:
        with file, closing(_Entry(file, key)) as entry:
            fill(entry)
        os.replace(name, place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _younger(path: Path, seconds: int) -> bool:
    try:
        return abs(time.time() - path.stat().st_mtime) < seconds
    except OSError:
        return False


def _used(handle: int) -> int:
    """How many bytes there are; remember the day of the last use, for `trim`: oftener would cost more than it tells."""
    status = os.fstat(handle)
    if os.utime in os.supports_fd and status.st_mtime < time.time() - DAY:
        os.utime(handle)
    return status.st_size
