"""One official document from one manuscript: vetted text, official form, a package without traces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.export.assembly import assemble
from evaluation.export.body import (
    footnote_texts,
    hint_chinese,
    parsed,
    renumber_drawings,
)
from evaluation.export.docx import trees, word_parts
from evaluation.export.fault import Fault, path_of
from evaluation.export.letter import Letter
from evaluation.export.ooxml import Element, name, put, serialised, w
from evaluation.export.package import Content, Link, core, footnote_part, frame, packed, relationships
from evaluation.export.pictures import Album, Charts
from evaluation.export.reading import read_once
from evaluation.export.tables import SetTable, set_table, with_tables
from evaluation.export.title import cover_lines
from evaluation.export.vetting import Node, Vetting, string, styled
from evaluation.export.writing import restored, shortened
from evaluation.problems import Place, Problem

if TYPE_CHECKING:
    from evaluation.render.manuscript import Manuscript, Part

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


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
    tree, faults = _vetted(manuscript, annexes, album)
    short = shortened(tree["blocks"], lambda blocks: _body(word_parts(tree | {"blocks": blocks})))
    parts = word_parts(tree | {"blocks": short.blocks})
    notes = _footnotes(parts)
    body = _body(parts)
    tables = {place: set_table(table) for place, table in restored(body, short).items()}
    wide = assemble(body, tables, letter, [annex.title for annex in annexes], footnote_texts(notes))
    faults += [_too_wide(table, manuscript) for table in wide]
    content = packed(_package(letter, body, tables, notes, parts, album))
    return content, (*faults, *_title_faults(letter))


# ---------------------------------------------------------------------------------------------- text


def _vetted(manuscript: Manuscript, annexes: Sequence[Annex], album: Album) -> tuple[dict, list[Fault]]:
    """One tree of everything that may pass, annexes under their numbers behind the text."""
    parts = [*manuscript.parts, *(annex.part for annex in annexes)]
    read = read_once([part.markdown for part in parts], trees)
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
    return {"pandoc-api-version": read[0]["pandoc-api-version"], "meta": {}, "blocks": blocks}, faults


def _annex_head(annexes: Sequence[Annex], number: int) -> list[Node]:
    label = f"附件{number}" if len(annexes) > 1 else "附件"
    return [styled("公文附件序号", [string(label)]), styled("公文附件标题", [string(annexes[number - 1].title)])]


def _too_wide(table: str, manuscript: Manuscript) -> Fault:
    """Placed in the file whose text holds the table's name."""
    holder = next((part for part in manuscript.parts if table in part.markdown), manuscript.parts[0])
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


def _body(parts: dict[str, str]) -> Element:
    return parsed(parts["word/document.xml"]).find(name("body"))


def _footnotes(parts: dict[str, str]) -> list[Element]:
    """The authors' footnotes in their own style, without pandoc's separators."""
    notes = [note for note in parsed(parts["word/footnotes.xml"]) if note.get(name("type")) is None]
    for note in notes:
        for block in note.iter(name("p")):
            put(block.find(name("pPr")), w("pStyle", val="FootnoteText"))
    return notes


def _package(
    letter: Letter,
    body: Element,
    tables: dict[Element, SetTable],
    notes: list[Element],
    parts: dict[str, str],
    album: Album,
) -> dict[str, Content]:
    footnotes = footnote_part(tuple(notes))
    # What stands in tables has its hints since it was written.
    hint_chinese(body)
    hint_chinese(footnotes)
    renumber_drawings(body)
    pictures = tuple((p.relationship, "image", f"media/{p.name}", False) for p in album.pictures)
    package = frame(letter.fonts, letter.page_numbers) | {
        "word/document.xml": with_tables(body.getparent(), tables),
        "word/footnotes.xml": serialised(footnotes),
        "word/_rels/document.xml.rels": serialised(
            relationships(_links(parts, "word/_rels/document.xml.rels") + pictures)
        ),
        "docProps/core.xml": core(letter.title.replace("\n", ""), letter.signature, letter.made),
    }
    # pandoc lists the links of the whole text here too.
    called = {link.get(name("r:id")) for note in notes for link in note.iter(name("hyperlink"))}
    outside = tuple(link for link in _links(parts, "word/_rels/footnotes.xml.rels") if link[0] in called)
    if outside:
        package["word/_rels/footnotes.xml.rels"] = serialised(relationships(outside, own=False))
    return package | {f"word/media/{picture.name}": picture.content for picture in album.pictures}


def _links(parts: dict[str, str], part: str) -> tuple[Link, ...]:
    """The web links of pandoc's relationships; everything else there is ours already."""
    found = parsed(parts[part]).iter(RELATIONSHIP) if part in parts else ()
    kept = [link for link in found if link.get("Type").endswith("/hyperlink")]
    return tuple((link.get("Id"), "hyperlink", link.get("Target"), True) for link in kept)
