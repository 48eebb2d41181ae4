"""Texts that wait for their turn: in a file instead of memory, which those of a large city together would fill."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from typing import Any


class Shelf:
    """A file without a name, gone with the last text that lies in it. A fork of this process may read there too."""

    def __init__(self) -> None:
        self.file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - as long as a text lies in it
        self.size = 0

    def lay(self, text: str) -> Text:
        """The text where it lies now; itself where the disk is full."""
        content, at = text.encode("utf-8", "surrogatepass"), self.size
        try:
            self.file.seek(at)
            if self.file.write(content) != len(content):
                return text
        except OSError:
            return text
        self.size += len(content)
        return Laid(self, at, len(content))

    def read(self, at: int, size: int) -> bytes:
        if hasattr(os, "pread"):  # a fork shares the place at which a file is read
            return os.pread(self.file.fileno(), size, at)
        self.file.seek(at)
        return self.file.read(size)


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A text on a shelf. Sent to another process or kept, it is the text itself."""

    shelf: Shelf
    at: int
    size: int

    def __str__(self) -> str:
        return self.shelf.read(self.at, self.size).decode("utf-8", "surrogatepass")

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, (str, Laid)) else NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return str, (str(self),)


Text = str | Laid
"""Whoever wants its words asks for its `str`."""
