"""Which file a page is made from, for the reader who wants to see or to mend it."""

from __future__ import annotations

from pathlib import PurePosixPath

MADE_FROM = {
    "indicators": "data/indicators.yml",
    "areas": "data/tasks.yml",
    "projects": "data/projects.yml",
    "banners": "data/reports/{stem}.yml",
    "parks": "data/reports/{stem}.yml",
    "departments": "data/reports/{stem}.yml",
}
"""Folder of generated pages → the data they show; what shows all data has no file of its own."""


def source_file(page: str, generated: bool) -> str | None:
    """Relative to the project's root, POSIX. `page` is relative to docs/."""
    path = PurePosixPath(page)
    if not generated:
        return f"docs/{path}"
    if path.stem == "index" and path.parts[0] not in ("indicators", "areas", "projects"):
        return None
    found = MADE_FROM.get(path.parts[0])
    return found.format(stem=path.stem) if found else None
