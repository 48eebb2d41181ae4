"""A page's Markdown as the HTML that may be published, with all that a site must know of it: made once, kept as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from importlib import import_module
from typing import Any

from evaluation.render.html import finished
from evaluation.render.search import Section, sections_of
from evaluation.render.tree import markdown_reader

ADDRESS = re.compile(r'(<a\b[^>]*?\shref="|<img\b[^>]*?\ssrc=")([^"]*)"')
"""In finished HTML every attribute stands in double quotes."""
ANCHOR = re.compile(r'\sid="([^"]+)"')
NAME_OF_A_FUNCTION = "!name "


@dataclass(frozen=True)
class Reader:
    """How Markdown is read: the extensions by name and their settings, as JSON so that equal readers have equal text."""

    extensions: str

    @staticmethod
    def of(extensions: Iterable[object], settings: Mapping[str, Mapping[str, Any]]) -> Reader:
        """Of the extensions as MkDocs has them, those named in its file; the others are MkDocs's own."""
        names = [name for name in extensions if isinstance(name, str)]
        return Reader(json.dumps([names, dict(settings)], sort_keys=True, default=_named))


@dataclass(frozen=True)
class WebPage:
    title: str
    """Of the heading it begins with, as HTML; empty where it begins with something else."""
    headings: tuple[dict[str, Any], ...]
    """name, id, level and children, as the table of contents has them."""
    anchors: tuple[str, ...]
    sections: tuple[Section, ...]
    """For the search; their locations begin where the page's own address ends."""
    addresses: tuple[str, ...]
    """Each that it links to or shows, once, as written."""
    key: str
    """The same for pages of the same HTML."""
    content: Callable[[], str] = field(compare=False, repr=False)
    """The HTML with its addresses as written: brought only when the page is laid out, so that no build holds all pages."""

    def html(self, urls: Mapping[str, str]) -> str:
        """The HTML with each address where it lies on the site."""
        placed = {address: escape(url) for address, url in urls.items()}
        return ADDRESS.sub(lambda found: found[1] + placed[unescape(found[2])] + '"', self.content())


def made(text: str, report: bool, reader: Reader) -> bytes:
    """The page as it is kept: a line of JSON, then its HTML."""
    converter = _converter(reader)
    converter.reset()
    raw = converter.convert(text)
    content = finished(raw, report)
    tokens = [_heading(token) for token in converter.toc_tokens]
    title = tokens[0]["name"] if tokens and raw.lstrip().startswith("<h1") else ""
    sections = [(s.location, s.title, s.text) for s in sections_of("", "", content)]
    addresses = dict.fromkeys(unescape(found[2]) for found in ADDRESS.finditer(content))
    known = [title, tokens, sorted(set(map(unescape, ANCHOR.findall(content)))), sections, [*addresses]]
    told = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return f"{told}\n{content}".encode("utf-8", "surrogatepass")


def read(kept: bytes, key: str, again: Callable[[], bytes]) -> WebPage:
    """What is kept under the key; `again` gives the same bytes when the page's HTML is asked for."""
    told = kept[: kept.index(b"\n")].decode("utf-8", "surrogatepass")
    title, headings, anchors, sections, addresses = json.loads(told)
    found = tuple(Section(*section) for section in sections)
    return WebPage(title, tuple(headings), tuple(anchors), found, tuple(addresses), key, lambda: _content(again()))


def _content(kept: bytes) -> str:
    return kept.partition(b"\n")[2].decode("utf-8", "surrogatepass")


def _heading(token: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": token["name"],
        "id": token["id"],
        "level": token["level"],
        "children": [_heading(child) for child in token["children"]],
    }


@lru_cache
def _converter(reader: Reader):
    names, settings = json.loads(reader.extensions)
    found = {name: {key: _found(value) for key, value in own.items()} for name, own in settings.items()}
    return markdown_reader(names, found)


def _named(value: Any) -> str:
    """A function among the settings, by where it is defined."""
    return f"{NAME_OF_A_FUNCTION}{value.__module__} {value.__qualname__}"


def _found(value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith(NAME_OF_A_FUNCTION):
        return value
    module, name = value.removeprefix(NAME_OF_A_FUNCTION).split(" ")
    return getattr(import_module(module), name)
