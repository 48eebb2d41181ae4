"""Stage 4: pictures, the official documents and the search index take their place in the site."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.compare import Pair, compare_all
from evaluation.export.layouts import Compiled, Layouts, site_look
from evaluation.export.production import annex_pages
from evaluation.problems import Problem
from evaluation.render.search import aliases, index_files
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.hooks.publish_documents")


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Layouts:
    """The theme lays out only the pages that look different from those it laid out before."""
    pages = [(file.page.title or "", file.url) for file in files.documentation_pages()]
    look = site_look(Path(config.config_file_path), Path(__file__).parent, config, pages)
    # A third of a page would be the white space between the theme's template tags.
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = Compiled(config.extra["cache"], env)
    return Layouts(env, config.extra["cache"], look)


def on_post_build(config: MkDocsConfig) -> None:
    target, extra = Path(config.site_dir), config.extra
    write_search(target, config)
    put_in(target / "charts", "svg", extra["pictures"]())
    made = put_in(target / "documents", "docx", extra["documents"]())
    for problem in compare_all(pairs(made, config), target, extra["cache"]):
        log.warning("%s", problem)
    extra["shop"].close()


def put_in(folder: Path, ending: str, made: Iterable[tuple[str, bytes, tuple[Problem, ...]]]) -> set[str]:
    """Write each as it comes: a large city's documents together would fill a machine. Their names."""
    names = set()
    for name, content, problems in made:
        for problem in problems:
            log.warning("%s", problem)
        (folder / f"{name}.{ending}").write_bytes(content)
        names.add(name)
    return names


def pairs(made: set[str], config: MkDocsConfig) -> Iterator[Pair]:
    """Every document that was made with the pages that show the same."""
    site, ending = config.extra["site"], "/index.html" if config.use_directory_urls else ".html"
    for manuscript in site.manuscripts:
        if manuscript.id in made:
            sources = site.pages_of(manuscript), annex_pages(site.view, manuscript)
            pages, annexes = (tuple(source.removesuffix(".md") + ending for source in some) for some in sources)
            yield Pair(f"documents/{manuscript.id}.docx", pages, annexes, manuscript.unit)


def write_search(target: Path, config: MkDocsConfig) -> None:
    (target / "search").mkdir(exist_ok=True)
    for path, text in index_files(config.extra.get("sections", ()), aliases(config.extra["view"].evaluation)).items():
        (target / path).write_text(text, encoding="utf-8", newline="\n")
