"""A page's HTML as it may be published: what an author's text may hold, and nothing else."""

from __future__ import annotations

import re
from html import escape, unescape

import nh3

from evaluation.render.framed import COLUMNS, STATUS

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
    *("footnote", "footnote-ref", "footnote-backref", "table", "data", "long"),
    *(f"{kind}{column}" for kind in "ml" for column in range(1, COLUMNS + 1)),
    *("board", "cards", "card", "card-title", "card-figure", "gaps", "chart", "facts", "lead", "links", "actions"),
}
"""What may be asked of a style sheet: with the theme's classes a text could cover the page or hide in it."""
RESERVED = "__"
"""The theme's own elements are named so; an author's of that name would take their place in its scripts."""
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20]")


def finished(html: str) -> str:
    """A page's HTML as it may be published: nothing that runs, loads or hides."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=harmless, url_schemes=SCHEMES, link_rel=None)


def as_report(html: str) -> str:
    """Report text is set as in the document."""
    return f'<div class="report">{html}</div>'


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
