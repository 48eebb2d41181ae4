"""A unit's Word report cut into the sections of the framework: headings are matched in the framework's order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from io import BytesIO

from docx import Document
from docx.shared import Pt

from evaluation.intake.opening import refusal
from evaluation.intake.paragraphs import Block, Picture, Reading, escaped, reading_of
from evaluation.model import Plan, Unit
from evaluation.problems import Place, Problem, in_order
from evaluation.style import ladder

LABELS = (
    (1, re.compile(r"^[一二三四五六七八九十]{1,3}、")),
    (2, re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")),
    (3, re.compile(r"^[0-9]{1,2}[.．、](?![0-9])")),
    (4, re.compile(r"^[（(][0-9]{1,2}[）)]")),
)
"""The ladder 一、（一）1.（1）, as loosely as people type it in Word."""
LONGEST = 45
"""Characters of a heading on a line of its own."""
RUN_IN = re.compile(r"^(.{2,40}?[。：:])(.+)$", re.DOTALL)
CAPTION = re.compile(r"^[表图] ?[0-9]")
ALIKE = 0.6
"""Below this a heading is another one."""


@dataclass(frozen=True)
class Slot:
    """A heading of the framework; `section` is the file it opens, None for a chapter that only holds sections."""

    level: int
    title: str
    section: str | None


@dataclass(frozen=True)
class Written:
    """What a Word report says: the Markdown of each section by id, and the pictures they show."""

    sections: dict[str, str] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()


def slots(plan: Plan) -> tuple[Slot, ...]:
    found = []
    for chapter in plan.framework:
        found.append(Slot(1, chapter.title, None if chapter.sections else chapter.id))
        found += [Slot(2, section.title, section.id) for section in chapter.sections]
    return tuple(found)


def form(plan: Plan, unit: Unit) -> bytes:
    """An empty report for a unit: the framework's headings, and under each what is to be written there."""
    document = Document()
    document.core_properties.author = ""
    document.add_heading(plan.unit_report_title.replace("{单位}", unit.name), 0)
    for number, chapter in enumerate(plan.framework, 1):
        document.add_heading(f"{ladder.written(1, number)}{chapter.title}", 1)
        for place, section in enumerate(chapter.sections, 1):
            document.add_heading(f"{ladder.written(2, place)}{section.title}", 2)
            _guide(document, section.guide)
        if not chapter.sections and chapter.guide:
            _guide(document, chapter.guide)
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


GUIDE = "【填写说明】"


def _guide(document, text: str) -> None:
    run = document.add_paragraph().add_run(GUIDE + text)
    run.italic, run.font.size = True, Pt(10)


def read_report(data: bytes, name: str, plan: Plan) -> tuple[Written, tuple[Problem, ...]]:
    """The sections found, and what could not be placed or taken over. `name` is what messages call the file."""
    refused = refusal(data, "docx")
    if refused:
        return Written(), (Problem(Place(name), *refused, "intake"),)
    try:
        reading = reading_of(Document(BytesIO(data)))
    except Exception as error:  # python-docx raises whatever the broken part makes it stumble over
        what = f"读不出这个文件（{type(error).__name__}）"
        return Written(), (Problem(Place(name), what, "用 Word 或 WPS 打开后另存为新的 .docx 文件", "intake"),)
    framework = slots(plan)
    blocks = _without_guides(reading.blocks)
    found = matched(blocks, framework)
    sections = {
        slot.section: _section(blocks, found, index, slot) for index, slot in enumerate(framework) if slot.section
    }
    written = Written({key: text for key, text in sections.items() if text.strip()}, reading.pictures)
    return written, in_order(_remarks(name, reading, blocks, framework, found, written))


def _without_guides(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not block.text.startswith(GUIDE))


# ---------------------------------------------------------------------------------------------- matching


