"""Stage 4: pictures, the official documents and the search index take their place in the site."""

import logging
from pathlib import Path

from evaluation.render.search import aliases, index
from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.publish_documents")


def on_post_build(config: MkDocsConfig) -> None:
    target, extra = Path(config.site_dir), config.extra
    write_search(target / "search", config)
    drawn, problems = extra["pictures"]()
    for problem in problems:
        log.warning("%s", problem)
    for name, picture in drawn.items():
        (target / "charts" / f"{name}.svg").write_bytes(picture)
    for name, content, problems in extra["documents"]():
        for problem in problems:
            log.warning("%s", problem)
        (target / "documents" / f"{name}.docx").write_bytes(content)
    extra["cache"].trim()


def write_search(folder: Path, config: MkDocsConfig) -> None:
    """As JSON for a server, as a script for file://."""
    text = index(config.extra.get("sections", ()), aliases(config.extra["view"].evaluation))
    folder.mkdir(exist_ok=True)
    (folder / "search_index.json").write_text(text, encoding="utf-8", newline="\n")
    (folder / "search_index.js").write_text(f"var __index = {text}", encoding="utf-8", newline="\n")
