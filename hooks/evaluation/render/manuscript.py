"""One whole text, numbered and filled, from which the site's pages and the official document are both made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from evaluation.model import Chapter, ChapterSpec, SectionSpec, Unit
from evaluation.problems import Place, Problem, in_order
from evaluation.render import links, wording
from evaluation.render.chart import Chart
from evaluation.render.inline import blocks, escape
from evaluation.render.normalise import normalised, with_own_footnotes
from evaluation.render.numbering import Counts, anchor, heading_line, label, numbered
from evaluation.render.own_blocks import with_own_blocks
from evaluation.render.references import Filled, captions_of, fill
from evaluation.render.tables.table import Table
from evaluation.render.view import View
from evaluation.shelf import Text

REPORT_FOLDER = "report/"
STEM = re.compile(r"^[0-9]+-")


@dataclass(frozen=True)
class Part:
    """A chapter of the city's report, or a section of a unit's."""

    source: str
    """The author's file relative to docs/; of a missing section the file that is waited for."""
    title: str
    """With its number."""
    markdown: Text
    """Begins with its heading; of a chapter's first section with the chapter's."""


@dataclass(frozen=True)
class Manuscript:
    id: str
    """city, or the unit's id."""
    title: str
    unit: str | None
    parts: tuple[Part, ...]
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]

    @property
    def markdown(self) -> str:
        return blocks(*(str(part.markdown) for part in self.parts))

    def laid(self, lay: Callable[[Text], Text]) -> Manuscript:
        """The same with each of its texts as `lay` gives it."""
        return replace(self, parts=tuple(replace(part, markdown=lay(part.markdown)) for part in self.parts))


# ------------------------------------------------------------------------------------------------- the city


def city_manuscript(view: View) -> Manuscript:
    """The city's report: a part a chapter, numbered through."""
    city = view.of(None)
    chapters = [c for c in view.evaluation.chapters if c.path.startswith(REPORT_FOLDER)]
    texts = [_text_of(chapter) for chapter in chapters]
    captions = captions_of(*((text, city) for text, _ in texts))
    filled = [fill(text, city, place, captions) for text, place in texts]
    parts, counts = [], Counts()
    for chapter, one in zip(chapters, filled, strict=True):
        part, counts = _chapter_part(chapter, one, counts)
        parts.append(part)
    return _manuscript("city", view.evaluation.plan.report_title, None, parts, filled)


def _text_of(chapter: Chapter) -> tuple[str, Place]:
    """The chapter with its title as first heading, also where the author gave it only in the front matter."""
    place = _place(chapter)
    if not chapter.title or chapter.body.lstrip("\n").startswith("# "):
        return chapter.body, place
    return f"# {chapter.title}\n\n{chapter.body}", Place(place.path, place.line - 2)


def _chapter_part(chapter: Chapter, filled: Filled, counts: Counts) -> tuple[Part, Counts]:
    stem = STEM.sub("", PurePosixPath(chapter.path).stem)
    text = _own(filled.markdown, chapter.path, stem, {})
    markdown, counts = numbered(text, counts, stem)
    first = next((line for line in markdown.split("\n") if line.startswith("# ")), "")
    title = first.removeprefix("# ").split(" {#")[0]
    return Part(chapter.path, title, markdown.strip("\n") + "\n"), counts


def _place(chapter: Chapter) -> Place:
    return Place(f"docs/{chapter.path}", chapter.first_line)


def _own(markdown: str, path: str, stem: str, sections: dict[str, str]) -> str:
    """A filled text made fit to stand with others on one page."""
    folder = str(PurePosixPath(path).parent)
    return with_own_footnotes(links.rooted(normalised(markdown), folder, sections), stem)


def _manuscript(name: str, title: str, unit: str | None, parts: list[Part], filled: list[Filled]) -> Manuscript:
    return Manuscript(
        name,
        title,
        unit,
        tuple(parts),
        tuple(dict.fromkeys(chart for one in filled for chart in one.charts)),
        tuple(table for one in filled for table in one.tables),
        in_order(problem for one in filled for problem in one.problems),
    )


# ------------------------------------------------------------------------------------------------- a unit


