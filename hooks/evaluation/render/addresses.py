"""Where the addresses of a page lead: asked once for all pages of a folder, and always where one leads nowhere."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from evaluation.cache import NOTHING_KEPT, Cache

Anchors = dict[str, dict[str, str]]
"""By a page's file: the anchors in it that are meant, each with the address as written."""
Ask = Callable[[str], tuple[str, Anchors]]
"""The site's generator: an address as written → where it leads from here, itself where that is nowhere; and its anchor."""


class Addresses:
    """Those of a site of these files: the same as long as the files are, so they are kept."""

    def __init__(self, files: Iterable[tuple[str, str]] = (), cache: Cache = NOTHING_KEPT) -> None:
        """`files` are all that the site has, each with its own address."""
        self._cache, self._key = cache, cache.key("addresses", sorted(files))
        self._known: dict[tuple[Hashable, str], tuple[str, Anchors]] = cache.recall(self._key) or {}
        self._before = len(self._known)

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

    def keep(self) -> None:
        if len(self._known) > self._before:
            self._cache.remember(self._key, self._known)
