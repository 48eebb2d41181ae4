"""Where the addresses of a page lead: asked once for all pages of a folder, and always where one leads nowhere."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

Anchors = dict[Any, dict[str, str]]
"""By page: the anchors in it that are meant, each with the address as written."""
Ask = Callable[[str], tuple[str, Anchors]]
"""The site's generator: an address as written → where it leads from here, itself where that is nowhere; and its anchor."""


class Addresses:
    def __init__(self) -> None:
        self._known: dict[tuple[Hashable, str], tuple[str, Anchors]] = {}

    def resolved(self, folder: Hashable, addresses: Iterable[str], ask: Ask) -> tuple[dict[str, str], Anchors]:
        """`folder` is the same for pages from which every address leads alike."""
        urls: dict[str, str] = {}
        anchors: Anchors = {}
        for address in addresses:
            urls[address], meant = self._known.get((folder, address)) or ask(address)
            if urls[address] != address:  # one that leads nowhere is reported for every page
                self._known[folder, address] = urls[address], meant
            for page, found in meant.items():
                anchors[page] = found | anchors.get(page, {})
        return urls, anchors
