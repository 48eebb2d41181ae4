"""Stage 3: every page's finished HTML, its references filled, takes its place among MkDocs's pages."""

from functools import partial
from html import unescape

from evaluation.render.chart_tables import with_tables
from evaluation.render.html import title_html
from evaluation.render.navigation import hidden
from evaluation.render.sources import source_file
from evaluation.render.webpage import WebPage
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import AnchorLink, get_toc


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Stage 1 has read what people wrote, strictly; nothing they wrote above a text reaches MkDocs."""
    if page.file.generated_by:
        return None
    evaluation = config.extra["view"].evaluation
    titles = {chapter.path: chapter.title for chapter in (*evaluation.chapters, *evaluation.pages)}
    if titles.get(page.file.src_uri):
        page.title = titles[page.file.src_uri]
    return ""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """A third of a page would be the white space between the theme's template tags."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """MkDocs asks a page to render itself; this one is rendered already."""
    extra, source = config.extra, page.file.src_uri
    if "pages" not in extra:
        extra["pages"] = extra["web_pages"]()
    page.render = partial(show, page, extra["pages"][source])
    return extra["site"].texts[source]


def show(page: Page, made: WebPage, config: MkDocsConfig, files: Files) -> None:
    """What MkDocs's own rendering sets, links resolved and judged by MkDocs itself."""
    links = _RelativePathTreeprocessor(page.file, files, config)
    page.content = with_tables(made.html(links.path_to_url), config.extra["site"].charts)
    page.toc = get_toc(made.headings)
    page._title_from_render, page.present_anchor_ids = made.title or None, set(made.anchors)
    page.links_to_anchors = links.links_to_anchors


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    source, extra = page.file.src_uri, config.extra
    # A file's head may set nothing but its title.
    page.meta = {"hide": hidden(source), "name": page.title, "source": source_file(source, bool(page.file.generated_by))}
    page.title = title_html(page.title or "")
    escape_titles(page.toc)
    first, *others = page.render.args[1].sections
    tags = extra["filed_under"].get(source, ())
    extra.setdefault("sections", []).append(first.at(page.url, unescape(page.title), tags))
    extra["sections"] += [section.at(page.url) for section in others]
    return html


def escape_titles(entries: list[AnchorLink]) -> None:
    """The theme writes the titles of the table of contents as they are."""
    for entry in entries:
        entry.title = title_html(entry.title)
        escape_titles(entry.children)
