"""What a reader sees of a Markdown text on the site and in the document, as plain text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pypandoc
from markdown import Markdown

READER = (
    "markdown-raw_html-raw_attribute-raw_tex-yaml_metadata_block-subscript-superscript-strikeout-smart-citations"
    "-tex_math_dollars-tex_math_single_backslash-example_lists-fancy_lists-implicit_figures+east_asian_line_breaks"
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def on_the_site(markdown: str) -> str:
    html = Markdown(extensions=["tables", "fenced_code", "attr_list", "footnotes", "sane_lists", "toc"]).convert(
        markdown
    )
    text = _Text()
    text.feed(html)
    return squeezed("".join(text.parts))


def in_the_document(markdown: str) -> str:
    tree = json.loads(pypandoc.convert_text(markdown, "json", format=READER))
    return squeezed("".join(_words(tree["blocks"])))


def _words(node):
    if isinstance(node, list):
        for one in node:
            yield from _words(one)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            yield content
        elif kind in ("Code", "CodeBlock", "RawInline", "RawBlock"):
            yield content[-1]
        elif kind in ("Link", "Image", "Span", "Quoted"):
            yield from _words(content[1])
        elif content is not None:
            yield from _words(content)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
