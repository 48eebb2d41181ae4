"""Texts as pandoc reads them, with less for it to read: plain blocks are read here, the rest of all texts at once.

Each run of plain blocks leaves a short paragraph in its place, since what stands beside a block may decide what that is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress, groupby

from evaluation.export import plain
from evaluation.export.pipes import table
from evaluation.export.vetting import Node

Read = Callable[[Sequence[str]], list[dict]]
"""Gives pandoc's tree of each text."""

SEAM, PLACE = "\ue0f1", "\ue0f2"
"""Stand between two texts, and in the place of plain blocks; no text holds such characters."""
REACHING = re.compile(r"```|~~~|\]:|\r|\\[A-Za-z]|\^:[ \t]*$|^[ \t]+$", re.MULTILINE)
"""Code that may not end, what explains a bracket elsewhere, programs, footnotes whose text comes later, blank lines that hide."""
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
BETWEEN = re.compile(r"\n\n(?=[^\n])")
LIST = re.compile(r"[-+\s]|\*(?!\*)|[0-9]+[.)](?:\s|$)")
"""How a list begins, or goes on; two that stand together may be one."""


@dataclass(frozen=True)
class Block:
    text: str
    """As pandoc would read it."""
    read: Node | None = None
    """None where it is pandoc's."""
    definition: bool = False
    """Of a footnote that stands where it is called; pandoc needs it too where it reads anything."""


def read_once(texts: Sequence[str], read: Read) -> list[list[Node]]:
    """The blocks of each, but for columns' relative widths and headings' names: none is taken."""
    if not _apart(texts):
        return [tree["blocks"] for tree in read(texts)]
    divided = [_divided(text) for text in texts]
    rest = [_rest(blocks) for blocks in divided if any(map(_is_pandocs, blocks))]
    told = _parts(read([f"\n\n{SEAM}\n\n".join(rest)])[0]["blocks"]) if rest else []
    if [part.count(_alone(PLACE)) for part in told] != [part.split("\n\n").count(PLACE) for part in rest]:
        return [tree["blocks"] for tree in read(texts)]
    parts = iter(told)
    return [_filled(next(parts), blocks) if any(map(_is_pandocs, blocks)) else _read(blocks) for blocks in divided]


def _apart(texts: Sequence[str]) -> bool:
    """Whether each means the same when the others stand beside it, and a block when they do not."""
    together = "".join(texts)
    labels = [label for text in texts for label in set(FOOTNOTE.findall(text))]
    marked = SEAM in together or PLACE in together or REACHING.search(FOOTNOTE.sub("^", together))
    return not marked and len(set(labels)) == len(labels)


# ---------------------------------------------------------------------------------------------- before pandoc reads


def _divided(text: str) -> list[Block]:
    parts = [part for part in BETWEEN.split(text) if part.strip("\n")]
    texts = [part.strip("\n") for part in parts]
    whole = list(map(_is_whole, ["", *texts], texts, [*texts[1:], ""]))
    defined = Counter(DEFINED.findall(text))
    found = [plain.definition(each) for each in compress(texts, whole)]
    notes = dict(each for each in found if each and defined[each[0]] == 1)
    return [_block(each, notes) if alone else Block(part) for part, each, alone in zip(parts, texts, whole, strict=True)]


def _is_whole(before: str, text: str, after: str) -> bool:
    """Whether it does not go on in the next block, nor the one before in it."""
    return after[:1] not in (" ", "\t") and not (LIST.match(text) and (LIST.match(before) or LIST.match(after)))


def _block(text: str, notes: plain.Notes) -> Block:
    own = plain.definition(text)
    if own and own[0] in notes:
        return Block(text, definition=True)
    return Block(text, table(text) if text.startswith("|") else plain.block(text, notes))


def _is_pandocs(block: Block) -> bool:
    return block.read is None and not block.definition


def _rest(blocks: Sequence[Block]) -> str:
    """The text with a short paragraph for each run of blocks that are read."""
    return "\n\n".join(
        text for is_read, run in _runs(blocks) for text in ([PLACE] if is_read else [block.text for block in run])
    )


def _runs(blocks: Sequence[Block]) -> list[tuple[bool, list[Block]]]:
    return [(is_read, list(run)) for is_read, run in groupby(blocks, lambda block: block.read is not None)]


# ---------------------------------------------------------------------------------------------- after pandoc has read


def _parts(blocks: list[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for block in blocks:
        if block == _alone(SEAM):
            parts.append([])
        else:
            parts[-1].append(block)
    return parts


def _alone(sign: str) -> Node:
    return {"t": "Para", "c": [{"t": "Str", "c": sign}]}


def _filled(told: list[Node], blocks: Sequence[Block]) -> list[Node]:
    runs = iter([_read(run) for is_read, run in _runs(blocks) if is_read])
    return [node for block in told for node in (next(runs) if block == _alone(PLACE) else (block,))]


def _read(blocks: Sequence[Block]) -> list[Node]:
    return [block.read for block in blocks if block.read is not None]
