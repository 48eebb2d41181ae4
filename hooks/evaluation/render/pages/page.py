"""What a page is that no one writes by hand, and how its text is put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from evaluation.problems import Place
from evaluation.render.chart import Chart
from evaluation.render.inline import blocks, escape
from evaluation.render.placing import Placement
from evaluation.render.references import fill
from evaluation.render.tables.table import Table
from evaluation.render.view import View
from evaluation.shelf import Text


@dataclass(frozen=True)
class GeneratedPage:
    path: str
    """Relative to docs/, POSIX."""
    title: str
    markdown: Text
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()

    def laid(self, lay: Callable[[Text], Text]) -> GeneratedPage:
        """The same with its text as `lay` gives it."""
        return replace(self, markdown=lay(self.markdown))


@dataclass(frozen=True)
class Planned:
    """A page that can be made when it is wanted, of nothing but its path and the view."""

    path: str
    make: Callable[[], GeneratedPage] = field(repr=False)


def page(view: View, path: str, title: str, *parts: str | None) -> GeneratedPage:
    """A page with its title and its parts, in which tables and charts are placed by reference as authors do."""
    filled = fill(blocks(f"# {escape(title)}", *parts), view, Place(f"docs/{path}"), on_site=True)
    return GeneratedPage(path, title, filled.markdown, filled.charts, filled.tables)


def place(kind: str, name: str, *arguments: str) -> str:
    """A reference on a line of its own."""
    return f"{{{{ {' '.join((kind, name, *arguments))} }}}}"


def place_if_any(view: View, kind: str, name: str, argument: str | None = None) -> str | None:
    """The same, or nothing where there is nothing to show."""
    made = Placement(kind, name, argument, view.unit.id if view.unit else None, view).make()
    return place(kind, name, *((argument,) if argument else ())) if made is not None else None


def section(title: str, *parts: str | None) -> str | None:
    """A heading and what stands under it; nothing where there is nothing."""
    body = blocks(*parts)
    return blocks(f"## {escape(title)}", body) if body.strip() else None
