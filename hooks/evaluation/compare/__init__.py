"""Whether the site and the document say the same: read from the two finished outputs, not from what made them."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from evaluation.cache import Cache
from evaluation.compare.common import in_common
from evaluation.files import sum_of
from evaluation.problems import Problem, in_order

if TYPE_CHECKING:
    from evaluation.compare.differences import Differences
    from evaluation.compare.page import Page


@dataclass(frozen=True)
class Pair:
    """A document with the pages that show its text. Paths are relative to the published folder."""

    document: str
    pages: tuple[str, ...]
    annexes: tuple[str, ...] = ()
    """The page that shows what each annex holds, in the annexes' order."""
    unit: str | None = None


# Any process may compare what stands in a published folder; the same two outputs are not compared again.

SECONDS = 0.015
"""About what a comparison takes for each page."""


def key_of(pair: Pair, folder: Path, cache: Cache, sums: Mapping[str, str] = MappingProxyType({})) -> str:
    """What their differences are kept under; a document whose SHA-256 is among `sums` need not be read for it."""
    document = sums.get(pair.document) or sum_of(folder, pair.document)
    pages = (hashlib.sha256(in_common((folder / path).read_bytes())).hexdigest() for path in (*pair.pages, *pair.annexes))
    return cache.key("compared", pair, document, *pages)


def compared(pair: Pair, folder: Path) -> bytes:
    """Every difference of two outputs in a folder, as it is kept."""
    return pickle.dumps(compare(pair, lambda path: (folder / path).read_bytes()))


def differences(kept: bytes) -> tuple[Problem, ...]:
    return pickle.loads(kept)


def compare(pair: Pair, file: Callable[[str], bytes]) -> tuple[Problem, ...]:
    """Every difference, quoting both sides. `file` gives the bytes of a published file."""
    # Looked for only here: to load what reads HTML takes as long as to compare a unit's report.
    from evaluation.compare.differences import Differences
    from evaluation.compare.page import page_of
    from evaluation.compare.word import word_of

    word = word_of(file(pair.document))
    pages = [page_of(file(path)) for path in pair.pages]
    told = Differences(pair.document, pair.pages[0], pair.unit)
    found = list(_titles(told, pages, word.title))
    notice = next((page.notice for page in pages if page.notice), None)
    text = [item for item in word.items if item.text != notice]
    found += told.between([item for page in pages for item in page.items], text)
    for number, path in enumerate(pair.annexes):
        shown = [item for item in page_of(file(path)).items if item.cells]
        held = word.annexes[number] if number < len(word.annexes) else ()
        found += Differences(pair.document, path, pair.unit).between(shown, [item for item in held if item.cells])
    return in_order(found)


def _titles(told: Differences, pages: list[Page], title: str) -> Iterator[Problem]:
    """A page that announces a document's whole text names it by its title."""
    yield from (told.title(page.announced, title) for page in pages if page.announced not in (None, title))
