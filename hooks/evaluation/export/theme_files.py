"""The theme's files, found without a look at its ten thousand icons, of which no file is published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evaluation.files import names
from jinja2 import Environment, FileSystemLoader


class Shown(FileSystemLoader):
    """Lists no folder whose name begins with a dot: MkDocs takes nothing from them, and loads from them as before."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in names(Path(folder), _shown)})


def _shown(folder: str) -> bool:
    return not folder.rpartition("/")[2].startswith(".")


def without_icons(environment: Callable[[], Environment]) -> Callable[[], Environment]:
    """The theme's way to an environment, whose list of files is short."""

    def made() -> Environment:
        found = environment()
        found.loader = Shown(found.loader.searchpath)
        return found

    return made
