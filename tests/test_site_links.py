"""The built site as a reviewer walks it: three clicks to anything, no link into nothing, no page too large for a slow line."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

LARGEST = 150_000
CLICKS = 3
HEADINGS = ("h2", "h3")
THINGS = ("indicators/", "projects/", "areas/", "banners/", "parks/", "departments/", "registers/", "matrices/", "report/")


@dataclass(frozen=True)
class Page:
    ids: frozenset[str]
    anchors: frozenset[str]
    """Of the headings that a reader may look for."""
    links: frozenset[tuple[str, str]]
    """(file in the site, id in it or nothing), as the page's own links say."""
    files: frozenset[str]
    """What the page loads."""


def read(path: str, text: str) -> Page:
    tree = html.fromstring(text)
    links = {place for value in tree.xpath("//a/@href") if (place := inside(path, value))}
    files = {place[0] for value in tree.xpath("//img/@src | //link/@href | //script/@src") if (place := inside(path, value))}
    anchors = [element.get("id") for tag in HEADINGS for element in tree.iter(tag) if element.get("id")]
    return Page(frozenset(tree.xpath("//@id")), frozenset(anchors), frozenset(links), frozenset(files))


def inside(path: str, address: str) -> tuple[str, str] | None:
    """(file of the site, id in it); None for an address elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    return normpath(join(dirname(path), unquote(parts.path))) if parts.path else path, unquote(parts.fragment)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    files = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    return {name: read(name, path.read_text(encoding="utf-8")) for path in files for name in [path.relative_to(site).as_posix()]}


def test_every_link_and_picture_leads_to_a_file_of_the_site(site, pages):
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    wanted = {(name, target) for name, page in pages.items() for target in {target for target, _ in page.links} | page.files}
    broken = {(name, target) for name, target in wanted if target not in files}

    assert sorted(broken) == []


def test_every_anchor_exists_where_a_link_says(pages):
    broken = {
        (name, f"{target}#{anchor}")
        for name, page in pages.items()
        for target, anchor in page.links
        if anchor and target in pages and anchor not in pages[target].ids
    }

    assert sorted(broken) == []


def clicks(pages: dict[str, Page]) -> dict[str, int]:
    """Page → how many clicks from the front page."""
    found, queue = {"index.html": 0}, deque(["index.html"])
    while queue:
        name = queue.popleft()
        for target, _ in pages[name].links:
            if target in pages and target not in found:
                found[target] = found[name] + 1
                queue.append(target)
    return found


def test_every_page_is_three_clicks_away_at_most(pages):
    found = clicks(pages)

    assert pages.keys() - found.keys() == set()
    assert {name: number for name, number in found.items() if number > CLICKS} == {}


def test_every_indicator_project_unit_and_section_is_three_clicks_away_at_most(pages):
    """A heading is reached by the click on it, on its page or on any other."""
    found = clicks(pages)
    reached = {
        (target, anchor) for name, page in pages.items() if found[name] < CLICKS for target, anchor in page.links if anchor
    }
    wanted = {(name, anchor) for name, page in pages.items() if name.startswith(THINGS) for anchor in page.anchors}

    assert len(wanted) > 200
    assert sorted(wanted - reached) == []


def test_no_page_is_larger_than_a_slow_line_carries(site, pages):
    sizes = {name: (site / name).stat().st_size for name in pages}

    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_the_filters_that_links_ask_for_exist_on_their_pages(site):
    """A link such as projects/index.html?阶段=开工在建 names a column of a table there, and a value in it."""
    asked = set()
    for path in site.rglob("*.html"):
        for value in html.fromstring(path.read_text(encoding="utf-8")).xpath("//a[contains(@href, '?')]/@href"):
            parts = urlsplit(value)
            if not parts.scheme:
                asked.add(((path.parent / parts.path).resolve(), unquote(parts.query)))

    assert len(asked) > 20
    assert sorted(f"{page.name}?{query}" for page, query in asked if not answered(page, *query.split("="))) == []


def answered(page: Path, column: str, value: str) -> bool:
    for table in html.fromstring(page.read_text(encoding="utf-8")).xpath("//table"):
        titles = [title.text_content() for title in table.iterfind("thead/tr/th")]
        if column in titles:
            return any(value in row[titles.index(column)].text_content() for row in table.iterfind("tbody/tr"))
    return False


def test_the_pages_say_their_language_as_the_standard_writes_it(site):
    languages = {html.fromstring(path.read_text(encoding="utf-8")).get("lang") for path in site.rglob("*.html")}

    assert languages == {"zh-CN"}
