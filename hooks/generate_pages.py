"""Stage 2: the pages, pictures and tables that no one writes by hand join the files that people wrote."""

import logging
from copy import copy
from pathlib import Path

from evaluation.export.production import documents, pictures, web_pages
from evaluation.render.navigation import navigation, shown
from evaluation.render.search import tags
from evaluation.render.site import downloads, site_of
from evaluation.render.webpage import Reader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.generate_pages")
SECTION_FOLDERS = ("banners/", "parks/", "departments/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    view = config.extra["view"]
    site = config.extra["site"] = site_of(view, config.extra["found"], config.extra["cache"])
    config.extra["filed_under"] = tags(view.evaluation)
    for problem in site.problems:
        log.warning("%s", problem)
    keep_public(files, config)
    files.remove(files.src_uris["sitemap.xml"])  # stage 1 took it from the templates, so it would be copied as it is
    begin(config)
    content = {page.path: page.markdown for page in site.pages}
    # The last stages write pictures and documents; links to them must be known now.
    content |= {f"charts/{name}.svg": b"" for name in site.charts}
    content |= {f"documents/{manuscript.id}.docx": b"" for manuscript in site.manuscripts}
    for path, each in (content | downloads(site, config.extra["cache"])).items():
        files.append(File.generated(config, path, content=each))
    titles = {file.src_uri: "" for file in files.documentation_pages()} | {page.path: page.title for page in site.pages}
    config.nav = navigation(titles, [page.path for page in site.pages])
    return files


def keep_public(files: Files, config: MkDocsConfig) -> None:
    """Of what lies under docs/ only what may be published; where it took a theme file's place, that one is back."""
    public = set(config.extra["view"].evaluation.files)
    hidden = [file for file in files if file.src_dir == config.docs_dir and file.src_uri not in public]
    for file in hidden:
        files.remove(file)
    # A unit's section files are no pages of their own: its one page combines them.
    if any(not file.src_uri.startswith(SECTION_FOLDERS) for file in hidden):
        files.add_files_from_theme(config.theme.get_env(), config)


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    """Each page's menu is as long as a reader can use, however large the site."""
    short = copy(nav)
    short.items = [copy(item) for item in nav.items]
    for item in short.items:
        if item.is_section:
            item.children = shown(item.children, lambda entry: entry is page)
    return context | {"nav": short}


def begin(config: MkDocsConfig) -> None:
    """Set out on everything that takes time; the later stages collect it."""
    site, extra = config.extra["site"], config.extra
    shop = extra["shop"]
    extra["ready"]()
    extra["reader"] = Reader.of([name for name in config.markdown_extensions if isinstance(name, str)], config.mdx_configs)
    extra["web_pages"] = web_pages(site.texts, extra["reader"], shop)
    shown = () if extra.get("preview") else site.manuscripts  # an author waits for the page, not for the documents
    extra["documents"] = documents(site.view, shown, Path(config.docs_dir), shop)
    extra["pictures"] = pictures(site.charts.values(), "svg", shop)
