"""Words as runs of WordprocessingML: what is not ASCII takes the Chinese face, quotation marks and dashes too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

BLANK = r"\t-\r \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
BLANKS = re.compile(f"[{BLANK}]")
WORDS = re.compile(f"[{BLANK}]+|[^{BLANK}]+")
IDEOGRAPH = re.compile(
    "[\u4e00-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffee"
    "\U0001b000-\U0001b16f\U00020000-\U0002a6df\U0002a700-\U0002ebef\U0002f800-\U0002fa1f\U00030000-\U0003134f]"
)
SOFT_HYPHEN = "\xad"
CHINESE = '<w:rFonts w:hint="eastAsia"/>'


def runs(text: str, style: str = "", raised: str = "") -> str:
    """`style` and `raised` are what their properties hold besides the face."""
    if SOFT_HYPHEN in text:
        hyphen = run("<w:softHyphen/>", style + raised)
        return hyphen.join([runs(part, style, raised) for part in text.split(SOFT_HYPHEN)])
    parts = _parts(text) if BLANKS.search(text) else (text,) if text else ()
    return "".join([_said(part, f"{style}{'' if part.isascii() else CHINESE}{raised}") for part in parts])


def run(content: str, marks: str) -> str:
    return f"<w:r><w:rPr>{marks}</w:rPr>{content}</w:r>" if marks else f"<w:r>{content}</w:r>"


def _said(text: str, marks: str) -> str:
    return run(f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>', marks)


def _parts(text: str) -> Iterator[str]:
    """A Chinese word between blanks by itself: the Western ones beside it keep their face, and so do the blanks."""
    others = ""
    for word in WORDS.findall(text):
        if not IDEOGRAPH.search(word):
            others += word
            continue
        if others:
            yield others
        yield word
        others = ""
    if others:
        yield others
