"""A browser page under watch: whatever it asks for, fails to get, or complains of is written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROBES = ("404.html",)
"""Pages for a server only."""


LEFT = "net::ERR_ABORTED"
"""The reader went on to the next page before the last picture came."""


@dataclass
class Watch:
    page: Any
    base: str
    """The site's address, ending in a slash."""
    strangers: list[str] = field(default_factory=list)
    """Requests that went anywhere but to the site's own files."""
    failures: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings on the console, errors of scripts."""

    @property
    def faults(self) -> list[str]:
        return self.strangers + self.failures + self.complaints

    def open(self, path: str) -> None:
        self.page.goto(self.base + path, wait_until="load")

    def on_request(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.strangers.append(f"{self.page.url} asks for {request.url}")

    def on_response(self, response: Any) -> None:
        if response.status >= 400:
            self.failures.append(f"{self.page.url} gets {response.status} for {response.url}")

    def on_failure(self, request: Any) -> None:
        if request.failure == LEFT:
            return
        self.failures.append(f"{self.page.url} does not get {request.url}: {request.failure}")

    def on_console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {message.text}")


@contextmanager
def watched(browser: Any, base: str, **options: Any) -> Iterator[Watch]:
    """A fresh page, with nothing remembered, for the site at `base`."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "zh-CN", **options})
    page = context.new_page()
    watch = Watch(page, base)
    page.on("request", watch.on_request)
    page.on("response", watch.on_response)
    page.on("requestfailed", watch.on_failure)
    page.on("console", watch.on_console)
    page.on("pageerror", lambda error: watch.complaints.append(f"{page.url}: {error}"))
    try:
        yield watch
    finally:
        context.close()


def address(folder: Path) -> str:
    """Where a folder is when its pages are opened by double-click."""
    return folder.as_uri() + "/"


def page_types(site: Path) -> list[str]:
    """A page of every kind: each folder's opening page and its first other one, and all that stand at the top."""
    found = []
    for folder in sorted({path.parent for path in site.rglob("*.html")}):
        names = sorted(path.relative_to(site).as_posix() for path in folder.glob("*.html"))
        others = [name for name in names if not name.endswith("index.html")]
        found += [name for name in names if name.endswith("index.html")] + (others if folder == site else others[:1])
    return [name for name in found if name not in PROBES]
