"""The search index as the browser loads it: written piece by piece, the text of thousands of pages never held at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from evaluation.render.search import index

FOLDER = "search"


def write_index(site: Path, found: Iterable[str], aliases: Mapping[str, tuple[str, ...]]) -> None:
    """The same index twice: as JSON for a server, as a script for a site opened from a folder."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    with (folder / "search_index.json").open("wb") as data, (folder / "search_index.js").open("wb") as script:
        script.write(b"var __index = ")
        for piece in index(found, aliases):
            content = piece.encode()
            data.write(content)
            script.write(content)
