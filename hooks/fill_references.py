"""Stage 3: references in the pages that people wrote become values, tables and charts; finished HTML is made safe."""

import logging
from collections.abc import Iterable
from html import unescape

from evaluation.export.production import pictures
from evaluation.render.html import finished, title_html
from evaluation.render.navigation import hidden
from evaluation.render.search import sections_of
from evaluation.render.site import hand_written
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

log = logging.getLogger("mkdocs.hooks.fill_references")
REPORTS = ("report/", "banners/", "parks/", "departments/", "third-party/")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Generated pages and the city's chapters are filled already, as the documents are."""
    site, source = config.extra["site"], page.file.src_uri
    if page.file.generated_by:
        return markdown
    if (part := site.part(source)) is not None:
        return part
    head = page.file.content_string.rpartition(markdown)[0]
    filled = hand_written(site.view, source, markdown, head.count("\n") + 1)
    for problem in filled.problems:
        log.warning("%s", problem)
    missing = [chart for chart in filled.charts if f"charts/{chart.name}.svg" not in files.src_uris]
    for name, picture in pictures(missing, "svg", 1)[0].items():
        files.append(File.generated(config, f"charts/{name}.svg", content=picture))
    return filled.markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    source = page.file.src_uri
    content = finished(html, report=source.startswith(REPORTS) and not source.endswith("index.md"))
    page.title, page.meta = title_html(page.title or ""), {"hide": hidden(source)}  # a file's head may set nothing but its title
    escape_titles(page.toc)
    tags = config.extra["filed_under"].get(source, ())
    config.extra.setdefault("sections", []).extend(sections_of(page.url, unescape(page.title), content, tags))
    return content


def escape_titles(entries: Iterable[AnchorLink]) -> None:
    """The theme writes the titles of the table of contents as they are."""
    for entry in entries:
        entry.title = title_html(entry.title)
        escape_titles(entry.children)
