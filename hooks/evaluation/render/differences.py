"""What readers would see differently: two evaluations rendered, and compared page by page and line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.model import Chapter
from evaluation.problems import Place
from evaluation.render.asking import bare
from evaluation.render.chart import Chart
from evaluation.render.lines import lines
from evaluation.render.manuscript import Manuscript, city_manuscript, unit_manuscript
from evaluation.render.pages import generated_pages
from evaluation.render.pages.page import GeneratedPage
from evaluation.render.placing import BLOCK_WORDS
from evaluation.render.references import REFERENCE, Filled, fill, tokens, without_note
from evaluation.render.view import View


@dataclass(frozen=True)
class Line:
    """A line of Markdown that people wrote, filled with the old and with the new figures.

    A table or chart on a line of its own is told by its reference alone: `before` and `after` are then None.
    """

    path: str
    number: int
    text: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Differences:
    """Everything that would be published differently; names and paths sorted, lines in document order."""

    pages: tuple[str, ...]
    """Relative to docs/; pages that people wrote and pages that no one wrote."""
    charts: tuple[str, ...]
    """Titles."""
    tables: tuple[str, ...]
    """Titles."""
    documents: tuple[str, ...]
    """Titles of the DOCX."""
    lines: tuple[Line, ...]


def differences(before: View, after: View, others: Iterable[Chapter] = ()) -> Differences:
    """Compare two evaluations as published. `others` are texts besides the report and the self-assessments.

    The texts are those of `after`: what their authors rewrote is not this program's to tell.
    """
    old, new = _published(before, after), _published(after, after)
    texts = (*after.evaluation.sections, *after.evaluation.chapters, *others)
    changed = tuple(line for text in texts for line in _lines(before, after, text))
    written = {line.path for line in changed} - {text.path for text in after.evaluation.sections}
    return Differences(
        pages=_sorted_names(_changed(old.pages, new.pages) | written),
        charts=_sorted_names(_changed(old.charts, new.charts)),
        tables=_sorted_names(_changed(old.tables, new.tables)),
        documents=_sorted_names(_changed(old.documents, new.documents)),
        lines=changed,
    )


@dataclass(frozen=True)
class _Published:
    """By name: whatever is equal here is published alike."""

    pages: dict[str, object]
    charts: dict[str, object]
    tables: dict[str, object]
    documents: dict[str, object]


def _published(view: View, texts: View) -> _Published:
    """One side of the comparison: the figures of `view` in the texts of `texts`."""
    same_texts = {"sections": texts.evaluation.sections, "chapters": texts.evaluation.chapters}
    city = View(bare(view.evaluation).replaced(**same_texts), bare(view.assessment))
    manuscripts = {unit.id: unit_manuscript(city, unit) for unit in city.evaluation.reporting_units}
    documents = (city_manuscript(city), *manuscripts.values())
    pages = generated_pages(city, manuscripts)
    return _Published(
        pages={page.path: _seen(page) for page in pages},
        charts=_by_title(chart for one in (*pages, *documents) for chart in one.charts),
        tables=_by_title(table for one in (*pages, *documents) for table in one.tables),
        documents={manuscript.title: _seen(manuscript) for manuscript in documents},
    )


def _seen(text: GeneratedPage | Manuscript) -> tuple[str, tuple[Chart, ...]]:
    """A picture's own figures too: its file changes even where its words do not."""
    return text.markdown, text.charts


def _by_title(things: Iterable) -> dict[str, object]:
    """All that bears a title, since a table of one title may stand in many scopes."""
    found: dict[str, list] = {}
    for thing in things:
        if thing not in found.setdefault(thing.title, []):
            found[thing.title].append(thing)
    return found


def _changed(old: dict[str, object], new: dict[str, object]) -> set[str]:
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def _sorted_names(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _lines(before: View, after: View, chapter: Chapter) -> Iterator[Line]:
    """The lines of a text that a new figure rewrites; without references a line cannot change."""
    for number, (line, code) in enumerate(lines(chapter.body), chapter.first_line):
        if code or not REFERENCE.search(line):
            continue
        place = Place(f"docs/{chapter.path}", number)
        old, new = (_filled(view, chapter, line, place) for view in (before, after))
        if (old.markdown, old.charts) != (new.markdown, new.charts):
            told = (None, None) if _placed(line) else (without_note(old.markdown), without_note(new.markdown))
            yield Line(chapter.path, number, line.strip(), *told)


def _filled(view: View, chapter: Chapter, line: str, place: Place) -> Filled:
    unit = view.evaluation.unit(chapter.unit) if chapter.unit else None
    return fill(line, view.of(unit), place)


def _placed(line: str) -> bool:
    alone = REFERENCE.fullmatch(line.strip())
    words = tokens(alone[1]) if alone else ()
    return bool(words) and words[0] in BLOCK_WORDS
