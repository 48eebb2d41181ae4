"""The site's own menu is, to the byte, the one that the theme's macro writes for two levels; only sooner."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.theme import Theme

THEME = Path(__file__).resolve().parents[1] / "hooks" / "theme"
FEATURES = ["navigation.tabs", "navigation.indexes", "navigation.prune", "navigation.top", "toc.follow"]
MENU = (
    '{% import "partials/language.html" as lang with context %}'
    '{% import "partials/nav-item.html" as item with context %}'
    '{% for entry in nav %}{{ item.render(entry, "__nav_" ~ loop.index, 1) }}{% endfor %}'
)


@dataclass(eq=False)
class Entry:
    title: str
    url: str | None = None
    is_index: bool = False
    children: list[Entry] | None = None
    active: bool = False
    toc: list[Any] = field(default_factory=list)
    meta: dict[str, Any] | None = None


@dataclass(frozen=True)
class Heading:
    title: str
    level: int
    children: tuple[Heading, ...] = ()
    url: str = "#a"
    id: str = "a"


def site() -> list[Entry]:
    return [
        Entry("首页", "index.html", is_index=True),
        Entry("报告", children=[Entry("一", "report/1.html"), Entry("二", "report/2.html")]),
        Entry("指标", children=[Entry("指标页", "indicators/index.html", is_index=True), Entry("&lt;甲&gt;", "indicators/a.html")]),
        Entry("清单", children=[Entry("清单", "registers/index.html", is_index=True), Entry("另", "third-party/index.html", is_index=True)]),
        Entry("计划", children=[Entry("计划", "plan/index.html", is_index=True)]),
    ]


def menu(nav: list[Entry], page: Entry, custom: Path | None) -> str:
    theme = Theme(name="material", custom_dir=str(custom) if custom else None, language="zh")
    env = theme.get_env()
    env.trim_blocks = env.lstrip_blocks = True
    shown = {"nav": nav, "page": page, "features": FEATURES, "base_url": "..", "config": {"extra": {}, "mdx_configs": {"toc": {}}, "theme": theme}}
    return env.from_string(MENU).render(shown)


@pytest.mark.parametrize("toc", [[], [Heading("题", 1, (Heading("节", 2),))], [Heading("题", 1)], [Heading("节", 2)]], ids=range(4))
@pytest.mark.parametrize("place", [(0,), (1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1), (4, 0)], ids=str)
def test_the_menu_is_the_themes_own(place, toc):
    nav = site()
    tab = nav[place[0]]
    page = tab.children[place[1]] if len(place) > 1 else tab
    tab.active = page.active = True
    page.toc = toc

    assert menu(nav, page, THEME) == menu(nav, page, None)
