"""Markdown that site and document, or an editor's preview, might read differently; and marks of the wrong width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from evaluation.problems import Problem
from evaluation.prose.masks import masked
from evaluation.prose.text import Material, Text
from evaluation.render.normalise import Mend, mends

HAN = "\u4e00-\u9fff"
FULL = str.maketrans(",;:?!().", "，；：？！（）。")

BOLD = re.compile(r"(?<!\*)\*\*(?!\*)")
LADDER = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）|[0-9]+\.")
ENDS = "：，。；、！？:"
WAVE = re.compile(r"(?<=[0-9%‰元人亩吨])~(?=[0-9])")
STRUCK = re.compile(r"~~[^~\n]+~~")
NAMED = re.compile(rf"<([^<>\n]*[{HAN}][^<>\n]*)>")
DOUBLE = re.compile(rf'"([^"\n]*[{HAN}][^"\n]*)"')
SINGLE = re.compile(rf"(?<![A-Za-z0-9])'([^'\n]*[{HAN}][^'\n]*)'(?![A-Za-z0-9])")
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?[％‰]?|(?<=[0-9])％")
NARROW = re.compile(rf"(?<=[{HAN}”》）])[,;:?!.](?=[{HAN}“《（]|$)", re.MULTILINE)
BRACKETS = re.compile(rf"\(([^()\n]*[{HAN}][^()\n]*)\)")
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>\n]*)?/?>|<!--")
SITE_ONLY = re.compile(
    r'^ {0,3}(?:!!!|\?\?\?\+?|=== "|:::|--8<--|\[TOC\]|\*\[[^\]\n]+\]:)|\{: ?[^}\n]*\}|\{\.[^}\n]*\}|\{%[^%\n]*%\}|\$\$', re.MULTILINE
)
NOTE = re.compile(r"\[\^([^\]\s]+)\](:?)")


def bold_stands_clear_of_chinese_marks(text: Text, material: Material) -> Iterator[Problem]:
    """**重点：**后文 is no bold in many an editor. A run-in heading **（一）…。** is set by its level, and stays."""
    for start, end in _bold(masked(text.body)):
        inner = text.body[start + 2 : end]
        after = text.body[end + 2 : end + 3]
        if inner != inner.strip():
            edit = text.edit(start, end + 2, f"**{inner.strip()}**")
            yield Problem(text.place(start), f"加粗的“{inner.strip()}”前后有空格，显示为星号", "空格写在 ** 外面", edit=edit)
        elif inner[-1:] in ENDS and inner[-1:] and after.strip() and not LADDER.match(inner):
            edit = text.edit(start, end + 2, f"**{inner[:-1]}**{inner[-1]}")
            yield Problem(text.place(start), f"加粗的“{inner}”以标点结尾", f"标点写在外面：`**{inner[:-1]}**{inner[-1]}`", edit=edit)


def bold_is_closed(text: Text, material: Material) -> Iterator[Problem]:
    for start, paragraph in _paragraphs(masked(text.body)):
        marks = list(BOLD.finditer(paragraph))
        if len(marks) % 2:
            yield Problem(text.place(start + marks[-1].start()), "加粗的 ** 不成对", "补上或删去一处 **")


def ranges_are_joined_as_usual(text: Text, material: Material) -> Iterator[Problem]:
    for match in WAVE.finditer(masked(text.body)):
        edit = text.edit(match.start(), match.end(), "～")
        yield Problem(text.place(match.start()), "数的范围用了半角“~”", "写“～”或“至”", edit=edit)
    for match in STRUCK.finditer(masked(text.body)):
        yield Problem(text.place(match.start()), f"“{match[0]}”：正式文件没有删除线", "删去这几个字，或去掉 ~~")


def names_stand_in_no_angle_brackets(text: Text, material: Material) -> Iterator[Problem]:
    body = masked(text.body)
    for match in NAMED.finditer(body):
        before = body[body.rfind("\n", 0, match.start()) + 1 : match.start()]
        if before.count("《") <= before.count("》"):  # within 《》 it is a matter of style
            yield Problem(text.place(match.start()), f"“{match[0]}”用了尖括号", f"书名、文件名写“《{match[1]}》”")


def quotation_marks_are_chinese(text: Text, material: Material) -> Iterator[Problem]:
    for look, marks in ((DOUBLE, "“”"), (SINGLE, "‘’")):
        for match in look.finditer(masked(text.body)):
            if "|" not in match[0]:
                edit = text.edit(match.start(), match.end(), marks[0] + text.body[match.start() + 1 : match.end() - 1] + marks[1])
                yield Problem(text.place(match.start()), f"“{_cut(match[1])}”用了直引号", f"引号写“{marks}”", edit=edit)


def figures_and_letters_are_half_width(text: Text, material: Material) -> Iterator[Problem]:
    for match in WIDE.finditer(masked(text.body)):
        plain = unicodedata.normalize("NFKC", match[0])
        yield Problem(
            text.place(match.start()), f"“{match[0]}”是全角", f"写半角“{plain}”", edit=text.edit(match.start(), match.end(), plain)
        )


def marks_between_characters_are_full_width(text: Text, material: Material) -> Iterator[Problem]:
    body = masked(text.body)
    for match in NARROW.finditer(body):
        wide = match[0].translate(FULL)
        edit = text.edit(match.start(), match.end(), wide)
        yield Problem(text.place(match.start()), f"汉字之间的“{match[0]}”是半角", f"写“{wide}”", edit=edit)
    for match in BRACKETS.finditer(body):
        inner = text.body[match.start() + 1 : match.end() - 1]
        edit = text.edit(match.start(), match.end(), f"（{inner}）")
        yield Problem(text.place(match.start()), f"“({_cut(inner)})”的括号是半角", "写“（）”", edit=edit)


def html_is_not_used(text: Text, material: Material) -> Iterator[Problem]:
    for match in TAG.finditer(masked(text.body)):
        if (match[1] or "").lower() in ("table", "thead", "tbody", "tr", "td", "th"):
            fix = "表格用竖线写；不能合并单元格，合并处逐格写出"
        else:
            fix = "删去标签；一格里分行的，改用分号或分成几行"
        yield Problem(text.place(match.start()), f"HTML“{match[0]}”不起作用，会显示成文字", fix)


def markup_of_the_site_alone_is_not_used(text: Text, material: Material) -> Iterator[Problem]:
    for match in SITE_ONLY.finditer(masked(text.body)):
        what = f"“{match[0].strip()}”在网页和正式文件里不一样"
        yield Problem(text.place(match.start() + len(match[0]) - len(match[0].lstrip())), what, "删去，用普通段落写")


def footnotes_have_both_ends(text: Text, material: Material) -> Iterator[Problem]:
    ends: dict[str, dict[str, int]] = {"": {}, ":": {}}
    body = masked(text.body)
    for match in NOTE.finditer(body):
        defines = match[2] and not body[body.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        ends[":" if defines else ""].setdefault(match[1], match.start())
    for name, at in ends[""].items():
        if name not in ends[":"]:
            yield Problem(text.place(at), f"脚注 [^{name}] 没有内容", f"另起一段写 `[^{name}]: 内容`")
    for name, at in ends[":"].items():
        if name not in ends[""]:
            yield Problem(text.place(at), f"脚注 [^{name}] 在正文里没有用到，不会显示", f"在正文里写 `[^{name}]`，或删去")


# ------------------------------------------------------------------------------------------------- laid out anew

LAYOUT = {
    Mend.INDENT: ("段首用空格或制表符缩进", "删去；首行缩进由程序加"),
    Mend.HEADING: ("标题的 # 后面没有空格", "空一格；不是标题的在 # 前加反斜线"),
    Mend.NESTING: ("列表的缩进不是四个空格一级", "每一级缩进四个空格"),
    Mend.GAP: ("与上一行之间没有空行", "列表、表格、标题的前后空一行"),
}
"""What is laid out anew on the way to both outputs is advice: it is read alike already."""


def lines_are_laid_out_plainly(text: Text, material: Material) -> Iterator[Problem]:
    written = text.body.split("\n")
    for number, mend, new in _mends(text.body):
        start = text.offset(number)
        edit = text.edit(start, start, "\n") if mend is Mend.GAP else text.edit(start, start + len(written[number]), new)
        what, fix = LAYOUT[mend]
        yield Problem(text.place(start), what, fix, note=True, edit=edit)


@lru_cache(maxsize=2)
def _mends(body: str) -> tuple[tuple[int, Mend, str], ...]:
    return tuple(mends(body))


# ------------------------------------------------------------------------------------------------- in a text


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    at = 0
    for part in re.split(r"(\n[ \t]*\n)", body):
        yield at, part
        at += len(part)


def _bold(body: str) -> Iterator[tuple[int, int]]:
    """Where the marks of each bold passage stand."""
    for start, paragraph in _paragraphs(body):
        marks = [start + match.start() for match in BOLD.finditer(paragraph)]
        if len(marks) % 2 == 0:
            yield from zip(marks[::2], marks[1::2], strict=True)


def _cut(text: str) -> str:
    return text if len(text) <= 12 else f"{text[:12]}…"


CONSTRUCT_RULES = (
    bold_stands_clear_of_chinese_marks,
    bold_is_closed,
    ranges_are_joined_as_usual,
    names_stand_in_no_angle_brackets,
    quotation_marks_are_chinese,
    figures_and_letters_are_half_width,
    marks_between_characters_are_full_width,
    html_is_not_used,
    markup_of_the_site_alone_is_not_used,
    footnotes_have_both_ends,
    lines_are_laid_out_plainly,
)
