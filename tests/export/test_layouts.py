"""A page is laid out again exactly when something differs that the theme may show."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from evaluation.cache import Cache
from evaluation.export.layouts import Compiled, Content, Layout, Layouts, site_look
from evaluation.export.site_folder import Fresh, publish
from jinja2 import DictLoader, Environment


@dataclass(frozen=True)
class Entry:
    title: str
    id: str = "a"
    level: int = 2
    children: tuple[Any, ...] = ()


@dataclass
class Page:
    title: str = "页"
    url: str = "a.html"
    content: Content = Content(("文",), lambda: "<p>文</p>")
    toc: tuple[Entry, ...] = (Entry("节"),)
    meta: dict = field(default_factory=dict)
    canonical_url: str | None = None
    edit_url: str | None = None
    is_homepage: bool = False
    previous_page: Any = None
    next_page: Any = None
    ancestors: tuple[Any, ...] = ()
    file: Any = None


@pytest.fixture
def laid_out(tmp_path):
    """How often the theme was asked, after these pages were shown in turn."""
    asked = []
    theme = Environment(loader=DictLoader({"main.html": "{{ ask(page) }}{{ page.title }}", "404.html": "{{ ask(0) }}无此页"}))
    theme.globals["ask"] = lambda page: asked.append(page) or ""
    cache = Cache(tmp_path / "made", "1")

    def show(*pages: Page | None, site: str = "site", base: str = ".", name: str = "main.html") -> int:
        asked.clear()
        for page in pages:
            Layouts(theme, cache, site).get_template(name).render({"page": page, "base_url": base})
        return len(asked)

    return show


def test_the_same_page_is_laid_out_once(laid_out):
    assert laid_out(Page(), Page()) == 1


def test_a_page_that_is_laid_out_already_is_not_put_together(laid_out):
    put = []
    laid_out(*(Page(content=Content(("文",), lambda: put.append(1) or "<p>文</p>")) for _ in range(3)))

    assert put == [1]


CHANGES = {
    "title": "另页",
    "url": "b.html",
    "content": Content(("另文",), lambda: "<p>文</p>"),
    "toc": (Entry("节", children=(Entry("小节"),)),),
    "meta": {"hide": ["toc"]},
    "canonical_url": "https://a/",
    "edit_url": "https://b/",
    "is_homepage": True,
    "previous_page": Page(title="前页"),
    "next_page": Page(title="后页"),
    "ancestors": (Entry("栏目"),),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_the_theme_may_show_of_a_page_counts(laid_out, name):
    assert laid_out(Page(), replace(Page(), **{name: CHANGES[name]})) == 2


def test_the_site_the_template_and_the_place_count(laid_out):
    assert laid_out(Page()) == 1
    assert laid_out(Page(), site="other") == 1
    assert laid_out(Page(), base="..") == 1
    assert laid_out(Page(), name="404.html") == 1


def test_what_is_no_page_is_laid_out_again_when_the_site_differs(laid_out):
    assert laid_out(None, None, name="404.html") == 1
    assert laid_out(None, name="404.html", site="other") == 1


def test_templates_are_compiled_once_for_each_manner_and_text(tmp_path, monkeypatch):
    cache, compiled = Cache(tmp_path / "made", "1"), []
    whole = Environment.compile
    monkeypatch.setattr(Environment, "compile", lambda self, *given, **named: compiled.append(1) or whole(self, *given, **named))

    def shown(text: str, **manner: bool) -> str:
        theme = Environment(loader=DictLoader({"main.html": text}), **manner)
        theme.bytecode_cache = Compiled(cache, theme)
        return theme.get_template("main.html").render(a=1)

    assert [shown("{% if a %}\n 甲{% endif %}"), shown("{% if a %}\n 甲{% endif %}")] == ["\n 甲", "\n 甲"]
    assert len(compiled) == 1
    assert shown("{% if a %}\n 甲{% endif %}", trim_blocks=True) == " 甲"
    assert shown("{% if a %}乙{% endif %}") == "乙"
    assert len(compiled) == 3


@pytest.fixture
def look(tmp_path):
    (tmp_path / "hooks/theme").mkdir(parents=True)
    (tmp_path / "hooks/theme/main.html").write_text("a")
    (tmp_path / "mkdocs.yml").write_text("site_name: a")

    def found(navigation=(("页", "a.html"),), **config) -> str:
        known = {"use_directory_urls": False, "site_url": None, "nav": [], "extra": {"notice": "示例", "view": object()}}
        return site_look(tmp_path / "mkdocs.yml", tmp_path / "hooks", known | config, navigation)

    found.folder = tmp_path
    return found


def test_the_look_of_a_site_is_steady(look):
    assert look() == look()


@pytest.mark.parametrize(
    "config",
    [{"use_directory_urls": True}, {"site_url": "https://a/"}, {"nav": ["b.md"]}, {"extra": {"notice": "正式"}}, {"navigation": [("他页", "a.html")]}],
    ids=lambda config: next(iter(config)),
)
def test_the_look_depends_on_what_every_page_shows(look, config):
    assert look() != look(**config)


@pytest.mark.parametrize("name", ["mkdocs.yml", "hooks/theme/main.html", "hooks/theme/new.css", "hooks/stage.py"])
def test_the_look_depends_on_configuration_and_theme(look, name):
    before = look()
    Path(look.folder, name).write_text("changed")

    assert look() != before


def test_a_page_goes_to_its_place_at_once_and_mkdocs_writes_nothing(tmp_path):
    theme, fresh = Environment(loader=DictLoader({"main.html": "{{ page.title }}"})), Fresh(tmp_path / "new")
    layouts = Layouts(theme, Cache(tmp_path / "made", "1"), "site", fresh)
    pages = [Page(file=SimpleNamespace(dest_uri="units/a.html")) for _ in range(2)]
    told = [layouts.get_template("main.html").render({"page": page, "base_url": "."}) for page in pages]

    assert told == ["", ""]
    assert (tmp_path / "new/units/a.html").read_bytes() == "页".encode()


@pytest.fixture
def site(tmp_path):
    """Lay out one page as the whole of a site that takes the place of the one before."""
    theme, cache = Environment(loader=DictLoader({"main.html": "{{ page.title }}"})), Cache(tmp_path / "made", "1")

    def made(title: str = "页") -> Path:
        fresh = Fresh(tmp_path / "new", tmp_path / "site")
        layouts = Layouts(theme, cache, "site", fresh)
        page = Page(title=title, file=SimpleNamespace(dest_uri="a.html"))
        layouts.get_template("main.html").render({"page": page, "base_url": "."})
        layouts.keep()
        publish(fresh.folder, fresh.standing)
        shutil.rmtree(fresh.folder, ignore_errors=True)
        return fresh.standing / "a.html"

    return made


def test_a_page_that_still_stands_is_not_brought_from_where_it_is_kept(site, monkeypatch):
    site()
    monkeypatch.setattr(Layout, "_content", lambda *given: pytest.fail("brought"))

    assert site().read_bytes() == "页".encode()


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"otherwise")], ids=["gone", "written into"])
def test_a_page_that_no_longer_stands_as_it_was_is_brought(site, spoil):
    spoil(site())

    assert site().read_bytes() == "页".encode()


def test_a_preview_leaves_what_a_build_knows_of_its_pages(site, tmp_path, monkeypatch):
    site()
    theme, cache = Environment(loader=DictLoader({"main.html": ""})), Cache(tmp_path / "made", "1")
    Layouts(theme, cache, "site").keep()
    monkeypatch.setattr(Layout, "_content", lambda *given: pytest.fail("brought"))

    assert site().read_bytes() == "页".encode()


def test_a_page_that_stands_with_another_title_is_laid_out_again(site):
    site()

    assert site("另页").read_bytes() == "另页".encode()
    assert site().read_bytes() == "页".encode()
