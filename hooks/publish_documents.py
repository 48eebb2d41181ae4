"""Stage 4: the official documents and the search index take their place beside the site."""

import logging
from pathlib import Path

from evaluation.export.production import documents, pictures
from evaluation.render.search import aliases, index
from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.publish_documents")
serving = False


def on_startup(command: str, dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_post_build(config: MkDocsConfig) -> None:
    target, site = Path(config.site_dir), config.extra["site"]
    write_search(target / "search", config)
    if serving:  # an author waits for the page, not for the documents
        return
    jobs = config.extra.get("jobs", 1)
    shown = {chart.name: chart for manuscript in site.manuscripts for chart in manuscript.charts}
    drawn, _ = pictures(shown.values(), "png", jobs)
    for name, content, problems in documents(site.view, site.manuscripts, drawn, Path(config.docs_dir), jobs):
        for problem in problems:
            log.warning("%s", problem)
        (target / "documents" / f"{name}.docx").write_bytes(content)


def write_search(folder: Path, config: MkDocsConfig) -> None:
    """As JSON for a server, as a script for file://."""
    text = index(config.extra.get("sections", ()), aliases(config.extra["view"].evaluation))
    folder.mkdir(exist_ok=True)
    (folder / "search_index.json").write_text(text, encoding="utf-8", newline="\n")
    (folder / "search_index.js").write_text(f"var __index = {text}", encoding="utf-8", newline="\n")
