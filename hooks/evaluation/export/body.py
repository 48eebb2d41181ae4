"""A body in official form: tables that touch are parted, Chinese marks keep their width, wide tables turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evaluation.export.geometry import LANDSCAPE, PORTRAIT
from evaluation.export.ooxml import NAMESPACES, Element, name, order, paragraph, properties, style_of, text_of, w
from evaluation.export.sections import end_section, section
from evaluation.export.styles import (
    ANNEX_LABEL,
    ANNEX_TITLE,
    BLANK,
    CAPTION_ABOVE,
    CARRIER,
    MARK,
    NOTE,
    UNIT_NOTE,
)
from evaluation.export.tables import SetTable, is_table
from lxml import etree

BEFORE_TABLE = {
    CAPTION_ABOVE,
    UNIT_NOTE,
    MARK,
    ANNEX_LABEL,
    ANNEX_TITLE,
    BLANK,
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
}
"""What moves to the turned sheet together with the table below it."""
TOO_WIDE = "【表格过宽：横排页面也放不下】"


def official(blocks: list[Element], tables: Mapping[Element, SetTable]) -> list[Element]:
    """Tables with a mark over each that is too wide even when turned, annexes with a blank line under their label."""
    found: list[Element] = []
    for block in blocks:
        if is_table(block):
            form = tables[block].form
            block.set("turned", "yes") if form.sheet == LANDSCAPE else None
            found += [paragraph(MARK, TOO_WIDE), block] if form.squeezed else [block]
        else:
            found.append(block)
            if style_of(block) == ANNEX_LABEL:
                found.append(paragraph(BLANK, keep=w("keepNext")))
    return _with_separators(found)


def _with_separators(blocks: list[Element]) -> list[Element]:
    """Two tables that touch would become one."""
    found: list[Element] = []
    for block in blocks:
        if found and is_table(block) and is_table(found[-1]):
            found.append(paragraph(CARRIER))
        found.append(block)
    return found


UNHINTED = etree.XPath(".//w:r[not(w:rPr/w:rFonts/@w:hint) or w:rPr/*[2]]", namespaces=NAMESPACES)
"""Runs whose properties may want something: most have the hint and nothing else since they were written."""


def hint_chinese(root: Element) -> None:
    """Quotation marks, dashes and dots take the Chinese face, not the Western one, in every run that shows them."""
    for run in UNHINTED(root):
        if not all((text.text or "").isascii() for text in run.iterchildren(name("t"))):
            marks = properties(run, "rPr")
            fonts = properties(marks, "rFonts")
            fonts.set(name("hint"), "eastAsia")
            order(marks)


def squeezed(blocks: list[Element], tables: Mapping[Element, SetTable]) -> tuple[str, ...]:
    """What a message calls the tables under the marks: by their captions, else by their first cells."""
    marks = [i for i, block in enumerate(blocks) if style_of(block) == MARK]
    return tuple(_table_name(blocks[:mark], tables[blocks[mark + 1]]) for mark in marks)


def _table_name(above: list[Element], table: SetTable) -> str:
    captions = [block for block in above[-2:] if style_of(block) == CAPTION_ABOVE]
    return text_of(captions[-1]) if captions else table.table.rows[0][0].text


def turn_wide_tables(blocks: list[Element]) -> list[Element]:
    """Wide tables, with their captions and notes, in landscape sections; sections end in a paragraph's properties."""
    groups = _merged(_group(blocks, i) for i, block in enumerate(blocks) if block.attrib.pop("turned", None))
    found: list[Element] = []
    reached = 0
    for start, end in groups:
        found += blocks[reached:start]
        if found:
            _end(found, section(PORTRAIT))
        found += blocks[start:end]
        _end(found, section(LANDSCAPE))
        reached = end
    return found + blocks[reached:]


def _group(blocks: list[Element], table: int) -> tuple[int, int]:
    start, end = table, table + 1
    while start and style_of(blocks[start - 1]) in BEFORE_TABLE:
        start -= 1
    while end < len(blocks) and style_of(blocks[end]) == NOTE:
        end += 1
    return start, end


def _merged(groups: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Groups that touch share a section."""
    merged: list[tuple[int, int]] = []
    for start, end in groups:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _end(blocks: list[Element], sect: Element) -> None:
    if is_table(blocks[-1]):
        blocks.append(paragraph(CARRIER))
    end_section(blocks[-1], sect)


def footnote_texts(notes: Iterable[Element]) -> Mapping[str, str]:
    return {note.get(name("id")): text_of(note) for note in notes}


def renumber_drawings(root: Element) -> None:
    """Ids of drawings are unique in the whole document."""
    for number, drawing in enumerate(root.iter(name("wp:docPr")), 1):
        drawing.set("id", str(number))


def parsed(xml: str) -> Element:
    return etree.fromstring(
        xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
    )
