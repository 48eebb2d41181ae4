"""The search index: a page's text by section, taken from its finished HTML, in the form the theme's search dialog reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import html

BLOCKS = {"p", "li", "td", "th", "tr", "br", "div", "pre", "dd", "dt", "figcaption", "summary", "blockquote"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SKIPPED = {"script", "style", "sup"}
"""A footnote's mark is not part of the sentence it stands in."""


@dataclass(frozen=True)
class Section:
    """A part of a page that can be found by itself; the first of a page has the page's own address."""

    location: str
    title: str
    text: str
    tags: tuple[str, ...] = ()


def sections_of(url: str, title: str, content: str, tags: tuple[str, ...] = ()) -> tuple[Section, ...]:
    """The page and its headed sections, in order. `content` is the HTML of the page's text without the theme around it."""
    parts: list[tuple[str, str, list[str]]] = [(url, title, [])]
    if content.strip():
        for kind, value in _events(html.fragment_fromstring(content, create_parent="div")):
            if kind == "heading":
                anchor, heading = value
                parts.append((f"{url}#{anchor}", heading, []))
            else:
                parts[-1][2].append(value)
    return tuple(
        Section(location, heading, " ".join("".join(text).split()), tags if not order else ())
        for order, (location, heading, text) in enumerate(parts)
    )


def _events(element: html.HtmlElement) -> Iterator[tuple[str, object]]:
    """("text", str) and ("heading", (anchor, title)) in reading order. The page's own h1 is its title, not a section."""
    if element.tag in SKIPPED or not isinstance(element.tag, str):
        return
    if element.tag in HEADINGS and element.get("id"):
        if element.tag != "h1":
            yield "heading", (element.get("id"), " ".join(element.text_content().split()))
        return
    if element.text:
        yield "text", element.text
    for child in element:
        yield from _events(child)
        if child.tail:
            yield "text", child.tail
    if element.tag in BLOCKS:
        yield "text", " "


def index(sections: Iterable[Section], aliases: Mapping[str, tuple[str, ...]]) -> str:
    """The JSON that the dialog loads. Chinese stands as it is: escaped it would be twice the size."""
    data = {
        "config": {"lang": ["zh"], "separator": "[\\s]+", "pipeline": [], "fields": {}, "aliases": dict(sorted(aliases.items()))},
        "docs": [
            {"location": s.location, "title": s.title, "text": s.text, **({"tags": list(s.tags)} if s.tags else {})} for s in sections
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
