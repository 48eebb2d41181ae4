"""Texts that wait elsewhere than in memory, which those of a large city together would fill, until someone wants their words."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import IO, Any


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A text that lies elsewhere. Sent to another process it is the text itself."""

    name: str
    """The same for texts of the same words."""
    bring: Callable[[], str]

    def __str__(self) -> str:
        return self.bring()

    def __eq__(self, other: object) -> bool:
        return self.name == name_of(other) if isinstance(other, (str, Laid)) else NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return str, (str(self),)


Text = str | Laid
"""Whoever wants its words asks for its `str`."""


def name_of(text: Text) -> str:
    return text.name if isinstance(text, Laid) else _name(encoded(text))


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def decoded(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")


class Shelf:
    """A file without a name, gone with the last text that lies in it. A fork of this process may read there too."""

    def __init__(self) -> None:
        self.file: IO[bytes] | None = None
        self.size = 0

    def lay(self, text: Text) -> Text:
        """The text where it lies now; itself where the disk is full."""
        if isinstance(text, Laid):
            return text
        content, at = encoded(text), self.size
        try:
            self.file = self.file or tempfile.TemporaryFile(buffering=0)
            self.file.seek(at)
            if self.file.write(content) != len(content):
                return text
        except OSError:
            return text
        self.size += len(content)
        return Laid(_name(content), partial(self._text, at, len(content)))

    def _text(self, at: int, size: int) -> str:
        if hasattr(os, "pread"):  # a fork shares the place at which a file is read
            return decoded(os.pread(self.file.fileno(), size, at))
        self.file.seek(at)
        return decoded(self.file.read(size))
