"""Stage 3: every page's finished HTML, its references filled, takes its place among MkDocs's pages."""

from functools import partial
from html import unescape
from posixpath import dirname

from evaluation.export.layouts import Content
from evaluation.render.addresses import Addresses, Anchors
from evaluation.render.chart_tables import shown_charts, told, with_tables
from evaluation.render.html import title_html
from evaluation.render.navigation import hidden
from evaluation.render.search import entries
from evaluation.render.sources import source_file
from evaluation.render.webpage import WebPage, placed
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


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """MkDocs asks a page to render itself; this one is rendered already."""
    extra, source = config.extra, page.file.src_uri
    if "addresses" not in extra:
        extra["addresses"] = Addresses(((file.src_uri, file.url) for file in files), extra["cache"])
    page.render = partial(show, page, extra["web_page"](source))
    return ""


def show(page: Page, made: WebPage, config: MkDocsConfig, files: Files) -> None:
    """What MkDocs's own rendering sets; the HTML itself waits until the page is laid out."""

    def ask(address: str) -> tuple[str, Anchors]:
        links = _RelativePathTreeprocessor(page.file, files, config)
        return links.path_to_url(address), {file.src_uri: anchors for file, anchors in links.links_to_anchors.items()}

    folder, extra = (dirname(page.file.src_uri), dirname(page.file.url)), config.extra
    urls, meant = extra["addresses"].resolved(folder, made.addresses, ask)
    page.links_to_anchors = {files.src_uris[source]: anchors for source, anchors in meant.items()}
    shown, content = shown_charts(made.addresses, extra["site"].charts), made.content
    page.content = Content((made.key, urls, told(shown)), lambda: with_tables(placed(content(), urls), shown))
    page.toc = get_toc(made.headings)
    page._title_from_render, page.present_anchor_ids = made.title or None, set(made.anchors)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    source, extra = page.file.src_uri, config.extra
    # A file's head may set nothing but its title.
    page.meta = {"hide": hidden(source), "name": page.title, "source": source_file(source, bool(page.file.generated_by))}
    page.title = title_html(page.title or "")
    escape_titles(page.toc)
    found = entries(page.render.args[1].sections, page.url, unescape(page.title), extra["filed_under"].get(source, ()))
    extra["entries"].append(extra["shelf"].lay(found))
    del page.render  # MkDocs holds every page to the end
    return html


def escape_titles(entries: list[AnchorLink]) -> None:
    """The theme writes the titles of the table of contents as they are."""
    for entry in entries:
        entry.title = title_html(entry.title)
        escape_titles(entry.children)
