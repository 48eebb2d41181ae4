"""Stage 1: data/ and docs/ become one checked, measured evaluation, read anew for every build."""

import logging
from pathlib import Path

from evaluation.beginning import begin
from evaluation.cache import cache_of
from evaluation.export.theme_files import without_icons
from evaluation.export.workshop import Workshop
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

log = logging.getLogger("mkdocs.hooks.load_evaluation")
serving = False


def on_startup(command: str, dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Nothing is kept in the module: a preview's next build must see the new data."""
    extra, root = config.extra, Path(config.config_file_path).parent
    if "begun" not in extra:  # `run.py build` begins before it loads MkDocs
        extra["begun"] = begin(root, Workshop(cache_of(root), extra.get("jobs", 1)), with_documents=not serving)
    begun = extra["begun"]
    if begun.refusal:
        for problem in begun.proof.faults:
            log.warning("%s", problem)
        raise PluginError(begun.refusal)
    extra["view"], extra["shop"], extra["cache"] = begun.view, begun.shop, begun.shop.cache
    extra["notice"] = begun.proof.evaluation.plan.notice
    # Its dates are the day of the build: the same sources would not give the same bytes.
    config.theme.static_templates.discard("sitemap.xml")
    config.theme.get_env = without_icons(config.theme.get_env)
    return config