@dataclass(frozen=True)
class _Slot:
    """A place of the framework: its chapter, its section (the chapter itself where it has none), the text there."""

    chapter: ChapterSpec
    chapter_number: int
    section: SectionSpec | ChapterSpec
    number: int
    """Of the section in its chapter; 0 for a chapter without sections."""
    written: Chapter | None

    @property
    def level(self) -> int:
        return 2 if self.number else 1

    @property
    def title(self) -> str:
        number = self.number or self.chapter_number
        return label(self.level, number) + self.section.title


def unit_manuscript(view: View, unit: Unit) -> Manuscript:
    """A unit's self-assessment in framework order; what is missing or faulty is named in its place."""
    own = replace(view, unit=unit)
    slots = list(_slots(own, unit))
    texts = [with_own_blocks(slot.section.id, slot.written.body if slot.written else "", own) for slot in slots]
    captions = captions_of(*((text, own) for text in texts))
    sections = {f"{unit.folder}/{unit.id}/{s.section.id}.md": f"{links.of_unit(unit)}#{s.section.id}" for s in slots}
    filled = [fill(text, own, _slot_place(slot, unit), captions) for slot, text in zip(slots, texts, strict=True)]
    parts = [_slot_part(own, slot, one, unit, sections) for slot, one in zip(slots, filled, strict=True)]
    faults = _faults_part(own, unit)
    title = view.evaluation.plan.unit_report_title.replace("{单位}", unit.name)
    return _manuscript(unit.id, title, unit.id, [*faults, *parts], filled)


def _slots(view: View, unit: Unit) -> Iterator[_Slot]:
    for chapter_number, chapter in enumerate(view.evaluation.plan.framework, 1):
        for number, section in enumerate(chapter.sections, 1):
            yield _Slot(chapter, chapter_number, section, number, view.evaluation.section(unit.id, section.id))
        if not chapter.sections:
            yield _Slot(chapter, chapter_number, chapter, 0, view.evaluation.section(unit.id, chapter.id))


def _slot_place(slot: _Slot, unit: Unit) -> Place:
    return _place(slot.written) if slot.written else Place(f"docs/{_source(slot, unit)}")


def _source(slot: _Slot, unit: Unit) -> str:
    return slot.written.path if slot.written else f"{unit.folder}/{unit.id}/{slot.section.id}.md"


def _slot_part(view: View, slot: _Slot, filled: Filled, unit: Unit, sections: dict[str, str]) -> Part:
    source = _source(slot, unit)
    counts = Counts((slot.chapter_number, slot.number, 0, 0, 0, 0))
    text = _own(filled.markdown, source, slot.section.id, sections)
    markdown, _ = numbered(text, counts, slot.section.id, slot.level - 1, slot.level)
    return Part(source, slot.title, blocks(*_headings(slot), _gap(view, slot, unit), markdown))


def _headings(slot: _Slot) -> Iterator[str]:
    if slot.number == 1:
        yield heading_line(1, label(1, slot.chapter_number) + slot.chapter.title, slot.chapter.id)
    yield heading_line(slot.level, slot.title, anchor(slot.section.id, Counts(), slot.level, slot.level))


def _gap(view: View, slot: _Slot, unit: Unit) -> str | None:
    """The named gap where a section was not handed in: incomplete is a state, never silence."""
    if slot.written is not None:
        return None
    if f"docs/{_source(slot, unit)}" in {problem.where.path for problem in view.evaluation.faulty(unit.id)}:
        return "**本节数据有误**：本节文稿已经报送，但读不出来，错处见文首。"
    head = f"**本节{wording.NOT_REPORTED}**：{escape(unit.name)}尚未报送“{escape(slot.section.title)}”。"
    return f"{head}本节应写：{escape(slot.section.guide)}" if slot.section.guide else head


def _faults_part(view: View, unit: Unit) -> list[Part]:
    """What could not be read, above everything else."""
    faults = in_order(view.evaluation.faulty(unit.id))
    if not faults:
        return []
    lines = [f"- {escape(str(problem))}" for problem in faults]
    head = "**数据有误**：本单位报送的下列内容读不出来，未计入各项数据，改正后重新生成。"
    return [Part(faults[0].where.path.removeprefix("docs/"), "数据有误", blocks(head, "\n".join(lines)))]
