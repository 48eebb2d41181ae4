"""One text made into both outputs, as a build makes them: a page of the site and a Word file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from evaluation.export.document import Annex, document
from evaluation.render.html import as_report, finished
from evaluation.render.normalise import normalised
from evaluation.render.tree import ReportExtension
from markdown import Markdown
from mkdocs.config import load_config

from tests.export.manuscripts import charts, letter, manuscript

ROOT = Path(__file__).resolve().parents[2]
PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body><p class="evaluation-notice">{notice}</p>{body}</body></html>'


@cache
def _settings() -> tuple[list, dict]:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return list(config.markdown_extensions), config.mdx_configs


def page(markdown: str) -> bytes:
    names, options = _settings()
    reader = Markdown(extensions=[*names, ReportExtension()], extension_configs=options)
    body = as_report(finished(reader.convert(normalised(markdown))))
    return PAGE.format(notice=letter().notice, body=body).encode()


def word(markdown: str, *annexes: Annex, **changes: object) -> bytes:
    return document(manuscript(normalised(markdown)), letter(**changes), charts, annexes)[0]
