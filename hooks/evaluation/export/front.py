"""What stands before the text: cover, contents, title and addressee."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from evaluation.export.geometry import LINE, PORTRAIT
from evaluation.export.letter import Letter
from evaluation.export.ooxml import Element, elements, name, paragraph, preserved, run, style_of, text_of, w
from evaluation.export.sections import end_section, section
from evaluation.export.styles import (
    ADDRESSEE,
    ANNEX_TITLE,
    BLANK,
    BODY,
    CONTENTS_TITLE,
    COVER_LINE,
    COVER_NOTE,
    COVER_TITLE,
    MARK,
    TITLE,
)
from evaluation.export.title import cover_lines, title_lines
from evaluation.export.typesetting import Setting
from evaluation.export.typesetting import lines as line_count

COVER_TOP = 6 * LINE
TITLE_ROOM = 20
"""Characters of a 二号 line."""
ENTRIES = {"Heading1": "TOC1", "Heading2": "TOC2", ANNEX_TITLE: "TOC1"}
"""Which paragraphs the contents list, and in which style."""
NOTE_LINE = 400
TITLE_LINE = 31
"""Height of a cover title's line in twips for each point of its size."""


def cover(letter: Letter) -> list[Element]:
    """The cover, a section of its own without a page number."""
    size, lines, fits = cover_lines(letter.title, (letter.signature,))
    line = TITLE_LINE * size
    blocks = [_cover_title(lines, size, line)]
    if not fits:
        blocks.append(paragraph(MARK, "【标题过长：封面一行最多20字】"))
    if letter.number:
        blocks.append(paragraph(COVER_LINE, letter.number))
    used = COVER_TOP + len(lines) * line + LINE + (len(blocks) - 1) * 640
    foot = [paragraph(COVER_LINE, letter.signature), paragraph(COVER_LINE, letter.written_date)]
    note_lines = line_count(letter.notice, PORTRAIT.text_width, Setting(12)) if letter.notice else 0
    height = 2 * 640 + (note_lines * NOTE_LINE + LINE if note_lines else 0)
    _push_down(foot[0], PORTRAIT.text_height - used - height - 2 * LINE)
    if letter.notice:
        foot.append(
            paragraph(
                COVER_NOTE, letter.notice, gap=w("spacing", before=LINE, after=0, line=NOTE_LINE, lineRule="exact")
            )
        )
    blocks += foot
    end_section(blocks[-1], section(PORTRAIT, numbered=False))
    return blocks


def _cover_title(lines: tuple[str, ...], size: int, line: int) -> Element:
    look = [w("sz", val=2 * size), w("szCs", val=2 * size)]
    spacing = w("spacing", before=COVER_TOP, after=LINE, line=line, lineRule="exact")
    return paragraph(COVER_TITLE, *_lines(lines, look), spacing=spacing)


def _lines(lines: tuple[str, ...], look: list[Element] | None = None) -> list[Element]:
    runs: list[Element] = []
    for number, line in enumerate(lines):
        if number:
            runs.append(w("r", w("br")))
        runs.append(run(line, *[w(mark.tag.rpartition("}")[2], val=mark.get(name("val"))) for mark in look or []]))
    return runs


def _push_down(block: Element, distance: int) -> None:
    block.find(name("pPr")).append(w("spacing", before=max(distance, 0), after=0, line=640, lineRule="exact"))


def opening(letter: Letter) -> list[Element]:
    """Title, and after a blank line the addressee; the notice when no cover carries it.

    Of an annex first its label, the title then on the third line (7.3.7).
    """
    label = [paragraph(BLANK, run(letter.label, w("rStyle", val="Emphasis"))), paragraph(BLANK)] if letter.label else []
    blocks = [*label, paragraph(TITLE, *_lines(title_lines(letter.title, TITLE_ROOM, (letter.signature,)))), paragraph(BLANK)]
    if letter.addressee:
        blocks.append(paragraph(ADDRESSEE, f"{letter.addressee}："))
    if letter.notice and not letter.cover:
        blocks.append(paragraph(BODY, letter.notice))
    return blocks


def headings(body: list[Element]) -> list[Element]:
    """The paragraphs that the contents list, each given a bookmark to point at."""
    found = [block for block in body if style_of(block) in ENTRIES]
    for number, block in enumerate(found, 1):
        mark = w("bookmarkStart", id=200000 + number, name=f"_Toc{number:04d}")
        block.insert(1, mark)
        block.append(w("bookmarkEnd", id=200000 + number))
    return found


def contents(found: list[Element], pages: Mapping[Element, int]) -> list[Element]:
    """The contents with their page numbers already in them: no program asks or computes on opening."""
    entries = elements("".join([_entry(number, block, pages[block]) for number, block in enumerate(found, 1)]))
    begin = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", preserved("instrText", ' TOC \\o "1-2" \\h \\z \\u ')),
        w("r", w("fldChar", fldCharType="separate")),
    ]
    for position, part in enumerate(begin, 1):
        entries[0].insert(position, part)
    entries[-1].append(w("r", w("fldChar", fldCharType="end")))
    end_section(entries[-1], section(PORTRAIT, numbered=False))
    return [paragraph(CONTENTS_TITLE, "目　录"), *entries]


def _entry(number: int, block: Element, page: int) -> str:
    anchor = f"_Toc{number:04d}"
    shown = escape(text_of(block).replace("\n", ""), quote=False)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{ENTRIES[style_of(block)]}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r><w:r><w:tab/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t xml:space="preserve">{page}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>'
    )
