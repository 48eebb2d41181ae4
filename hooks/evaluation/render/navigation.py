"""The site's navigation: what a reviewer opens, in the order a reviewer asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any, TypeVar

Entry = TypeVar("Entry")

SECTIONS = (
    ("首页", ("index.md",)),
    ("全市报告", ("report/",)),
    ("指标", ("indicators/",)),
    ("任务", ("areas/",)),
    ("项目", ("projects/",)),
    ("旗区", ("banners/",)),
    ("园区", ("parks/",)),
    ("部门", ("departments/",)),
    ("清单", ("registers/", "matrices/", "third-party/")),
    ("工作方案", ("plan/",)),
    ("下载与说明", ("downloads.md", "guide/")),
)
"""Tab → the places its pages come from."""


HIDDEN = (
    (("index.md", "projects/index.md", "indicators/index.md", "matrices/indicators.md"), ["navigation", "toc"]),
    (("areas/index.md", "banners/index.md", "parks/index.md", "departments/index.md", "registers/", "matrices/"), ["toc"]),
)
"""Pages of wide tables → the side columns they do without."""


def hidden(path: str) -> list[str]:
    return next((columns for places, columns in HIDDEN if any(_within(path, place) for place in places)), [])


def _within(path: str, place: str) -> bool:
    return path == place or (place.endswith("/") and path.startswith(place))


def navigation(titles: Mapping[str, str], generated: Iterable[str] = ()) -> list[dict]:
    """MkDocs's nav from every page's title by source path. An index page opens its tab; the rest keep their given order."""
    order = {path: place for place, path in enumerate(generated)}
    entries = []
    for tab, places in SECTIONS:
        paths = [path for place in places for path in _under(place, titles, order)]
        if len(paths) == 1:
            entries.append({tab: paths[0]})
        elif paths:
            entries.append({tab: [entry(path, titles[path]) for path in paths]})
    return entries


def entry(path: str, title: str) -> str | dict[str, str]:
    """A page without a title here brings its own from its heading; an index opens its tab."""
    return {title: path} if title and not path.endswith("/index.md") else path


def _under(place: str, titles: Mapping[str, str], order: Mapping[str, int]) -> list[str]:
    """The pages of a place: its index first, then as generated, then by file name."""
    paths = [path for path in titles if _within(path, place)]
    return sorted(paths, key=lambda path: (not path.endswith("/index.md"), order.get(path, -1), path))


LONG, NEAR = 60, 12
"""A list longer than this shows only so many neighbours of the page on either side, else a site's menus would outgrow its text."""


def shortened(menu: Any, page: Any) -> Any:
    """MkDocs's menu as it stands on a page: of the page's own tab no more than `shown`; of others there is but a link."""
    own = page.parent
    if own is None:
        return menu
    short, tab = copy(menu), copy(own)
    tab.children = shown(own.children, page)
    short.items = [tab if item is own else item for item in menu.items]
    return short


def shown(entries: Sequence[Entry], current: Entry) -> list[Entry]:
    """What the menu of the `current` page lists of its tab: everything, or the tab's own page and the neighbours."""
    if len(entries) <= LONG:
        return list(entries)
    first, *others = entries
    place = next((at for at, entry in enumerate(others) if entry is current), 0)
    return [first, *neighbours(others, place)]


def neighbours(entries: Sequence[Entry], place: int) -> Sequence[Entry]:
    """The entry at that place in a long list and those beside it, as many near the ends as in the middle."""
    first = max(0, min(place - NEAR, len(entries) - 2 * NEAR - 1))
    return entries[first : first + 2 * NEAR + 1]
