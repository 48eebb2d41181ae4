"""One official document from one manuscript: vetted text, official form, a package without traces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.export.assembly import assemble
from evaluation.export.body import footnote_texts, hint_chinese, renumber_drawings
from evaluation.export.fault import Fault, path_of
from evaluation.export.letter import Letter
from evaluation.export.ooxml import Element, name, serialised
from evaluation.export.package import Content, core, footnote_part, frame, packed, relationships
from evaluation.export.pandoc import trees
from evaluation.export.pictures import Album, Charts
from evaluation.export.reading import read_once
from evaluation.export.styles import ANNEX_LABEL, ANNEX_TITLE
from evaluation.export.tables import SetTable, set_table, with_tables
from evaluation.export.title import cover_lines
from evaluation.export.vetting import Node, Vetting, string, styled
from evaluation.export.writing import Written, written
from evaluation.problems import Place, Problem

if TYPE_CHECKING:
    from evaluation.render.manuscript import Manuscript, Part


@dataclass(frozen=True)
class Annex:
    """附件: a title and its text, as a part of a manuscript is."""

    title: str
    part: Part


def document(
    manuscript: Manuscript, letter: Letter, charts: Charts, annexes: Sequence[Annex] = (), docs: Path | None = None
) -> tuple[bytes, tuple[Fault, ...]]:
    """The DOCX and what was wrong with its sources. The same arguments give the same bytes.

    `charts` gives the PNG of a chart by name, None when there is none; `docs` is where other pictures must lie.
    """
    album = Album(charts, docs)
    text, faults = _written(manuscript, annexes, album)
    tables = {place: set_table(table) for place, table in text.tables.items()}
    wide = assemble(text.body, tables, letter, [annex.title for annex in annexes], footnote_texts(text.notes))
    faults += [_too_wide(table, manuscript) for table in wide]
    content = packed(_package(letter, text, tables, album))
    return content, (*faults, *_title_faults(letter))


# ---------------------------------------------------------------------------------------------- text


def _written(manuscript: Manuscript, annexes: Sequence[Annex], album: Album) -> tuple[Written, list[Fault]]:
    """In a function of its own: the tree of a city's text is large, and gone when its document is put together."""
    blocks, faults = _vetted(manuscript, annexes, album)
    return written(blocks), faults


def _vetted(manuscript: Manuscript, annexes: Sequence[Annex], album: Album) -> tuple[list[Node], list[Fault]]:
    """The blocks of everything that may pass, annexes under their numbers behind the text."""
    parts = [*manuscript.parts, *(annex.part for annex in annexes)]
    read = read_once([str(part.markdown) for part in parts], trees)
    faults: list[Fault] = []
    blocks: list[Node] = []
    level = 0
    cells: dict[int, list[Node]] = {}
    for number, (part, tree) in enumerate(zip(parts, read, strict=True), 1 - len(manuscript.parts)):
        if number > 0:
            blocks += _annex_head(annexes, number)
            level = 0
        vetting = Vetting(part.source, album, len(annexes), level, manuscript.unit, cells)
        blocks += vetting.blocks(tree["blocks"])
        level = vetting.level
        faults += vetting.faults
    return blocks, faults


def _annex_head(annexes: Sequence[Annex], number: int) -> list[Node]:
    label = f"附件{number}" if len(annexes) > 1 else "附件"
    return [styled(ANNEX_LABEL, [string(label)]), styled(ANNEX_TITLE, [string(annexes[number - 1].title)])]


def _too_wide(table: str, manuscript: Manuscript) -> Fault:
    """Placed in the file whose text holds the table's name."""
    holder = next((part for part in manuscript.parts if table in str(part.markdown)), manuscript.parts[0])
    what = f"表格“{table}”太宽，横排页面也放不下"
    place = Place(path_of(holder.source))
    problem = Problem(place, what, "减少列数，或拆成两张表", rule="document-table", unit=manuscript.unit)
    return Fault(problem, (table.rpartition("　")[2],))


def _title_faults(letter: Letter) -> list[Fault]:
    _, lines, fits = cover_lines(letter.title, (letter.signature,))
    if fits or not letter.cover:
        return []
    longest = max(lines, key=len)
    what = f"封面标题的一行“{longest}”超过20字，放不下"
    problem = Problem(Place("data/plan.yml"), what, "缩短标题，或在标题中换行", rule="document-title")
    return [Fault(problem, (longest,))]


# ---------------------------------------------------------------------------------------------- package


def _package(
    letter: Letter, text: Written, tables: dict[Element, SetTable], album: Album
) -> dict[str, Content]:
    footnotes = footnote_part(tuple(text.notes))
    # What stands in tables has its hints since it was written.
    hint_chinese(text.body)
    hint_chinese(footnotes)
    renumber_drawings(text.body)
    pictures = tuple((p.relationship, "image", f"media/{p.name}", False) for p in album.pictures)
    links = tuple((key, "hyperlink", target, True) for key, target in text.links)
    package = frame(letter.fonts, letter.page_numbers) | {
        "word/document.xml": with_tables(text.body.getparent(), tables),
        "word/footnotes.xml": serialised(footnotes),
        "word/_rels/document.xml.rels": serialised(relationships(links + pictures)),
        "docProps/core.xml": core(letter.title.replace("\n", ""), letter.signature, letter.made),
    }
    called = {link.get(name("r:id")) for note in text.notes for link in note.iter(name("hyperlink"))}
    outside = tuple(link for link in links if link[0] in called)
    if outside:
        package["word/_rels/footnotes.xml.rels"] = serialised(relationships(outside, own=False))
    return package | {f"word/media/{picture.name}": picture.content for picture in album.pictures}
