"""What the site's HTML says beyond the Markdown: captions, notes, figures and status words get their classes."""

from __future__ import annotations

import re
from html import escape, unescape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PARAGRAPHS = (
    (re.compile(r"^[表图][0-9]+　"), "caption"),
    (re.compile(r"^(注|来源|资料来源|单位)："), "note"),
)
"""The plain forms in which captions and notes are written, so that site and document read the same Markdown."""

STATUS = {"●": "good", "◆": "fair", "▲": "late", "■": "bad", "○": "none"}
"""Glyph → class: a status is told by glyph, word and colour together."""


class ReportTree(Treeprocessor):
    """Runs last, on the finished tree."""

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            kind = paragraph_class(paragraph)
            if kind:
                paragraph.set("class", kind)
        for cell in (*root.iter("td"), *root.iter("strong")):
            mark_status(cell)


def paragraph_class(paragraph: Element) -> str | None:
    """caption, note or figure; None for text."""
    text = paragraph.text or ""
    if len(paragraph) == 1 and paragraph[0].tag == "img" and not text.strip():
        return "figure"
    return next((kind for pattern, kind in PARAGRAPHS if pattern.match(text)), None)


def mark_status(cell: Element) -> None:
    """A cell that begins with a status glyph shows it in the status's colour."""
    text = (cell.text or "").strip()
    if text[:1] in STATUS and len(cell) == 0:
        span = Element("span", {"class": f"status status-{STATUS[text[0]]}"})
        span.text, cell.text = text, ""
        cell.append(span)


class ReportExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(ReportTree(md), "evaluation-report", 0)


TAGS = set(
    "a abbr blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p pre "
    "section span strong sub summary sup table tbody td tfoot th thead tr ul".split()
)
ATTRIBUTES = {
    "*": {"id", "class", "title"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align", "scope"},
}
SCHEMES = {"http", "https", "mailto"}
CLASSES = {
    *("caption", "note", "figure", "report", "status", *(f"status-{kind}" for kind in STATUS.values())),
    *("footnote", "footnote-ref", "footnote-backref"),
}
"""What may be asked of a style sheet: with the theme's classes a text could cover the page or hide in it."""
RESERVED = "__"
"""The theme's own elements are named so; an author's of that name would take their place in its scripts."""
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20]")


def finished(html: str, report: bool) -> str:
    """A page's HTML as it may be published: nothing that runs, loads or hides. Report text is set as in the document."""
    safe = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=harmless, url_schemes=SCHEMES, link_rel=None)
    return f'<div class="report">{safe}</div>' if report else safe


def harmless(tag: str, name: str, value: str) -> str | None:
    """The value an attribute may have; None takes the attribute away."""
    if name == "class":
        return " ".join(word for word in value.split() if word in CLASSES) or None
    if name == "id" and value.startswith(RESERVED):
        return None
    # A picture from elsewhere would tell its host who reads which page, and when.
    if name == "src" and ELSEWHERE.match(IGNORED_IN_ADDRESSES.sub("", value)):
        return None
    return value


def title_html(title: str) -> str:
    """A page's title for the theme, which writes it as it is: plain text from a file's head and HTML from a heading alike."""
    return escape(unescape(title))
