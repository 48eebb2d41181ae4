"""The theme's layout of a page, laid out again only when something that it shows has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from evaluation.cache import Cache
from evaluation.export.site_folder import Fresh
from evaluation.files import names
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

PLAIN = (str, int, float, bool, list, tuple, dict, type(None))


class Compiled(BytecodeCache):
    """The theme's templates as jinja2 compiles them, kept with a checksum as everything is."""

    def __init__(self, cache: Cache, environment: Environment) -> None:
        self.cache = cache
        self.manner = (environment.trim_blocks, environment.lstrip_blocks)

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self.cache.get(self._key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.cache.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return self.cache.key("template", bucket.key, bucket.checksum, self.manner)


@dataclass(frozen=True)
class Content:
    """A page's HTML, put together only where the page is laid out."""

    look: tuple
    """All that it is made from."""
    made: Callable[[], str]


@dataclass(frozen=True)
class Layouts:
    """Stands before the theme's environment. What has no page, such as 404.html, shows what every page may show."""

    theme: Any
    """A jinja2 environment."""
    cache: Cache
    site: str
    """A digest of all that every page shows or may show: see `site_look`."""
    fresh: Fresh | None = None
    """Where a page goes as soon as it is laid out; else MkDocs gets its text, and writes it."""
    sums: dict[str, str] = field(default_factory=dict, repr=False)
    """The SHA-256 of each page that was laid out, by what it is kept under."""

    def get_template(self, name: str) -> Layout:
        return Layout(name, self)

    @cached_property
    def before(self) -> Mapping[str, str]:
        """`sums` of the last time: a page that still stands need not be brought from where it is kept."""
        return self.cache.recall(self._place) or {}

    def keep(self) -> None:
        if self.fresh is not None and self.sums != self.before:
            self.cache.remember(self._place, self.sums)

    @property
    def _place(self) -> str:
        return self.cache.key("laid out", self.site)


@dataclass(frozen=True)
class Layout:
    name: str
    layouts: Layouts

    def render(self, context: Mapping[str, Any]) -> str:
        page, layouts = context.get("page"), self.layouts
        look = () if page is None else page_look(page)
        key = layouts.cache.key("layout", self.name, layouts.site, context["base_url"], *look)
        if page is None or layouts.fresh is None:
            return self._content(key, page, context).decode()
        fresh, name = layouts.fresh, page.file.dest_uri
        if not fresh.take(name, layouts.before.get(key)):
            fresh.put(name, self._content(key, page, context))
        layouts.sums[key] = fresh.sums[name]
        return ""  # which MkDocs does not write

    def _content(self, key: str, page: Any, context: Mapping[str, Any]) -> bytes:
        return self.layouts.cache.get(key) or self.layouts.cache.put(key, self._laid_out(page, context))

    def _laid_out(self, page: Any, context: Mapping[str, Any]) -> bytes:
        if page is not None:
            page.content = page.content.made()
        text = self.layouts.theme.get_template(self.name).render(context)
        if page is not None:
            page.content = ""  # it stands in the text
        return text.encode("utf-8", "xmlcharrefreplace")


def page_look(page: Any) -> tuple:
    """All that a theme may show of one of MkDocs's pages; its content is a Content."""
    beside = [(other.title, other.url) if other is not None else None for other in (page.previous_page, page.next_page)]
    above = [item.title for item in page.ancestors]
    shown = page.url, page.title, page.content.look, _contents(page.toc), page.meta
    return *shown, page.canonical_url, page.edit_url, page.is_homepage, beside, above


def _contents(entries: Iterable[Any]) -> list:
    return [(entry.title, entry.id, entry.level, _contents(entry.children)) for entry in entries]


def site_look(configuration: Path, hooks: Path, config: Mapping[str, Any], navigation: Iterable[tuple[str, str]]) -> str:
    """`hooks` is the folder of the stages and of our own parts of the theme; `navigation` all pages' titles and addresses."""
    digest = hashlib.sha256(configuration.read_bytes())
    # The package in it is known to the cache.
    for name in names(hooks):
        if not name.startswith("evaluation/") and "__pycache__" not in name:
            digest.update(name.encode() + (hooks / name).read_bytes())
    extra = {key: value for key, value in config["extra"].items() if _plain(value)}
    asked = [config["use_directory_urls"], config["site_url"], config["nav"], extra, list(navigation)]
    digest.update(json.dumps(asked, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _plain(value: Any) -> bool:
    """Told by JSON alone; what is not is a stage's own, and no theme shows it."""
    if isinstance(value, dict):
        return all(isinstance(key, str) for key in value) and all(map(_plain, value.values()))
    return all(map(_plain, value)) if isinstance(value, (list, tuple)) else isinstance(value, PLAIN)
