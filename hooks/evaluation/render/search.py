"""The search index: a page's text by section, taken from its finished HTML, in the form the theme's search dialog reads."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from evaluation.model import Evaluation
from evaluation.render import links

ATTRIBUTES = r'(?:[^<>"]|"[^"]*")*'
HEADING = re.compile(rf'<h([1-6])\b{ATTRIBUTES}\bid="([^"]+)"{ATTRIBUTES}>(.*?)</h\1>', re.DOTALL)
HIDDEN = re.compile(r'<sup id="fnref[^"]*">.*?</sup>|<(script|style)\b.*?</\1>', re.DOTALL)
"""A footnote's mark is not part of the sentence it stands in; any other raised figure is."""
END_OF_BLOCK = re.compile("<br>|</(?:p|li|td|th|tr|div|pre|dd|dt|figcaption|summary|blockquote)>")
TAG = re.compile(f"<{ATTRIBUTES}>")


@dataclass(frozen=True)
class Section:
    """A part of a page that can be found by itself; the first of a page has the page's own address."""

    location: str
    title: str
    text: str
    tags: tuple[str, ...] = ()


def sections_of(url: str, title: str, content: str, tags: tuple[str, ...] = ()) -> tuple[Section, ...]:
    """The page and its headed sections, in order. `content` is the HTML of the page's text as it is published."""
    text, *rest = HEADING.split(content)
    sections = [[url, title, text]]
    for level, anchor, heading, text in zip(rest[0::4], rest[1::4], rest[2::4], rest[3::4], strict=True):
        if level == "1":  # the page's own title, no section
            sections[-1][2] += text
        else:
            sections.append([f"{url}#{unescape(anchor)}", _words(heading), text])
    return tuple(Section(place, heading, _prose(text), () if at else tags) for at, (place, heading, text) in enumerate(sections))


def _prose(html: str) -> str:
    return _words(END_OF_BLOCK.sub(" ", HIDDEN.sub("", html)))


def _words(html: str) -> str:
    return " ".join(unescape(TAG.sub("", html)).split())


def aliases(evaluation: Evaluation) -> dict[str, tuple[str, ...]]:
    """What a reader may type → the names it stands for, both as the search compares them."""
    found: dict[str, list[str]] = {}
    for thing in (*evaluation.units, *evaluation.indicators, *evaluation.projects):
        for alias in thing.aliases:
            found.setdefault(plain(alias), []).append(plain(thing.name))
    return {alias: tuple(dict.fromkeys(names)) for alias, names in found.items()}


def tags(evaluation: Evaluation) -> dict[str, tuple[str, ...]]:
    """Source path of a page → the words it is filed under: a page about a thing comes before those that mention it."""
    areas = {area.id: area.name for area in evaluation.plan.areas}
    found = {links.of_unit(unit): (unit.kind, *unit.aliases) for unit in evaluation.units}
    found |= {links.of_indicator(indicator): (indicator.attribute, *indicator.aliases) for indicator in evaluation.indicators}
    found |= {links.of_project(project): (project.group, areas.get(project.area, "")) for project in evaluation.projects}
    return {path.removeprefix("/"): tuple(dict.fromkeys(str(word) for word in words if word)) for path, words in found.items()}


def plain(text: str) -> str:
    """Full-width and half-width, great and small are one to a reader; the search script normalises in the same way."""
    return unicodedata.normalize("NFKC", text).lower()


def entries(sections: Sequence[Section], address: str, title: str, tags: tuple[str, ...]) -> str:
    """The sections of the page at `address` as they stand in the index; the first bears the page's name and tags."""
    first, *others = sections
    placed = (Section(address + section.location, section.title, section.text) for section in others)
    return ",".join(map(entry, (Section(address + first.location, title, first.text, tags), *placed)))


def entry(section: Section) -> str:
    """A section in the index's JSON. Chinese stands as it is: escaped it would be twice the size."""
    tags = f',"tags":{_json(list(section.tags))}' if section.tags else ""
    # Thousands of them: each of its texts is written at once.
    return f'{{"location":{_json(section.location)},"title":{_json(section.title)},"text":{_json(section.text)}{tags}}}'


def index(found: Iterable[str], words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The JSON that the dialog loads, in pieces; `found` are entries of one or more sections."""
    config = {"lang": ["zh"], "separator": "[\\s]+", "pipeline": [], "fields": {}, "aliases": dict(sorted(words.items()))}
    yield f'{{"config":{_json(config)},"docs":['
    for number, told in enumerate(found):
        yield ("," if number else "") + told
    yield "]}"


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
