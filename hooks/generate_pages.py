"""Stage 2: the pages, pictures and tables that no one writes by hand join the files that people wrote."""

import logging
from pathlib import Path

from evaluation.export.production import web_pages
from evaluation.export.site_folder import Fresh
from evaluation.render.kept import remember_answers
from evaluation.render.navigation import navigation, shortened
from evaluation.render.search import tags
from evaluation.render.site import Site, downloads, site_of
from evaluation.render.webpage import Reader
from evaluation.shelf import Shelf
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.generate_pages")
SECTION_FOLDERS = ("banners/", "parks/", "departments/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    extra = config.extra
    view, cache, begun = extra["view"], extra["cache"], extra["begun"]
    site = extra["site"] = site_of(view, begun.examined().problems, cache, begun.drafts)
    begin_pages(site, config)
    extra["filed_under"], extra["entries"], extra["shelf"] = tags(view.evaluation), [], Shelf()
    for problem in (one for one in site.known if not one.note):
        log.warning("%s", problem)
    keep_public(files, config)
    files.remove(files.src_uris["sitemap.xml"])  # stage 1 took it from the templates, so it would be copied as it is
    view.notes.forget_all()  # its tables stand in the texts
    extra["fresh"] = Fresh(Path(config.site_dir), extra.get("standing"))
    # The pages' HTML is on the way.
    for path in (*(page.path for page in site.pages), *site.offered):
        files.append(Promised.generated(config, path, content=""))
    titles = {file.src_uri: "" for file in files.documentation_pages()} | {page.path: page.title for page in site.pages}
    config.nav = navigation(titles, [page.path for page in site.pages])
    return files


class Promised(File):
    def copy_file(self, dirty: bool = False) -> None:
        """It stands there already, or a later stage writes it; links to it must be known now."""


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
    return context | {"nav": shortened(nav, page)}


def begin_pages(site: Site, config: MkDocsConfig) -> None:
    """What takes time is begun as soon as its text is known; the later stages collect it."""
    extra = config.extra
    extra["reader"] = Reader.of(config.markdown_extensions, config.mdx_configs)
    extra["web_page"] = web_pages(site.texts, extra["reader"], extra["shop"])
    extra["shop"].set_off()


def on_post_build(config: MkDocsConfig) -> None:
    """The tables as data, which no page waits for, while documents are still on their way."""
    extra = config.extra
    for path, content in downloads(extra["site"], extra["cache"]).items():
        extra["fresh"].put(path, content)
    remember_answers(extra["view"], extra["cache"], extra["begun"].proof.data)
