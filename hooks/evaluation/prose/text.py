"""A text as the rules read it: one Markdown file, whose it is, and where each character stands in its file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from evaluation.measure.assessment import Assessment
from evaluation.model import Chapter, Evaluation, Report, fields_of
from evaluation.problems import Edit, Place
from evaluation.render.asking import Asking, Notes

REPORTS = ("docs/report/", "docs/banners/", "docs/parks/", "docs/departments/", "docs/third-party/")


@dataclass(frozen=True, eq=False)
class Material(Asking):
    """What a text is held against; two are the same only when they are one.

    Whoever reads a figure or a state for a rule asks for it: what was found in a text stays true as long as all that was
    asked for is answered the same.
    """

    evaluation: Evaluation
    assessment: Assessment
    notes: Notes = field(default_factory=Notes, repr=False)
    """What was read for one rule serves the next; a preview has new ones for every change."""


@dataclass(frozen=True)
class Text:
    """`body` is as written, from line `first_line` of the file at `path` (relative to the project, POSIX)."""

    path: str
    body: str
    first_line: int = 1
    unit: str | None = None
    """Whose self-assessment it is part of; None for the city's texts and all other pages."""
    section: str | None = None
    verbatim: bool = False
    """Another's text, kept to the letter."""
    field: Place | None = None
    """Where the value of a data file begins that holds it; its lines there are not those of `body`."""

    @property
    def official(self) -> bool:
        """Whether it is written as official texts are; the guide is about the tool."""
        return not self.path.startswith("docs/guide/")

    @property
    def report(self) -> bool:
        """Whether it is part of a report, and not the work plan, the guide or the front page."""
        return self.field is not None or self.path.startswith(REPORTS)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.body.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.body.find("\n", at + 1)
        return starts

    def offset(self, line: int) -> int:
        """Where a line of `body` begins, counted from 0."""
        return self._starts[line]

    def place(self, offset: int) -> Place:
        """Where the character at an offset of `body` stands in the file."""
        if self.field is not None:
            return self.field
        line = bisect_right(self._starts, offset) - 1
        return Place(self.path, self.first_line + line, offset - self._starts[line] + 1)

    def edit(self, start: int, end: int, new: str) -> Edit:
        """The change of body[start:end] into `new`."""
        return Edit(self.place(start), self.body[start:end], new)


def texts(evaluation: Evaluation) -> tuple[Text, ...]:
    """Everything that people wrote: the city's chapters, the self-assessments, then all other pages."""
    return tuple(_texts(evaluation.chapters + evaluation.sections + evaluation.pages))


def _texts(chapters: tuple[Chapter, ...]) -> Iterator[Text]:
    for chapter in chapters:
        yield Text(
            f"docs/{chapter.path}", chapter.body, chapter.first_line, chapter.unit, chapter.section, chapter.verbatim
        )


def fields(evaluation: Evaluation) -> tuple[Text, ...]:
    """What units wrote into their data files: work done, results, reasons, plans, problems, suggestions."""
    return tuple(text for report in evaluation.reports for text in _fields(report, report.unit))


TOLD = ("tasks", "projects", "safeguards", "problems", "suggestions", "practices")
"""Of a report; readings hold no sentences, and 规划调整建议 quotes the plan."""
SHORT = 8
"""A name or a date, and no sentence."""


def _fields(report: Report, unit: str) -> Iterator[Text]:
    for part in TOLD:
        for record in getattr(report, part):
            for name in fields_of(type(record)):
                value = getattr(record, name)
                if isinstance(value, str) and len(value) >= SHORT:
                    place = record.place.of(name)
                    yield Text(place.path, value, place.line, unit, field=place)
