"""Stage 1: data/ and docs/ become one checked, measured evaluation, read anew for every build."""

import logging
from pathlib import Path

from evaluation.cache import cache_of
from evaluation.export.standing import digest_of
from evaluation.export.theme_files import without_icons
from evaluation.export.workshop import Workshop
from evaluation.proof import Proof, sources_of
from evaluation.render.view import View
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

log = logging.getLogger("mkdocs.hooks.load_evaluation")
serving = False


def on_startup(command: str, dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Nothing is kept in the module: a preview's next build must see the new data."""
    root = Path(config.config_file_path).parent
    cache = config.extra["cache"] = cache_of(root)
    jobs, step = config.extra.get("jobs", 1), config.extra.get("step", lambda text: None)
    shop = config.extra["shop"] = Workshop(cache, jobs, step, digest_of(root, ["data"]))
    shop.wake()
    proof = config.extra["proof"] = sources_of(root, cache)
    reason = refusal(proof, root)
    if reason:
        for problem in proof.faults:
            log.warning("%s", problem)
        raise PluginError(reason)
    config.extra["view"] = View(proof.evaluation, proof.assessment)
    config.extra["preview"] = serving
    config.extra["notice"] = proof.evaluation.plan.notice
    # Its dates are the day of the build: the same sources would not give the same bytes.
    config.theme.static_templates.discard("sitemap.xml")
    config.theme.get_env = without_icons(config.theme.get_env)
    return config


def refusal(proof: Proof, root: Path) -> str | None:
    """Why no site can be made of these sources."""
    if proof.evaluation is None:
        return "规划或单位名册读不出来，无法生成网站：先改正上面列出的问题。"
    if any(problem.rule == "links" and Path(root, problem.where.path).is_dir() for problem in proof.faults):
        return "docs/ 里有指向别处文件夹的链接，会把别处的文件带进来：先删去上面列出的链接。"
    return None
