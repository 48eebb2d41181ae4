"""No text of an author runs a script: not with the sanitiser alone, and not with the pages' policy alone."""

from __future__ import annotations

import json
import re
import shutil
from html import escape
from pathlib import Path

import pytest
from evaluation.render.tree import markdown_reader
from mkdocs.config import load_config
from tests.browser.payloads import PAYLOADS
from tests.browser.watching import address, watched
from tests.conftest import ROOT, run_build
from tests.load.project import FILES, write
from tests.serving import sample_headers, served

pytestmark = pytest.mark.browser

META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
ARTICLE = re.compile(r'(<article[^>]*>).*(</article>)', re.DOTALL)
TOUCH = """async () => {
  for (const element of document.querySelectorAll("article *")) {
    for (const event of ["mouseover", "mouseenter", "pointerover", "focus", "animationstart", "toggle"])
      element.dispatchEvent(new Event(event, { bubbles: true }))
    const target = element.getAttribute("href") || element.getAttribute("xlink:href") || ""
    // A link that leads somewhere would take the page away before the rest is tried.
    if (/^[^:]*$|^https?:/.test(target) && element.closest("a, area") && !element.closest("a").hasAttribute("onclick")) continue
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))
  }
}"""
"""What a reader may do with everything in the text."""


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    """A small plan with every payload as a page's text, as a page's title and in the data, built as its author would."""
    root = tmp_path_factory.mktemp("scripts") / "project"
    files: dict[str, str] = {"docs/index.md": "# 首页\n", "data/projects.yml": "".join(map(project, range(len(PAYLOADS))))}
    for number, payload in enumerate(PAYLOADS):
        title = json.dumps(" ".join(payload.split()), ensure_ascii=False)
        files[f"docs/plan/{number:02}.md"] = f"---\ntitle: {title}\n---\n{payload}\n"
    write(root, files)
    for name in ("hooks", "scripts", "schemas"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    built = run_build(root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


def project(number: int) -> str:
    """A project whose name, content and basis are the payload."""
    text = json.dumps(" ".join(PAYLOADS[number].split()), ensure_ascii=False)
    record = FILES["data/projects.yml"].partition("\n- id: P02")[0] + "\n"
    for key in ("name", "content", "basis"):
        record = re.sub(rf"(?m)^  {key}: .*$", lambda _, key=key: f"  {key}: {text}", record)
    return record.replace("id: P01", f"id: P{number + 1:02}")


@pytest.fixture(scope="module")
def bare(written, tmp_path_factory) -> Path:
    """The same site without the policy in its pages: only the sanitiser is left."""
    return stripped(written, tmp_path_factory.mktemp("bare") / "site")


@pytest.fixture(scope="module")
def raw(written, tmp_path_factory) -> Path:
    """The payloads as Markdown makes them, unsanitised, in the site's own pages: only the policy is left."""
    target = tmp_path_factory.mktemp("raw") / "site"
    shutil.copytree(written, target)
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=[])
    reader = markdown_reader([name for name in config.markdown_extensions if isinstance(name, str)], config.mdx_configs)
    page = (written / "plan" / "00.html").read_text(encoding="utf-8")
    for number, payload in enumerate(PAYLOADS):
        unsafe = reader.reset().convert(payload)
        (target / "plan" / f"{number:02}.html").write_text(ARTICLE.sub(lambda m, unsafe=unsafe: m[1] + unsafe + m[2], page), encoding="utf-8")
    return target


def stripped(site: Path, target: Path) -> Path:
    shutil.copytree(site, target)
    for path in target.rglob("*.html"):
        path.write_text(META.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    return target


def executed(browser, base: str, pages: list[str], folder: Path) -> set[str]:
    """The pages of which something ran, all open at once as frames of one page and everything in them touched."""
    frames = "".join(f'<iframe name="{page}" src="{escape(base + page)}" width="900" height="500"></iframe>' for page in pages)
    (folder / "frames.html").write_text(f"<!doctype html>{frames}", encoding="utf-8")
    ran: set[str] = set()
    with watched(browser, base) as watch:
        watch.page.context.expose_binding("ran", lambda source: ran.add(shown_page(source["frame"])))
        watch.page.context.add_init_script("window.alert = () => ran()")
        watch.open("frames.html")
        for frame in watch.page.main_frame.child_frames:
            frame.evaluate(TOUCH)
        watch.page.wait_for_timeout(1000)
    return ran


def shown_page(frame) -> str:
    """The page in which it ran, itself or a frame within it."""
    while frame.parent_frame and frame.parent_frame.parent_frame:
        frame = frame.parent_frame
    return frame.name


PLAN_PAGES = [f"plan/{number:02}.html" for number in range(len(PAYLOADS))]
PROJECT_PAGES = [f"projects/P{number + 1:02}.html" for number in range(len(PAYLOADS))]


def test_the_payloads_do_run_where_nothing_stops_them(browser, raw, tmp_path):
    """Else the tests below would prove nothing."""
    free = stripped(raw, tmp_path / "site")
    with served(free, {}) as base:
        assert len(executed(browser, base, PLAN_PAGES, free)) >= 45


def test_with_the_sanitiser_alone_none_runs(browser, bare):
    with served(bare, {}) as base:
        assert executed(browser, base, ["index.html", *PLAN_PAGES], bare) == set()
        assert executed(browser, base, ["projects/index.html", *PROJECT_PAGES], bare) == set()


def test_with_the_servers_policy_alone_none_runs(browser, raw, tmp_path):
    free = stripped(raw, tmp_path / "site")
    # The test opens all pages as frames, which the sample forbids; nothing else is taken from it.
    policy = sample_headers()["Content-Security-Policy"].replace("; frame-ancestors 'none'", "")
    with served(free, {"Content-Security-Policy": policy}) as base:
        assert executed(browser, base, PLAN_PAGES, free) == set()


def test_with_the_policy_in_the_pages_alone_none_runs_from_a_disk(browser, raw):
    assert executed(browser, address(raw), PLAN_PAGES, raw) == set()
