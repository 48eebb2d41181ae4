"""Stage 2: the pages, pictures and tables that no one writes by hand join the files that people wrote."""

from evaluation.render.navigation import navigation
from evaluation.render.site import site_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

SECTION_FOLDERS = ("banners/", "parks/", "departments/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """A unit's section files are no pages of their own: its one page combines them."""
    site = config.extra["site"] = site_of(config.extra["view"])
    for file in [file for file in files if file.src_uri.startswith(SECTION_FOLDERS)]:
        files.remove(file)
    for page in site.pages:
        files.append(File.generated(config, page.path, content=page.markdown))
    for path, content in site.downloads.items():
        files.append(File.generated(config, path, content=content))
    config.nav = navigation(site)
    return files
