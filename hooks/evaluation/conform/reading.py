"""What a paragraph of a Word file is: heading, body, caption, addressee …, told from its text and style alone."""

from __future__ import annotations

import re
from functools import lru_cache

from evaluation.conform.package import Package, Paragraph, val

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
ENTRY_STYLES = ("toc ", "目录")


def level_of(paragraph: Paragraph) -> int | None:
    """1 to 4 for a heading on a line of its own; None for anything else. A heading is told by its style's outline level."""
    outline = paragraph.effective("w:outlineLvl", "val")
    if outline is not None and outline.isdigit() and int(outline) < 9:
        return int(outline) + 1
    return None


def is_contents_entry(paragraph: Paragraph) -> bool:
    return paragraph.style_name.lower().startswith(ENTRY_STYLES)


def is_title(paragraph: Paragraph) -> bool:
    return paragraph.style_name.lower() in ("title", "标题", "公文标题")


def is_caption(paragraph: Paragraph) -> bool:
    return bool(TABLE_CAPTION.match(paragraph.text) or FIGURE_CAPTION.match(paragraph.text))


def has_picture(paragraph: Paragraph) -> bool:
    from evaluation.conform.package import NS

    return paragraph.element.find(".//wp:inline", NS) is not None or paragraph.element.find(".//wp:anchor", NS) is not None


def is_body(paragraph: Paragraph) -> bool:
    """Running text: justified or left, of some length, with a sentence's end, neither heading, caption, entry nor note."""
    text = paragraph.text.strip()
    return (
        len(text) >= 20
        and text[-1] in "。；：？！）”"
        and level_of(paragraph) is None
        and not is_title(paragraph)
        and not is_caption(paragraph)
        and not is_contents_entry(paragraph)
        and not has_picture(paragraph)
        and not re.match(r"^(注|来源|资料来源|单位|抄送|附件)：", text)
        and paragraph.effective("w:jc", "val") not in ("center", "right", "end")
    )


@lru_cache(maxsize=4)
def body_of(package: Package) -> tuple[Paragraph, ...]:
    return tuple(paragraph for paragraph in package.paragraphs if is_body(paragraph))


@lru_cache(maxsize=4)
def headings_of(package: Package) -> tuple[tuple[Paragraph, int], ...]:
    """Numbered headings with their level by the ladder; contents entries, titles and annex titles are none."""
    found = []
    for paragraph in package.paragraphs:
        level = level_of(paragraph)
        if level is not None and not is_title(paragraph) and not is_contents_entry(paragraph) and level <= 4:
            found.append((paragraph, level))
    return tuple(found)


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


def style_value(package: Package, name: str) -> str | None:
    """The id of the style with this name, in any case."""
    from evaluation.conform.package import NS

    return next((i for i, s in package.styles.items() if (val(s.find("w:name", NS)) or "").lower() == name.lower()), None)
