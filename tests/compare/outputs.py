"""One text made into both outputs, as a build makes them: a page of the site and a Word file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from evaluation.export.document import Annex, document
from evaluation.render.html import finished
from evaluation.render.normalise import normalised
from evaluation.render.tree import ReportExtension
from markdown import Markdown

from tests.export.manuscripts import charts, letter, manuscript

ROOT = Path(__file__).resolve().parents[2]
PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body><p class="evaluation-notice">{notice}</p>{body}</body></html>'


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose own tags are of no interest here."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


@cache
def _extensions() -> tuple[list, dict]:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)["markdown_extensions"]
    named = [(one, {}) if isinstance(one, str) else next(iter(one.items())) for one in settings]
    # MkDocs itself adds these.
    names = dict.fromkeys(["toc", "tables", "fenced_code", *(name for name, _ in named)])
    return list(names), {name: options for name, options in named if options}


def page(markdown: str) -> bytes:
    names, options = _extensions()
    reader = Markdown(extensions=[*names, ReportExtension()], extension_configs=options)
    body = finished(reader.convert(normalised(markdown)), report=True)
    return PAGE.format(notice=letter().notice, body=body).encode()


def word(markdown: str, *annexes: Annex, **changes: object) -> bytes:
    return document(manuscript(normalised(markdown)), letter(**changes), charts, annexes)[0]
