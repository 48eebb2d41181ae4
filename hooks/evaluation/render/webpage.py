"""A page's Markdown as the HTML that may be published, with all that a site must know of it: made once, kept as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
    def of(names: list[str], settings: Mapping[str, Mapping[str, Any]]) -> Reader:
        return Reader(json.dumps([names, dict(settings)], sort_keys=True, default=_named))


@dataclass(frozen=True)
class WebPage:
    pieces: tuple[str, ...]
    """The HTML cut at its links: text, an address as written, text, … and at last text."""
    title: str
    """Of the heading it begins with, as HTML; empty where it begins with something else."""
    headings: tuple[dict[str, Any], ...]
    """name, id, level and children, as the table of contents has them."""
    anchors: tuple[str, ...]
    sections: tuple[Section, ...]
    """For the search; their locations begin where the page's own address ends."""

    def html(self, resolve: Callable[[str], str]) -> str:
        """The HTML with each address where it lies on the site."""
        texts, addresses = self.pieces[::2], self.pieces[1::2]
        found = [escape(resolve(unescape(address))) for address in addresses]
        return "".join(part for pair in zip(texts, [*found, ""], strict=True) for part in pair)


def made(text: str, report: bool, reader: Reader) -> bytes:
    """The page as it is kept."""
    converter = _converter(reader)
    converter.reset()
    raw = converter.convert(text)
    content = finished(raw, report)
    tokens = [_heading(token) for token in converter.toc_tokens]
    title = tokens[0]["name"] if tokens and raw.lstrip().startswith("<h1") else ""
    sections = [(s.location, s.title, s.text) for s in sections_of("", "", content)]
    page = [_pieces(content), title, tokens, sorted(set(map(unescape, ANCHOR.findall(content)))), sections]
    return json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read(kept: bytes) -> WebPage:
    pieces, title, headings, anchors, sections = json.loads(kept)
    return WebPage(tuple(pieces), title, tuple(headings), tuple(anchors), tuple(Section(*section) for section in sections))


def _pieces(content: str) -> list[str]:
    pieces, done = [], 0
    for match in ADDRESS.finditer(content):
        pieces += [content[done : match.start(2)], match[2]]
        done = match.end(2)
    return [*pieces, content[done:]]


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