def matched(blocks: Sequence[Block], framework: Sequence[Slot]) -> dict[int, int]:
    """Slot index → block index: the pairing in the framework's order with the greatest likeness in all.

    A title may be quoted in the text, renumbered or shortened: order decides where likeness alone would err.
    """
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [[(0.0, ())] * (len(blocks) + 1)]
    for index, slot in enumerate(framework):
        row = [best[-1][0]]
        for place, block in enumerate(blocks):
            choices = [row[place], best[-1][place + 1]]
            score = likeness(block, slot)
            if score >= ALIKE:
                before, pairs = best[-1][place]
                choices.append((before + score, (*pairs, (index, place))))
            row.append(max(choices, key=lambda choice: choice[0]))
        best.append(row)
    return dict(best[-1][-1][1])


def likeness(block: Block, slot: Slot) -> float:
    """0 to about 1.2: how much a paragraph looks like this heading of the framework."""
    if block.kind != "paragraph":
        return 0.0
    label, head, rest = parted(block.text)
    if not head or (rest and not label) or len(head) > LONGEST:
        return 0.0
    own, wanted = _plain(head), _plain(slot.title)
    # 本旗区完成工作任务和重点项目面临的主要问题和挑战 is 主要问题和挑战 written out.
    longer = label == slot.level and own.endswith(wanted)
    ratio = 1.0 if longer else SequenceMatcher(None, own, wanted, autojunk=False).ratio()
    if ratio < ALIKE:
        return 0.0
    return ratio + (0.1 if label == slot.level else 0) + (0.1 if block.emphasised else 0)


def parted(text: str) -> tuple[int, str, str]:
    """(level of the number or 0, heading without number, text that follows it in the same paragraph)"""
    for level, pattern in LABELS:
        found = pattern.match(text)
        if found:
            rest = text[found.end() :].strip()
            run_in = RUN_IN.match(rest) if len(rest) > LONGEST or "。" in rest[:-1] else None
            if run_in:
                return level, run_in[1].rstrip("。：:"), run_in[2].strip()
            return level, rest.rstrip("。：:"), ""
    return 0, text.rstrip("。：:"), ""


def _plain(title: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", title) if c.isalnum())


# ---------------------------------------------------------------------------------------------- writing


def _section(blocks: Sequence[Block], found: dict[int, int], index: int, slot: Slot) -> str:
    """The Markdown from behind the slot's heading to the next matched one."""
    if index not in found:
        return ""
    start = found[index]
    end = min((place for place in found.values() if place > start), default=len(blocks))
    own = parted(blocks[start].text)[2]
    body = [escaped(own)] if own else []
    return "\n\n".join([*body, *(_markdown(block, slot) for block in blocks[start + 1 : end])]) + "\n"


def _markdown(block: Block, slot: Slot) -> str:
    """A numbered or emphasised line of its own is a heading, its number left to the framework."""
    if block.kind != "paragraph" or block.text.endswith(("。", "；", ";")) or CAPTION.match(block.text):
        return block.markdown
    label, head, rest = parted(block.text)
    depth = label - slot.level + 1 if label else 2
    if (label or block.emphasised) and not rest and depth >= 2 and len(head) <= LONGEST:
        return f"{'#' * min(depth, 4)} {escaped(head)}"
    return block.markdown


def _remarks(
    name: str,
    reading: Reading,
    blocks: Sequence[Block],
    framework: Sequence[Slot],
    found: dict[int, int],
    written: Written,
) -> Iterable[Problem]:
    for number, what, fix in reading.losses:
        yield Problem(Place(name, number), what, fix, "intake")
    missing = [slot for slot in framework if slot.section and slot.section not in written.sections]
    for slot in missing:
        what = f"没有找到“{slot.title}”这一节的内容"
        yield Problem(Place(name), what, "标题写得与框架一致；尚未写的，以后再报", "intake")
    first = min(found.values(), default=len(blocks))
    lost = [block for block in blocks[:first] if block.kind == "paragraph" and len(block.text) > LONGEST]
    if lost:
        what = f"文首有 {len(lost)} 段不在任何一节里，没有读入（“{lost[0].text[:15]}……”起）"
        yield Problem(Place(name, lost[0].number), what, "需要的内容移到相应的一节里", "intake")
