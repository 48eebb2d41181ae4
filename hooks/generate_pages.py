"""Stage 2: the pages, pictures and tables that no one writes by hand join the files that people wrote."""

import logging

from evaluation.export.production import pictures
from evaluation.render.navigation import navigation
from evaluation.render.search import tags
from evaluation.render.site import downloads, site_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

log = logging.getLogger("mkdocs.hooks.generate_pages")
SECTION_FOLDERS = ("banners/", "parks/", "departments/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """A unit's section files are no pages of their own: its one page combines them."""
    files.remove(files.get_file_from_path("sitemap.xml"))  # the theme's template, which stage 1 keeps from being filled
    view = config.extra["view"]
    site = config.extra["site"] = site_of(view)
    config.extra["filed_under"] = tags(view.evaluation)
    for file in [file for file in files if file.src_uri.startswith(SECTION_FOLDERS)]:
        files.remove(file)
    files.remove(files.src_uris["sitemap.xml"])  # stage 1 took it from the templates, so it would be copied as it is
    drawn, problems = pictures(site.charts.values(), "svg", config.extra.get("jobs", 1))
    for problem in (*site.problems, *problems):
        log.warning("%s", problem)
    content = {page.path: page.markdown for page in site.pages}
    content |= {f"charts/{name}.svg": picture for name, picture in drawn.items()}
    content |= downloads(view)
    # Stage 4 writes the documents; their links must be known now.
    content |= {f"documents/{manuscript.id}.docx": b"" for manuscript in site.manuscripts}
    for path, each in content.items():
        files.append(File.generated(config, path, content=each))
    titles = {file.src_uri: "" for file in files.documentation_pages()} | {page.path: page.title for page in site.pages}
    config.nav = navigation(titles, [page.path for page in site.pages])
    return files
