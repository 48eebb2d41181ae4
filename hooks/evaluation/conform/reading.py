"""What a paragraph of a Word file is: title, heading, body, caption, addressee …, told from its text and style alone."""

from __future__ import annotations

import re
from functools import lru_cache

from evaluation.conform.package import NS, Package, Paragraph, whole

DIGITS = "〇一二三四五六七八九十百零"
LADDER = (
    re.compile(rf"^([{DIGITS}]+)、"),
    re.compile(rf"^（([{DIGITS}]+)）"),
    re.compile(r"^([0-9]+)\.(?![0-9])"),
    re.compile(r"^（([0-9]+)）"),
)
"""一、 （一） 1. （1）"""

TABLE_CAPTION = re.compile(r"^(附?表)([0-9]+)　")
FIGURE_CAPTION = re.compile(r"^(图)([0-9]+)　")
ANNEX = re.compile(r"^附件([0-9]*)$")
ADDRESSEE = re.compile(r"^[^。；！？]{2,60}：$")
DATE = re.compile(r"^(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日$")
APART_FROM_BODY = re.compile(r"^(注|来源|资料来源|单位|抄送|附件|主送)[:：]")
ENTRY_STYLES = ("toc ", "目录")
TITLE_STYLES = ("title", "标题", "公文标题")
HEADING_LENGTH = 40
"""A line with a number is a heading up to so many characters; longer ones are text."""


@lru_cache(maxsize=4)
def filled(package: Package) -> tuple[Paragraph, ...]:
    """Paragraphs with text, without the entries of the contents."""
    return tuple(paragraph for paragraph in package.paragraphs if paragraph.text.strip() and not is_contents_entry(paragraph))


def before(package: Package, paragraph: Paragraph) -> Paragraph | None:
    place = package.paragraphs.index(paragraph)
    return package.paragraphs[place - 1] if place else None


# ---------------------------------------------------------------------------------------------- headings


def outline_of(paragraph: Paragraph) -> int | None:
    """1 to 9 by the outline level of the paragraph or its style; None without one."""
    level = whole(paragraph.effective("w:outlineLvl", "val"))
    return level + 1 if level is not None and 0 <= level < 9 else None


def looks_like_heading(text: str) -> bool:
    """一、… or （一）… on a line of its own, too short for a sentence and not ending like one."""
    text = text.strip()
    return ladder_level(text) in (1, 2) and len(text) <= HEADING_LENGTH and text[-1] not in "。；：！？，"


def level_of(paragraph: Paragraph) -> int | None:
    """1 to 4 and further for a heading on a line of its own, by its outline level, else by its number."""
    level = outline_of(paragraph)
    if level is None and looks_like_heading(paragraph.text):
        return ladder_level(paragraph.text.strip())
    return level


@lru_cache(maxsize=4)
def headings_of(package: Package) -> tuple[tuple[Paragraph, int], ...]:
    """Headings with their level; contents entries, titles, annex titles and empty paragraphs are none."""
    apart = {id(paragraph) for paragraph in (*titles_of(package), *annex_title_paragraphs(package))}
    levels = ((p, level_of(p)) for p in filled(package) if id(p) not in apart and not ANNEX.match(p.text.strip()))
    return tuple((paragraph, level) for paragraph, level in levels if level is not None and level <= 4)


def ladder_level(text: str) -> int | None:
    """The level that a text's own number says, 1 to 4."""
    return next((level for level, pattern in enumerate(LADDER, 1) if pattern.match(text)), None)


def chinese_number(text: str) -> int | None:
    """一 … 九十九 as a number; None when it is none."""
    if text.isdigit():
        return int(text)
    digits = {character: value for value, character in enumerate("零一二三四五六七八九")}
    digits["〇"] = 0
    tens, found, rest = text.partition("十")
    try:
        if not found:
            return digits[text] if len(text) == 1 else None
        return (digits[tens] if tens else 1) * 10 + (digits[rest] if rest else 0)
    except KeyError:
        return None


# ---------------------------------------------------------------------------------------------- titles and annexes


def is_title(paragraph: Paragraph) -> bool:
    return paragraph.style_name.lower() in TITLE_STYLES


@lru_cache(maxsize=4)
def titles_of(package: Package) -> tuple[Paragraph, ...]:
    """The title over the text: by its style, else the first line in the middle before any heading or running text."""
    styled = tuple(paragraph for paragraph in filled(package) if is_title(paragraph))
    if styled:
        return styled
    for paragraph in filled(package):
        if paragraph.alignment == "center":
            return (paragraph,)
        if level_of(paragraph) is not None or is_body(paragraph):
            break
    return ()


def annexes_of(package: Package) -> list[tuple[Paragraph, str, Paragraph | None]]:
    """(the line 附件N, its number, the annex's title)."""
    paragraphs = filled(package)
    found = []
    for paragraph, following in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        match = ANNEX.match(paragraph.text.strip())
        if match:
            found.append((paragraph, match.group(1), following))
    return found


def annex_title_paragraphs(package: Package) -> list[Paragraph]:
    return [title for _, _, title in annexes_of(package) if title is not None]


def addressee_of(package: Package) -> Paragraph | None:
    """The first paragraph after the title, when it is an addressee."""
    paragraphs, titles = filled(package), titles_of(package)
    for one, two in zip(paragraphs, paragraphs[1:], strict=False):
        if one in titles and two not in titles and ADDRESSEE.match(two.text.strip()):
            return two
    return None


# ---------------------------------------------------------------------------------------------- text


def is_contents_entry(paragraph: Paragraph) -> bool:
    return paragraph.style_name.lower().startswith(ENTRY_STYLES) and "\t" in paragraph.text


def is_caption(paragraph: Paragraph) -> bool:
    return bool(TABLE_CAPTION.match(paragraph.text) or FIGURE_CAPTION.match(paragraph.text))


def has_picture(paragraph: Paragraph) -> bool:
    return paragraph.element.find(".//wp:inline", NS) is not None or paragraph.element.find(".//wp:anchor", NS) is not None


def is_body(paragraph: Paragraph) -> bool:
    """Running text: not in the middle or at the right, of some length, with a sentence's end, and nothing else."""
    text = paragraph.text.strip()
    return (
        len(text) >= 20
        and text[-1] in "。；：？！）”"
        and not APART_FROM_BODY.match(text)
        and paragraph.alignment not in ("center", "right")
        and level_of(paragraph) is None
        and not is_title(paragraph)
        and not is_caption(paragraph)
        and not is_contents_entry(paragraph)
        and not has_picture(paragraph)
    )


@lru_cache(maxsize=4)
def body_of(package: Package) -> tuple[Paragraph, ...]:
    apart = titles_of(package)
    return tuple(paragraph for paragraph in package.paragraphs if is_body(paragraph) and paragraph not in apart)
