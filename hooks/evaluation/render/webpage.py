"""A page's Markdown as the HTML that may be published, with all that a site must know of it: made once, kept as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

from evaluation.render.html import as_report, finished
from evaluation.render.pieces import begins, pieces
from evaluation.render.search import Section, sections_of
from evaluation.render.tree import markdown_reader, nested
from evaluation.shelf import decoded, encoded, name_of

T = TypeVar("T")
ADDRESS = re.compile(r'(<a\b[^>]*?\shref="|<img\b[^>]*?\ssrc=")([^"]*)"')
"""In finished HTML every attribute stands in double quotes, behind one blank."""
ANCHOR = re.compile(r' id="([^"]+)"')
COUNTED = re.compile(r'_[0-9]+"')
"""The anchor of the second of two headings of one text; it would be another if the first stood elsewhere."""
SECOND = re.compile(r"^<h2\b", re.MULTILINE)
BETWEEN = re.compile(r"\n(?=<h2\b)")
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


class Piece(NamedTuple):
    """A piece of a page's text, and what became of it."""

    name: str
    """A digest of its Markdown."""
    headings: Sequence[tuple[int, str, str]]
    """level, id and name"""
    sections: Sequence[tuple[str, str, str]]
    """location, title and text"""
    html: str


def made(text: str, report: bool, reader: Reader, before: bytes | None = None) -> bytes:
    """The page as it is kept: a line of JSON, then its HTML.

    `before` is the page as it was kept with another text: a piece of it that stands here again is not read again.
    """
    texts = pieces(text)
    # Of a text in one piece nothing stood there before.
    patched = _patched(texts, _known(before), reader) if before and len(texts) > 1 else None
    found = patched or _cut(_read(text, reader), texts)
    content = "\n".join(piece.html for piece in found)
    title = found[0].headings[0][2] if found[0].headings and content.startswith("<h1") else ""
    addresses = dict.fromkeys(unescape(match[2]) for match in ADDRESS.finditer(content))
    told = [title, sorted(_anchors(content)), [*addresses], report, [(*piece[:-1], len(piece.html)) for piece in found]]
    line = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return encoded(f"{line}\n{content}")


def _read(text: str, reader: Reader) -> Piece:
    converter = _converter(reader)
    converter.reset()
    html = finished(converter.convert(text))
    sections = [(section.location, section.title, section.text) for section in sections_of("", "", html)]
    return Piece(name_of(text), [*_headings(converter.toc_tokens)], sections, html)


def _cut(whole: Piece, texts: Sequence[str]) -> list[Piece]:
    """What became of each of the texts; the whole where that cannot be told, or one of them alone would read otherwise."""
    if len(texts) == 1 or not _sure(whole, sum(map(begins, texts))):
        return [whole]
    anchors = _starts(whole)
    headings = _groups(whole.headings, lambda heading: heading[0] == 2, len(texts))
    sections = _groups(whole.sections, lambda section: section[0] in anchors, len(texts))
    return [*map(Piece, map(name_of, texts), headings, sections, BETWEEN.split(whole.html, len(texts) - 1))]


def _patched(texts: Sequence[str], known: Mapping[str, Piece], reader: Reader) -> list[Piece] | None:
    """The known pieces and, read now, those that are new; None where one of them would read otherwise among the others."""
    found = [known.get(name_of(text)) or _read(text, reader) for text in texts]
    # Nothing stands above the heading that it begins with.
    found[1:] = [piece._replace(sections=[*filter(any, piece.sections)]) for piece in found[1:]]
    anchors = [anchor for piece in found for anchor in _anchors(piece.html)]
    sure = len(set(anchors)) == len(anchors) and all(map(_sure, found, map(begins, texts)))
    return found if sure and all(piece.sections[0][0] for piece in found[1:]) else None


def _sure(piece: Piece, headings: int) -> bool:
    """Whether each heading at which it may be cut is one of the page's, begins a section, and has the anchor it would have alone."""
    starts = _starts(piece)
    begun = {len(starts), len(SECOND.findall(piece.html)), sum(section[0] in starts for section in piece.sections)}
    return begun == {headings} and not COUNTED.search(piece.html)


def _starts(piece: Piece) -> set[str]:
    """Where in the page the sections of the second level are."""
    return {f"#{anchor}" for level, anchor, _ in piece.headings if level == 2}


def _known(kept: bytes) -> dict[str, Piece]:
    """The pieces of a page as it is kept, by name."""
    *_, told = _told(kept)
    content, found, at = _content(kept), {}, 0
    for name, headings, sections, size in told:
        found[name] = Piece(name, headings, sections, content[at : at + size])
        at += size + 1
    return found


def read(kept: bytes, key: str, again: Callable[[], bytes]) -> WebPage:
    """What is kept under the key; `again` gives the same bytes when the page's HTML is asked for."""
    title, anchors, addresses, report, told = _told(kept)
    headings = nested((level, anchor, name) for _, those, _, _ in told for level, anchor, name in those)
    sections = tuple(Section(*section) for _, _, those, _ in told for section in those)

    def content() -> str:
        html = _content(again())
        return as_report(html) if report else html

    return WebPage(title, tuple(headings), tuple(anchors), sections, tuple(addresses), key, content)


def placed(html: str, urls: Mapping[str, str]) -> str:
    """A page's HTML with each address where it lies on the site."""
    there = {address: escape(url) for address, url in urls.items()}
    return ADDRESS.sub(lambda found: found[1] + there[unescape(found[2])] + '"', html)


def _told(kept: bytes) -> list:
    return json.loads(decoded(kept[: kept.index(b"\n")]))


def _content(kept: bytes) -> str:
    return decoded(kept.partition(b"\n")[2])


def _groups(things: Iterable[T], first: Callable[[T], bool], most: int) -> list[list[T]]:
    """A new group with each thing that is the first of one; what is left belongs to the last."""
    groups: list[list[T]] = [[]]
    for thing in things:
        if first(thing) and len(groups) < most:
            groups.append([])
        groups[-1].append(thing)
    return groups


def _anchors(html: str) -> set[str]:
    return set(map(unescape, ANCHOR.findall(html)))


def _headings(tokens: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, str, str]]:
    """In the order of the text, whatever stands below what."""
    for token in tokens:
        yield token["level"], token["id"], token["name"]
        yield from _headings(token["children"])


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
