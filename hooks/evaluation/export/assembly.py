"""The whole body in its order: cover, contents, text, signature, annexes, imprint, each in its section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evaluation.export.body import official, squeezed, turn_wide_tables
from evaluation.export.closing import annex_list, imprint, signature
from evaluation.export.front import contents, cover, headings, opening
from evaluation.export.geometry import PORTRAIT
from evaluation.export.layout import keep_tables_whole, measured, paginate
from evaluation.export.letter import Letter
from evaluation.export.ooxml import NAMESPACES, Element, name, put, style_of, w
from evaluation.export.sections import section
from evaluation.export.styles import ANNEX_LABEL, BODY
from evaluation.export.tables import SetTable


def assemble(
    body: Element, tables: Mapping[Element, SetTable], letter: Letter, annexes: Sequence[str], notes: Mapping[str, str]
) -> tuple[str, ...]:
    """Turn the text's body into the document's, in place; the names of the tables that are too wide.

    `tables` are what its empty tables stand for, `annexes` the annexes' titles, `notes` the footnotes' texts by id.
    """
    text = official([block for block in body if block.tag in (name("p"), name("tbl"))], tables)
    wide = squeezed(text, tables)
    numbered = turn_wide_tables(opening(letter) + _with_closing(text, letter, annexes)) + imprint(letter)
    last = section(PORTRAIT)
    _begin_numbers(numbered, last)
    front = _front(numbered, tables, letter, notes)
    _settle(body, [*front, *numbered, last])
    return wide


def _with_closing(blocks: list[Element], letter: Letter, annexes: Sequence[str]) -> list[Element]:
    """List of annexes, signature and date behind the text, before the first annex."""
    end = next((i for i, block in enumerate(blocks) if style_of(block) == ANNEX_LABEL), len(blocks))
    text = blocks[:end]
    if text and style_of(text[-1]) == BODY:
        # The signature never stands on a page without text.
        put(text[-1].find(name("pPr")), w("keepNext"))
    return [*text, *annex_list(annexes), *signature(letter), *blocks[end:]]


def _begin_numbers(blocks: Sequence[Element], last: Element) -> None:
    """The page on which the text begins is page 1."""
    found = (block.find("w:pPr/w:sectPr", NAMESPACES) for block in blocks)
    first = next((own for own in found if own is not None), last)
    first.find(name("docGrid")).addprevious(w("pgNumType", start=1))


def _front(
    numbered: list[Element], tables: Mapping[Element, SetTable], letter: Letter, notes: Mapping[str, str]
) -> list[Element]:
    listed = headings(numbered)
    blocks = measured(numbered, notes, tables)
    keep_tables_whole(blocks)
    front = cover(letter) if letter.cover else []
    if letter.contents and listed:
        front += contents(listed, paginate(blocks).starts)
    return front


def _settle(body: Element, blocks: Sequence[Element]) -> None:
    """Make `blocks` the body's children. What is there already stays: moving it costs a walk over all of it."""
    kept = set(blocks)
    for child in list(body):
        if child not in kept:
            body.remove(child)
    for position, block in enumerate(blocks):
        if block.getparent() is not body:
            body.insert(position, block)
