"""Stage 4: pictures, the official documents and the search index take their place in the site."""

import logging
from collections.abc import Iterator
from pathlib import Path

from evaluation.compare import Pair
from evaluation.comparing import comparisons
from evaluation.export.layouts import Compiled, Layouts, site_look
from evaluation.export.parcel import write_sums
from evaluation.export.production import annex_pages, pictures
from evaluation.export.search_files import write_index
from evaluation.export.site_folder import Fresh
from evaluation.problems import Problem
from evaluation.render.search import aliases
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.hooks.publish_documents")


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Layouts:
    """The theme lays out only the pages that look different from those it laid out before."""
    extra = config.extra
    extra["addresses"].keep()
    # Behind the pages, for which this process would have to wait; it lays them out meanwhile.
    extra["pictures"] = pictures(extra["site"].charts.values(), "svg", extra["shop"])
    extra["shop"].set_off()
    pages = [(file.page.title or "", file.url) for file in files.documentation_pages()]
    look = site_look(Path(config.config_file_path), Path(__file__).parent, config, pages)
    # A third of a page would be the white space between the theme's template tags.
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = Compiled(extra["cache"], env)
    extra["layouts"] = Layouts(env, extra["cache"], look, extra["fresh"] if "standing" in extra else None)
    return extra["layouts"]


def on_post_build(config: MkDocsConfig) -> None:
    target, extra = Path(config.site_dir), config.extra
    extra["layouts"].keep()
    made = {put(extra["fresh"], "documents/{}.docx", *document) for document in extra["begun"].documents()}
    for picture in extra["pictures"]():
        put(extra["fresh"], "charts/{}.svg", *picture)
    extra["shop"].rest()
    found = comparisons((pair for pair in documents_and_pages(config) if pair.document in made), extra["fresh"], extra["shop"])
    write_index(target, map(str, extra["entries"]), aliases(extra["view"].evaluation))
    if "standing" in extra:
        extra["sums"] = write_sums(target, extra["fresh"].sums)  # while others compare
    for problem in found():
        log.warning("%s", problem)
    extra["shop"].close()


def put(fresh: Fresh, path: str, name: str, content: bytes, problems: tuple[Problem, ...]) -> str:
    """Write it as soon as it is made: a large city's documents together would fill a machine."""
    for problem in problems:
        log.warning("%s", problem)
    fresh.put(path.format(name), content)
    return path.format(name)


def documents_and_pages(config: MkDocsConfig) -> Iterator[Pair]:
    """Every document with the pages that show the same."""
    site, ending = config.extra["site"], "/index.html" if config.use_directory_urls else ".html"
    for manuscript in site.manuscripts:
        sources = site.pages_of(manuscript), annex_pages(site.view, manuscript)
        pages, annexes = (tuple(source.removesuffix(".md") + ending for source in some) for some in sources)
        yield Pair(f"documents/{manuscript.id}.docx", pages, annexes, manuscript.unit)
