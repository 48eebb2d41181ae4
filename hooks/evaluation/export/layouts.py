"""The theme's layout of a page, laid out again only when something that it shows has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.cache import Cache
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
    put: Callable[[str, bytes], None] | None = None
    """Where a page goes, by its name in the site, as soon as it is laid out; else MkDocs gets its text, and writes it."""

    def get_template(self, name: str) -> Layout:
        return Layout(name, self)


@dataclass(frozen=True)
class Layout:
    name: str
    layouts: Layouts

    def render(self, context: Mapping[str, Any]) -> str:
        page, layouts = context.get("page"), self.layouts
        look = () if page is None else page_look(page)
        key = layouts.cache.key("layout", self.name, layouts.site, context["base_url"], *look)
        content = layouts.cache.get(key) or layouts.cache.put(key, self._laid_out(page, context))
        if page is None or layouts.put is None:
            return content.decode()
        layouts.put(page.file.dest_uri, content)
        return ""  # which MkDocs does not write

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
